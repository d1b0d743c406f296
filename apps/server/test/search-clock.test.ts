// The search ends by its own work, whatever else the machine does; and at last by the clock on the wall.
import { expect, test } from 'vitest'
import { startSearchClock } from '../src/work/search-clock.ts'

test('the search has a minute of its own work, and ten minutes in all', () => {
  const now = { worked: 5, onTheWall: 1000 }
  const left = startSearchClock({ worked: () => now.worked, onTheWall: () => now.onTheWall })
  expect(left()).toBe(60)
  // Nine minutes in which others had the machine cost it nothing.
  Object.assign(now, { worked: 6, onTheWall: 1000 + 540 })
  expect(left()).toBe(59)
  now.worked = 65
  expect(left()).toBe(0)
  Object.assign(now, { worked: 5, onTheWall: 1000 + 601 })
  expect(left()).toBe(-1)
})

test('this thread’s clock goes', () => {
  const left = startSearchClock()
  expect(left()).toBeLessThanOrEqual(60)
  expect(left()).toBeGreaterThan(0)
})
