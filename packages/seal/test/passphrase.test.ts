// Generated passphrases: the list they come from, an even choice, and forgiving typing.
import { createHash } from 'node:crypto'
import { makePassphrase, normalisePassphrase } from '@lykta/seal'
import { describe, expect, test } from 'vitest'
import { words } from '../src/words.ts'

/** Deterministic bytes: SHA-256 of a counter. */
function bytesFromSeed(seed: string) {
  let counter = 0
  return (length: number) => new Uint8Array(createHash('sha256').update(`${seed}${(counter += 1)}`).digest().subarray(0, length))
}

describe('the word list', () => {
  test('is the published one: with its dice numbers put back, the file has the hash of eff_large_wordlist.txt', () => {
    const dice = (index: number) => Array.from(index.toString(6).padStart(5, '0'), (digit) => Number(digit) + 1).join('')
    const file = words.map((word, index) => `${dice(index)}\t${word}\n`).join('')
    expect(createHash('sha256').update(file).digest('hex')).toBe('addd35536511597a02fa0a9ff1e5284677b8883b83e986e43f15a3db996b903e')
    expect(new Set(words).size).toBe(7776)
  })

  test('has only letters that any keyboard types', () => {
    expect(words.filter((word) => !/^[a-z]{3,9}$/.test(word))).toEqual(['drop-down', 'felt-tip', 't-shirt', 'yo-yo'])
  })

  test('no two passphrases become one by normalising: the four hyphens part words that are not all listed', () => {
    const parts = words.filter((word) => word.includes('-')).map((word) => word.split('-'))
    expect(parts.filter((both) => both.every((part) => words.includes(part)))).toEqual([])
  })
})

describe('makePassphrase', () => {
  test('gives six words of the list, with spaces between', () => {
    const passphrase = makePassphrase((length) => crypto.getRandomValues(new Uint8Array(length)))
    expect(passphrase.split(' ')).toHaveLength(6)
    expect(passphrase.split(' ').every((word) => words.includes(word))).toBe(true)
  })

  test('takes each word from its own bits', () => {
    const queue = [[0x00, 0x00], [0x1e, 0x5f], [0xe0, 0x01], [0xff, 0xff], [0x1e, 0x60], [0x00, 0x02], [0x00, 0x03], [0x00, 0x04]]
    const drawn = makePassphrase((length) => Uint8Array.from(queue.shift()?.slice(0, length) ?? []))
    // 0x1e5f = 7775 is the last word; 0x1fff and 0x1e60 = 7776 name none and are drawn again.
    expect(drawn).toBe([0, 7775, 1, 2, 3, 4].map((index) => words[index]).join(' '))
    expect(queue).toEqual([])
  })

  test('chooses evenly: chi-squared over the whole list, and the shares of its ends', () => {
    const random = bytesFromSeed('even choice')
    const draws = 120_000
    const counts = new Map<string, number>()
    for (let round = 0; round < draws / 6; round += 1) {
      for (const word of makePassphrase(random).split(' ')) counts.set(word, (counts.get(word) ?? 0) + 1)
    }
    const mean = draws / 7776
    const chiSquared = words.reduce((sum, word) => sum + ((counts.get(word) ?? 0) - mean) ** 2 / mean, 0)
    // 7,775 degrees of freedom: mean 7,775, standard deviation 124.7; five of them either way.
    expect(Math.abs(chiSquared - 7775)).toBeLessThan(624)
    const share = (part: readonly string[]) => part.reduce((sum, word) => sum + (counts.get(word) ?? 0), 0) / draws
    // A remainder of 13 bits would draw the first 416 words twice as often: 0.1016 instead of 0.0535.
    expect(share(words.slice(0, 416))).toBeCloseTo(416 / 7776, 2)
    expect(share(words.slice(-972))).toBeCloseTo(1 / 8, 2)
  })

  test('refuses a source that is stuck', () => {
    expect(() => makePassphrase((length) => new Uint8Array(length).fill(0xff))).toThrow('broken')
  })
})

describe('normalisePassphrase', () => {
  test.each([
    ['Abacus  zoom\tcramp', 'abacus zoom cramp'],
    ['  abacus-zoom\u2013cramp \n', 'abacus zoom cramp'],
    ['ABACUS\u00a0zoom - cramp', 'abacus zoom cramp'],
    ['yo-yo abacus', 'yo yo abacus'],
    ['ａｂａｃｕｓ zoom', 'abacus zoom'],
  ])('%j becomes %j', (typed, normalised) => {
    expect(normalisePassphrase(typed)).toBe(normalised)
  })
})
