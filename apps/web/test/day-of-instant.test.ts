// Days are the network's own, not those of Greenwich: what was written after midnight there is of the new day.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { dayOfInstant, daysSince } from '../src/format/day-of-instant.ts'

const zone = 'Europe/Stockholm'

test('half past midnight on New Year\'s Day is of the new year, in winter and in summer time, and west of Greenwich of the day before', () => {
  expect(dayOfInstant('2026-12-31T23:30:00.000000Z', zone)).toBe('2027-01-01')
  expect(dayOfInstant('2026-12-31T22:59:59.999999Z', zone)).toBe('2026-12-31')
  expect(dayOfInstant('2026-06-30T22:10:00Z', zone)).toBe('2026-07-01')
  expect(dayOfInstant('2026-07-01T02:10:00Z', 'America/New_York')).toBe('2026-06-30')
})

test('what was written ten minutes ago is of today, and what a clock that goes fast wrote is not of tomorrow', () => {
  expect(daysSince('2026-12-31T23:20:00.000000Z', '2027-01-01', zone)).toBe(0)
  expect(daysSince('2026-12-31T22:50:00.000000Z', '2027-01-01', zone)).toBe(1)
  expect(daysSince('2026-12-01T23:30:00.000000Z', '2027-01-01', zone)).toBe(30)
  expect(daysSince('2027-01-01T23:01:00.000000Z', '2027-01-01', zone)).toBe(0)
})

// The account's pages are there without a network too, and so without its time zone.
test('no page of the network cuts the day out of an instant\'s text', () => {
  const pages = join(import.meta.dirname, '../src/pages')
  const cutting = readdirSync(pages, { recursive: true, encoding: 'utf8' }).filter((name) => !name.startsWith('account') && /\.tsx?$/.test(name) && /(?:[aA]t|Since|until)\.slice\(0, 10\)/.test(readFileSync(join(pages, name), 'utf8')))
  expect(cutting).toEqual([])
})
