// What the checker asks about: one place in the prose, why it is asked about, and how it can be settled.
import type { Problem } from '@lykta/incident'

/** Codes of the findings; `publication.` and the code is the key of the wording in both languages. */
export const findingCodes = [
  'number-typed', 'quantifier-typed', 'claim-untested', 'term-avoided',
  'share-units', 'share-base-missing', 'share-base-small', 'share-base-at-least', 'share-wrong', 'shares-over-whole',
  'periods-unequal', 'follow-up-unequal', 'direction-not-carried', 'direction-of-persons',
] as const
export type FindingCode = (typeof findingCodes)[number]

export type Settling =
  /** Let `{{ }}` print the figure or the share. */
  | 'bind'
  /** Let `{{direction …}}`, `{{ratio …}}` or `{{rate …}}` say what chance explains. */
  | 'test'
  /** Begin the sentence with `{{opinion}}`. */
  | 'opinion'
  /** Mark with `{{lit …}}` what does not come from the statistics, or claims nothing. */
  | 'literal'
  /** Say beside it what the reader must know. */
  | 'note'
  | 'reword'

/** Columns count UTF-16 units from 0, `to` is the first one after; a line is numbered from 1. */
export type FindingPlace = { readonly file: string; readonly line: number; readonly from: number; readonly to: number }

export type Finding = {
  readonly code: FindingCode
  /** An error stops the edition; a warning goes with it, into its protocol. */
  readonly severity: 'error' | 'warning'
  readonly where: FindingPlace
  /** Key of its wording, the same in both languages. */
  readonly key: `publication.${FindingCode}`
  /** What the wording fills in; `word` is always what stands there. */
  readonly values: Problem['values'] & { readonly word: string }
  readonly settle: readonly Settling[]
}

/** In the shape in which everything that a user can mend is told. */
export function problemOf({ key, severity, where, values }: Finding): Problem {
  return { code: key, severity, where: { file: where.file, row: where.line }, values }
}
