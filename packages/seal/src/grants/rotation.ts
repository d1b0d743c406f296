// Rotation: a new epoch, its entry in the log, and grants to those who remain.
import { makeEpoch, type EpochKeys } from '../epoch.ts'
import { extendMembership } from '../membership/verify-log.ts'
import { epochAt, type Membership } from '../membership/membership.ts'
import { proposeEntry } from '../membership/write-entry.ts'
import type { Signer } from '../signing.ts'
import { makeGrants, type StoredGrant } from './grant.ts'

export type Rotation = {
  readonly line: string
  readonly membership: Membership
  readonly epoch: EpochKeys & { readonly epoch: number }
  readonly grants: readonly StoredGrant[]
}

/**
 * After a removal or new keys (whose entry is in the membership already), and yearly. Grants go to all who are listed: stolen keys
 * leave the log first. Stored in one transaction; then `rewrapKey` takes each text's small key file to the new recipient.
 */
export async function makeRotation(membership: Membership, signer: Signer, createdAt: string): Promise<Rotation> {
  const keys = await makeEpoch()
  const epoch = (epochAt(membership)?.epoch ?? 0) + 1
  const line = await proposeEntry(membership, { change: { type: 'rotate', subject: { epoch, recipient: keys.recipient } }, signer, createdAt })
  const after = extendMembership(membership, line, membership.network)
  if (typeof after === 'string') throw new Error(`makeRotation: ${after}`)
  const grants = await makeGrants({ membership: after, epoch, identity: keys.identity, signer, createdAt })
  return { line, membership: after, epoch: { ...keys, epoch }, grants }
}
