// A band in words: so much of the base, and no more is said.
import { renderCount } from './numbers.ts'
import type { Words } from './words.ts'

/** "mer än fyra femtedelar". */
export function renderBand(words: Words, numerator: number, denominator: number): string {
  const written = words.fractions[`${numerator}/${denominator}`]
  return words.moreThan(written ?? `${renderCount(numerator, words.language)}/${renderCount(denominator, words.language)}`)
}
