// Recovery: any two of three sheets bring the key back, one gives nothing away, and a wrong or mistyped one is told.
import { ProblemError } from '@lykta/incident'
import { combineSheets, makeRecovery, readSheet, recoverySignerOf, renderSheet, sheetRows, splitRecovery, type Sheet } from '@lykta/seal'
import { base32crockford } from '@scure/base'
import fc from 'fast-check'
import { combine, split } from 'shamir-secret-sharing'
import { describe, expect, test } from 'vitest'
import { secretOfIdentity } from '../src/age-secret.ts'
import { hashWords } from '../src/hash-words.ts'
import { printRows } from '../src/recovery/printed-rows.ts'
import { problemCodes } from './context.ts'
import { network } from './network.ts'

const head = { network, genesis: 'cd'.repeat(32) }
const recovery = await makeRecovery()
const { recipient } = recovery.subject
const sheets = await splitRecovery(recovery)
const texts = sheets.map((sheet) => renderSheet(sheet, head))
const read = (text: string) => readSheet(text, 'network')

/** Code and row of every problem. */
async function told(work: () => unknown): Promise<readonly string[]> {
  try {
    await work()
    return []
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error
    return error.problems.map(({ code, values }) => `${code} ${Object.values(values).join(' ')}`.trim())
  }
}

describe('the sheets', () => {
  test('look as documented', () => {
    expect(texts[1]).toMatch(
      new RegExp(`^lykta network sheet v1, number 2\nnetwork ${network}\ngenesis ${head.genesis}\n\n(?:[1-4]  (?:[0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}  [a-z-]+\n){4}$`, 'u'),
    )
    expect(texts.map((text) => text.split('\n')[4]?.slice(3, 5))).toEqual(['20', '20', '20'])
  })

  test('any two, in any order, and all three bring the same key back', async () => {
    for (const [one, two] of [[0, 1], [1, 0], [0, 2], [2, 1]] as const) {
      expect(await combineSheets([read(texts[one]!), read(texts[two]!)], recipient)).toEqual(recovery)
    }
    expect(await combineSheets(texts.map(read), recipient)).toEqual(recovery)
    expect(recoverySignerOf(await combineSheets(sheets.slice(1), recipient)).verifyKey).toBe(recovery.subject.verifyKey)
  })

  test('come back from all that hands do to them', () => {
    const rows = sheetRows(sheets[0]!)
    const typed = [
      rows.map(({ code, word }) => `${code} ${word}`),
      rows.map(({ code, word }) => `  ${code.toLowerCase().replaceAll('-', '')}   ${word.toUpperCase()} \r`),
      rows.map(({ code, word }, row) => `${row + 1}. ${code.replaceAll('-', ' – ')} ${word}`),
      rows.map(({ code, word }) => `${code.replaceAll('0', 'O').replaceAll('1', 'l')} ${word}`),
      ['Recovery sheet. Keep it where nobody looks.', '', ...rows.map(({ code, word }, row) => `${row + 1}) ${code}  ${word}`), 'two of three are needed'],
    ]
    for (const lines of typed) expect(read(lines.join('\n'))).toEqual(sheets[0])
  })

  test('one changed character is told, with its row', async () => {
    // Not of this run's keys: one slip in 7,776 has the same word, and two hundred slips on a new sheet each time would meet one now and then.
    const sheet = { ...sheets[2]!, mark: '1f'.repeat(5), content: sheets[2]!.content.map((_, at) => at * 7) }
    const rows = sheetRows(sheet).map(({ code, word }) => `${code} ${word}`)
    expect(read(rows.join('\n'))).toEqual(sheet)
    await fc.assert(
      fc.asyncProperty(fc.nat(3), fc.nat(15), fc.constantFrom(...'0123456789ABCDEFGHJKMNPQRSTVWXYZU'.split('')), async (row, place, character) => {
        const at = place + Math.floor(place / 4)
        const line = rows[row]!
        fc.pre(line[at] !== character)
        const changed = rows.with(row, line.slice(0, at) + character + line.slice(at + 1))
        expect(await told(() => read(changed.join('\n')))).toEqual([`seal.sheet-row-mistyped ${row + 1}`])
      }),
      { seed: 256, numRuns: 200 },
    )
  })

  test('rows swapped, cut short, left out, and a wrong word are told', async () => {
    const [one = '', two = '', three = '', four = ''] = sheetRows(sheets[0]!).map(({ code, word }) => `${code} ${word}`)
    expect(await told(() => read([two, one, three, four].join('\n')))).toEqual(['seal.sheet-row-mistyped 1', 'seal.sheet-row-mistyped 2'])
    expect(await told(() => read([one, two, three.replace('-', '').slice(1), four].join('\n')))).toEqual(['seal.sheet-row-mistyped 3'])
    expect(await told(() => read([one, two, three, `${four.split(' ')[0]} abacus`].join('\n')))).toEqual(['seal.sheet-row-mistyped 4'])
    expect(await told(() => read([one, two, four].join('\n')))).toEqual(['seal.sheet-rows-missing 3 4'])
    expect(await told(() => read(''))).toEqual(['seal.sheet-rows-missing 0 4'])
  })
})

describe('rows that nobody printed', () => {
  const word = (bytes: Uint8Array) => hashWords(Uint8Array.from([...new TextEncoder().encode('lykta row v1\n1\n'), ...bytes]), 1)[0]

  test('a row of eleven bytes is no row, even with its word', async () => {
    const long = Uint8Array.from({ length: 11 }, (_, at) => at)
    const rest = sheetRows(sheets[0]!).slice(1).map(({ code, word: own }) => `${code} ${own}`)
    expect(await told(() => read([`${base32crockford.encode(long)} ${word(long)}`, ...rest].join('\n')))).toEqual(['seal.sheet-row-mistyped 1'])
  })

  test('a sheet of a later version is told from a mistyped one', async () => {
    const rows = printRows(Uint8Array.from([0x20, 1, ...new Uint8Array(38)])).map(({ code, word: own }) => `${code} ${own}`)
    expect(await told(() => read(rows.join('\n')))).toEqual(['seal.version-unknown 2'])
  })
})

describe('combineSheets', () => {
  test('one sheet, or one typed twice, is too few', async () => {
    expect(await told(() => combineSheets(sheets.slice(0, 1), recipient))).toEqual(['seal.sheets-too-few 1'])
    expect(await told(() => combineSheets([sheets[0]!, read(texts[0]!)], recipient))).toEqual(['seal.sheets-too-few 1'])
    expect(await told(() => combineSheets([], recipient))).toEqual(['seal.sheets-too-few 0'])
  })

  test('a sheet of another network is named', async () => {
    const foreign = await splitRecovery(await makeRecovery())
    expect(await told(() => combineSheets([sheets[0]!, foreign[1]!], recipient))).toEqual(['seal.sheet-foreign 2'])
    expect(await told(() => combineSheets(foreign, recipient))).toEqual(['seal.sheet-foreign 1', 'seal.sheet-foreign 2', 'seal.sheet-foreign 3'])
  })

  test('a forged share under the right mark comes to nothing', async () => {
    const forged: Sheet = { ...sheets[0]!, content: sheets[0]!.content.with(3, sheets[0]!.content[3]! ^ 1) }
    expect(await problemCodes(() => combineSheets([forged, sheets[1]!], recipient))).toEqual(['seal.sheets-do-not-fit'])
  })
})

describe('secret sharing', () => {
  /** GF(256) with the polynomial of AES, by shifting and adding: no tables, so no table of the library's can be wrong unseen. */
  const multiply = (left: number, right: number): number => {
    let [a, b, product] = [left, right, 0]
    for (; b > 0; b >>= 1) {
      if (b & 1) product ^= a
      a = (a << 1) ^ (a & 0x80 ? 0x11b : 0)
    }
    return product
  }
  const inverse = (value: number) => Array.from({ length: 255 }, (_, index) => index + 1).find((other) => multiply(value, other) === 1)!

  test('the shares lie on a line over GF(256), as docs/protocol.md says, by a second implementation', () => {
    const secret = secretOfIdentity(recovery.identity)
    for (const [first, second] of [[0, 1], [1, 2], [0, 2]] as const) {
      const [one, two] = [sheets[first]!.content, sheets[second]!.content]
      const [x1, x2] = [one[32]!, two[32]!]
      const scale = inverse(x1 ^ x2)
      const back = Array.from({ length: 32 }, (_, at) => multiply(multiply(one[at]!, x2) ^ multiply(two[at]!, x1), scale))
      expect(back).toEqual([...secret])
    }
  })

  test('one share says nothing: for every secret there is a second share that would give it', async () => {
    const share = sheets[0]!.content
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 32, maxLength: 32 }), async (guess) => {
        const x = share[32]!
        const other = x === 1 ? 2 : 1
        // The line through the guess at 0 and this share at x, at another place.
        const slope = (at: number) => multiply(share[at]! ^ guess[at]!, inverse(x))
        const second = Uint8Array.from([...Array.from(guess, (byte, at) => byte ^ multiply(slope(at), other)), other])
        expect([...(await combine([Uint8Array.from(share), second]))]).toEqual([...guess])
      }),
      { seed: 3, numRuns: 50 },
    )
  })

  test('a share\'s bytes are spread evenly, whatever the secret: chi-squared over 256 values', async () => {
    const counts = new Uint32Array(256)
    for (let round = 0; round < 1000; round += 1) {
      const [share] = await split(new Uint8Array(32), 3, 2)
      for (const byte of share!.subarray(0, 32)) counts[byte]! += 1
    }
    const chiSquared = counts.reduce((sum, count) => sum + (count - 125) ** 2 / 125, 0)
    // 255 degrees of freedom, standard deviation 22.6; seven of them, for the numbers are drawn anew each time.
    expect(Math.abs(chiSquared - 255)).toBeLessThan(7 * 22.6)
  })
})
