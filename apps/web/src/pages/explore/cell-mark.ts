// What a cell of an edition is, for the eye: seven things that must never be taken for each other.
import type { DataCell } from '@lykta/publication'
import type { Language } from '@lykta/incident'
import { renderCount } from '../../format/numbers.ts'
import { signCharacters } from '../../format/sign.ts'
import type { ExploreWords } from './explore-words.ts'

export type CellMark = 'number' | 'bound' | 'zero' | 'hidden' | 'unknown' | 'band' | 'not-asked' | 'not-collected'

export function markOf({ sign, value }: DataCell): CellMark {
  if (sign === 'more-than') return 'band'
  if (sign === 'exact') return value === 0 ? 'zero' : 'number'
  // At least none: something was there, and how much is not known.
  if (sign === 'at-least') return value === 0 ? 'unknown' : 'bound'
  return sign
}

/** What stands in the cell. */
export function cellText(cell: DataCell, language: Language, words: ExploreWords): string {
  const mark = markOf(cell)
  if (mark === 'number') return renderCount(cell.value!, language)
  if (mark === 'bound') return words.atLeast(renderCount(cell.value!, language))
  if (mark === 'band') return words.moreThan(cell.moreThan!)
  // A question that was not put was not collected; the words beside tell the two apart.
  return signCharacters[mark === 'not-asked' ? 'not-collected' : mark]
}

/** What is read aloud. */
export function spokenCell(cell: DataCell, language: Language, words: ExploreWords): string {
  const mark = markOf(cell)
  return mark === 'number' || mark === 'bound' || mark === 'band' ? cellText(cell, language, words) : words.marks[mark]
}

/** Of the base, for a band: "9/10" is 0.9. */
export function fractionOf({ moreThan }: DataCell): number {
  const [numerator, denominator] = (moreThan ?? '0/1').split('/').map(Number)
  return numerator! / denominator!
}
