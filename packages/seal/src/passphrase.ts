// Passphrases: generated, never chosen; six words of a list of 7,776 are 77.5 bits.
import { words } from './words.ts'

/** So many bytes from a cryptographic source, for instance `crypto.getRandomValues(new Uint8Array(length))`. */
export type RandomBytes = (length: number) => Uint8Array

const wordCount = 6

/** Six random words with spaces between, as they are shown once and typed ever after. */
export function makePassphrase(randomBytes: RandomBytes): string {
  return Array.from({ length: wordCount }, () => drawWord(randomBytes)).join(' ')
}

/**
 * What scrypt gets of a typed passphrase: lower case, one space between words, none around.
 * Hyphens of any kind part words too, the four inside words of the list included, so both ways of typing those work.
 */
export function normalisePassphrase(typed: string): string {
  return typed.normalize('NFKC').toLowerCase().replaceAll(/[\s\p{Dash_Punctuation}]+/gu, ' ').trim()
}

/** Thirteen random bits, drawn again while they name no word: a remainder would favour the first words. */
function drawWord(randomBytes: RandomBytes): string {
  // One draw in twenty is refused, so a hundred in a row mean a broken source, which must not pass for luck.
  for (let draw = 0; draw < 100; draw += 1) {
    const [high = 0, low = 0] = randomBytes(2)
    const word = words[((high & 0x1f) << 8) | low]
    if (word !== undefined) return word
  }
  throw new Error('makePassphrase: the random source is broken')
}
