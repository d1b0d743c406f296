// Every figure of the annual report by year, with rates, comparisons and notes: what `lykta count` prints.
import { catalogueOf, type Indicator } from '@lykta/incident'
import { inNetwork, readOwnIndicators } from '@lykta/register'
import { type Basis, figuresOf, figureTables, partsOfYear, wholePeriod, yearPeriods } from '@lykta/statistics'
import type { NetworkFigures } from '../render-figures.ts'
import { compareAll, rateOf } from './compare-years.ts'
import { countAt, type Moment, notesAt } from './count-network.ts'
import type { Desk } from './desk.ts'

export type YearRange = { readonly from: number; readonly to: number; readonly basis: Basis }

export async function countFigures(desk: Desk, moment: Moment, { from, to, basis }: YearRange): Promise<NetworkFigures & { readonly network: { readonly id: string } }> {
  const { collection } = moment
  const years = yearPeriods(from, to, collection)
  const periods = [...years, wholePeriod(from, to, collection)]
  const total = figureTables.filter(({ id }) => id === 'incidents')
  const [tables, ...ofMonths] = await countAt(desk, moment, [
    { specs: figureTables, periods, basis },
    ...years.map((_, index) => ({ specs: total, periods: partsOfYear(from + index, 1, collection), basis })),
  ])
  const incidents = tables!.find(({ spec }) => spec.id === 'incidents')!.base
  return {
    network: { id: desk.network.id, name: desk.network.name, sample: desk.network.sample },
    asOf: { position: moment.position, at: moment.at },
    ...figuresOf(tables!, periods, await notesAt(desk, moment, basis)),
    rates: periods.map((period, index) => rateOf(incidents[index]!.count, period.months)),
    months: ofMonths.map(([table], index) => {
      const counts = table!.base.map(({ count }) => count)
      return {
        year: years[index]!.id,
        values: table!.periods.map(({ id, months }, month) => ({ period: id, months, count: counts[month]! })),
        inNoMonth: counts.reduce((left, count) => left - count, incidents[index]!.count),
      }
    }),
    comparisons: compareAll(years, tables!.find(({ spec }) => spec.id === 'incidents')!, collection),
  }
}

/** The indicators that had words at the moment: shipped, and the network's own. */
export async function catalogueAt(desk: Desk, { position }: Moment): Promise<readonly Indicator[]> {
  const own = await inNetwork(desk.register, desk.context, (transaction) => readOwnIndicators(transaction, position))
  return catalogueOf(own.map(({ indicator }) => indicator))
}
