// Several results about the same periods, told together: the first network's figures, and what is left out or withheld.
import { describe, expect, test } from 'vitest'
import { exposureMonths, type IncidentPeriod, saySpread, trendsOf } from '../src/index.ts'

const collection = { from: '2017-11-01', to: '2022-12-31' }
const common = { collectionStart: collection.from, collectedTo: collection.to, effortShown: true }
function year(count: number, of: number, to = collection.to): IncidentPeriod {
  return { unit: 'incident', count, from: `${of}-01-01`, to: `${of}-12-31`, months: exposureMonths(`${of}-01-01`, `${of}-12-31`, { ...collection, to }) }
}
const reference = [year(10, 2017), year(23, 2018), year(30, 2019)]

describe('the first network’s three years', () => {
  const found = trendsOf({ periods: reference, ...common })
  test('each against the one before', () => {
    expect(found.comparisons.map(({ said }) => said.en)).toEqual([
      '23 in 12 months against 10 in 2 months: at least one of the periods covers less than half a year, ratio per month 0.38, 95 % 0.18–0.90.',
      '30 against 23: the difference can be chance, ratio 1.30, 95 % 0.73–2.35.',
    ])
    expect(found.comparisons.map(({ said }) => said.sv)[1]).toBe('30 mot 23: skillnaden kan vara slump, kvot 1,30, 95 % 0,73–2,35.')
    // Holm over two: the smaller p doubled, the larger as it is. Outside values: rates.json, rate-ratio-13 and -16.
    expect(found.comparisons.map(({ p }) => p)).toEqual([expect.closeTo(0.0282, 3), expect.closeTo(0.41, 2)])
    expect(found.comparisons.map(({ pOfSeveral }) => pOfSeveral)).toEqual([expect.closeTo(0.0564, 3), expect.closeTo(0.41, 2)])
    expect(found.several?.en).toBe('Comparisons that hold when account is taken of having made several: 0 of 2.')
  })
  test('they differ by more than chance, the intervals leave that out, and there is no trend', () => {
    // X² = 6.78042328042 with 2 degrees of freedom (inference-several.test.ts has it from rational arithmetic).
    expect(found.equalRates).toMatchObject({ p: expect.closeTo(0.0322575, 6) as number, dispersion: expect.closeTo(3.39021164, 7) as number })
    expect(found.equalRates?.spread.en).toBe(
      '10, 23 and 30 in 2, 12 and 12 months: the spread between the periods is 3.39 times what chance gives; the intervals above leave it out and are too narrow.',
    )
    expect(found.trend).toMatchObject({ direction: null })
    expect(found.trend?.said.sv).toMatch(/ingen trend kan utläsas/)
  })
})

test('two periods are no trend and one comparison, and one period is none', () => {
  expect(trendsOf({ periods: reference.slice(1), ...common })).toMatchObject({ several: null, trend: null, comparisons: [{ direction: null }] })
  expect(trendsOf({ periods: reference.slice(2), ...common })).toEqual({ comparisons: [], several: null, equalRates: null, trend: null })
  expect(trendsOf({ periods: [], ...common })).toEqual({ comparisons: [], several: null, equalRates: null, trend: null })
})

test('a year that was not collected is left out, and one that is running is told and given no direction', () => {
  const running = '2021-08-31'
  const periods = [year(0, 2016), year(20, 2019), year(21, 2020), year(60, 2021, running)]
  const found = trendsOf({ periods, ...common, collectedTo: running })
  expect(found.comparisons.map(({ direction, reasons }) => [direction, reasons])).toEqual([[null, ['interval-includes-one']], [null, ['not-over']]])
  expect(found.comparisons[1]!.said.en).toMatch(/^60 in 8 months against 21 in 12 months: at least one of the periods is not over, ratio per month 4\.29/)
  expect(found.trend?.reasons).toContain('not-over')
})

test('a spread that chance can give is told as such, and none where nothing was counted', () => {
  expect(saySpread(reference.slice(1), 'en')).toBe('23 and 30 in 12 months: the spread between the periods is about what chance gives.')
  expect(saySpread([year(0, 2018), year(0, 2019)], 'sv')).toBeUndefined()
})
