// Exposure: the months in which the network collected, by hand and as properties.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Collection, exposureMonths, mergePeriods, partsOfYear, wholePeriod, yearPeriod, yearPeriods } from '../src/index.ts'

const collection: Collection = { from: '2017-11-01', to: '2020-06-10' }

test.each([
  // The first network: November and December are 2 months, not a year.
  ['2017-01-01', '2017-12-31', '2017-11-01', '2020-06-10', 2],
  ['2018-01-01', '2018-12-31', '2017-11-01', '2020-06-10', 12],
  // Begun on the 15th of a month of 31 days: 17 of them.
  ['2018-03-01', '2018-03-31', '2018-03-15', '2020-06-10', 17 / 31],
  ['2018-01-01', '2018-12-31', '2018-03-15', '2020-06-10', 17 / 31 + 9],
  // A February of 29 days, and of 28.
  ['2020-02-01', '2020-02-29', '2020-02-29', '2020-06-10', 1 / 29],
  ['2019-02-01', '2019-02-28', '2019-02-28', '2020-06-10', 1 / 28],
  // Not over yet: ten days of June.
  ['2020-01-01', '2020-12-31', '2017-11-01', '2020-06-10', 5 + 10 / 30],
  // Begun and ended within one month.
  ['2020-01-01', '2020-12-31', '2020-06-05', '2020-06-10', 6 / 30],
  ['2016-01-01', '2016-12-31', '2017-11-01', '2020-06-10', 0],
  ['2021-01-01', '2021-12-31', '2017-11-01', '2020-06-10', 0],
])('from %s to %s, collected from %s to %s, is %d months', (from, to, begun, ended, months) => {
  expect(exposureMonths(from, to, { from: begun, to: ended })).toBeCloseTo(months, 12)
})

test('the parts of a year are named, lie side by side, and add up to it', () => {
  expect(partsOfYear(2019, 6, collection).map(({ id, from, to }) => [id, from, to])).toEqual([
    ['2019-H1', '2019-01-01', '2019-06-30'], ['2019-H2', '2019-07-01', '2019-12-31'],
  ])
  expect(partsOfYear(2019, 3, collection).map(({ id }) => id)).toEqual(['2019-Q1', '2019-Q2', '2019-Q3', '2019-Q4'])
  expect(partsOfYear(2020, 1, collection)[1]).toEqual({ id: '2020-02', from: '2020-02-01', to: '2020-02-29', months: 1 })
  const day = fc.integer({ min: 0, max: 2000 }).map((days) => new Date(Date.UTC(2016, 0, 1) + days * 86_400_000).toISOString().slice(0, 10))
  fc.assert(
    fc.property(day, day, fc.integer({ min: 2015, max: 2022 }), fc.constantFrom<1 | 3 | 6>(1, 3, 6), (a, b, year, each) => {
      const collected = { from: a < b ? a : b, to: a < b ? b : a }
      const parts = partsOfYear(year, each, collected).map(({ months }) => months)
      expect(parts.reduce((x, y) => x + y, 0)).toBeCloseTo(yearPeriod(year, collected).months, 9)
      expect(parts.every((months) => months >= 0 && months <= each)).toBe(true)
    }),
    { seed: 2017, numRuns: 300 },
  )
})

test('years merge into one period with one exposure', () => {
  const years = yearPeriods(2017, 2019, collection)
  expect(mergePeriods(years.slice(0, 2), collection)).toEqual({ id: '2017-2018', from: '2017-01-01', to: '2018-12-31', months: 14 })
  expect(mergePeriods(years.slice(1, 2), collection)).toBe(years[1])
  expect(wholePeriod(2017, 2019, collection)).toEqual({ id: 'all', from: '2017-01-01', to: '2019-12-31', months: 26 })
  expect(() => mergePeriods([], collection)).toThrow('no period')
})
