// Poisson and binomial counts as one shape: point probability and both tails, each including the point itself.
import { incompleteBeta } from './incomplete-beta.ts'
import { incompleteGamma } from './incomplete-gamma.ts'
import { binomialProbability, poissonProbability } from './point-probability.ts'

export type CountDistribution = {
  readonly mean: number
  /** The largest possible count, `Infinity` for Poisson. */
  readonly last: number
  readonly probability: (count: number) => number
  /** P(X ≤ count). */
  readonly atMost: (count: number) => number
  /** P(X ≥ count). */
  readonly atLeast: (count: number) => number
}

/** Counts with the given mean > 0. */
export function poisson(mean: number): CountDistribution {
  return {
    mean,
    last: Infinity,
    probability: (count) => poissonProbability(count, mean),
    atMost: (count) => incompleteGamma(count + 1, mean).upper,
    atLeast: (count) => (count === 0 ? 1 : incompleteGamma(count, mean).lower),
  }
}

/** Successes among n, each with probability p; q = 1 − p. */
export function binomial(n: number, p: number, q: number): CountDistribution {
  return {
    mean: n * p,
    last: n,
    probability: (count) => binomialProbability(count, n, p, q),
    atMost: (count) => (count >= n ? 1 : incompleteBeta(count + 1, n - count, p, q).upper),
    atLeast: (count) => (count === 0 ? 1 : incompleteBeta(count, n - count + 1, p, q).lower),
  }
}

/** The probability that R allows two outcomes to differ by and still be equally likely. */
export const equallyLikely = 1 + 1e-7

/** Twice the smaller tail: the two-sided p that agrees with an interval of equal tails. */
export function pCentral(lower: number, upper: number): number {
  return Math.min(1, 2 * Math.min(lower, upper))
}

/** A tail that counts half of its own point; never below that half, where both underflow. */
export function midTail(tail: number, point: number): number {
  return Math.max(tail, point) - point / 2
}

/**
 * The sum over all outcomes no likelier than the observed one: the two-sided p of R's `binom.test` and `poisson.test`.
 * It may contradict an interval of equal tails, so it is never shown beside one.
 */
export function pByProbability(distribution: CountDistribution, observed: number): number {
  const { mean, last, probability, atMost, atLeast } = distribution
  if (observed === mean) return 1
  const threshold = probability(observed) * equallyLikely
  const asUnlikely = (count: number): boolean => probability(count) <= threshold
  if (observed < mean) {
    const other = firstWhere(asUnlikely, Math.ceil(mean), last)
    return Math.min(1, atMost(observed) + (other > last ? 0 : atLeast(other)))
  }
  const below = Math.floor(mean)
  const steps = firstWhere((step) => asUnlikely(below - step), 0, below)
  return Math.min(1, atLeast(observed) + (steps > below ? 0 : atMost(below - steps)))
}

/** The smallest whole number in [first, last] from which on the condition holds, last + 1 if none; it never stops holding. */
export function firstWhere(holds: (value: number) => boolean, first: number, last: number): number {
  let step = 1
  while (first + step - 1 <= last && !holds(first + step - 1)) step *= 2
  let low = first
  let high = Math.min(first + step - 1, last + 1)
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if (holds(middle)) high = middle
    else low = middle + 1
  }
  return low
}
