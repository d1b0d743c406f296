// What each language's words mean to the checker. The two files beside this one are lists; the rules that read them are one.
import type { Words } from '../pattern.ts'

export type Lexicon = {
  /** Turns of phrase that hold a word of the lists and mean nothing of the kind: "first of all", "alla är välkomna". */
  readonly idioms: RegExp
  /** Dates, laws, telephone numbers, chapters, hours: numbers that count nothing. */
  readonly harmlessNumbers: RegExp
  readonly numbers: Words
  readonly quantifiers: Words
  readonly cause: Words
  readonly size: Words
  readonly direction: Words
  /** Within `direction`: words that say more, and words that say less; "trend" is neither. */
  readonly up: RegExp
  readonly down: RegExp
  /** "it cannot be said whether": what follows is not claimed, up to one of `turns`. */
  readonly denial: RegExp
  readonly turns: RegExp
  /** Opens a sentence that leaves open whether. */
  readonly whether: RegExp
  /** May, want, ought: "we hope that more will" is no count. Exempts the words of direction that are asked about. */
  readonly wish: RegExp
  readonly terms: readonly { readonly pattern: RegExp; readonly instead: string }[]
  /** After a number. */
  readonly percent: string
  /** Between a part and its whole, with what may stand before the whole. */
  readonly of: string
  /** "of whom": what follows is a part of what went before. */
  readonly ofWhom: string
  /** Opens "Of the 41 persons …". */
  readonly opensOf: string
  readonly atLeast: string
  readonly severalAnswers: RegExp
  /** "the number of incidents", "more incidents", "an increase in incidents", by what they count. */
  readonly counted: Readonly<Record<'incident' | 'person', RegExp>>
  /** "year by year": a comparison of all years. */
  readonly everyYear: RegExp
}
