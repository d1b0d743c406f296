// Forty bytes as they are printed and typed again: four rows of Base32, each with a word that tells a slip of the finger.
import { ProblemError, problem } from '@lykta/incident'
import { base32crockford } from '@scure/base'
import { concatBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import { hashWords } from '../hash-words.ts'

export type PrintedRow = {
  /** Four groups of four characters without I, L, O and U: `7K3M-Q9WE-04AB-ZZ12`. */
  readonly code: string
  /** Follows from the code and the row's place: one slip in 7,776 goes unseen here, and none in the end. */
  readonly word: string
}

export const printedBytes = 40
const rowBytes = 10

export function printRows(bytes: Uint8Array): readonly PrintedRow[] {
  if (bytes.length !== printedBytes) throw new Error('printRows: forty bytes make a sheet')
  return Array.from({ length: printedBytes / rowBytes }, (_, row) => {
    const part = bytes.subarray(row * rowBytes, (row + 1) * rowBytes)
    return { code: base32crockford.encode(part).replaceAll(/(.{4})(?!$)/g, '$1-'), word: checkWord(part, row) }
  })
}

/**
 * Reads rows back, however they were typed: small letters, other dashes or spaces, O for 0, I or L for 1, a number in
 * front; lines that are no rows are passed over. Throws a ProblemError: `seal.sheet-rows-missing`, or
 * `seal.sheet-row-mistyped` for each row (`row`, from 1) whose code and word do not fit.
 */
export function readRows(text: string): Uint8Array {
  const rows = text.split('\n').flatMap(findRow)
  if (rows.length !== printedBytes / rowBytes) throw new ProblemError([problem('seal.sheet-rows-missing', { found: rows.length, expected: 4 })])
  const parts = rows.map(({ code, word }, row) => {
    const part = findPart(code)
    return part?.length === rowBytes && checkWord(part, row) === word ? part : row + 1
  })
  const wrong = parts.filter((part) => typeof part === 'number')
  if (wrong.length > 0) throw new ProblemError(wrong.map((row) => problem('seal.sheet-row-mistyped', { row })))
  return concatBytes(...parts.filter((part) => typeof part !== 'number'))
}

/** A line of about sixteen characters and a word; a few too many or too few are a slip in a row, not another text. */
function findRow(line: string): readonly PrintedRow[] {
  const { code = '', word = '' } = /^\s*(?:[1-4][.):]?\s)?\s*(?<code>[0-9a-z\s\p{Pd}]+)\s(?<word>[a-z]{3,}(?:-[a-z]+)?)\s*$/iu.exec(line)?.groups ?? {}
  const joined = code.replaceAll(/[\s\p{Pd}]/gu, '')
  // Explanations around the rows have no digits, or no groups of four.
  const isRow = /\d/.test(joined) || /^(?:\w{4}[\s\p{Pd}]+){3}\w{4}\s*$/u.test(code)
  return isRow && joined.length >= 12 && joined.length <= 20 ? [{ code: joined, word: word.toLowerCase() }] : []
}

function findPart(code: string): Uint8Array | undefined {
  try {
    return base32crockford.decode(code)
  } catch {
    return undefined
  }
}

function checkWord(part: Uint8Array, row: number): string {
  return hashWords(concatBytes(utf8ToBytes(`lykta row v1\n${row + 1}\n`), part), 1)[0]!
}
