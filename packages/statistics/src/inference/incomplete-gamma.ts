// The regularised incomplete gamma function: the two tails of the gamma, the chi-square and the Poisson distribution.
import { poissonProbability } from './point-probability.ts'

const tiny = 1e-300
const epsilon = 2 ** -53

/** P(shape, x) and Q(shape, x) = 1 − P. */
export type Tails = {
  readonly lower: number
  readonly upper: number
}

/**
 * Shape > 0, x ≥ 0. Below shape + 1 the power series (NIST DLMF 8.11.4), above it Legendre's continued fraction
 * (the even part of DLMF 8.9.2) by Lentz's method: there each gives the smaller tail, or one near a half, so no digits cancel.
 * Both need about √shape terms (a few thousand at a million), all of one sign; with the saddle-point form of the common
 * factor, whose error does not grow with the shape, the tails are good to about 10⁻¹³. An expansion such as Temme's
 * would be faster from 10⁹ on, which no register holds.
 */
export function incompleteGamma(shape: number, x: number): Tails {
  if (x <= 0) return { lower: 0, upper: 1 }
  if (x === Infinity) return { lower: 1, upper: 0 }
  const factor = poissonProbability(shape, x)
  if (x < shape + 1) {
    const lower = factor * series(shape, x)
    return { lower, upper: 1 - lower }
  }
  const upper = factor * shape * fraction(shape, x)
  return { lower: 1 - upper, upper }
}

function series(shape: number, x: number): number {
  let term = 1
  let sum = 1
  for (let k = 1; term > sum * epsilon; k++) {
    term *= x / (shape + k)
    sum += term
  }
  return sum
}

function fraction(shape: number, x: number): number {
  let b = x + 1 - shape
  let c = 1 / tiny
  let d = 1 / b
  let result = d
  for (let n = 1; ; n++) {
    const a = -n * (n - shape)
    b += 2
    d = 1 / (a * d + b || tiny)
    c = b + a / c || tiny
    const change = c * d
    result *= change
    if (!(Math.abs(change - 1) > 2 * epsilon)) return result
  }
}
