// Three of six words asked back: which, and whether they were right.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { drawPlaces, wrongPlaces } from '../../src/pages/found/ask-back.ts'

const passphrase = 'abacus drop-down lantern yo-yo zoom wrist'

test('three different places, every one of them possible', () => {
  const seen = new Set<number>()
  fc.assert(
    fc.property(fc.array(fc.nat(5), { minLength: 3, maxLength: 3 }), (draws) => {
      let next = 0
      const places = drawPlaces((below) => draws[next++]! % below)
      expect(new Set(places).size).toBe(3)
      for (const place of places) {
        expect(place).toBeGreaterThanOrEqual(0)
        expect(place).toBeLessThan(6)
        seen.add(place)
      }
    }),
    { seed: 1, numRuns: 200 },
  )
  expect(seen.size).toBe(6)
})

test('a word is right as the passphrase itself would be: case, spaces and hyphens aside', () => {
  expect(wrongPlaces(passphrase, [1, 5, 0], ['Drop down ', ' WRIST', 'abacus'])).toEqual([])
  expect(wrongPlaces(passphrase, [1, 5, 0], ['dropdown', 'wrist', ''])).toEqual([1, 0])
  // A word of another place is wrong.
  expect(wrongPlaces(passphrase, [2, 4, 0], ['zoom', 'lantern', 'abacus'])).toEqual([2, 4])
})
