// Whether a coordinator has heard a member's eight words: the log lists her then, and before that she is let in to make keys and no further.
import { inNetwork, type Membership as Row, type Register } from '@lykta/register'
import { findHolder } from '@lykta/seal'
import type { Desk } from '../work/desk.ts'
import { findMembership } from '../work/find-membership.ts'

/** A listed member's row changes with the lines that list her otherwise, and with no others: what was found once holds for that row, until she is changed. */
const found = new WeakMap<Register, Set<string>>()

/** Whoever leaves the log as a reader, and has the role of before again, waits until she is listed again. */
export function forgetConfirmed({ register, network }: Pick<Desk, 'register' | 'network'>, member: string): void {
  const known = found.get(register)
  for (const row of known ?? []) if (row.startsWith(`${network.id} ${member} `)) known?.delete(row)
}

/** Of those who have keys. Founding lists its first coordinator itself. */
export async function isConfirmed({ register, network }: Desk, { member, role, organisation }: Pick<Row, 'member' | 'role' | 'organisation'>): Promise<boolean> {
  if (role === 'reader' || role === 'operator') return true
  const known = found.get(register) ?? new Set<string>()
  found.set(register, known)
  const row = `${network.id} ${member} ${role} ${organisation}`
  if (known.has(row)) return true
  const membership = await inNetwork(register, { network: network.id, member, role: 'operator' }, (transaction) => findMembership(register, transaction))
  const holder = membership && findHolder(membership, member)
  const isListed = holder?.role === role && holder.organisation === organisation
  if (isListed) known.add(row)
  return isListed
}
