// How many incidents of a period are still to be reported, and every gate before a number.
import type { Interval } from './inference/interval.ts'
import { normalQuantile } from './inference/normal.ts'
import { predictRestExact } from './inference/predict-rest-exact.ts'
import { twoProportions } from './inference/two-proportions.ts'
import { type DelayedReports, reportingDelay } from './reporting-delay.ts'

export type CompletionReason =
  /** Less than two years of collection: how many come after a year cannot have been seen. */
  | 'short-history'
  /** Fewer than 50 reports with both months known. */
  | 'few-reports'
  /** A step of the delay rests on fewer than 20 reports. */
  | 'thin-step'
  /** More than one in twenty comes in the last quarter of the window: later ones will too. */
  | 'still-arriving'
  /** Reports have become faster or slower: the older months do not tell of the newer. */
  | 'changing'
  /** Less than half of the period's can have come. */
  | 'too-new'

export type Completion = {
  /** Incidents of the period that were reported within the window, by the last month that is over. */
  readonly reported: number
  /** How many more are to be expected, within the window; null when a reason stands against it. */
  readonly missing: (Interval & { readonly estimate: number }) | null
  /** The share that has come. */
  readonly arrived: number | null
  readonly reasons: readonly CompletionReason[]
}

/** Months after the incident; what comes later is in no estimate. */
export const completionWindow = 12
const [fewestMonths, fewestReports, fewestAtRisk, mostLate, changedAt, leastArrived] = [24, 50, 20, 0.05, 0.05, 0.5]

/**
 * `from`, `to`: months of the period; `since`: the first of collection, `until`: the last that is over. The interval holds two errors, each at 97.5 %, so that both hold together at 95 %: that
 * of the delay (taken as large as for the period's newest month) and that of chance in what has not come (`predictRestExact`). No authority has set the gates; they are Lykta's.
 */
export function completionOf(reports: readonly DelayedReports[], period: { readonly from: number; readonly to: number }, collected: { readonly since: number; readonly until: number }): Completion {
  const { since, until } = collected
  const within = reports.filter(({ occurred, reported }) => occurred >= since && reported >= occurred && reported <= until && reported - occurred <= completionWindow)
  const [from, to] = [Math.max(period.from, since), Math.min(period.to, until)]
  const reported = sum(within.filter(({ occurred }) => occurred >= from && occurred <= to))
  const before: readonly CompletionReason[] = [
    ...(until - since + 1 < fewestMonths ? ['short-history' as const] : []),
    ...(sum(within) < fewestReports ? ['few-reports' as const] : []),
  ]
  // What would follow from too little is not computed: a number that exists gets told.
  if (before.length > 0 || to < from) return { reported, missing: null, arrived: null, reasons: before.length > 0 ? before : ['too-new'] }
  const { arrived, variance, atRisk } = reportingDelay(within, until, completionWindow)
  const months = Array.from({ length: to - from + 1 }, (_, index) => from + index)
  const shareOf = (month: number): number => arrived[Math.min(until - month, completionWindow)]!
  const expected = months.reduce((all, month) => all + sum(within.filter(({ occurred }) => occurred === month)) / shareOf(month), 0)
  // Of a period without a report: as if each month had as many.
  const share = reported === 0 ? months.length / months.reduce((all, month) => all + 1 / shareOf(month), 0) : reported / expected
  const reasons: readonly CompletionReason[] = [
    ...(atRisk.slice(1).some((risk) => risk < fewestAtRisk) ? ['thin-step' as const] : []),
    ...(lateShare(within, until) > mostLate ? ['still-arriving' as const] : []),
    ...(hasChanged(within, until) ? ['changing' as const] : []),
    ...(share < leastArrived ? ['too-new' as const] : []),
  ]
  if (reasons.length > 0) return { reported, missing: null, arrived: null, reasons }
  const spread = normalQuantile(1 - 0.0125) * Math.sqrt(variance[Math.min(until - to, completionWindow)]!)
  const [least, most] = [share * Math.exp(-spread), Math.min(1, share * Math.exp(spread))]
  const rest = (come: number): Interval => (come === 1 ? { lower: 0, upper: 0 } : predictRestExact({ count: reported, months: come, remainingMonths: 1 - come, level: 0.975 }))
  return { reported, missing: { estimate: reported / share - reported, lower: rest(most).lower, upper: rest(least).upper }, arrived: share, reasons: [] }
}

const sum = (reports: readonly DelayedReports[]): number => reports.reduce((all, { count }) => all + count, 0)

/** Months old enough to have had the whole window. */
const complete = (reports: readonly DelayedReports[], until: number): readonly DelayedReports[] => reports.filter(({ occurred }) => occurred + completionWindow <= until)

function lateShare(reports: readonly DelayedReports[], until: number): number {
  const old = complete(reports, until)
  return old.length === 0 ? 1 : sum(old.filter(({ occurred, reported }) => reported - occurred > 0.75 * completionWindow)) / sum(old)
}

/** Fisher's exact test: whether as many came by the month after, in the older half of the complete months as in the newer. */
function hasChanged(reports: readonly DelayedReports[], until: number): boolean {
  const old = complete(reports, until)
  const ends = old.map(({ occurred }) => occurred)
  const middle = (Math.min(...ends) + Math.max(...ends)) / 2
  const answers = [old.filter(({ occurred }) => occurred <= middle), old.filter(({ occurred }) => occurred > middle)]
    .map((half) => ({ yes: sum(half.filter(({ occurred, reported }) => reported - occurred <= 1)), base: sum(half) }))
  const [first, second] = answers
  return first!.base > 0 && second!.base > 0 && twoProportions({ first: first!, second: second! }).fisherP < changedAt
}
