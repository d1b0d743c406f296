// A rate per month and its exact interval.
import { checkCounts, checkPositive } from './checks.ts'
import { gammaQuantile } from './gamma-quantile.ts'
import { type Interval, tailOf } from './interval.ts'

/** Incidents a month. */
export type PoissonRate = Interval & { readonly rate: number }

/**
 * Count over exposure with Garwood's exact interval (F. Garwood, Biometrika 28 (1936) 437–442): ½χ² quantiles with 2x
 * and 2x + 2 degrees of freedom. No incident in a month still allows up to 3.69.
 * Throws without exposure: where nothing was collected there is no rate.
 */
export function poissonRate({ count, months, level = 0.95 }: { count: number; months: number; level?: number }): PoissonRate {
  checkCounts('poissonRate', count)
  checkPositive('poissonRate', months)
  const tail = tailOf(level)
  return {
    rate: count / months,
    lower: count === 0 ? 0 : gammaQuantile(tail, count) / months,
    upper: gammaQuantile(tail, count + 1, 'upper') / months,
  }
}
