// The shapes of what is sent about meetings, yearly questions and effort.
import { z } from 'zod'
import { base64url, day, hash, instant, line, month, uuid } from './shapes.ts'

const time = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/)
const agenda = z.array(line(120)).max(30)
const revision = z.int().min(1).max(1_000_000)
const when = { date: day, begins: time, ends: time, agenda }
const inOrder = ({ begins, ends }: { readonly begins: string; readonly ends: string }): boolean => begins < ends

/** Short texts: some eight thousand letters, padded, are 16 KiB. */
const file = base64url(24 * 1024)
const sealed = z.strictObject({ sealedId: uuid, epoch: revision, body: file, key: file, codedHash: hash, position: revision.nullish() })

const circle = z.enum(['core', 'network'])
export const newMeetings = z.strictObject({
  meetings: z.array(z.strictObject({ id: uuid, circle, ...when }).refine(inOrder)).min(1).max(24).refine((list) => new Set(list.map(({ id }) => id)).size === list.length),
})
export const meetingChange = z.strictObject({ revision, ...when, state: z.enum(['planned', 'held', 'cancelled']), attendance: z.array(uuid).max(500).nullable() }).refine(inOrder)

export const situation = z.strictObject({ id: uuid, revision, organisation: uuid, state: z.enum(['told', 'nothing']), sealed: sealed.nullable(), createdAt: instant })
  .refine(({ state, sealed: text }) => (state === 'told') === (text !== null))
const item = { id: uuid, revision, line: z.int().min(0).max(99).nullable(), sealed: z.union([sealed, z.literal('kept')]), createdAt: instant }
export const decision = z.strictObject({ ...item, withdrawn: z.boolean() })
export const action = z.strictObject({ ...item, organisation: uuid.nullable(), due: day.nullable(), state: z.enum(['open', 'done', 'dropped', 'withdrawn']) })

const answer = z.enum(['seen', 'not-seen', 'not-looked'])
export const yearlyAnswers = z.strictObject({
  organisation: uuid, year: z.int().min(1900).max(2999), answers: z.strictObject({ begging: answer.optional(), labour: answer.optional(), crime: answer.optional() }),
})

export const effort = z.strictObject({
  revision, organisation: uuid, kind: z.enum(['training', 'outreach']), month, times: z.int().min(1).max(1000), people: z.int().min(0).max(100_000).nullable(), withdrawn: z.boolean(),
})
