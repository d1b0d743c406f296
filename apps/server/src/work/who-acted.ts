// By role and organisation who did something, for those who may not know the person; by id for coordinators.
import type { Id } from '@lykta/incident'
import { inNetwork, type Member, readDevices, readMembers } from '@lykta/register'
import type { CallerOf } from '../access/caller.ts'
import type { Role } from '../api/member-types.ts'
import type { Who } from '../api/sharing-types.ts'
import type { Desk } from './desk.ts'

export type WhoActed = (actor: string) => Who

/** The program looks for itself: members see no other's row. Of somebody who is gone it tells what she was last. */
export async function findActors({ register, network }: Desk, caller: CallerOf): Promise<WhoActed> {
  const { members, devices } = await inNetwork(register, { network: network.id, member: 'operator' }, async (transaction) => ({ members: await readMembers(transaction), devices: await readDevices(transaction) }))
  const known = new Map<string, { readonly role: Role; readonly organisation: Id | null }>([
    ...members.map((member): [string, Pick<Member, 'role' | 'organisation'>] => [member.id, member]),
    ...devices.map(({ id, organisation }): [string, { readonly role: Role; readonly organisation: Id }] => [id, { role: 'device', organisation }]),
  ])
  return (actor) => {
    const { role, organisation } = known.get(actor) ?? { role: actor === 'operator' || actor === 'import' ? 'operator' as const : null, organisation: null }
    const me = actor === caller.id
    return { id: me || caller.role === 'coordinator' ? actor : null, role, organisation, me }
  }
}
