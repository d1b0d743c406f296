// What must hold of every rate, ratio, share and trend, whatever the counts.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  benjaminiHochberg, bonferroni, findRateTrend, findShareTrend, holm, type Interval, poissonRate, predictRest, proportion,
  rateRatio, testAgainstRate, twoProportions,
} from '../src/index.ts'
import { binomial, poisson } from '../src/inference/count-distribution.ts'

const count = fc.oneof(fc.nat({ max: 40 }), fc.nat({ max: 5000 }))
const months = fc.double({ min: 0.1, max: 36, noNaN: true })
const level = fc.constantFrom(0.8, 0.9, 0.95, 0.99)
const answers = fc
  .oneof(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 3000 }))
  .chain((base) => fc.record({ yes: fc.nat({ max: base }), base: fc.constant(base) }))

function expectNear(found: number, exact: number, tolerance = 1e-9): void {
  if (found === exact) return
  expect(Math.abs(found - exact), `${found} for ${exact}`).toBeLessThanOrEqual(tolerance * Math.max(1e-3, Math.abs(exact)))
}

function expectInside(estimate: number, { lower, upper }: Interval): void {
  expect(lower).toBeLessThanOrEqual(estimate)
  expect(upper).toBeGreaterThanOrEqual(estimate)
}

test('a rate lies in its interval, whose ends leave exactly the tails, and which moves with count and months', () => {
  fc.assert(
    fc.property(count, months, level, (x, exposure, confidence) => {
      const found = poissonRate({ count: x, months: exposure, level: confidence })
      expectInside(found.rate, found)
      expectNear(poisson(found.upper * exposure).atMost(x), (1 - confidence) / 2)
      if (x > 0) expectNear(poisson(found.lower * exposure).atLeast(x), (1 - confidence) / 2)
      const next = poissonRate({ count: x + 1, months: exposure, level: confidence })
      expect(next.lower).toBeGreaterThan(found.lower)
      expect(next.upper).toBeGreaterThan(found.upper)
      expectNear(poissonRate({ count: x, months: exposure * 2, level: confidence }).upper, found.upper / 2)
    }),
    { seed: 11, numRuns: 300 },
  )
})

test('a test against a known rate agrees with the interval of the rate', () => {
  fc.assert(
    fc.property(count, months, fc.double({ min: 0.01, max: 60, noNaN: true }), (x, exposure, reference) => {
      const { pLess, pGreater, pTwoSided } = testAgainstRate({ count: x, months: exposure, reference })
      const { lower, upper } = poissonRate({ count: x, months: exposure })
      expect(reference < lower).toBe(pGreater < 0.025)
      expect(reference > upper).toBe(pLess < 0.025)
      expect(pTwoSided).toBeLessThanOrEqual(1)
      expect(pTwoSided).toBeGreaterThanOrEqual(Math.min(pLess, pGreater) * (1 - 1e-9))
    }),
    { seed: 12, numRuns: 300 },
  )
})

test('a ratio lies in its intervals, and its p is small exactly when the interval leaves out 1', () => {
  fc.assert(
    fc.property(count, months, count, months, level, (x, s, y, t, confidence) => {
      fc.pre(x + y > 0)
      const found = rateRatio({ first: { count: x, months: s }, second: { count: y, months: t }, level: confidence })
      expectInside(found.ratio, found)
      expectInside(found.ratio, found.midP)
      expect(found.p < 1 - confidence).toBe(found.lower > 1 || found.upper < 1)
      expect(found.midP.p < 1 - confidence).toBe(found.midP.lower > 1 || found.midP.upper < 1)
      expect(found.midP.lower).toBeGreaterThanOrEqual(found.lower)
      expect(found.midP.upper).toBeLessThanOrEqual(found.upper)
      for (const p of [found.p, found.midP.p, found.pByProbability]) expectInside(p, { lower: 0, upper: 1 })
    }),
    { seed: 13, numRuns: 400 },
  )
})

test('the ratio the other way round is its inverse, with the same p; it grows with the first count', () => {
  fc.assert(
    fc.property(count, months, count, months, (x, s, y, t) => {
      fc.pre(x + y > 0)
      const [first, second] = [{ count: x, months: s }, { count: y, months: t }]
      const found = rateRatio({ first, second })
      const turned = rateRatio({ first: second, second: first })
      expectNear(found.ratio, 1 / turned.ratio)
      expectNear(found.lower, 1 / turned.upper)
      expectNear(found.upper, 1 / turned.lower)
      expectNear(found.midP.lower, 1 / turned.midP.upper)
      for (const key of ['p', 'pByProbability'] as const) expectNear(found[key], turned[key])
      const more = rateRatio({ first: { count: x + 1, months: s }, second })
      expect(more.lower).toBeGreaterThan(found.lower)
      if (y > 0) expect(more.upper).toBeGreaterThan(found.upper)
    }),
    { seed: 14, numRuns: 300 },
  )
})

test('two counts of nothing have no ratio, and every ratio is possible', () => {
  const nothing = { count: 0, months: 12 }
  expect(rateRatio({ first: nothing, second: nothing })).toEqual({
    ratio: Number.NaN, lower: 0, upper: Infinity, p: 1, midP: { lower: 0, upper: Infinity, p: 1 }, pByProbability: 1,
  })
})

test('a proportion lies in its intervals, which mirror those of the opposite answer and move with the count', () => {
  fc.assert(
    fc.property(answers, level, ({ yes, base }, confidence) => {
      const { estimate, ...intervals } = proportion({ yes, base, level: confidence })
      const { estimate: _, ...opposite } = proportion({ yes: base - yes, base, level: confidence })
      const { estimate: __, ...next } = proportion({ yes: Math.min(yes + 1, base), base, level: confidence })
      for (const name of Object.keys(intervals) as (keyof typeof intervals)[]) {
        expectInside(estimate, intervals[name])
        expectNear(intervals[name].lower, 1 - opposite[name].upper)
        expect(next[name].lower).toBeGreaterThanOrEqual(intervals[name].lower)
        expect(next[name].upper).toBeGreaterThanOrEqual(intervals[name].upper)
        if (name !== 'agrestiCoull') expectInside(0, { lower: -intervals[name].lower, upper: 1 - intervals[name].upper })
      }
      const { lower, upper } = intervals.clopperPearson
      if (yes > 0) expectNear(binomial(base, lower, 1 - lower).atLeast(yes), (1 - confidence) / 2)
      if (yes < base) expectNear(binomial(base, upper, 1 - upper).atMost(yes), (1 - confidence) / 2)
    }),
    { seed: 15, numRuns: 300 },
  )
})

test('two proportions lie in their intervals, and the other way round they change sign and turn over', () => {
  fc.assert(
    fc.property(answers, answers, (first, second) => {
      const { difference, oddsRatio, fisherP, chiSquare } = twoProportions({ first, second })
      const turned = twoProportions({ first: second, second: first })
      expectInside(difference.estimate, difference)
      expectInside(0, { lower: -1 - difference.lower, upper: 1 - difference.upper })
      expectNear(difference.lower, -turned.difference.upper)
      if (!Number.isNaN(oddsRatio.estimate)) {
        expectInside(oddsRatio.estimate, oddsRatio)
        expectNear(oddsRatio.estimate, 1 / turned.oddsRatio.estimate)
      }
      expectNear(oddsRatio.lower, 1 / turned.oddsRatio.upper)
      expectNear(fisherP, turned.fisherP)
      expectNear(chiSquare.statistic, turned.chiSquare.statistic)
      // Two groups are the shortest trend: the same chi-square.
      const trend = findShareTrend([{ ...first, score: 0 }, { ...second, score: 1 }])
      expectNear(trend?.chiSquare ?? 0, chiSquare.statistic)
      expectNear(trend?.p ?? 1, chiSquare.p)
      if (trend) expect(trend.z * difference.estimate).toBeLessThanOrEqual(0)
    }),
    { seed: 16, numRuns: 200 },
  )
})

test('margins that leave one table only say nothing about the odds', () => {
  const { oddsRatio, fisherP, chiSquare } = twoProportions({ first: { yes: 0, base: 10 }, second: { yes: 0, base: 8 } })
  expect([oddsRatio, fisherP, chiSquare.p]).toEqual([{ estimate: Number.NaN, lower: 0, upper: Infinity }, 1, 1])
})

test('a trend over two periods is their ratio: the same factor, the same exact p', () => {
  const positive = fc.integer({ min: 1, max: 300 })
  fc.assert(
    fc.property(positive, months, positive, months, (x, s, y, t) => {
      const [first, second] = [{ count: y, months: t }, { count: x, months: s }]
      const trend = findRateTrend({ periods: [{ ...first, score: 2018 }, { ...second, score: 2019 }] })!
      const ratio = rateRatio({ first: second, second: first })
      expectNear(trend.ratePerStep.estimate, ratio.ratio)
      expectNear(trend.standardError, Math.sqrt(1 / x + 1 / y))
      expectNear(trend.exact!.p, ratio.p)
      expect(trend.dispersion).toBeUndefined()
    }),
    { seed: 17, numRuns: 200 },
  )
})

const periodList = fc.array(fc.record({ count: fc.nat({ max: 40 }), months }), { minLength: 3, maxLength: 6 })

test('time backwards turns the trend over, and a shift of the scores changes nothing', () => {
  fc.assert(
    fc.property(periodList, fc.integer({ min: -3000, max: 3000 }), (list, shift) => {
      fc.pre(list.some((period) => period.count > 0))
      const trend = findRateTrend({ periods: list.map((period, score) => ({ ...period, score })) })!
      const shifted = findRateTrend({ periods: list.map((period, score) => ({ ...period, score: score + shift })) })!
      const back = findRateTrend({ periods: list.map((period, score) => ({ ...period, score: -score })) })!
      expect(shifted).toEqual(trend)
      expectNear(trend.slope, -back.slope)
      expectNear(trend.score.z, -back.score.z)
      expectNear(trend.exact!.lower, back.exact!.upper)
      expectNear(trend.likelihoodRatio.chiSquare, back.likelihoodRatio.chiSquare, 1e-7)
      expectInside(trend.ratePerStep.estimate, trend.ratePerStep)
      if (Math.abs(trend.score.z) > 1e-9) expect(Math.sign(trend.slope)).toBe(Math.sign(trend.score.z))
    }),
    { seed: 18, numRuns: 200 },
  )
})

test('counts in proportion to exposure show no trend and no heterogeneity', () => {
  const periods = [4, 12, 8].map((exposure, score) => ({ count: exposure * 5, months: exposure, score }))
  const trend = findRateTrend({ periods })!
  expectNear(trend.ratePerStep.estimate, 1)
  expect(trend.heterogeneity.chiSquare).toBeLessThan(1e-12)
  expect(trend.likelihoodRatio.p).toBeGreaterThan(0.999)
})

test('all incidents in the last score: the slope has no end', () => {
  const periods = [
    { count: 0, months: 12, score: 0 },
    { count: 0, months: 12, score: 1 },
    { count: 4, months: 6, score: 2 },
    { count: 5, months: 6, score: 2 },
  ]
  const trend = findRateTrend({ periods })!
  const ratePerStep = { estimate: Infinity, lower: 0, upper: Infinity }
  expect(trend).toMatchObject({ slope: Infinity, standardError: Infinity, ratePerStep, dispersion: undefined })
  expectNear(trend.likelihoodRatio.chiSquare, 18 * Math.log(3))
  expectNear(trend.exact!.upper, 3 ** -9)
  const back = findRateTrend({ periods: periods.map((period) => ({ ...period, score: -0.3 * period.score })) })!
  expect(back.exact).toBeUndefined()
  expect(back).toMatchObject({ slope: -Infinity, ratePerStep: { estimate: 0, lower: 0, upper: Infinity } })
})

test('where no trend can show there is none', () => {
  expect(findRateTrend({ periods: [{ count: 0, months: 1, score: 0 }, { count: 0, months: 1, score: 1 }] })).toBeUndefined()
  expect(findRateTrend({ periods: [{ count: 3, months: 1, score: 5 }, { count: 4, months: 1, score: 5 }] })).toBeUndefined()
  expect(findRateTrend({ periods: [] })).toBeUndefined()
  expect(findShareTrend([{ yes: 3, base: 3, score: 0 }, { yes: 4, base: 4, score: 1 }])).toBeUndefined()
  expect(findShareTrend([{ yes: 1, base: 3, score: 1 }, { yes: 2, base: 4, score: 1 }])).toBeUndefined()
  expect(findShareTrend([])).toBeUndefined()
})

test('the prediction of the rest equals the quantiles of the summed negative binomial probabilities', () => {
  fc.assert(
    fc.property(fc.nat({ max: 200 }), fc.double({ min: 1, max: 11, noNaN: true }), (x, elapsed) => {
      const remaining = 12 - elapsed
      const { lower, median, upper, mean } = predictRest({ count: x, months: elapsed, remainingMonths: remaining })
      let probability = (elapsed / 12) ** (x + 0.5)
      let sum = probability
      const quantiles: number[] = []
      for (let more = 0; quantiles.length < 3; more++) {
        while (quantiles.length < 3 && sum >= [0.025, 0.5, 0.975][quantiles.length]!) quantiles.push(more)
        probability *= ((x + 0.5 + more) / (more + 1)) * (remaining / 12)
        sum += probability
      }
      expect([lower, median, upper]).toEqual(quantiles)
      expectNear(mean, ((x + 0.5) * remaining) / elapsed)
    }),
    { seed: 19, numRuns: 200 },
  )
})

test('corrected p values keep their order; Holm lies between Benjamini–Hochberg and Bonferroni', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 12 }), (p) => {
      const [strict, stepped, discovery] = [bonferroni(p), holm(p), benjaminiHochberg(p)]
      for (const [i, value] of p.entries()) {
        expect(discovery[i]).toBeGreaterThanOrEqual(value)
        expect(stepped[i]).toBeGreaterThanOrEqual(discovery[i]! * (1 - 1e-12))
        expect(strict[i]).toBeGreaterThanOrEqual(stepped[i]!)
        for (const [j, other] of p.entries()) if (value < other) expect(stepped[i]).toBeLessThanOrEqual(stepped[j]!)
      }
    }),
    { seed: 20, numRuns: 200 },
  )
})

test('what is no count, no exposure or no level is a defect', () => {
  const year = { count: 3, months: 12 }
  for (const wrong of [-1, 1.5, Number.NaN]) {
    expect(() => poissonRate({ count: wrong, months: 12 })).toThrow('poissonRate')
    expect(() => rateRatio({ first: year, second: { count: wrong, months: 12 } })).toThrow('rateRatio')
    expect(() => proportion({ yes: wrong, base: 12 })).toThrow('proportion')
  }
  for (const nothing of [0, -1, Infinity, Number.NaN]) {
    expect(() => poissonRate({ count: 3, months: nothing })).toThrow('poissonRate')
    expect(() => rateRatio({ first: year, second: { count: 3, months: nothing } })).toThrow('rateRatio')
    const periods = [{ ...year, score: 0 }, { count: 3, months: nothing, score: 1 }]
    expect(() => findRateTrend({ periods })).toThrow('findRateTrend')
    expect(() => predictRest({ count: 3, months: nothing, remainingMonths: 5 })).toThrow('predictRest')
  }
  for (const level of [0, 1, 95]) expect(() => poissonRate({ ...year, level })).toThrow('level')
  expect(() => proportion({ yes: 4, base: 3 })).toThrow('4 of 3')
  expect(() => twoProportions({ first: { yes: 0, base: 0 }, second: { yes: 1, base: 3 } })).toThrow('twoProportions')
})
