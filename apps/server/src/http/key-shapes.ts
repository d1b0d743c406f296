// The shapes of keys and signatures on their way to the register: lines of the log, grants, bundle files.
import { z } from 'zod'
import { base64url, instant, uuid } from './shapes.ts'

/** The longest line is a genesis, with three hybrid recipients. */
const logLine = z.string().max(12_000)
export const recipient = z.string().regex(/^age1pq1[a-z0-9]{1952}$/)

export const grantFile = z.strictObject({
  epoch: z.int().min(1).max(1_000_000),
  holder: z.union([uuid, z.literal('recovery')]),
  file: base64url(4096),
})

export const bundleFile = z.strictObject({
  id: uuid,
  way: z.enum(['passphrase', 'passkey', 'sheet']),
  credential: z.string().max(1400).regex(/^[A-Za-z0-9_-]+$/).nullable(),
  file: base64url(4096),
}).refine(({ way, credential }) => (way === 'passkey') === (credential !== null))

export const bundleFiles = z.array(bundleFile).min(1).max(20).refine((files) => new Set(files.map(({ id }) => id)).size === files.length)

export const logRequest = z.strictObject({ lines: z.array(logLine).max(20), grants: z.array(grantFile).max(500), createdAt: instant })
