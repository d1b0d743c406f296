// The shapes of a network's own matters: its name, organisations, settings, and the people in it.
import { formVersions, isOwnChoiceId, isOwnIndicatorId, isOwnQuestionId, mostOwnChoices, ownQuestionKinds, sectors, stepMeanings } from '@lykta/incident'
import { z } from 'zod'
import { bundleFiles, grantFile } from './key-shapes.ts'
import { day, hash, instant, language, line, uuid } from './shapes.ts'

/** Printed on the form's first and last page; digits, spaces and signs that a telephone understands. */
const emergencyNumber = z.strictObject({
  name: line(60),
  number: line(30).refine((text) => /^[0-9+*#() -]+$/.test(text)),
  hours: line(60, 0),
})

export const settings = z.strictObject({
  emergencyNumbers: z.array(emergencyNumber).max(10),
  /** What the public sees is never less than five. */
  publicThreshold: z.int().min(5).max(100),
  daysBeforeMeeting: z.int().min(0).max(60).optional(),
  recoveryTestedAt: instant.nullable(),
})

export const ownIndicator = z.strictObject({
  id: z.string().max(100).refine(isOwnIndicatorId),
  sv: line(200),
  en: line(200),
  category: z.string().max(40),
  validFrom: day.nullable(),
  validTo: day.nullable(),
}).refine(({ validFrom, validTo }) => validFrom === null || validTo === null || validFrom <= validTo)

/** On behalf of somebody else alone: where a question of the network's own would not be seen by those who report. */
const steps: ReadonlySet<string> = new Set(formVersions.flatMap((form) => form.steps.filter((step) => !('onBehalf' in step)).map(({ id }) => id)))

export const ownQuestion = z.strictObject({
  id: z.string().max(100).refine(isOwnQuestionId),
  kind: z.enum(ownQuestionKinds),
  step: z.string().max(40).refine((step) => steps.has(step)),
  sv: line(200),
  en: line(200),
  choices: z.array(z.strictObject({ id: z.string().max(100).refine(isOwnChoiceId), sv: line(100), en: line(100) })).max(mostOwnChoices)
    .refine((list) => new Set(list.map(({ id }) => id)).size === list.length),
  validFrom: day.nullable(),
  validTo: day.nullable(),
}).refine(({ kind, choices }) => (kind === 'yes-no' ? choices.length === 0 : choices.length >= 2))
  .refine(({ validFrom, validTo }) => validFrom === null || validTo === null || validFrom <= validTo)

export const chainStep = z.strictObject({
  id: z.string().max(40), sv: line(60), en: line(60), kind: z.enum(['way', 'end']), means: z.enum(stepMeanings).nullable(), validTo: day.nullable(),
})

export const organisation = z.strictObject({
  id: uuid,
  code: line(40).refine((text) => !/\s/.test(text)),
  name: line(100),
  sector: z.enum(sectors),
  joined: day,
})

/** The sign-in hashes what was typed, as it was typed. */
export const newMember = z.strictObject({
  name: line(100),
  email: z.email().max(200).transform((text) => text.toLowerCase()),
  password: z.string().min(12).max(128),
  language,
})

export const founding = z.strictObject({
  code: z.string().max(100).nullable(),
  network: z.strictObject({ id: uuid, name: line(100), municipality: line(100), collectionStart: day, timeZone: z.string().max(60) }),
  settings,
  organisations: z.array(organisation).max(200),
  founder: newMember.extend({ member: uuid, organisation: uuid }),
  genesis: z.string().max(12_000),
  bundles: bundleFiles,
  grants: z.array(grantFile).max(4),
  createdAt: instant,
})

export const roles = ['reporter', 'core-member', 'coordinator', 'reader', 'operator'] as const
/** Those that hold keys, and that the log knows with their organisation. */
export const keyRoles: readonly string[] = ['reporter', 'core-member', 'coordinator']

export const newInvitation = z.strictObject({
  id: uuid,
  kind: z.enum(['member', 'device']),
  role: z.enum([...roles, 'device']),
  organisation: uuid.nullable(),
  tokenHash: hash,
  createdAt: instant,
}).refine(({ kind, role, organisation }) =>
  (kind === 'device') === (role === 'device') && (organisation !== null || (role !== 'device' && !keyRoles.includes(role))))

/** 32 random bytes. */
const token = z.string().regex(/^[A-Za-z0-9_-]{43}$/)
export const invitationToken = z.strictObject({ id: uuid, token })
export const acceptInvitation = newMember.extend({ id: uuid, token, member: uuid })
export const enrolDevice = z.strictObject({ id: uuid, token, device: uuid, name: line(60), verifyKey: hash, proof: hash })
