// Periods and their exposure: the part of a period in which the network collected, in months.
import { type CivilDate, lastDayOfMonth } from '@lykta/incident'
import { Temporal } from 'temporal-polyfill'

export type Period = {
  /** "2019", "2019-04", "2019-Q1", "2019-H1", "2017–2018" as "2017-2018", or "all". */
  readonly id: string
  /** Calendar bounds, both inclusive. */
  readonly from: CivilDate
  readonly to: CivilDate
  /** Exposure: sum over calendar months of days collected ÷ days in that month. */
  readonly months: number
}

/** The days on which the network collected: from its start to the day the count speaks of. */
export type Collection = {
  readonly from: CivilDate
  readonly to: CivilDate
}

export function periodOf(id: string, from: CivilDate, to: CivilDate, collection: Collection): Period {
  return { id, from, to, months: exposureMonths(from, to, collection) }
}

export function yearPeriod(year: number, collection: Collection): Period {
  return periodOf(String(year), `${year}-01-01`, `${year}-12-31`, collection)
}

/** One period a year from first to last, and none for `all`. */
export function yearPeriods(first: number, last: number, collection: Collection): readonly Period[] {
  return Array.from({ length: last - first + 1 }, (_, index) => yearPeriod(first + index, collection))
}

export function wholePeriod(first: number, last: number, collection: Collection): Period {
  return periodOf('all', `${first}-01-01`, `${last}-12-31`, collection)
}

/** The parts of a year: 12 months, 4 quarters or 2 half-years. */
export function partsOfYear(year: number, monthsEach: 1 | 3 | 6, collection: Collection): readonly Period[] {
  return Array.from({ length: 12 / monthsEach }, (_, index) => {
    const first = index * monthsEach + 1
    const pad = (month: number): string => String(month).padStart(2, '0')
    const from = `${year}-${pad(first)}-01`
    const to = lastDayOfMonth(`${year}-${pad(first + monthsEach - 1)}-01`)
    const id = monthsEach === 1 ? `${year}-${pad(first)}` : `${year}-${monthsEach === 3 ? 'Q' : 'H'}${index + 1}`
    return periodOf(id, from, to, collection)
  })
}

/** Neighbouring periods as one: "2017" and "2018" become "2017-2018". */
export function mergePeriods(periods: readonly Period[], collection: Collection): Period {
  const first = periods[0]
  const last = periods.at(-1)
  if (!first || !last) throw new Error('mergePeriods: no period')
  if (first === last) return first
  return periodOf(`${first.id}-${last.id}`, first.from, last.to, collection)
}

/** Months of the period in which the network collected; Nov–Dec of a year that began on 1 November is 2. */
export function exposureMonths(from: CivilDate, to: CivilDate, collection: Collection): number {
  const start = from > collection.from ? from : collection.from
  const end = to < collection.to ? to : collection.to
  if (start > end) return 0
  let months = 0
  let month = Temporal.PlainDate.from(start).toPlainYearMonth()
  const last = Temporal.PlainDate.from(end)
  for (; Temporal.PlainYearMonth.compare(month, last.toPlainYearMonth()) <= 0; month = month.add({ months: 1 })) {
    const first = month.toPlainDate({ day: 1 }).toString()
    const final = lastDayOfMonth(first)
    const dayFrom = Number((start > first ? start : first).slice(8))
    const dayTo = Number((end < final ? end : final).slice(8))
    months += (dayTo - dayFrom + 1) / month.daysInMonth
  }
  return months
}
