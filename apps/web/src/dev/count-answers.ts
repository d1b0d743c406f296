// The stand-in server's counts: the real counting over the sample, so that pages are built on true figures.
import {
  type CountInput, type CountTable, type Collection, countInMemory, directionOf, effortOf, notesInMemory, partsOfYear, type Period, poissonRate, reportTables,
  type TableSpec, trendsOf, wholePeriod, yearPeriod, yearPeriods,
} from '@lykta/statistics'
import type { NoDirection, OverviewAnswer, PeriodComparison, RateInterval, StatisticsAnswer } from '../../../server/src/api/types.ts'

export type Counted = { readonly input: CountInput; readonly collection: Collection }

const asOf = { position: 3, at: '2020-03-02T08:15:00Z' }
const incidents: TableSpec = { id: 'incidents', unit: 'incident', by: [], base: 'all' }

function count({ input, collection }: Counted, specs: readonly TableSpec[], periods: readonly Period[]): readonly CountTable[] {
  return countInMemory(input, specs, periods, { collection, basis: 'occurred' })
}

function rateOf(count: number, months: number): RateInterval {
  const { rate, lower, upper } = poissonRate({ count, months })
  return { estimate: rate, low: lower, high: upper }
}

const reasons: Readonly<Record<string, readonly NoDirection[]>> = {
  'nothing-collected': ['short-exposure'], 'interval-includes-one': ['may-be-chance'], 'short-period': ['short-exposure'], 'start-of-collection': ['start-of-collection'],
}

function compare(table: CountTable, index: number, collection: Collection): PeriodComparison {
  const [earlier, later] = [table.periods[index - 1]!, table.periods[index]!]
  const [before, after] = [table.base[index - 1]!.count, table.base[index]!.count]
  const found = directionOf({
    earlier: { unit: 'incident', count: before, ...earlier },
    later: { unit: 'incident', count: after, ...later },
    collectionStart: collection.from,
    effortShown: true,
  })
  const noDirection = [...found.reasons.flatMap((reason) => reasons[reason] ?? []), ...(later.to > collection.to ? (['not-over'] as const) : [])]
  return {
    earlier: { period: earlier, count: before, perMonth: rateOf(before, earlier.months) },
    later: { period: later, count: after, perMonth: rateOf(after, later.months) },
    ratio: { estimate: found.ratio, low: found.lower ?? 0, high: found.upper },
    direction: noDirection.length > 0 ? 'none' : found.direction === 'increase' ? 'higher' : 'lower',
    noDirection,
  }
}

const sum = (table: CountTable): number => table.base.reduce((all, cell) => all + cell.count, 0)

export function overviewAnswer(counted: Counted, year: number): OverviewAnswer {
  const { input, collection } = counted
  const [first, last] = [Number(collection.from.slice(0, 4)), Number(collection.to.slice(0, 4))]
  const periods = year > first ? yearPeriods(year - 1, year, collection) : [yearPeriod(year, collection)]
  const years = count(counted, [incidents], yearPeriods(first, last, collection))[0]!
  const months = count(counted, [incidents], partsOfYear(year, 1, collection))[0]!
  return {
    year, asOf, months, years,
    tables: count(counted, reportTables, periods),
    inNoMonth: years.base[year - first]!.count - sum(months),
    inNoYear: sum(count(counted, [incidents], [wholePeriod(first, last, collection)])[0]!) - sum(years),
    comparison: year > first ? compare(years, year - first, collection) : null,
    efforts: effortOf(periods, [], null, collection.from),
    notes: notesInMemory(input, { collection, basis: 'occurred' }),
  }
}

export function statisticsAnswer(counted: Counted, from: number, to: number): StatisticsAnswer {
  const { input, collection } = counted
  const years = yearPeriods(from, to, collection)
  const periods = years.length > 1 ? [...years, wholePeriod(from, to, collection)] : years
  const tables = count(counted, reportTables, periods)
  const total = tables[0]!
  return {
    asOf, periods, tables,
    months: years.map((_, index) => {
      const table = count(counted, [incidents], partsOfYear(from + index, 1, collection))[0]!
      return { year: from + index, table, inNoMonth: total.base[index]!.count - sum(table) }
    }),
    rates: periods.map((period, index) => (period.months > 0 ? rateOf(total.base[index]!.count, period.months) : null)),
    comparisons: years.slice(1).map((_, index) => compare(total, index + 1, collection)),
    efforts: effortOf(years, [], null, collection.from),
    trends: trendsOf({
      periods: years.map((year, index) => ({ unit: 'incident', count: total.base[index]!.count, ...year })), collectionStart: collection.from, collectedTo: collection.to, effortShown: true,
    }),
    overMonths: null,
    rest: null,
    notes: notesInMemory(input, { collection, basis: 'occurred' }),
  }
}
