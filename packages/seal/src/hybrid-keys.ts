// What an age file needs of public-key cryptography, done in JavaScript by the age library itself.
import type { Recipient } from 'age-encryption'
import { makeIdentity } from './identity.ts'

/** The hybrid keys of age (`mlkem768x25519`). Whoever does them, the files are the same kind and open the same way. */
export type HybridKeys = {
  /** A new identity, and what encrypts to it. */
  readonly makeIdentity: () => Promise<{ readonly identity: string; readonly recipient: Recipient | string }>
  /** What encrypts to the recipient `age1pq1…`. */
  readonly recipientOf: (recipient: string) => Promise<Recipient | string>
}

/** Everywhere: in browsers, and under any Node. */
export const ageKeys: HybridKeys = { makeIdentity, recipientOf: async (recipient) => recipient }
