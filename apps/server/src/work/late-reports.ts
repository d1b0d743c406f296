// Incidents that came after their year was printed: which ones no edition has told of yet, and how many have been told of.
import type { LateReports } from '@lykta/disclosure'
import { findEditionProtocol, inNetwork, type ReadTransaction } from '@lykta/register'
import { lateBySql, mergePeriods, yearPeriods } from '@lykta/statistics'
import type { Moment } from './count-network.ts'
import type { Desk } from './desk.ts'

export type FoundLate = {
  readonly reports: LateReports
  /** Ids of those that wait. */
  readonly waiting: readonly string[]
}

/** `editions`: ids of the ledger's. Undefined before the first. */
export async function findLate(desk: Desk, { position, collection, vintages = [] }: Moment, editions: readonly string[]): Promise<FoundLate | undefined> {
  const last = vintages.at(-1)
  if (!last) return undefined
  return inNetwork(desk.register, desk.context, async (transaction) => {
    const told = await toldBy(transaction, editions)
    const late = (await lateBySql(transaction.run, { network: desk.network.id, position, vintages }, collection)).filter(({ incident }) => !told.has(incident))
    const shares = [...Map.groupBy(late, ({ organisation }) => organisation).values()].map((list) => list.length)
    const years = yearPeriods(Number(collection.from.slice(0, 4)), last.through, collection)
    return {
      reports: {
        period: mergePeriods(years, collection),
        told: told.size,
        waiting: { count: late.length, atLeast: false, incidents: late.length, organisations: shares.length, largest: Math.max(0, ...shares) },
      },
      waiting: late.map(({ incident }) => incident),
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
