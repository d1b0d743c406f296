// The shapes of what is sent about a network that an authority runs, and about breaches.
import {
  breachCauses, breachConsequences, breachData, breachKinds, breachMeasures, breachPersons, breachRisks, deciders, delayReasons, extractOutcomes, longestPattern, recipients, retentionClasses, secrecyGroundCodes, untoldReasons,
} from '@lykta/incident'
import { z } from 'zod'
import { base64url, day, hash, instant, line, uuid } from './shapes.ts'

const revision = z.int().min(1).max(1_000_000)
/** Of what was looked at; 0: of nothing yet. */
const seen = z.int().min(0).max(1_000_000)

export const authority = z.strictObject({
  on: z.boolean(), name: line(100), address: line(200, 0), court: line(80, 0), pattern: z.string().max(longestPattern),
})

const classes = retentionClasses.map(({ id }) => id)
export const weeding = z.strictObject({
  revision: seen, reference: line(80), decidedOn: day, classes: z.array(z.enum(classes)).min(1).max(classes.length).refine((list) => new Set(list).size === list.length), withdrawn: z.boolean(),
})

const ground = z.strictObject({ code: z.enum(secrecyGroundCodes), words: line(120).nullable() })
const place = z.int().min(0).max(1_000_000)
export const extract = z.strictObject({
  id: uuid, revision, outcome: z.enum(extractOutcomes), decider: z.enum(deciders), decidedOn: day, recipient: z.enum(recipients),
  grounds: z.array(ground).max(20),
  fields: z.array(z.strictObject({ field: z.string().regex(/^[a-z][a-zA-Z]*(?:[.-][a-zA-Z0-9.-]{1,110})?$/), ground })).max(500),
  passages: z.array(z.strictObject({ text: revision, from: place, to: place, ground })).max(500),
})

/** Four times two thousand letters, padded to 16 KiB, or 32 where many are rare. */
const file = base64url(48 * 1024)
const sealed = z.strictObject({ sealedId: uuid, epoch: revision, body: file, key: file, codedHash: hash, position: revision.nullish() })
const among = <const Codes extends readonly [string, ...string[]]>(codes: Codes) => z.array(z.enum(codes)).max(codes.length).refine((list) => new Set(list).size === list.length)
const about = z.int().min(0).max(10_000_000).nullable()

export const breach = z.strictObject({
  revision: seen,
  content: z.strictObject({
    discoveredAt: instant, beganAt: instant.nullable(), endedAt: instant.nullable(), kinds: among(breachKinds), causes: among(breachCauses), persons: among(breachPersons), personsAbout: about, recordsAbout: about,
    data: among(breachData), consequences: among(breachConsequences), measures: among(breachMeasures), risk: z.enum(breachRisks), notifiedAt: instant.nullable(), delay: z.enum(delayReasons).nullable(),
    toldAt: instant.nullable(), untold: z.enum(untoldReasons).nullable(), closed: z.boolean(),
  }),
  sealed: z.union([sealed, z.literal('kept')]).nullable(),
  createdAt: instant,
})
