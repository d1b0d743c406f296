// The overview and the statistics, as the coordinator reads them: raw counts, what may be said of them, and effort beside.
import type { CountNotes, CountTable, EffortOfPeriod, Period, Said, Trends } from '@lykta/statistics'
import type { AsOf } from './types.ts'

// ── GET /api/overview?year=2019 and GET /api/statistics?from=2017&to=2019 ────────────────────────────────────────

/** Ends at infinity are null. */
export type RateInterval = {
  readonly estimate: number | null
  readonly low: number
  readonly high: number | null
}

/** Why no direction is given, in this order when several hold. */
export type NoDirection =
  /** The interval of the ratio contains 1. */
  | 'may-be-chance'
  /** One of the periods has less than six months of exposure. */
  | 'short-exposure'
  /** One of the periods lies wholly within the first six months of collection. */
  | 'start-of-collection'
  /** One of the periods is not over yet. */
  | 'not-over'
  /** It would hold alone, and does not when account is taken of how many years are compared. */
  | 'one-of-several'

/** Incidents of two periods, per month of exposure: exact Poisson intervals and the exact conditional ratio (95 %). */
export type PeriodComparison = {
  readonly earlier: { readonly period: Period; readonly count: number; readonly perMonth: RateInterval }
  readonly later: { readonly period: Period; readonly count: number; readonly perMonth: RateInterval }
  /** Later over earlier. */
  readonly ratio: RateInterval
  /** "higher" or "lower" only when `noDirection` is empty; the page then shows effort (participants) beside it. */
  readonly direction: 'higher' | 'lower' | 'none'
  readonly noDirection: readonly NoDirection[]
}

/** The year's figures with the year before; raw counts, for the coordinator alone. */
export type OverviewAnswer = {
  readonly year: number
  readonly asOf: AsOf
  /** `periods` of each table: the year before (when collected at all), then the year. Every table of `reportTables`. */
  readonly tables: readonly CountTable[]
  /** Incidents per month of the year: one table without dimensions, twelve periods. */
  readonly months: CountTable
  /** Incidents per year from collection start: one table without dimensions, a period a year. */
  readonly years: CountTable
  /** Incidents of the year whose date is known only to more than one month: in the year and in no month. */
  readonly inNoMonth: number
  /** Incidents whose date is not known to a year: in all years together and in none of them. */
  readonly inNoYear: number
  /** Null for the first year of collection. */
  readonly comparison: PeriodComparison | null
  /** Of the periods of `tables`, in their order. */
  readonly efforts: readonly EffortOfPeriod[]
  readonly notes: CountNotes
}

/** Every table of the annual report; raw counts, for the coordinator alone. */
export type StatisticsAnswer = {
  readonly asOf: AsOf
  /** One period a year, then "all" when there is more than one; the periods of every table. */
  readonly periods: readonly Period[]
  /** One for each of `reportTables`, in that order. */
  readonly tables: readonly CountTable[]
  /** Incidents per month, one table without dimensions for each year, in the order of `periods`. */
  readonly months: readonly { readonly year: number; readonly table: CountTable; readonly inNoMonth: number }[]
  /** Incidents per month of exposure, one for each of `periods`; null without exposure. */
  readonly rates: readonly (RateInterval | null)[]
  /** Each year with the one before it. */
  readonly comparisons: readonly PeriodComparison[]
  /** Of each year. */
  readonly efforts: readonly EffortOfPeriod[]
  /** What may be said of the years, of the months in them, and of what the running year may still bring. */
  readonly trends: Trends
  readonly overMonths: { readonly spread: Said; readonly dispersion: number; readonly p: number } | null
  readonly rest: Said | null
  readonly notes: CountNotes
}
