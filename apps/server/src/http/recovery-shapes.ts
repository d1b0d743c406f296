// The shapes of a recovery: the proof of two sheets, and what makes somebody a coordinator with them.
import { z } from 'zod'
import { bundleFiles, logRequest, recipient } from './key-shapes.ts'
import { newMember } from './network-shapes.ts'
import { hash, instant, uuid } from './shapes.ts'

export const sheetsProof = z.strictObject({ at: instant, signature: z.string().regex(/^[0-9a-f]{128}$/) })

export const recoveryRequest = logRequest.extend({
  proof: sheetsProof,
  member: uuid,
  organisation: uuid,
  signIn: z.discriminatedUnion('way', [
    z.strictObject({ way: z.literal('kept') }),
    z.strictObject({ way: z.literal('reset'), password: newMember.shape.password }),
    newMember.extend({ way: z.literal('new') }),
  ]),
  keys: z.strictObject({ recipient, verifyKey: hash, bundles: bundleFiles }),
})
