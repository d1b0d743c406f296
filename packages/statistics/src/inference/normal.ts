// The standard normal distribution, by way of the gamma distribution: Z² / 2 is Gamma(½).
import { gammaQuantile } from './gamma-quantile.ts'
import { incompleteGamma } from './incomplete-gamma.ts'

/** P(Z ≤ z), with full relative precision in the lower tail. */
export function normalCdf(z: number): number {
  const { lower, upper } = incompleteGamma(0.5, (z * z) / 2)
  return z < 0 ? upper / 2 : (1 + lower) / 2
}

/** P(|Z| ≥ |z|), the two-sided p of a z score. */
export function normalTwoSided(z: number): number {
  return incompleteGamma(0.5, (z * z) / 2).upper
}

/** The z with P(Z ≤ z) = probability, from 0 to 1; ∓∞ at the ends. */
export function normalQuantile(probability: number): number {
  if (probability > 0.5) return -normalQuantile(1 - probability)
  // Near a half the answer lies in the difference from it, which doubles hold exactly.
  const half = probability < 0.25 ? gammaQuantile(2 * probability, 0.5, 'upper') : gammaQuantile(1 - 2 * probability, 0.5)
  return -Math.sqrt(2 * half)
}
