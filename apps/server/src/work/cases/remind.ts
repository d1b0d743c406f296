// Reminds those whose turn it is, by letters that say nothing: once for each plan, noted as an event of its case.
import { randomUUID } from 'node:crypto'
import { type CivilDate, type Id } from '@lykta/incident'
import { appendCaseEvents, inNetwork, write } from '@lykta/register'
import type { Desk } from '../desk.ts'
import type { Notify } from '../notify.ts'
import { readWholeCases } from './read-cases.ts'

/** How many plans were due. */
export async function remindDue({ register, network, ...rest }: Desk, notify: Notify): Promise<number> {
  // As the server itself: nobody acts, and everybody is told.
  const desk: Desk = { register, network, ...rest, context: { network: network.id, member: 'operator' } }
  const due = await inNetwork(register, desk.context, async (transaction) => findDue(await readWholeCases(transaction, desk.today()), desk.today()))
  for (const { id, plan, organisation } of due) {
    await write(register, desk.context, { action: 'case.remind', object: `case:${id}` }, (transaction) =>
      appendCaseEvents(transaction, id, [{ id: randomUUID(), act: { kind: 'remind', plan }, at: new Date().toISOString() }]))
    notify(desk, { for: 'coordinators' })
    if (organisation !== null) notify(desk, { for: 'organisation', organisation })
  }
  return due.length
}

type Due = { readonly id: Id; readonly plan: Id; readonly organisation: Id | null }

function findDue(cases: Awaited<ReturnType<typeof readWholeCases>>, today: CivilDate): readonly Due[] {
  return cases.flatMap(({ stored: { id }, state: { plan, closed } }) =>
    closed === null && plan !== null && plan.remind !== null && plan.remind <= today && !plan.reminded ? [{ id, plan: plan.event, organisation: plan.organisation }] : [])
}
