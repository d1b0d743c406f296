// The sentences: what they say of the first network's figures, in both languages, and that no word of direction slips in.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  compareEach, directionOf, exposureMonths, type IncidentPeriod, sayComparison, sayEqualRates, sayRest, saySeveral, sayTrend, trendOf,
} from '../src/index.ts'

const collection = { from: '2017-11-01', to: '2022-12-31' }
const common = { collectionStart: collection.from, effortShown: true }
function year(count: number, of: number): IncidentPeriod {
  return { unit: 'incident', count, from: `${of}-01-01`, to: `${of}-12-31`, months: exposureMonths(`${of}-01-01`, `${of}-12-31`, collection) }
}
const [y2017, y2018, y2019] = [year(10, 2017), year(23, 2018), year(30, 2019)]
const compare = (earlier: IncidentPeriod, later: IncidentPeriod, language: 'sv' | 'en', effortShown = true): string =>
  sayComparison({ earlier, later }, directionOf({ earlier, later, ...common, effortShown }), language)

test('two years', () => {
  expect(compare(y2018, y2019, 'en')).toBe('30 against 23: the difference can be chance, ratio 1.30, 95 % 0.73–2.35.')
  expect(compare(y2018, y2019, 'sv')).toBe('30 mot 23: skillnaden kan vara slump, kvot 1,30, 95 % 0,73–2,35.')
  expect(compare(y2017, y2018, 'en')).toBe('23 in 12 months against 10 in 2 months: at least one of the periods covers less than half a year, ratio per month 0.38, 95 % 0.18–0.90.')
  expect(compare(y2017, y2018, 'sv')).toBe('23 på 12 månader mot 10 på 2 månader: minst en av perioderna omfattar mindre än ett halvår, kvot per månad 0,38, 95 % 0,18–0,90.')
  expect(compare(y2018, year(60, 2019), 'en')).toBe('60 against 23: more per month than chance tends to give, ratio 2.61, 95 % 1.59–4.42.')
  expect(compare(year(60, 2018), year(23, 2019), 'sv')).toBe('23 mot 60: färre per månad än slumpen brukar ge, kvot 0,38, 95 % 0,23–0,63.')
  expect(compare(y2018, year(60, 2019), 'en', false)).toContain('there is no record of how many reported')
  expect(compare(year(0, 2018), y2019, 'en')).toBe('30 against 0: more per month than chance tends to give, ratio ∞, 95 % from 7.64 upwards.')
  expect(compare(year(0, 2018), year(0, 2019), 'sv')).toBe('0 mot 0: skillnaden kan vara slump, ingen kvot kan räknas.')
  expect(compare(year(0, 2016), y2019, 'en')).toBe('30 in 12 months against 0 in 0 months: in at least one of the periods there is nothing to count, no ratio can be computed.')
})

test('several years', () => {
  const periods = [y2017, y2018, y2019]
  expect(sayEqualRates(periods, 'en')).toBe('10, 23 and 30 in 2, 12 and 12 months: the numbers per month differ by more than chance tends to give (chance alone gives such differences in 3 cases of 100).')
  expect(sayEqualRates(periods, 'sv')).toBe('10, 23 och 30 på 2, 12 och 12 månader: antalet per månad skiljer sig mer än slumpen brukar ge (slumpen ensam ger så stora skillnader i 3 fall av 100).')
  expect(sayEqualRates([y2018, y2019], 'en')).toBe('23 and 30 in 12 months: the differences can be chance (chance alone gives such differences in 41 cases of 100).')
  expect(sayEqualRates([], 'sv')).toBe('I minst en av perioderna finns inget att räkna på.')
  expect(sayTrend(periods, trendOf({ periods, ...common }), 'en')).toBe(
    '10, 23 and 30 in 2, 12 and 12 months: no trend can be read, at least one of the periods covers less than half a year, from one period to the next times 0.85 on average, 95 % 0.57–1.24.',
  )
  expect(sayTrend(periods, trendOf({ periods, ...common }), 'sv')).toContain('ingen trend kan utläsas, minst en av perioderna omfattar mindre än ett halvår, från en period till nästa i snitt gånger 0,85, 95 % 0,57–1,24.')
  const rising = [year(20, 2018), year(32, 2019), year(44, 2020), year(60, 2021)]
  expect(sayTrend(rising, trendOf({ periods: rising, ...common }), 'en')).toMatch(/^20, 32, 44 and 60 in 12 months: rising, from one period to the next times 1\.4\d on average, 95 % [\d.]+–[\d.]+\.$/)
  expect(sayEqualRates(rising, 'en')).toContain('chance alone gives such differences in less than one case of 100')
  expect(saySeveral(compareEach({ periods: rising, ...common }), 'en')).toBe('Comparisons that hold when account is taken of having made several: 0 of 3.')
  expect(saySeveral(compareEach({ periods: [y2018, year(60, 2019)], ...common }), 'sv')).toBe('Jämförelser som håller när hänsyn tas till att flera gjordes: 1 av 1.')
})

test('the rest of a running year', () => {
  expect(sayRest({ count: 17, months: 7, remainingMonths: 5 }, 'en')).toBe('17 in 7 months: if as many a month come as until now, 4–23 more will come in the remaining 5 months in 95 cases of 100, 12 in the middle.')
  expect(sayRest({ count: 30, months: 11, remainingMonths: 1 }, 'sv')).toBe('30 på 11 månader: kommer lika många per månad som hittills blir det 0–7 till under återstående 1 månad i 95 fall av 100, i mitten 3.')
})

/** Every word of direction that a sentence may hold. */
const direction = { sv: /fler per|färre per|stigande|fallande/, en: /more per|fewer per|rising|falling/ } as const

test('a word of direction stands in a sentence exactly when the rule has given one', () => {
  const counts = fc.array(fc.nat({ max: 50 }), { minLength: 2, maxLength: 4 })
  fc.assert(fc.property(counts, fc.integer({ min: 2016, max: 2018 }), fc.boolean(), (drawn, first, effortShown) => {
    const periods = drawn.map((count, index) => year(count, first + index))
    const trend = trendOf({ periods, ...common, effortShown })
    for (const language of ['sv', 'en'] as const) {
      for (const found of compareEach({ periods, ...common, effortShown })) expect(direction[language].test(sayComparison(found, found, language))).toBe(found.direction !== null)
      expect(direction[language].test(sayTrend(periods, trend, language))).toBe(trend.direction !== null)
      for (const sentence of [sayEqualRates(periods, language), saySeveral(compareEach({ periods, ...common, effortShown }), language)]) {
        expect(sentence).not.toMatch(direction[language])
        expect(sentence).not.toMatch(/undefined|NaN|Infinity|null/)
      }
      expect(sayTrend(periods, trend, language)).not.toMatch(/undefined|NaN|Infinity|null/)
      // Words of the trade are explained where the sentences stand, and are not in them.
      for (const sentence of [sayTrend(periods, trend, language), sayEqualRates(periods, language), saySeveral(compareEach({ periods, ...common, effortShown }), language)]) {
        expect(sentence).not.toMatch(/\bp [=<]|Holm|heterogen|expon|exposure|interval|konfidens|confidence|faktor|factor|takt/i)
      }
    }
  }), { seed: 37, numRuns: 50 })
})
