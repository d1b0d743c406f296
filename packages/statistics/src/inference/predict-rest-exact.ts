// How many more incidents the rest of a period may bring, with a range that never promises too much.
import { checkCounts, checkPositive } from './checks.ts'
import { binomial, firstWhere } from './count-distribution.ts'
import { type Interval, tailOf } from './interval.ts'

/**
 * The numbers y that the test of equal rates would not reject beside the count: given x + y, x is binomial with months /
 * (months + remainingMonths). It holds its level at every rate, where the predictive distribution of `predictRest` holds
 * it on average (W. Nelson, IEEE Transactions on Reliability R-19 (1970) 42–49; A. R. Thatcher, J. R. Statist. Soc. B 26
 * (1964) 176–210). The rate is taken as unchanged.
 */
export function predictRestExact(input: { count: number; months: number; remainingMonths: number; level?: number }): Interval {
  const { count, months, remainingMonths, level = 0.95 } = input
  checkCounts('predictRestExact', count)
  checkPositive('predictRestExact', months, remainingMonths)
  const tail = tailOf(level)
  const total = months + remainingMonths
  const given = (more: number) => binomial(count + more, months / total, remainingMonths / total)
  return {
    lower: firstWhere((more) => given(more).atLeast(count) > tail, 0, Infinity),
    upper: firstWhere((more) => given(more).atMost(count) <= tail, 0, Infinity) - 1,
  }
}
