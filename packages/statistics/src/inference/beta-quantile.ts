// Quantiles of the beta distribution, as a probability and as odds: the ends of exact intervals of shares and ratios.
import { findRoot } from './find-root.ts'
import { incompleteBeta } from './incomplete-beta.ts'

/** The x below which Beta(a, b) holds the probability; a, b > 0, probability from 0 to 1. */
export function betaQuantile(probability: number, a: number, b: number, tail: 'lower' | 'upper' = 'lower'): number {
  return 1 / (1 + 1 / betaQuantileOdds(probability, a, b, tail))
}

/**
 * The same as odds x / (1 − x), which keep their digits where x is near 1. Solved for the log-odds against the logarithm
 * of the tail, as in `gammaQuantile`.
 */
export function betaQuantileOdds(probability: number, a: number, b: number, tail: 'lower' | 'upper' = 'lower'): number {
  if (!(a > 0 && b > 0 && probability >= 0 && probability <= 1)) throw new Error(`betaQuantile: ${probability}, ${a}, ${b}`)
  if (probability === 0 || probability === 1) return (probability === 0) === (tail === 'lower') ? 0 : Infinity
  const sign = tail === 'lower' ? 1 : -1
  const target = Math.log(probability)
  const distance = (logOdds: number): number => {
    const tails = incompleteBeta(a, b, ...probabilityOf(logOdds))
    return sign * (Math.log(tails[tail]) - target)
  }
  return Math.exp(findRoot(distance, Math.log(a / b), 2 * Math.sqrt(1 / a + 1 / b)))
}

/** Log-odds as p and 1 − p, both with full relative precision. */
export function probabilityOf(logOdds: number): readonly [p: number, q: number] {
  return [1 / (1 + Math.exp(-logOdds)), 1 / (1 + Math.exp(logOdds))]
}
