// Numbers that may be lower bounds: how they are written, and that they stay lower bounds through every sum.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findQuantity, largestQuantity, sumQuantities, zero } from '../src/index.ts'

test('the ways to write a number and a lower bound', () => {
  for (const text of ['4', ' 4 ', '004']) expect(findQuantity(text)).toEqual({ count: 4, atLeast: false })
  for (const text of ['minst 4', 'Minst 4', 'at least 4', 'AT LEAST 4', '≥4', '≥ 4', '>=4', '4+', '4 +']) expect(findQuantity(text)).toEqual({ count: 4, atLeast: true })
  expect(findQuantity('minst 0')).toEqual({ count: 0, atLeast: true })
})

test('what is no whole number from 0 up', () => {
  for (const text of ['', 'minst', '-1', '+4', '4.0', '4,5', '1e3', '½', '4-5', 'ca 4', 'minst minst 4', 'minst 4+', '≤4', '1 000', '1234567', '٤', 'fyra', '0x4']) {
    expect([text, findQuantity(text)]).toEqual([text, undefined])
  }
})

test('a sum is a lower bound as soon as one of its parts is', () => {
  const quantity = fc.record({ count: fc.nat(1000), atLeast: fc.boolean() })
  fc.assert(fc.property(fc.array(quantity), (parts) => {
    expect(sumQuantities(parts)).toEqual({ count: parts.reduce((sum, { count }) => sum + count, 0), atLeast: parts.some(({ atLeast }) => atLeast) })
  }), { seed: 4 })
  expect(sumQuantities([])).toEqual(zero)
})

test('the most that is taken is what the problems name', () => {
  expect(findQuantity(String(largestQuantity))).toEqual({ count: largestQuantity, atLeast: false })
  expect(findQuantity(String(largestQuantity + 1))).toBeUndefined()
})
