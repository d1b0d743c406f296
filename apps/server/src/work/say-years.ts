// What may be said of raw yearly counts, for the coordinator: the years, the months in them, and the rest of a running year.
import { type CountTable, exposureMonths, type Period, type Said, sayRest, saySpread, testEqualRates, type Trends, trendsOf, type Collection } from '@lykta/statistics'

export type YearsSaid = {
  readonly trends: Trends
  /** Whether months differ by more than chance gives, which makes every interval too narrow; null where nothing can be tested. */
  readonly overMonths: { readonly spread: Said; readonly dispersion: number; readonly p: number } | null
  /** Null where no year is running, or nothing of it has been collected. */
  readonly rest: Said | null
}

export function sayYears(years: readonly Period[], incidents: CountTable, months: readonly CountTable[], collection: Collection): YearsSaid {
  const counts = years.map((_, index) => incidents.base[index]!.count)
  const trends = trendsOf({
    periods: years.map(({ from, to, months: exposure }, index) => ({ unit: 'incident', count: counts[index]!, from, to, months: exposure })),
    collectionStart: collection.from, collectedTo: collection.to, effortShown: true,
  })
  const byMonth = months.flatMap((table) => table.periods.map((period, index) => ({ count: table.base[index]!.count, months: period.months }))).filter((month) => month.months > 0)
  const equal = byMonth.length < 2 ? undefined : testEqualRates(byMonth)
  return {
    trends,
    overMonths: equal === undefined ? null : { p: equal.p, dispersion: equal.chiSquare / equal.df, spread: inBoth((language) => saySpread(byMonth, language, equal)!) },
    rest: restOf(years.at(-1), counts.at(-1), collection),
  }
}

/** Of the last year, while it is running: what has come, and the whole of its calendar that is left. */
function restOf(year: Period | undefined, count: number | undefined, { to }: Collection): Said | null {
  if (!year || count === undefined || year.months <= 0 || to >= year.to || to < year.from) return null
  const whole = exposureMonths(year.from, year.to, { from: year.from, to: year.to })
  const passed = exposureMonths(year.from, to, { from: year.from, to })
  const remainingMonths = whole - passed
  return remainingMonths <= 0 ? null : inBoth((language) => sayRest({ count, months: year.months, remainingMonths }, language))
}

const inBoth = (say: (language: 'sv' | 'en') => string): Said => ({ sv: say('sv'), en: say('en') })
