// An epoch: the key to which a network seals its texts until the next one is made.
import { makeIdentity, type IdentityPair } from './identity.ts'

/** The recipient is stored as it is; the identity leaves memory only wrapped (`wrapIdentity`). */
export type EpochKeys = IdentityPair

export async function makeEpoch(): Promise<EpochKeys> {
  return await makeIdentity()
}
