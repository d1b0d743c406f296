// Incidents that came after their year was printed: which ones no edition has told of yet, and how many have been told of.
import type { LateReports } from '@lykta/disclosure'
import { findEditionProtocol, inNetwork, type ReadTransaction } from '@lykta/register'
import { lateBySql, mergePeriods, type RevisedYears, yearPeriods } from '@lykta/statistics'
import type { Moment } from './count-network.ts'
import type { Desk } from './desk.ts'

export type FoundLate = {
  readonly reports: LateReports
  /** Ids of those that wait. */
  readonly waiting: readonly string[]
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
    const all = revised ? [...found.filter(({ incident }) => !revised.touched.has(incident)), ...revised.late] : found
    const late = all.filter(({ incident }) => !told.has(incident))
    const shares = [...Map.groupBy(late, ({ organisation }) => organisation).values()].map((list) => list.length)
    const years = yearPeriods(Number(collection.from.slice(0, 4)), last.through, collection)
    return {
      reports: {
        period: mergePeriods(years, collection),
        told: [...told].filter((incident) => !revised?.taken.has(incident)).length,
        waiting: { count: late.length, atLeast: false, incidents: late.length, organisations: shares.length, largest: Math.max(0, ...shares) },
      },
      waiting: late.map(({ incident }) => incident),
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
