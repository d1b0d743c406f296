// Organisations for which somebody could read what is opened to them: those with a core member or coordinator whom the log lists.
import type { Id } from '@lykta/incident'
import { inNetwork, readMembers } from '@lykta/register'
import { findHolder } from '@lykta/seal'
import type { Role } from '../api/member-types.ts'
import type { Desk } from './desk.ts'
import { findMembership } from './find-membership.ts'

export async function findReaders({ register, network }: Desk, roles: readonly Role[] = ['coordinator', 'core-member']): Promise<readonly Id[]> {
  const { members, membership } = await inNetwork(register, { network: network.id, member: 'operator' }, async (transaction) => ({ members: await readMembers(transaction), membership: await findMembership(register, transaction) }))
  const reading = members.filter(({ id, role, organisation, active }) => active && organisation !== null && roles.includes(role) && (!membership || findHolder(membership, id)?.role === role))
  return [...new Set(reading.map(({ organisation }) => organisation!))]
}
