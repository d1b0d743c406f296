// Two sheets bring a network back: its epochs opened, a coordinator listed with new keys, and a new epoch that she makes.
import { ProblemError, type Id } from '@lykta/incident'
import { makeGrant, type StoredGrant } from '../grants/grant.ts'
import { openGrant } from '../grants/open-grant.ts'
import { makeRotation } from '../grants/rotation.ts'
import { publicKeysOf, type MemberKeys } from '../members/member-keys.ts'
import type { Change } from '../membership/entry.ts'
import type { Membership } from '../membership/membership.ts'
import { extendMembership } from '../membership/verify-log.ts'
import { proposeEntry } from '../membership/write-entry.ts'
import { signerOf } from '../signing.ts'
import { recoverySignerOf, type RecoveryKeys } from './recovery-keys.ts'

export type NetworkToRecover = {
  /** As this client verified it. */
  readonly membership: Membership
  readonly recovery: RecoveryKeys
  /** The recovery's own. */
  readonly grants: readonly StoredGrant[]
  /** New ones, of whoever is to be coordinator: one who is listed, or somebody new. */
  readonly keys: MemberKeys
  readonly organisation: Id
  /** Listed ones who are gone, and are removed with it: nobody else could, once there are two coordinators. */
  readonly gone: readonly Id[]
  readonly createdAt: string
}

export type NetworkRecovered = {
  readonly lines: readonly string[]
  /** Of the new epoch to all who may read and to the recovery; of the earlier ones to her, for as long as key files are left in them. */
  readonly grants: readonly StoredGrant[]
  /** Identities by epoch, the new one among them. */
  readonly epochs: ReadonlyMap<number, string>
  /** Epochs whose grant does not hold: what is sealed to them stays closed to her. */
  readonly closed: readonly number[]
}

/** Nothing counts before it is stored, all of it at once. Throws a ProblemError with the code of the rule that refuses a line. */
export async function recoverNetwork(wanted: NetworkToRecover): Promise<NetworkRecovered> {
  const { membership: before, recovery, keys, organisation, gone, createdAt } = wanted
  const { member } = keys
  const { epochs, closed } = await openEpochs(wanted)
  const changes: readonly Exclude<Change, { type: 'genesis' }>[] = [
    { type: 'add', subject: { member, role: 'coordinator', organisation, ...(await publicKeysOf(keys)) } },
    ...gone.map((id) => ({ type: 'remove', subject: { id } }) as const),
  ]
  let membership = before
  const lines: string[] = []
  for (const change of changes) {
    const line = await proposeEntry(membership, { change, signer: recoverySignerOf(recovery), createdAt })
    const next = extendMembership(membership, line, membership.network)
    if (typeof next === 'string') throw new Error(`recoverNetwork: ${next}`)
    membership = next
    lines.push(line)
  }
  const signer = signerOf(member, keys.signingKey)
  const rotation = await makeRotation(membership, signer, createdAt)
  const earlier: StoredGrant[] = []
  for (const [epoch, identity] of epochs) earlier.push(await makeGrant(member, { membership: rotation.membership, epoch, identity, signer, createdAt }))
  return {
    closed,
    lines: [...lines, rotation.line],
    grants: [...rotation.grants, ...earlier],
    epochs: new Map([...epochs, [rotation.epoch.epoch, rotation.epoch.identity]]),
  }
}

async function openEpochs({ grants, recovery, membership }: NetworkToRecover): Promise<Pick<NetworkRecovered, 'epochs' | 'closed'>> {
  const epochs = new Map<number, string>()
  const closed: number[] = []
  for (const grant of grants) {
    try {
      epochs.set(grant.epoch, await openGrant(grant, recovery.identity, membership))
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error
      closed.push(grant.epoch)
    }
  }
  return { epochs, closed }
}
