// Does a rate move over ordered periods of unequal exposure? Slope, tests, and whether a line describes it at all.
import { checkCounts, checkPositive } from './checks.ts'
import { chiSquareUpper } from './chi-square.ts'
import { pCentral } from './count-distribution.ts'
import { findRoot } from './find-root.ts'
import { type Interval, tailOf } from './interval.ts'
import { normalQuantile, normalTwoSided } from './normal.ts'
import type { ExposedCount } from './rate-ratio.ts'
import { scoreTails } from './score-tails.ts'

/** `score` places the period on the line; whole steps such as 0, 1, 2 allow the exact test. */
export type ScoredCount = ExposedCount & { readonly score: number }

export type RateTrend = {
  /** Natural logarithm of the factor per step; ∓∞ if all incidents lie in the first or the last score. */
  readonly slope: number
  readonly standardError: number
  /** e^slope with Wald's interval: the factor by which the rate changes a step. */
  readonly ratePerStep: Interval & { readonly estimate: number }
  /** Normal approximation, for large counts. */
  readonly score: { readonly z: number; readonly p: number }
  readonly likelihoodRatio: { readonly chiSquare: number; readonly p: number }
  /** Exact, given the sum; undefined when the scores are not whole or the sum is too large to convolve. */
  readonly exact: { readonly lower: number; readonly upper: number; readonly p: number } | undefined
  /** Do the rates differ at all, in whatever way? */
  readonly heterogeneity: { readonly chiSquare: number; readonly df: number; readonly p: number }
  /** Pearson's chi-square about the line over its degrees of freedom: far above 1, the line does not describe the rates. */
  readonly dispersion: number | undefined
}

/**
 * Poisson regression with the logarithm of exposure as offset. Given the sum n, the counts are multinomial with
 * probabilities ∝ months · e^(slope · score), whose likelihood has the same slope and standard error as the regression
 * (P. McCullagh & J. A. Nelder, Generalized Linear Models, §6.4). Periods may come in any order. `undefined` where no
 * trend can show: no incident, or a single score. Throws for a period without exposure: leave it out.
 */
export function findRateTrend(input: { periods: readonly ScoredCount[]; level?: number }): RateTrend | undefined {
  const { periods, level = 0.95 } = input
  checkCounts('findRateTrend', ...periods.map((period) => period.count))
  checkPositive('findRateTrend', ...periods.map((period) => period.months))
  const z = normalQuantile(1 - tailOf(level))
  const first = Math.min(...periods.map((period) => period.score))
  const last = Math.max(...periods.map((period) => period.score))
  const n = periods.reduce((sum, period) => sum + period.count, 0)
  if (!(last > first) || n === 0) return undefined
  const scores = periods.map((period) => period.score - first)
  const sum = periods.reduce((total, period, index) => total + period.count * scores[index]!, 0)

  const flat = lineAt(0, periods, scores)
  const slope = slopeOf(periods, scores, sum / n)
  const bounded = Number.isFinite(slope)
  const fitted = lineAt(slope, periods, scores)
  const standardError = 1 / Math.sqrt(n * fitted.variance)
  const scoreZ = (sum - n * flat.mean) / Math.sqrt(n * flat.variance)
  const likelihoodRatio = periods.reduce((total, { count }, index) => {
    return count === 0 ? total : total + 2 * count * Math.log(fitted.shares[index]! / flat.shares[index]!)
  }, 0)
  const [heterogeneity, df] = [pearson(periods, flat, n), periods.length - 1]
  const exact = scoreTails(flat.shares, scores, n, sum)
  return {
    slope,
    standardError,
    ratePerStep: {
      estimate: Math.exp(slope),
      lower: bounded ? Math.exp(slope - z * standardError) : 0,
      upper: bounded ? Math.exp(slope + z * standardError) : Infinity,
    },
    score: { z: scoreZ, p: normalTwoSided(scoreZ) },
    likelihoodRatio: { chiSquare: likelihoodRatio, p: chiSquareUpper(likelihoodRatio, 1) },
    exact: exact && { ...exact, p: pCentral(exact.lower, exact.upper) },
    heterogeneity: { chiSquare: heterogeneity, df, p: chiSquareUpper(heterogeneity, df) },
    dispersion: bounded && df > 1 ? pearson(periods, fitted, n) / (df - 1) : undefined,
  }
}

/** Where one incident falls when the rate grows by e^slope a step, and the mean and variance of its score there. */
type Line = { readonly shares: readonly number[]; readonly mean: number; readonly variance: number }

/** Scores from 0 up. With a slope of ∓∞ only the first or the last score has a share. */
function lineAt(slope: number, periods: readonly ExposedCount[], scores: readonly number[]): Line {
  const pivot = slope > 0 ? Math.max(...scores) : 0
  const weights = periods.map(({ months }, index) => {
    const steps = scores[index]! - pivot
    return steps === 0 ? months : months * Math.exp(slope * steps)
  })
  const total = weights.reduce((a, b) => a + b)
  const shares = weights.map((weight) => weight / total)
  const mean = shares.reduce((a, share, index) => a + share * scores[index]!, 0)
  return { shares, mean, variance: shares.reduce((a, share, index) => a + share * (scores[index]! - mean) ** 2, 0) }
}

/** The slope whose line has the observed mean score. */
function slopeOf(periods: readonly ExposedCount[], scores: readonly number[], meanScore: number): number {
  const range = Math.max(...scores)
  const taken = scores.filter((_, index) => periods[index]!.count > 0)
  if (taken.every((score) => score === 0)) return -Infinity
  if (taken.every((score) => score === range)) return Infinity
  return findRoot((slope) => lineAt(slope, periods, scores).mean - meanScore, 0, 1 / range)
}

function pearson(periods: readonly ExposedCount[], { shares }: Line, n: number): number {
  return periods.reduce((total, { count }, index) => total + (count - n * shares[index]!) ** 2 / (n * shares[index]!), 0)
}
