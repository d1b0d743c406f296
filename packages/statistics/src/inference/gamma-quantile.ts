// Quantiles of the gamma distribution: the ends of the exact interval of a rate.
import { findRoot } from './find-root.ts'
import { incompleteGamma } from './incomplete-gamma.ts'

/**
 * The x at which the named tail of Gamma(shape, scale 1) holds the probability; shape > 0, probability from 0 to 1.
 * Naming the tail keeps the digits of a small upper one. Solved for ln x against the logarithm of the tail: both tails
 * are log-concave in ln x, so the curve is nearly straight where the probability is small.
 */
export function gammaQuantile(probability: number, shape: number, tail: 'lower' | 'upper' = 'lower'): number {
  if (!(shape > 0 && probability >= 0 && probability <= 1)) throw new Error(`gammaQuantile: ${probability}, ${shape}`)
  if (probability === 0 || probability === 1) return (probability === 0) === (tail === 'lower') ? 0 : Infinity
  const sign = tail === 'lower' ? 1 : -1
  const target = Math.log(probability)
  const distance = (logX: number): number => sign * (Math.log(incompleteGamma(shape, Math.exp(logX))[tail]) - target)
  return Math.exp(findRoot(distance, Math.log(shape), 2 / Math.sqrt(shape)))
}
