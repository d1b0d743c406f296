// Days, months and years of the calendar, and what is none.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findCivilDate, findOccurrence, lastDayOfMonth, precisionOf } from '../src/index.ts'

test('days that exist, and days that do not', () => {
  for (const day of ['2019-04-03', '2020-02-29', '2000-02-29', '0001-01-01']) expect(findCivilDate(day)).toBe(day)
  for (const text of ['2019-02-29', '1900-02-29', '2019-02-31', '2019-04-31', '2019-13-01', '2019-00-10', '2019-4-3', '03/04/2019', '2019-04-03T10:00', ' 2019-04-03', '', '0000-02-29']) {
    expect(findCivilDate(text)).toBeUndefined()
  }
})

test('an occurrence known to the day, the month or the year', () => {
  expect(findOccurrence('2019-04-03')).toEqual({ from: '2019-04-03', to: '2019-04-03', about: false })
  expect(findOccurrence('2020-02')).toEqual({ from: '2020-02-01', to: '2020-02-29', about: false })
  expect(findOccurrence('2019')).toEqual({ from: '2019-01-01', to: '2019-12-31', about: false })
  for (const text of ['2019-13', '2019-2', '19', '20190403', '2019-04-', 'april 2019']) expect(findOccurrence(text)).toBeUndefined()
})

test('what was read knows how precisely it is known', () => {
  const precision = (from: string, to: string) => precisionOf({ from, to, about: false })
  expect(precision('2019-04-03', '2019-04-03')).toBe('day')
  expect(precision('2019-02-01', '2019-02-28')).toBe('month')
  expect(precision('2020-02-01', '2020-02-28')).toBe('span')
  expect(precision('2019-01-01', '2019-12-31')).toBe('year')
  expect(precision('2019-01-01', '2020-12-31')).toBe('span')
})

test('every day of the Gregorian calendar agrees with the platform', () => {
  fc.assert(fc.property(fc.integer({ min: 1, max: 9999 }), fc.integer({ min: 0, max: 13 }), fc.integer({ min: 0, max: 32 }), (year, month, day) => {
    const text = [String(year).padStart(4, '0'), String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-')
    const date = new Date(`${text}T00:00:00Z`)
    const exists = !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
    expect(findCivilDate(text)).toBe(exists ? text : undefined)
    if (exists) expect(lastDayOfMonth(text).slice(0, 8)).toBe(text.slice(0, 8))
  }), { seed: 1582, numRuns: 500 })
})
