// What is left of a year once some of its parts are told: the year's total will tell it, so it must be able to stand by itself.
import { type Count, mayTellLate, type Policy } from '@lykta/disclosure'
import { type Collection, type CountCell, type CountTable, partsOfYear, type Period, yearPeriod } from '@lykta/statistics'

export type RestRequest = {
  readonly count: Count
  readonly policy: Policy
  readonly publicThreshold: number
  /** To the day on which the report is made: so much is known of the year. */
  readonly collection: Collection
}

/**
 * Totals of years are never hidden, so the annual report will give the difference to all that was told. True when nothing is left, or what
 * is left is enough for the strictest readers: a report may never cost the network its annual one (docs/decisions/0037).
 */
export async function mayBeLeft({ count, policy, publicThreshold, collection }: RestRequest, year: number, told: readonly Period[]): Promise<boolean> {
  const months = partsOfYear(year, 1, collection).filter(({ from, to }) => to >= collection.from && !told.some((part) => part.from <= from && part.to >= to))
  if (months.length === 0) return true
  const spec = { id: 'rest', unit: 'incident', by: [], base: 'all' } as const
  const sumOf = ({ base }: CountTable): number => base.reduce((sum, cell) => sum + cell.count, 0)
  // An event that several reported is one incident of the year, and each one's own.
  const [all] = await count([spec], months)
  const shares = (await count([spec], months, true)).map(sumOf).filter((share) => share > 0)
  const incidents = sumOf(all!)
  const waiting: CountCell = { count: incidents, atLeast: false, incidents, organisations: shares.length, largest: Math.max(0, ...shares) }
  return mayTellLate({ period: yearPeriod(year, collection), told: 0, waiting, publicThreshold }, policy)
}
