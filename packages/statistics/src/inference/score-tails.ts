// The exact distribution of the sum of scores under "no trend": a power of a polynomial, by convolution.

/** Above this many coefficients the normal approximation is as good and the convolution slow. */
const mostCoefficients = 20_000

/**
 * P(S ≤ observed) and P(S ≥ observed) where S is the sum of n scores drawn with the given shares. Scores are whole and
 * ≥ 0; undefined if they are not, or if n · largest score is above 20,000.
 */
export function scoreTails(
  shares: readonly number[],
  scores: readonly number[],
  n: number,
  observed: number,
): { readonly lower: number; readonly upper: number } | undefined {
  const largest = Math.max(...scores)
  if (!scores.every(Number.isInteger) || n * largest > mostCoefficients) return undefined
  const one = new Float64Array(largest + 1)
  for (const [index, score] of scores.entries()) one[score]! += shares[index]!
  const all = power(one, n)
  let lower = 0
  let upper = 0
  // From the thin end inwards, so that small terms are not lost.
  for (let s = 0; s <= observed; s++) lower += all[s]!
  for (let s = all.length - 1; s >= observed; s--) upper += all[s]!
  return { lower: Math.min(1, lower), upper: Math.min(1, upper) }
}

function power(polynomial: Float64Array, exponent: number): Float64Array {
  let result: Float64Array = Float64Array.of(1)
  for (const bit of exponent.toString(2)) {
    result = convolve(result, result)
    if (bit === '1') result = convolve(result, polynomial)
  }
  return result
}

function convolve(a: Float64Array, b: Float64Array): Float64Array {
  const result = new Float64Array(a.length + b.length - 1)
  for (let i = 0; i < a.length; i++) {
    for (let j = 0; j < b.length; j++) result[i + j]! += a[i]! * b[j]!
  }
  return result
}
