// Who may agree to another's session or hold: coordinators, and the core members whom a coordinator has named. They stand in the network's settings.
import { type Id, problem, ProblemError } from '@lykta/incident'
import { appendSettings, inNetwork, type Member, readMembers, type ReadTransaction, write } from '@lykta/register'
import type { Desk } from './desk.ts'
import { readFirstDays } from './first-days.ts'
import { findSettings, settingsToChange } from './network-settings.ts'

type Person = { readonly id: string; readonly role: Member['role'] | 'device' | null }
/** Whether she may agree to what the other asks for, who is known by her id. */
export type MayAgree = (person: Person, asker: string) => boolean

export async function findSecondPersons(transaction: ReadTransaction): Promise<readonly Id[]> {
  return (await findSettings(transaction))?.secondPersons ?? []
}

export function isSecondPerson({ id, role }: Person, named: readonly Id[]): boolean {
  return role === 'coordinator' || (role === 'core-member' && named.includes(id))
}

/** The program looks for itself: core members do not read the audit, which tells when. */
export async function findWhoMayAgree({ register, network }: Desk): Promise<MayAgree> {
  const { letIn, named } = await inNetwork(register, { network: network.id, member: 'operator' }, readFirstDays)
  return (person, asker) => person.id !== asker && isSecondPerson(person, named) && !letIn.has(person.id) && !letIn.has(asker)
}

/** Refuses whoever is no active core member. */
export async function nameSecondPersons(desk: Desk, ids: readonly Id[]): Promise<void> {
  const members = await inNetwork(desk.register, desk.context, readMembers)
  if (!ids.every((id) => members.some((member) => member.id === id && member.active && member.role === 'core-member'))) throw new ProblemError([problem('session.no-core-member')])
  await write(desk.register, desk.context, { action: 'second-persons.name', object: `network:${desk.network.id}` }, async (transaction) => {
    const before = await settingsToChange(transaction)
    await appendSettings(transaction, { ...before, secondPersons: ids.toSorted() })
  })
}
