// Effort: trainings and outreach passes as they were entered, and what was done in periods, which stands beside every trend.
import { type Id, problem, ProblemError } from '@lykta/incident'
import { appendEfforts, getNetwork, inNetwork, readEfforts, readOrganisations, type ReadTransaction, type StoredEffort, write } from '@lykta/register'
import { type Activity, effortOf, type EffortOfPeriod, type Period, yearPeriods } from '@lykta/statistics'
import type { CallerOf } from '../../access/caller.ts'
import type { EffortEntry, EffortRequest, EffortsAnswer } from '../../api/meeting-types.ts'
import type { Desk } from '../desk.ts'
import { isMemberWithin } from './member-months.ts'

export async function listEfforts(desk: Desk): Promise<EffortsAnswer> {
  const collection = { from: desk.network.collectionStart, to: desk.today() }
  const years = yearPeriods(Number(collection.from.slice(0, 4)), Number(collection.to.slice(0, 4)), collection)
  const [efforts, ofYears] = await Promise.all([inNetwork(desk.register, desk.context, readEfforts), effortIn(desk, years)])
  return { efforts: efforts.map(entryOf), years: ofYears }
}

/** As it stands now, with the organisations that looked: for whoever sees raw counts. */
export async function effortIn(desk: Desk, periods: readonly Period[]): Promise<readonly EffortOfPeriod[]> {
  return inNetwork(desk.register, desk.context, async (transaction) => effortOf(periods, await readEfforts(transaction), await readActivities(transaction), desk.network.collectionStart))
}

/** As it stood when an edition was frozen, like the edition's tables; for readers, who see no row of a report. */
export async function frozenEffort(desk: Desk, periods: readonly Period[], asOf: number): Promise<readonly EffortOfPeriod[]> {
  return inNetwork(desk.register, desk.context, async (transaction) => effortOf(periods, await readEfforts(transaction, asOf), null, desk.network.collectionStart))
}

/** False when it stands already; undefined when the caller may not speak for that organisation. Refuses months to come, before collection, or in which the organisation was no member. */
export async function enterEffort(desk: Desk, caller: CallerOf, id: Id, sent: EffortRequest): Promise<boolean | undefined> {
  if (caller.role !== 'coordinator' && sent.organisation !== caller.organisation) return undefined
  const { stands, isMember } = await inNetwork(desk.register, desk.context, async (transaction) => {
    const known = await readOrganisations(transaction, (await getNetwork(transaction)).position)
    const own = known.find((one) => one.organisation.id === sent.organisation)?.organisation
    return {
      stands: (await readEfforts(transaction)).find((one) => one.id === id),
      isMember: own !== undefined && isMemberWithin(own, sent.month, sent.month),
    }
  })
  if (stands && caller.role !== 'coordinator' && stands.organisation !== caller.organisation) return undefined
  if (stands && isSame(stands, { id, ...sent })) return false
  if (!isMember || sent.month > desk.today().slice(0, 7) || sent.month < desk.network.collectionStart.slice(0, 7)) throw new ProblemError([problem('effort.outside')])
  if (sent.kind === 'outreach' && sent.people !== null) throw new ProblemError([problem('effort.people')])
  if (sent.revision !== (stands?.revision ?? 0) + 1) throw new ProblemError([problem('register.changed-meanwhile')])
  await write(desk.register, desk.context, { action: sent.withdrawn ? 'effort.withdraw' : 'effort.enter', object: `organisation:${sent.organisation}` }, (transaction) => appendEfforts(transaction, [{ id, ...sent }]))
  return true
}

function isSame(one: StoredEffort, other: StoredEffort): boolean {
  return (Object.keys(one) as (keyof StoredEffort)[]).every((field) => one[field] === other[field])
}

function entryOf({ id, revision, organisation, kind, month, times, people }: StoredEffort): EffortEntry {
  return { id, revision, organisation, kind, month, times, people }
}

/** Members that in a month reported, said that there was nothing to report (of the month, or to a meeting in it), or made an effort. */
async function readActivities(transaction: ReadTransaction): Promise<readonly Activity[]> {
  const { run, network } = transaction
  const known = new Map((await readOrganisations(transaction, (await getNetwork(transaction)).position)).map(({ organisation }) => [organisation.id, organisation]))
  const rows = await run(
    `select organisation_id as organisation, to_char(reported_on, 'YYYY-MM') as month from lykta.incident_fact
       where network_id = $1 and from_position is not null and until_position is null and not withdrawn and organisation_id is not null and reported_on is not null
     union select organisation_id, month from lykta.quiet_month where network_id = $1 and from_position is not null and until_position is null and not withdrawn
     union select i.organisation_id, to_char(r.held_on, 'YYYY-MM') from lykta.meeting_item i
       join lykta.meeting_revision r on r.network_id = i.network_id and r.meeting_id = i.meeting_id and r.until_position is null and r.state <> 'cancelled'
       where i.network_id = $1 and i.kind = 'situation' and i.from_position is not null and i.until_position is null
     union select organisation_id, month from lykta.effort where network_id = $1 and from_position is not null and until_position is null and not withdrawn`,
    [network],
  )
  // A source outside the network, and who has left it, are among no members.
  return (rows as readonly Activity[]).filter(({ organisation, month }) => known.has(organisation) && isMemberWithin(known.get(organisation)!, month, month))
}
