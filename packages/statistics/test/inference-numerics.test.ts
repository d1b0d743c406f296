// The special functions against 40-digit arithmetic, against exact fractions, and against their own definitions.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { betaQuantile, betaQuantileOdds } from '../src/inference/beta-quantile.ts'
import { binomial, type CountDistribution, firstWhere, pByProbability, poisson } from '../src/inference/count-distribution.ts'
import { findRoot } from '../src/inference/find-root.ts'
import { gammaQuantile } from '../src/inference/gamma-quantile.ts'
import { incompleteBeta } from '../src/inference/incomplete-beta.ts'
import { incompleteGamma } from '../src/inference/incomplete-gamma.ts'
import { logGamma } from '../src/inference/log-gamma.ts'
import { normalCdf, normalQuantile } from '../src/inference/normal.ts'
import { scoreTails } from '../src/inference/score-tails.ts'

function expectRelative(found: number, exact: number, tolerance: number): void {
  expect(Math.abs(found - exact), `${found} for ${exact}`).toBeLessThanOrEqual(tolerance * Math.abs(exact))
}

// Values by mpmath 1.3.0 at 40 digits; the arguments are the doubles as written.
test.each([
  [0.5, 0.000491, 0.024999120533269976, 0.97500087946673],
  [3, 10, 0.9972306042844884, 0.002769395715511576],
  [14, 14, 0.5355524351031433, 0.4644475648968566],
  [950, 890, 0.023944858798317085, 0.9760551412016829],
  [1000, 1062.9211512, 0.9749999999558328, 0.025000000044167227],
  [10_000, 10_196.9418, 0.9749999855774282, 0.025000014422571805],
  [1_000_000, 998_040, 0.024942508904664547, 0.9750574910953355],
  [1_000_000, 1_000_000, 0.5001329807608725, 0.4998670192391274],
  [1_000_000, 1_003_000, 0.9986382593537824, 0.0013617406462175915],
])('incomplete gamma of shape %d at %d', (shape, x, lower, upper) => {
  const tails = incompleteGamma(shape, x)
  expectRelative(tails.lower, lower, 1e-12)
  expectRelative(tails.upper, upper, 1e-12)
})

test.each([
  [0.5, 0.5, 0.25, 1 / 3, 2 / 3],
  [3, 21, 0.0625, 0.17099590791711128, 0.8290040920828887],
  [250.5, 750.5, 0.28125, 0.9867568563832326, 0.013243143616767422],
  [0.5, 41.5, 2 ** -16, 0.028303595124982584, 0.9716964048750174],
  [40, 0.5, 0.875, 0.0011207097199413276, 0.9988792902800586],
  [10_001, 90_000, 0.09765625, 0.006304129874403728, 0.9936958701255962],
])('incomplete beta of %d and %d at %d', (a, b, x, lower, upper) => {
  const tails = incompleteBeta(a, b, x, 1 - x)
  expectRelative(tails.lower, lower, 1e-12)
  expectRelative(tails.upper, upper, 1e-12)
})

test.each([
  [0.001, 6.907178885383853], [0.5, 0.5723649429247001], [3.25, 0.9358019311087253], [14.9, 24.924132002217277],
  [15, 25.191221182738683], [100, 359.1342053695754], [1_000_000, 12_815_504.5691476],
])('logarithm of gamma of %d', (x, exact) => {
  expectRelative(logGamma(x), exact, 1e-14)
})

test.each([
  [-37, 5.725571222524577e-300], [-8, 6.220960574271784e-16], [-1.96, 0.024997895148220435], [-0.5, 0.3085375387259869],
  [0, 0.5], [1e-5, 0.500003989422804], [0.5, 0.6914624612740131], [3, 0.9986501019683699],
])('normal distribution at %d', (z, exact) => {
  expectRelative(normalCdf(z), exact, 1e-12)
})

test.each([
  [1e-300, -37.0470962993612], [1e-10, -6.361340902404057], [0.025, -1.9599639845400543], [0.3, -0.5244005127080408],
  [0.499, -0.002506630899571766], [0.975, 1.9599639845400538],
])('normal quantile of %d', (probability, exact) => {
  expectRelative(normalQuantile(probability), exact, 1e-12)
})

test('quantiles at the ends, and of what is no probability', () => {
  expect([normalQuantile(0), Math.abs(normalQuantile(0.5)), normalQuantile(1)]).toEqual([-Infinity, 0, Infinity])
  expect([gammaQuantile(0, 3), gammaQuantile(1, 3), gammaQuantile(0, 3, 'upper')]).toEqual([0, Infinity, Infinity])
  expect([betaQuantile(0, 3, 4), betaQuantile(1, 3, 4), betaQuantile(1, 3, 4, 'upper')]).toEqual([0, 1, 0])
  for (const wrong of [-0.1, 1.1, Number.NaN]) {
    expect(() => gammaQuantile(wrong, 3)).toThrow('gammaQuantile')
    expect(() => betaQuantile(wrong, 3, 4)).toThrow('betaQuantile')
    expect(() => normalQuantile(wrong)).toThrow('gammaQuantile')
  }
})

const real = (min: number, max: number): fc.Arbitrary<number> => fc.double({ min, max, noNaN: true })
const whole = (min: number, max: number): fc.Arbitrary<number> => fc.integer({ min, max })
const shape = real(-1, 6).map((exponent) => 10 ** exponent)
const probability = fc.oneof(
  real(0.001, 0.999),
  real(-9, -3).map((exponent) => 10 ** exponent),
)
const tail = fc.constantFrom('lower', 'upper')

test('quantiles invert their distributions, in either tail', () => {
  fc.assert(
    fc.property(probability, shape, shape, tail, (p, a, b, side) => {
      expectRelative(incompleteGamma(a, gammaQuantile(p, a, side))[side], p, 1e-9)
      const odds = betaQuantileOdds(p, a, b, side)
      expectRelative(incompleteBeta(a, b, odds / (1 + odds), 1 / (1 + odds))[side], p, 1e-9)
      expectRelative(normalCdf(normalQuantile(p)), p, 1e-11)
    }),
    { seed: 1, numRuns: 300 },
  )
})

test('Poisson tails are the sums of their probabilities, by way of the gamma distribution', () => {
  fc.assert(
    fc.property(real(0.01, 3000), real(-5, 5), (mean, deviations) => {
      const count = Math.max(0, Math.round(mean + deviations * Math.sqrt(mean)))
      const distribution = poisson(mean)
      let sum = 0
      for (let k = 0; k <= count; k++) sum += distribution.probability(k)
      expectRelative(distribution.atMost(count), sum, 1e-11)
      expect(Math.abs(distribution.atLeast(count + 1) + distribution.atMost(count) - 1)).toBeLessThan(1e-12)
    }),
    { seed: 2, numRuns: 200 },
  )
})

/** P(X ≤ count) for a probability of sixteenths, in whole numbers up to the last division. */
function exactBinomialAtMost(count: number, n: number, sixteenths: number): number {
  let sum = 0n
  let coefficient = 1n
  for (let k = 0; k <= count; k++) {
    sum += coefficient * BigInt(sixteenths) ** BigInt(k) * BigInt(16 - sixteenths) ** BigInt(n - k)
    coefficient = (coefficient * BigInt(n - k)) / BigInt(k + 1)
  }
  const scale = 2n ** 1060n
  return (Number((sum * scale) / 16n ** BigInt(n)) / 2 ** 530) / 2 ** 530
}

test('binomial tails equal exact fractions', () => {
  fc.assert(
    fc.property(whole(1, 230), real(0, 1), whole(1, 15), (n, part, sixteenths) => {
      const count = Math.floor(part * n)
      const distribution = binomial(n, sixteenths / 16, 1 - sixteenths / 16)
      const exact = exactBinomialAtMost(count, n, sixteenths)
      if (exact > 1e-290) expectRelative(distribution.atMost(count), exact, 1e-12)
      const mirrored = binomial(n, 1 - sixteenths / 16, sixteenths / 16)
      expectRelative(mirrored.atLeast(n - count), distribution.atMost(count), 1e-12)
    }),
    { seed: 3, numRuns: 200 },
  )
})

test('point probabilities at certainty', () => {
  const never = binomial(5, 0, 1)
  expect([never.probability(0), never.probability(1), never.atMost(0), never.atLeast(1)]).toEqual([1, 0, 1, 0])
  const always = binomial(5, 1, 0)
  expect([always.probability(5), always.probability(4), always.atMost(4), always.atLeast(5)]).toEqual([1, 0, 0, 1])
  expect(binomial(0, 0.3, 0.7).probability(0)).toBe(1)
})

test('the p of outcomes no likelier equals the sum over all outcomes', () => {
  const sumAll = (distribution: CountDistribution, observed: number, last: number): number => {
    let sum = 0
    const threshold = distribution.probability(observed) * (1 + 1e-7)
    for (let k = 0; k <= last; k++) if (distribution.probability(k) <= threshold) sum += distribution.probability(k)
    return Math.min(1, sum)
  }
  fc.assert(
    fc.property(whole(1, 60), whole(0, 60), whole(1, 99), (n, any, percent) => {
      const observed = Math.min(any, n)
      const binomialCounts = binomial(n, percent / 100, 1 - percent / 100)
      expectRelative(pByProbability(binomialCounts, observed), sumAll(binomialCounts, observed, n), 1e-10)
      const poissonCounts = poisson((n * percent) / 100)
      expectRelative(pByProbability(poissonCounts, observed), sumAll(poissonCounts, observed, 400), 1e-10)
    }),
    { seed: 4, numRuns: 300 },
  )
})

test('the first number from which a condition holds', () => {
  fc.assert(
    fc.property(whole(-5, 50), whole(-1, 70), whole(-10, 140), (first, length, border) => {
      const last = first + length
      const expected = Math.min(Math.max(first, border), last + 1)
      expect(firstWhere((value) => value >= border, first, last)).toBe(expected)
    }),
    { seed: 5, numRuns: 500 },
  )
})

test('a root is found from either side, also where the function is infinite, and a missing one is a defect', () => {
  for (const start of [-900, -1, 0, 0.3, 900]) {
    expect(findRoot((x) => Math.log(Math.max(0, x)) - Math.log(0.7), start, 1)).toBeCloseTo(0.7, 14)
    expect(findRoot((x) => x ** 3 - 2, start, 0.01)).toBeCloseTo(Math.cbrt(2), 14)
  }
  expect(findRoot((x) => x, 0, 1)).toBe(0)
  expect(() => findRoot(() => 1, 0, 1)).toThrow('no crossing')
  expect(() => findRoot(() => Number.NaN, 0, 1)).toThrow('no crossing')
})

test('the distribution of a sum of scores equals the enumeration of all draws', () => {
  fc.assert(
    fc.property(fc.array(whole(1, 9), { minLength: 2, maxLength: 4 }), whole(1, 6), whole(0, 30), (weights, n, seed) => {
      const total = weights.reduce((a, b) => a + b)
      const shares = weights.map((weight) => weight / total)
      const scores = weights.map((_, index) => (index * (seed + 1)) % 5)
      const observed = seed % (n * Math.max(...scores) + 1)
      let [lower, upper] = [0, 0]
      const draw = (left: number, sum: number, chance: number): void => {
        if (left > 0) for (const [index, part] of shares.entries()) draw(left - 1, sum + scores[index]!, chance * part)
        else {
          if (sum <= observed) lower += chance
          if (sum >= observed) upper += chance
        }
      }
      draw(n, 0, 1)
      const tails = scoreTails(shares, scores, n, observed)!
      expect(tails.lower).toBeCloseTo(lower, 12)
      expect(tails.upper).toBeCloseTo(upper, 12)
    }),
    { seed: 6, numRuns: 100 },
  )
})

test('scores that are not whole, and sums too large, have no exact distribution', () => {
  expect(scoreTails([0.5, 0.5], [0, 1.5], 10, 3)).toBeUndefined()
  expect(scoreTails([0.5, 0.5], [0, 2], 10_001, 3)).toBeUndefined()
})
