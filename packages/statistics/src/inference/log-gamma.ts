// The logarithm of the gamma function, and the small remainder of Stirling's formula that keeps large counts exact.

const halfLogTwoPi = 0.9189385332046728
const asymptoticFrom = 15

/** ln Γ(x) for x > 0, to about 10⁻¹⁵ relative. */
export function logGamma(x: number): number {
  if (!(x < asymptoticFrom)) return (x - 0.5) * Math.log(x) - x + halfLogTwoPi + stirlingRemainder(x)
  let product = 1
  let shifted = x
  for (; shifted < asymptoticFrom; shifted++) product *= shifted
  return logGamma(shifted) - Math.log(product)
}

/**
 * δ(x) = ln Γ(x + 1) − (x + ½) ln x + x − ½ ln 2π, the remainder of Stirling's formula, for x > 0.
 * Its series is NIST DLMF 5.11.1; from 15 on the terms left out are below 10⁻¹⁶.
 */
export function stirlingRemainder(x: number): number {
  if (x < asymptoticFrom) return logGamma(x + 1) - (x + 0.5) * Math.log(x) + x - halfLogTwoPi
  const y = 1 / (x * x)
  return (1 / 12 - y * (1 / 360 - y * (1 / 1260 - y * (1 / 1680 - y * (1 / 1188 - y * (691 / 360_360)))))) / x
}
