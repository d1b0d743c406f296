// What is said beside the organisation that is made responsible for the next step of a case.
import { expect, test } from 'vitest'
import { reachOf } from '../src/pages/cases/reach-of.ts'

test('nobody there, not yet, or it follows the case; nothing is said where it is not known', () => {
  const reach = { core: ['town', 'hotel'], following: ['town'] }
  expect(['town', 'hotel', 'shelter'].map((one) => reachOf(reach, one))).toEqual(['follows', 'not-yet', 'nobody'])
  expect(['town', 'hotel', 'shelter'].map((one) => reachOf({ ...reach, following: null }, one))).toEqual(['unknown', 'unknown', 'nobody'])
  expect(reachOf(null, 'shelter')).toBe('unknown')
})
