// When keys lock by themselves, minute by minute.
import { expect, test } from 'vitest'
import { hiddenMilliseconds, idleMilliseconds, makeLockClock } from '../../src/keys/lock-clock.ts'

const minute = 60_000

test('after five minutes without a touch, counted from the last one', () => {
  const clock = makeLockClock(0)
  expect(clock.due(5 * minute - 1)).toBeUndefined()
  clock.touched(4 * minute)
  expect(clock.due(9 * minute - 1)).toBeUndefined()
  expect(clock.due(9 * minute)).toBe('idle')
  expect([idleMilliseconds, hiddenMilliseconds]).toEqual([5 * minute, 2 * minute])
})

test('after two minutes out of sight, counted from when it went; coming back in time starts anew', () => {
  const clock = makeLockClock(0)
  clock.shown(false, minute)
  // A second message that it is hidden does not move the hour.
  clock.shown(false, 2 * minute)
  expect(clock.due(3 * minute - 1)).toBeUndefined()
  expect(clock.due(3 * minute)).toBe('hidden')
  clock.shown(true, 3 * minute - 1)
  clock.shown(false, 4 * minute)
  expect(clock.due(5 * minute)).toBe('idle')
  clock.touched(4.5 * minute)
  expect(clock.due(6 * minute - 1)).toBeUndefined()
  expect(clock.due(6 * minute)).toBe('hidden')
})

test('a computer that slept is found out when it wakes', () => {
  const clock = makeLockClock(0)
  expect(clock.due(600 * minute)).toBe('idle')
})
