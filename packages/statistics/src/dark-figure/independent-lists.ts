// How many there are if the lists find persons independently of each other and everybody alike: the simplest model, and the least credible.
import { findRoot } from '../inference/find-root.ts'
import { type CaptureHistories, checkHistories, listSizes, onTwoOrMore, sumOf } from './capture-histories.ts'

/**
 * The estimate of the log-linear model with main effects alone: the N at which 1 − M / N = Π (1 − nᵢ / N), with M persons
 * observed and nᵢ of them on list i (S. E. Fienberg, Biometrika 59 (1972) 591–603). `undefined` where it does not exist: no
 * person on two lists, or somebody on every one of them.
 */
export function findIndependentEstimate(histories: CaptureHistories): number | undefined {
  checkHistories('findIndependentEstimate', histories)
  const observed = sumOf(histories)
  const sizes = listSizes(histories)
  if (onTwoOrMore(histories) === 0 || sizes.some((size) => size === 0)) return undefined
  if (sizes.some((size) => size === observed)) return observed
  // In the logarithm of those not observed, where the curve is nearly straight.
  const distance = (logHidden: number): number => {
    const hidden = Math.exp(logHidden)
    const all = observed + hidden
    return Math.log(hidden / all) - sizes.reduce((sum, size) => sum + Math.log1p(-size / all), 0)
  }
  return observed + Math.exp(findRoot(distance, Math.log(observed), 1))
}
