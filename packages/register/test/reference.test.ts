// References catch what people get wrong when they read them out or type them.
import { findReference, makeReference } from '@lykta/register'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const anyReference = fc.uint8Array({ minLength: 7, maxLength: 7 }).map(makeReference)
const parameters = { seed: 32, numRuns: 300 }

describe('a reference', () => {
  test('is eight characters of Crockford\'s alphabet', () => {
    fc.assert(fc.property(anyReference, (reference) => {
      expect(reference).toMatch(/^[0-9A-HJKMNP-TV-Z]{8}$/)
      expect(findReference(reference)).toBe(reference)
    }), parameters)
  })

  test('uses all the randomness that seven characters can hold', () => {
    expect(makeReference(Uint8Array.of(255, 0, 0, 0, 0, 0, 0))).not.toBe(makeReference(Uint8Array.of(0, 0, 0, 0, 0, 0, 0)))
    const firsts = new Set(Array.from({ length: 256 }, (_, byte) => makeReference(Uint8Array.of(byte, 1, 2, 3, 4, 5, 6))))
    expect(firsts.size).toBe(32)
  })

  test('is read as people type it', () => {
    const reference = makeReference(Uint8Array.of(0, 1, 10, 20, 30, 31, 5))
    expect(reference.startsWith('01AM')).toBe(true)
    expect(findReference(` ${reference.slice(0, 4).toLowerCase()}-${reference.slice(4)} `)).toBe(reference)
    expect(findReference(reference.replace('0', 'o').replace('1', 'l'))).toBe(reference)
    expect(findReference(reference.replace('0', 'O').replace('1', 'I'))).toBe(reference)
  })

  test('with one wrong character is refused, always', () => {
    fc.assert(fc.property(anyReference, (reference) => {
      for (let place = 0; place < 8; place++) {
        for (const character of alphabet) {
          const wrong = reference.slice(0, place) + character + reference.slice(place + 1)
          expect(findReference(wrong)).toBe(wrong === reference ? reference : undefined)
        }
      }
    }), parameters)
  })

  test('with two characters swapped is refused, always, neighbours or not', () => {
    fc.assert(fc.property(anyReference, fc.nat(7), fc.nat(7), (reference, a, b) => {
      const characters = Array.from(reference)
      const [x, y] = [characters[a]!, characters[b]!]
      characters[a] = y
      characters[b] = x
      expect(findReference(characters.join(''))).toBe(x === y ? reference : undefined)
    }), { ...parameters, numRuns: 2000 })
  })

  test('is nothing else', () => {
    for (const text of ['', '0000000', '000000000', 'UUUUUUUU', '0000000!', 'ÅÄÖ00000']) expect(findReference(text)).toBeUndefined()
  })
})
