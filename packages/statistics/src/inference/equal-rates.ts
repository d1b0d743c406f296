// Do the rates of several periods differ at all, in whatever way? Conditional on their sum, exact where that can be done.
import { checkCounts, checkPositive } from './checks.ts'
import { chiSquareUpper } from './chi-square.ts'
import { multinomialTail } from './exact-multinomial.ts'
import type { ExposedCount } from './rate-ratio.ts'

export type EqualRates = {
  /** Pearson's, against one common rate. */
  readonly chiSquare: number
  readonly df: number
  readonly p: number
  /**
   * `exact`: the statistic's own distribution given the sum. `chi-square`: its limit, taken only when the exact sum is
   * too long; `small-expectations` when the limit is also not to be relied upon.
   */
  readonly method: 'exact' | 'chi-square' | 'small-expectations'
}

/**
 * Given their sum, Poisson counts with one rate are multinomial with shares ∝ months (R. F. Potthoff & M. Whittinghill,
 * Biometrika 53 (1966) 183–190). The limit is relied upon where no expected count is below 1 and at most one in five is
 * below 5 (W. G. Cochran, Biometrics 10 (1954) 417–451). `undefined` without an incident or with a single period.
 * Throws for a period without exposure: leave it out.
 */
export function testEqualRates(periods: readonly ExposedCount[]): EqualRates | undefined {
  checkCounts('testEqualRates', ...periods.map(({ count }) => count))
  checkPositive('testEqualRates', ...periods.map(({ months }) => months))
  const n = periods.reduce((sum, { count }) => sum + count, 0)
  const months = periods.reduce((sum, period) => sum + period.months, 0)
  if (n === 0 || periods.length < 2) return undefined
  const shares = periods.map((period) => period.months / months)
  const expected = shares.map((share) => n * share)
  const chiSquare = periods.reduce((sum, { count }, index) => sum + (count - expected[index]!) ** 2 / expected[index]!, 0)
  const df = periods.length - 1
  // The order of the periods does not matter; the rarest last keeps the bounds tight.
  const exact = multinomialTail(shares.toSorted((a, b) => b - a), n, periods.reduce((sum, { count }, index) => sum + count ** 2 / shares[index]!, 0))
  if (exact !== undefined) return { chiSquare, df, p: exact, method: 'exact' }
  const reliable = Math.min(...expected) >= 1 && expected.filter((value) => value < 5).length <= expected.length / 5
  return { chiSquare, df, p: chiSquareUpper(chiSquare, df), method: reliable ? 'chi-square' : 'small-expectations' }
}
