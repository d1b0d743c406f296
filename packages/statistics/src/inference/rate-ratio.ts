// The ratio of two rates with its exact interval: how much one period's rate is of another's.
import { betaQuantileOdds, probabilityOf } from './beta-quantile.ts'
import { checkCounts, checkPositive } from './checks.ts'
import { binomial, midTail, pByProbability, pCentral } from './count-distribution.ts'
import { findRoot } from './find-root.ts'
import { type Interval, tailOf } from './interval.ts'

/** A count and the months in which it was collected. */
export type ExposedCount = {
  readonly count: number
  readonly months: number
}

export type RateRatio = Interval & {
  /** First rate over second; `Infinity` if the second count is 0, `NaN` if both are. */
  readonly ratio: number
  /** Twice the smaller tail: below 1 − level exactly when the interval leaves out 1. */
  readonly p: number
  /** Mid-p counts half of the observed outcome: shorter, a little below its level at times. */
  readonly midP: Interval & { readonly p: number }
  /** R's two-sided p; may contradict the interval, so not for showing beside it. */
  readonly pByProbability: number
}

/**
 * Given their sum n, the first count is Binomial(n, π) with π / (1 − π) = ratio · months₁ / months₂, so Clopper and
 * Pearson's limits for π become limits for the ratio (J. Przyborowski & H. Wilenski, Biometrika 31 (1940) 313–323;
 * E. L. Lehmann & J. P. Romano, Testing Statistical Hypotheses, §4.5). Throws without exposure in either.
 */
export function rateRatio(input: { first: ExposedCount; second: ExposedCount; level?: number }): RateRatio {
  const { first, second, level = 0.95 } = input
  checkCounts('rateRatio', first.count, second.count)
  checkPositive('rateRatio', first.months, second.months)
  const tail = tailOf(level)
  const [x, y] = [first.count, second.count]
  const perOdds = second.months / first.months
  const months = first.months + second.months
  const equal = binomial(x + y, first.months / months, second.months / months)
  const [lower, upper] = [equal.atMost(x), equal.atLeast(x)]
  const point = equal.probability(x)
  return {
    ratio: x / first.months / (y / second.months),
    lower: x === 0 ? 0 : betaQuantileOdds(tail, x, y + 1) * perOdds,
    upper: y === 0 ? Infinity : betaQuantileOdds(tail, x + 1, y, 'upper') * perOdds,
    p: pCentral(lower, upper),
    midP: {
      lower: x === 0 ? 0 : midPOdds(tail, x, y, 'atLeast') * perOdds,
      upper: y === 0 ? Infinity : midPOdds(tail, x, y, 'atMost') * perOdds,
      p: pCentral(midTail(lower, point), midTail(upper, point)),
    },
    pByProbability: pByProbability(equal, x),
  }
}

/** The odds at which the tail from x on, with half of x itself, holds the probability. */
function midPOdds(probability: number, x: number, y: number, tail: 'atLeast' | 'atMost'): number {
  const sign = tail === 'atLeast' ? 1 : -1
  const target = Math.log(probability)
  const distance = (logOdds: number): number => {
    const distribution = binomial(x + y, ...probabilityOf(logOdds))
    return sign * (Math.log(midTail(distribution[tail](x), distribution.probability(x))) - target)
  }
  return Math.exp(findRoot(distance, Math.log((x + 0.5) / (y + 0.5)), 2 * Math.sqrt(1 / (x + 0.5) + 1 / (y + 0.5))))
}
