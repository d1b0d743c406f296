// When several periods may be told as one trend, and why not where they may not: the rule of two periods, for each of them.
import type { CivilDate } from '@lykta/incident'
import { type IncidentPeriod, type NoDirectionReason, reasonsOfPeriods } from './direction.ts'
import { testEqualRates, type EqualRates } from './inference/equal-rates.ts'
import { findRateTrend, type RateTrend } from './inference/rate-trend.ts'

export type TrendReason = NoDirectionReason
  /** Two periods are a comparison, not a trend. */
  | 'two-periods'
  /** The rates differ about the line by more than chance gives, so a line does not describe them. */
  | 'no-line'
  /** A period is still running. */
  | 'not-over'

export type TrendDirection = {
  readonly perPeriod: RateTrend['ratePerStep'] | null
  /** Exact where the sum allows it. */
  readonly p: number | null
  readonly equalRates: EqualRates | undefined
  readonly direction: 'increase' | 'decrease' | null
  readonly reasons: readonly TrendReason[]
}

/** About the line, Pearson's chi-square over its degrees of freedom; above this, a straight line is no summary. */
const mostDispersion = 2

/** Periods in order, each a step; those without a month of collection are left out before anything is computed. */
export function trendOf(input: { readonly periods: readonly IncidentPeriod[]; readonly collectionStart: CivilDate; readonly effortShown: boolean; readonly collectedTo?: CivilDate | undefined; readonly level?: number }): TrendDirection {
  const { collectionStart, effortShown, collectedTo, level = 0.95 } = input
  const periods = input.periods.filter(({ months }) => months > 0)
  const found = findRateTrend({ periods: periods.map(({ count, months }, score) => ({ count, months, score })), level })
  const p = found ? (found.exact?.p ?? found.score.p) : undefined
  const inside = found !== undefined && found.ratePerStep.lower <= 1 && found.ratePerStep.upper >= 1
  const holds: Readonly<Record<TrendReason, boolean>> = {
    ...reasonsOfPeriods(periods, collectionStart, effortShown),
    'nothing-collected': found === undefined,
    // Wald's interval and the exact test may disagree near the edge; a direction needs both.
    'interval-includes-one': found !== undefined && (inside || p === undefined || p >= 1 - level),
    'two-periods': periods.length < 3,
    'no-line': found?.dispersion !== undefined && found.dispersion > mostDispersion,
    'not-over': collectedTo !== undefined && periods.some(({ to }) => to > collectedTo),
  }
  const reasons = (Object.keys(holds) as TrendReason[]).filter((reason) => holds[reason])
  return {
    perPeriod: found?.ratePerStep ?? null,
    p: p ?? null,
    equalRates: testEqualRates(periods),
    direction: !found || reasons.length > 0 ? null : found.slope > 0 ? 'increase' : 'decrease',
    reasons,
  }
}
