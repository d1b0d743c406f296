// When a direction may be said: the first network's own figures, and each reason for silence.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { directionOf, exposureMonths, type IncidentPeriod, type NoDirectionReason } from '../src/index.ts'

const collection = { from: '2017-11-01', to: '2020-12-31' }
const common = { collectionStart: collection.from, effortShown: true }

function incidents(count: number, from: string, to: string): IncidentPeriod {
  return { unit: 'incident', count, from, to, months: exposureMonths(from, to, collection) }
}

const year2017 = incidents(10, '2017-01-01', '2017-12-31')
const year2018 = incidents(23, '2018-01-01', '2018-12-31')
const year2019 = incidents(30, '2019-01-01', '2019-12-31')
const rounded = (value: number | null): number => Math.round((value ?? Number.NaN) * 100) / 100

test('2018 against November and December 2017: no direction, although the interval leaves out 1', () => {
  expect(year2017.months).toBe(2)
  const { ratio, lower, upper, direction, reasons } = directionOf({ earlier: year2017, later: year2018, ...common })
  expect([ratio, lower, upper].map(rounded)).toEqual([0.38, 0.18, 0.9])
  expect(direction).toBeNull()
  expect(reasons).toEqual(['short-period', 'start-of-collection'])
})

test('2019 against 2018: 1.30 (0.73–2.35), p = 0.41, no direction', () => {
  const { ratio, lower, upper, p, direction, reasons } = directionOf({ earlier: year2018, later: year2019, ...common })
  expect([ratio, lower, upper, p].map(rounded)).toEqual([1.3, 0.73, 2.35, 0.41])
  expect(direction).toBeNull()
  expect(reasons).toEqual(['interval-includes-one'])
})

test('a clear difference between whole years has a direction, and effort must be shown', () => {
  const later = { ...year2019, count: 60 }
  expect(directionOf({ earlier: year2018, later, ...common })).toMatchObject({ direction: 'increase', reasons: [] })
  const earlier = { ...year2018, count: 60 }
  expect(directionOf({ earlier, later: year2019, ...common })).toMatchObject({ direction: 'decrease', reasons: [] })
  const hidden = directionOf({ earlier: year2018, later, ...common, effortShown: false })
  expect(hidden).toMatchObject({ direction: null, reasons: ['no-effort'] })
})

test('six months are enough, also when they are a sum of fractions, and a day less is not', () => {
  const first = (to: string): IncidentPeriod => incidents(10, '2018-07-15', to)
  const later = incidents(80, '2019-02-01', '2019-12-31')
  expect(directionOf({ earlier: first('2019-01-14'), later, ...common })).toMatchObject({ direction: 'increase' })
  expect(directionOf({ earlier: first('2019-01-13'), later, ...common }).reasons).toEqual(['short-period'])
})

test('a period that ends with the first half-year of collection is the start; one day more is not', () => {
  const later = incidents(80, '2018-06-01', '2019-12-31')
  const until = (to: string): readonly NoDirectionReason[] =>
    directionOf({ earlier: incidents(1, '2017-11-01', to), later, ...common }).reasons
  expect(until('2018-04-30')).toEqual(['start-of-collection'])
  expect(until('2018-05-01')).toEqual([])
})

test('without exposure there is no ratio; without earlier incidents no upper limit', () => {
  const nothing = directionOf({ earlier: incidents(0, '2016-01-01', '2016-12-31'), later: year2018, ...common })
  expect(nothing).toEqual({
    ratio: null, lower: null, upper: null, p: null, direction: null,
    reasons: ['nothing-collected', 'short-period', 'start-of-collection'] satisfies NoDirectionReason[],
  })
  const fromNone = directionOf({ earlier: { ...year2018, count: 0 }, later: year2019, ...common })
  expect(fromNone).toMatchObject({ ratio: null, upper: null, direction: 'increase' })
  expect(fromNone.lower).toBeGreaterThan(1)
  const twice = directionOf({ earlier: { ...year2018, count: 0 }, later: { ...year2019, count: 0 }, ...common })
  expect(twice).toMatchObject({
    ratio: null, lower: 0, upper: null, p: 1, direction: null, reasons: ['interval-includes-one'],
  })
})

test('overlapping periods are a defect', () => {
  expect(() => directionOf({ earlier: year2019, later: year2018, ...common })).toThrow('directionOf')
  const both = incidents(33, '2017-11-01', '2018-12-31')
  expect(() => directionOf({ earlier: both, later: year2018, ...common })).toThrow('directionOf')
})

test('a direction is said exactly when there is no reason against it, and p agrees with the interval', () => {
  const count = fc.nat({ max: 120 })
  fc.assert(
    fc.property(count, count, fc.boolean(), (before, after, effortShown) => {
      const [earlier, later] = [{ ...year2018, count: before }, { ...year2019, count: after }]
      const { p, direction, reasons } = directionOf({ earlier, later, ...common, effortShown })
      expect(direction === null).toBe(reasons.length > 0)
      expect(reasons.includes('interval-includes-one')).toBe(p! >= 0.05)
      if (direction !== null) expect(direction).toBe(after > before ? 'increase' : 'decrease')
    }),
    { seed: 2019, numRuns: 400 },
  )
})
