// Several periods at once: equal rates, each against the one before, a trend, and what the rest of a period may bring.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  compareEach, directionOf, exposureMonths, type IncidentPeriod, predictRest, predictRestExact, rateRatio, testEqualRates, trendOf,
} from '../src/index.ts'
import { multinomialTail } from '../src/inference/exact-multinomial.ts'
import { poisson } from '../src/inference/count-distribution.ts'

const collection = { from: '2017-11-01', to: '2022-12-31' }
const common = { collectionStart: collection.from, effortShown: true }

function year(count: number, of: number): IncidentPeriod {
  const [from, to] = [`${of}-01-01`, `${of}-12-31`]
  return { unit: 'incident', count, from, to, months: exposureMonths(from, to, collection) }
}
const exposed = (counts: readonly number[], months: readonly number[]) => counts.map((count, index) => ({ count, months: months[index]! }))

describe('equal rates', () => {
  // R: EMT::multinomial.test(x, prob = months / sum(months), useChisq = TRUE)$p.value. R is not needed to check it: these
  // values come from adding up every outcome in rational arithmetic (Python 3, fractions.Fraction), so every digit holds.
  // The statistic is R's chisq.test(x, p = months / sum(months))$statistic.
  test.each([
    [[10, 23, 30], [2, 12, 12], 0.0322575149513, 6.78042328042],
    [[10, 23, 30], [1, 1, 1], 0.00759748608367, 9.80952380952],
    [[5, 4, 6, 5, 7], [1, 1, 1, 1, 1], 0.949501555033, 0.962962962963],
    [[2, 0, 3, 1], [4, 4, 4, 1], 0.427199211736, 3.20833333333],
    [[10, 23, 17], [12, 12, 7], 0.0159201726445, 8.09547619048],
    [[10, 23], [2, 12], 0.0141093072825, 6.91414141414],
    [[7, 1, 0, 2], [12, 12, 12, 12], 0.0112762451172, 11.6],
    [[1, 0, 3, 2, 2, 4, 1, 0, 3, 2, 2, 3], [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1], 0.696378184897, 8.82608695652],
    [[0, 0, 9], [1, 1, 1], 0.000152415790276, 18],
  ] as const)('%j in %j months: exact p %f', (counts, months, p, chiSquare) => {
    const found = testEqualRates(exposed(counts, months))!
    expect(found.method).toBe('exact')
    expect(found.df).toBe(counts.length - 1)
    expect(Math.abs(found.p / p - 1)).toBeLessThan(1e-10)
    expect(Math.abs(found.chiSquare / chiSquare - 1)).toBeLessThan(1e-10)
  })

  test('counts too large for the exact sum take the chi-square limit, and say whether it can be relied upon', () => {
    // R: pchisq(sum((x - e)^2 / e), df = 39, lower.tail = FALSE) with x = 900 + 0:39, e = sum(x) / 40.
    const months = Array.from({ length: 40 }, () => 1)
    const large = testEqualRates(exposed(months.map((_, index) => 900 + index), months))!
    expect(large.method).toBe('chi-square')
    // 40 · variance of 0…39 over the mean: 5330 / 919.5 exactly; its tail by the regularised gamma function with 40 digits (mpmath).
    expect(large.chiSquare).toBeCloseTo(5330 / 919.5, 9)
    expect(large.p).toBeCloseTo(0.99999999987813, 12)
    const thin = months.map((_, index) => 1 + index / 100)
    expect(testEqualRates(exposed(thin.map((_, index) => (index % 2 === 0 ? 4 : 3)), thin))!.method).toBe('small-expectations')
  })

  test('of two periods of equal exposure is the two-sided test of their ratio', () => {
    fc.assert(fc.property(fc.nat({ max: 60 }), fc.nat({ max: 60 }), (x, y) => {
      fc.pre(x + y > 0)
      const periods = exposed([x, y], [12, 12])
      expect(testEqualRates(periods)!.p).toBeCloseTo(rateRatio({ first: periods[0]!, second: periods[1]! }).p, 9)
    }), { seed: 31, numRuns: 200 })
  })

  test('does not hang on the order, nor on the unit of exposure, and all outcomes together have probability 1', () => {
    const counted = fc.array(fc.record({ count: fc.nat({ max: 12 }), months: fc.integer({ min: 1, max: 24 }) }), { minLength: 2, maxLength: 5 })
    fc.assert(fc.property(counted, (periods) => {
      fc.pre(periods.some(({ count }) => count > 0))
      const found = testEqualRates(periods)!
      expect(testEqualRates(periods.toReversed())!.p).toBeCloseTo(found.p, 9)
      expect(testEqualRates(periods.map(({ count, months }) => ({ count, months: months / 7 })))!.p).toBeCloseTo(found.p, 9)
      const total = periods.reduce((sum, { months }) => sum + months, 0)
      const n = periods.reduce((sum, { count }) => sum + count, 0)
      expect(multinomialTail(periods.map(({ months }) => months / total), n, Number.MIN_VALUE * 1e16)).toBeCloseTo(1, 9)
    }), { seed: 32, numRuns: 80 })
  })

  test('comes near the limit where the counts are large', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: 80, max: 130 }), { minLength: 3, maxLength: 3 }), (counts) => {
      const found = testEqualRates(exposed(counts, [1, 1, 1]))!
      expect(found.method).toBe('exact')
      // The limit with two degrees of freedom is e^(−X²/2).
      expect(Math.abs(found.p - Math.exp(-found.chiSquare / 2))).toBeLessThan(0.03)
    }), { seed: 33, numRuns: 25 })
  })

  test('says nothing where there is nothing, and refuses a period without exposure', () => {
    expect(testEqualRates(exposed([0, 0], [1, 2]))).toBeUndefined()
    expect(testEqualRates(exposed([4], [1]))).toBeUndefined()
    expect(() => testEqualRates(exposed([4, 3], [1, 0]))).toThrow('testEqualRates')
  })
})

describe('each against the one before', () => {
  test('a difference that holds alone need not hold among several', () => {
    // Two-sided exact p of 20 against 39 alone is 0.0186; R: binom.test(39, 59) central. Three comparisons: Holm p.adjust(p, "holm").
    const periods = [year(20, 2018), year(39, 2019), year(38, 2020), year(40, 2021)]
    const [first] = compareEach({ periods, ...common })
    expect(directionOf({ earlier: periods[0]!, later: periods[1]!, ...common }).direction).toBe('increase')
    expect(first).toMatchObject({ direction: null, reasons: ['one-of-several'] })
    expect(first!.pOfSeveral).toBeCloseTo(3 * first!.p!, 12)
    expect(compareEach({ periods: periods.slice(0, 2), ...common })[0]).toMatchObject({ direction: 'increase', reasons: [] })
  })

  test('never tells a direction that the rule of two periods refuses, and keeps its reasons', () => {
    fc.assert(fc.property(fc.array(fc.nat({ max: 90 }), { minLength: 2, maxLength: 6 }), fc.boolean(), (counts, effortShown) => {
      const periods = counts.map((count, index) => year(count, 2017 + index))
      const found = compareEach({ periods, ...common, effortShown })
      expect(found).toHaveLength(counts.length - 1)
      for (const { earlier, later, direction, reasons, p, pOfSeveral } of found) {
        const alone = directionOf({ earlier, later, ...common, effortShown })
        expect(reasons).toEqual(expect.arrayContaining([...alone.reasons]))
        expect(direction === null).toBe(reasons.length > 0)
        if (direction !== null) expect(direction).toBe(alone.direction)
        if (p !== null) expect(pOfSeveral!).toBeGreaterThanOrEqual(p)
      }
    }), { seed: 34, numRuns: 200 })
  })

  test('a period in which nothing was collected has no p and takes none from the others', () => {
    const found = compareEach({ periods: [year(0, 2016), year(30, 2018), year(80, 2019)], ...common })
    expect(found.map(({ p, pOfSeveral }) => [p, pOfSeveral])).toEqual([[null, null], [found[1]!.p, found[1]!.p]])
    expect(found[1]!.direction).toBe('increase')
  })
})

describe('a trend', () => {
  test('the first network’s own years: none can be read, and two reasons of the periods stand first', () => {
    const found = trendOf({ periods: [year(10, 2017), year(23, 2018), year(30, 2019)], ...common })
    expect(found.perPeriod!.estimate).toBeCloseTo(0.845574219765, 10)
    expect(found.p).toBeCloseTo(0.449135620549, 10)
    expect(found.direction).toBeNull()
    expect(found.reasons).toEqual(['short-period', 'start-of-collection', 'interval-includes-one', 'no-line'])
  })

  test('is told of whole, settled years along a line, with effort beside it, and of no fewer than three', () => {
    const rising = [year(20, 2018), year(32, 2019), year(44, 2020), year(60, 2021)]
    expect(trendOf({ periods: rising, ...common })).toMatchObject({ direction: 'increase', reasons: [] })
    expect(trendOf({ periods: rising, ...common, effortShown: false })).toMatchObject({ direction: null, reasons: ['no-effort'] })
    expect(trendOf({ periods: rising.map((period, index) => ({ ...period, count: rising[3 - index]!.count })), ...common }).direction).toBe('decrease')
    expect(trendOf({ periods: [rising[0]!, rising[3]!], ...common })).toMatchObject({ direction: null, reasons: ['two-periods'] })
    const jump = [year(20, 2018), year(20, 2019), year(80, 2020), year(20, 2021), year(80, 2022)]
    expect(trendOf({ periods: jump, ...common }).reasons).toEqual(['no-line'])
    expect(trendOf({ periods: [year(0, 2018), year(0, 2019), year(0, 2020)], ...common })).toMatchObject({ direction: null, p: null, perPeriod: null, reasons: ['nothing-collected'] })
  })

  test('has a direction exactly when no reason stands against it', () => {
    fc.assert(fc.property(fc.array(fc.nat({ max: 40 }), { minLength: 2, maxLength: 4 }), (counts) => {
      const { direction, reasons, p, perPeriod } = trendOf({ periods: counts.map((count, index) => year(count, 2018 + index)), ...common })
      expect(direction === null).toBe(reasons.length > 0)
      if (direction === null) return
      expect(p!).toBeLessThan(0.05)
      expect(direction === 'increase' ? perPeriod!.lower : 1 / perPeriod!.upper).toBeGreaterThan(1)
    }), { seed: 35, numRuns: 100 })
  })
})

describe('the rest of a running period', () => {
  // R: x <- 17; y <- 0:99; p <- 7/12; range(y[pbinom(x, x + y, p) > .025 & pbinom(x - 1, x + y, p, lower.tail = FALSE) > .025]).
  // The values are from binomial sums in rational arithmetic (Python 3, fractions.Fraction).
  test.each([
    [17, 7, 5, 4, 23], [9, 6, 6, 2, 20], [0, 6, 6, 0, 5], [30, 9, 3, 4, 18], [0, 12, 1, 0, 1], [120, 11, 1, 5, 18], [3, 1, 11, 6, 99],
  ])('%i in %i months, %i left: %i–%i', (count, months, remainingMonths, lower, upper) => {
    expect(predictRestExact({ count, months, remainingMonths })).toEqual({ lower, upper })
  })

  test('the exact range holds what the test of equal rates would not reject, and no more', () => {
    fc.assert(fc.property(fc.nat({ max: 60 }), fc.integer({ min: 1, max: 11 }), (count, months) => {
      const remainingMonths = 12 - months
      const { lower, upper } = predictRestExact({ count, months, remainingMonths })
      const fits = (more: number): boolean => count + more === 0 || rateRatio({ first: { count: more, months: remainingMonths }, second: { count, months } }).p > 0.05
      for (const more of [lower, upper]) expect(fits(more)).toBe(true)
      expect(fits(upper + 1)).toBe(false)
      if (lower > 0) expect(fits(lower - 1)).toBe(false)
    }), { seed: 36, numRuns: 200 })
  })

  test('the exact range holds its level at every rate; the predictive one holds it about', () => {
    for (const [months, remainingMonths] of [[6, 6], [9, 3], [3, 9]] as const) {
      for (const rate of [0.2, 1, 2.5, 6]) {
        const [before, after] = [poisson(rate * months), poisson(rate * remainingMonths)]
        let exact = 0
        let predictive = 0
        for (let count = 0; count <= rate * months + 12 * Math.sqrt(rate * months) + 12; count++) {
          const held = ({ lower, upper }: { lower: number; upper: number }): number => after.atMost(upper) - (lower > 0 ? after.atMost(lower - 1) : 0)
          exact += before.probability(count) * held(predictRestExact({ count, months, remainingMonths }))
          predictive += before.probability(count) * held(predictRest({ count, months, remainingMonths }))
        }
        expect(exact).toBeGreaterThanOrEqual(0.95)
        expect(predictive).toBeGreaterThan(0.93)
      }
    }
  })
})
