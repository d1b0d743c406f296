// A count tested against a rate that is known from elsewhere, such as another publisher's series.
import { checkCounts, checkPositive } from './checks.ts'
import { pByProbability, poisson } from './count-distribution.ts'

export type ReferenceRateTest = {
  /** Outcomes no likelier than this one, as R's `poisson.test`. */
  readonly pTwoSided: number
  /** So few or fewer. */
  readonly pLess: number
  /** So many or more. */
  readonly pGreater: number
}

/** Exact Poisson test of `count` in `months` against `reference` incidents a month. */
export function testAgainstRate(input: { count: number; months: number; reference: number }): ReferenceRateTest {
  const { count, months, reference } = input
  checkCounts('testAgainstRate', count)
  checkPositive('testAgainstRate', months, reference)
  const expected = poisson(months * reference)
  return { pTwoSided: pByProbability(expected, count), pLess: expected.atMost(count), pGreater: expected.atLeast(count) }
}
