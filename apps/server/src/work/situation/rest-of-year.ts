// What is left of a year once some of its parts are told: the year's total will tell it, so it must be able to stand by itself.
import { type Count, mayTellLate, type Policy } from '@lykta/disclosure'
import { type Collection, type CountCell, emptyCell, partsOfYear, type Period, yearPeriod } from '@lykta/statistics'

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
  const own = await count([{ id: 'rest', unit: 'incident', by: [], base: 'all' }], months, true)
  const shares = own.map(({ base }) => base.reduce((sum, cell) => sum + cell.count, 0)).filter((share) => share > 0)
  const incidents = shares.reduce((sum, share) => sum + share, 0)
  const waiting: CountCell = { ...emptyCell, count: incidents, incidents, organisations: shares.length, largest: Math.max(0, ...shares) }
  return mayTellLate({ period: yearPeriod(year, collection), told: 0, waiting, publicThreshold }, policy)
}
