// Incidents that came after their year was printed: which ones no edition has told of yet, and how many have been told of. Reports of one event are one.
import type { LateReports } from '@lykta/disclosure'
import { findEditionProtocol, inNetwork, type ReadTransaction } from '@lykta/register'
import { lateBySql, type LateReport, mergePeriods, readEvents, type RevisedYears, yearPeriods } from '@lykta/statistics'
import { cellOfEvents } from './cell-of-events.ts'
import type { Moment } from './count-network.ts'
import type { Desk } from './desk.ts'

export type FoundLate = {
  readonly reports: LateReports
  /** Ids of those that wait, one report of each event: what is told of is kept by it, whatever is linked later. */
  readonly waiting: readonly string[]
  /** Every report that is late, told of or not. */
  readonly late: readonly LateReport[]
  /** Which event each incident is linked to as a report of it. */
  readonly events: ReadonlyMap<string, string>
  /** Ids of all that an edition told of, whether or not they are late still. */
  readonly toldBefore: ReadonlySet<string>
}

/** `editions`: ids of the ledger's. `revised`: where a year was printed anew; who counts in it is late no more. Undefined before the first. */
export async function findLate(desk: Desk, { position, collection, vintages = [] }: Moment, editions: readonly string[], revised?: RevisedYears): Promise<FoundLate | undefined> {
  const last = vintages.at(-1)
  if (!last) return undefined
  return inNetwork(desk.register, desk.context, async (transaction) => {
    const told = await toldBy(transaction, editions)
    const found = await lateBySql(transaction.run, { network: desk.network.id, position, vintages }, collection)
    const events = await readEvents(transaction.run, desk.network.id, position)
    const all = revised ? [...found.filter(({ incident }) => !revised.touched.has(incident)), ...revised.late] : found
    // Another report of an event that was told of tells of nothing new, also once the one that was told of is withdrawn.
    const toldEvents = new Set([...told].flatMap((incident) => events.get(incident) ?? []))
    const late = all.filter(({ incident }) => !told.has(incident) && !toldEvents.has(events.get(incident) ?? ''))
    const years = yearPeriods(Number(collection.from.slice(0, 4)), last.through, collection)
    return {
      reports: {
        period: mergePeriods(years, collection),
        told: [...told].filter((incident) => !revised?.taken.has(incident)).length,
        waiting: cellOfEvents(late),
      },
      waiting: [...Map.groupBy(late, ({ event }) => event).values()].map(([first]) => first!.incident),
      late: all,
      events,
      toldBefore: told,
    }
  })
}

/** One that was told of stays told of, also when it is withdrawn. */
async function toldBy(transaction: ReadTransaction, editions: readonly string[]): Promise<ReadonlySet<string>> {
  const told = new Set<string>()
  for (const id of editions) {
    const protocol = (await findEditionProtocol(transaction, id)) as { readonly lateTold?: readonly string[] } | undefined
    for (const incident of protocol?.lateTold ?? []) told.add(incident)
  }
  return told
}
