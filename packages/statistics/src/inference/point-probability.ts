// Poisson and binomial point probabilities in Loader's saddle-point form, exact for counts of ten and of a million.
// Source: C. Loader, Fast and accurate computation of binomial probabilities (2000). The textbook form subtracts
// logarithms of size n and loses as many digits as n has; this one adds three small remainders instead.
import { stirlingRemainder } from './log-gamma.ts'

/** e^−mean · mean^x / Γ(x + 1); x may be any real ≥ 0, mean > 0. */
export function poissonProbability(x: number, mean: number): number {
  if (x === 0) return Math.exp(-mean)
  return Math.exp(-stirlingRemainder(x) - deviance(x, mean)) / Math.sqrt(2 * Math.PI * x)
}

/**
 * C(n, x) · p^x · q^(n − x) with the binomial coefficient by gamma functions; x and n − x may be any real ≥ 0.
 * q = 1 − p is passed in because the difference loses digits when p is near 1.
 */
export function binomialProbability(x: number, n: number, p: number, q: number): number {
  const rest = n - x
  if (p === 0 || q === 0) return (p === 0 ? x : rest) === 0 ? 1 : 0
  if (n === 0) return 1
  if (x === 0) return Math.exp(n * logOf(q, p))
  if (rest === 0) return Math.exp(n * logOf(p, q))
  const remainders = stirlingRemainder(n) - stirlingRemainder(x) - stirlingRemainder(rest)
  const exponent = remainders - deviance(x, n * p) - deviance(rest, n * q)
  return Math.exp(exponent) * Math.sqrt(n / (2 * Math.PI * x * rest))
}

/** ln p, from the complement where p is near 1. */
function logOf(p: number, complement: number): number {
  return p > 0.5 ? Math.log1p(-complement) : Math.log(p)
}

/** x ln(x / mean) + mean − x, without the cancellation when the two are near. */
function deviance(x: number, mean: number): number {
  if (!(Math.abs(x - mean) < 0.1 * (x + mean))) return x * Math.log(x / mean) + mean - x
  const v = (x - mean) / (x + mean)
  let sum = (x - mean) * v
  let term = 2 * x * v
  for (let j = 3; ; j += 2) {
    term *= v * v
    const next = sum + term / j
    if (next === sum) return sum
    sum = next
  }
}
