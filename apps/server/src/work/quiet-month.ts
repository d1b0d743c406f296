// "Nothing to report this month": an answer too, since it tells a quiet month from one in which nobody looked.
// (No table counts it yet: docs/statistics.md, Participants, says why.)
import { type Id, problem, ProblemError } from '@lykta/incident'
import { appendQuietMonth, getNetwork, inNetwork, readOrganisations, readQuietMonths, write } from '@lykta/register'
import type { QuietMonth } from '../api/member-types.ts'
import type { Desk } from './desk.ts'

/** False when the same stands already. Refuses months to come, before collection began, or in which the organisation was no member. */
export async function tellQuietMonth(desk: Desk, organisation: Id | null, { month, withdrawn }: QuietMonth): Promise<boolean> {
  if (organisation === null) throw new ProblemError([problem('quiet-month.no-organisation')])
  const { stands, isMember } = await inNetwork(desk.register, desk.context, async (transaction) => {
    const { position } = await getNetwork(transaction)
    const own = (await readOrganisations(transaction, position)).find((one) => one.organisation.id === organisation)?.organisation
    const told = await readQuietMonths(transaction, organisation)
    return {
      stands: told.some((one) => one.month === month && !one.withdrawn),
      isMember: own !== undefined && own.joined !== null && own.joined.slice(0, 7) <= month && (own.left === null || own.left.slice(0, 7) >= month),
    }
  })
  if (stands === !withdrawn) return false
  if (!isMember || month > desk.today().slice(0, 7) || month < desk.network.collectionStart.slice(0, 7)) throw new ProblemError([problem('quiet-month.outside')])
  await write(desk.register, desk.context, { action: withdrawn ? 'quiet-month.withdraw' : 'quiet-month.tell', object: `organisation:${organisation}` }, (transaction) =>
    appendQuietMonth(transaction, { organisation, month, withdrawn }))
  return true
}
