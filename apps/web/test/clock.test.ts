// The time of a report: the server's, however wrong this computer's clock is.
import { expect, test } from 'vitest'
import { clockAhead, noteServerTime, timeOfReport } from '../src/api/clock.ts'

const at = Date.parse('2026-11-26T10:00:00.400Z')
const form = { today: '2026-11-26', timeZone: 'Europe/Stockholm' }
const hour = 3_600_000

test('before the server has answered, and when the clocks agree, it is this computer’s', () => {
  expect(timeOfReport(form, at)).toBe('2026-11-26T10:00:00.400Z')
  noteServerTime(null, at)
  noteServerTime('not a date', at)
  noteServerTime('Thu, 26 Nov 2026 10:00:00 GMT', at)
  expect([clockAhead(), timeOfReport(form, at)]).toEqual([0, '2026-11-26T10:00:00.400Z'])
})

test.each([
  ['two hours ahead', 2 * hour], ['a month ahead', 30 * 24 * hour], ['an hour behind', -hour], ['years behind', -6 * 366 * 24 * hour],
])('a clock that is %s is put right', (_, ahead) => {
  noteServerTime('Thu, 26 Nov 2026 10:00:00 GMT', at + ahead)
  expect(clockAhead()).toBe(ahead + 400)
  expect(timeOfReport(form, at + ahead + 90_000)).toBe('2026-11-26T10:01:30.000Z')
})

test('without a connection it is never before the day on which the form came', () => {
  noteServerTime('Thu, 26 Nov 2026 10:00:00 GMT', at)
  expect(timeOfReport(form, Date.parse('2020-01-01T00:00:00Z'))).toBe('2026-11-26T12:00:00.000Z')
  // In the network's zone the day begins an hour before Greenwich's.
  expect(timeOfReport(form, Date.parse('2026-11-25T23:30:00Z'))).toBe('2026-11-25T23:30:00.000Z')
})
