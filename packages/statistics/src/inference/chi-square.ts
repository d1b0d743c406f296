// The upper tail of the chi-square distribution.
import { incompleteGamma } from './incomplete-gamma.ts'

/** P(X ≥ statistic) for chi-square with `df` degrees of freedom. */
export function chiSquareUpper(statistic: number, df: number): number {
  return incompleteGamma(df / 2, statistic / 2).upper
}
