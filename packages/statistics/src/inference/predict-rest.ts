// How many more incidents the rest of a period may bring: a range, in place of an annualised rate.
import { checkCounts, checkPositive } from './checks.ts'
import { firstWhere } from './count-distribution.ts'
import { incompleteBeta } from './incomplete-beta.ts'
import { type Interval, tailOf } from './interval.ts'

export type RestPrediction = Interval & {
  readonly median: number
  readonly mean: number
}

/**
 * Quantiles of the negative binomial predictive distribution with Jeffreys' prior Gamma(½, 0): size count + ½,
 * probability months / (months + remainingMonths) (G. J. Hahn, W. Q. Meeker & L. A. Escobar, Statistical Intervals,
 * 2nd ed., on prediction intervals for Poisson counts). It takes the rate as unchanged and the incidents as independent.
 */
export function predictRest(input: { count: number; months: number; remainingMonths: number; level?: number }): RestPrediction {
  const { count, months, remainingMonths, level = 0.95 } = input
  checkCounts('predictRest', count)
  checkPositive('predictRest', months, remainingMonths)
  const tail = tailOf(level)
  const total = months + remainingMonths
  const size = count + 0.5
  const tails = (more: number) => incompleteBeta(size, more + 1, months / total, remainingMonths / total)
  return {
    lower: firstWhere((more) => tails(more).lower >= tail, 0, Infinity),
    median: firstWhere((more) => tails(more).lower >= 0.5, 0, Infinity),
    upper: firstWhere((more) => tails(more).upper <= tail, 0, Infinity),
    mean: (size * remainingMonths) / months,
  }
}
