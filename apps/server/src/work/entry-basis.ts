// What incidents are taken in by, beside their form: kept in memory, since it is the same for thousands of them.
import type { Id } from '@lykta/incident'
import { inNetwork, type ReadTransaction, type Register } from '@lykta/register'
import type { Membership } from '@lykta/seal'
import type { Desk } from './desk.ts'
import { findMembership } from './find-membership.ts'
import { type FormBasis, readFormBasis } from './form-context.ts'
import { wasRecoveryTested } from './network-settings.ts'

export type EntryBasis = FormBasis & {
  readonly recoveryTested: boolean
  /** Undefined for a network without a log. */
  readonly membership: Membership | undefined
}

const known = new WeakMap<Register, Map<Id, Promise<EntryBasis>>>()

/**
 * As it was read last, or read `anew`: whoever stores by it hands its `basis` on, and is refused when it has changed. It
 * is read as the server itself, since it is the same for everybody who may enter an incident.
 */
export async function getEntryBasis({ register, network }: Desk, anew: boolean): Promise<EntryBasis> {
  const networks = known.get(register) ?? new Map<Id, Promise<EntryBasis>>()
  known.set(register, networks)
  const found = networks.get(network.id)
  if (found && !anew) return found
  const read = inNetwork(register, { network: network.id, member: 'operator' }, (transaction) => readEntryBasis(register, transaction))
  networks.set(network.id, read)
  // What failed once is not what everybody is told from then on.
  read.catch(() => networks.get(network.id) === read && networks.delete(network.id))
  return read
}

/** As it stands in the transaction. */
export async function readEntryBasis(register: Register, transaction: ReadTransaction): Promise<EntryBasis> {
  const form = await readFormBasis(transaction)
  const [recoveryTested, membership] = await Promise.all([wasRecoveryTested(transaction), findMembership(register, transaction)])
  return { ...form, recoveryTested, membership }
}
