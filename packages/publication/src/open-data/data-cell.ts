// A cell of open data: a value and a sign, so that nobody has to read a number out of a text.
import type { ProtectedCell } from '@lykta/disclosure'
import type { Period } from '@lykta/statistics'

/** Codes, the same in both languages; the manifest says what they mean. */
export const signCodes = ['exact', 'at-least', 'more-than', 'hidden', 'not-asked', 'not-collected'] as const
export type SignCode = (typeof signCodes)[number]

export type DataCell = {
  readonly value: number | null
  readonly sign: SignCode
  /** "9/10": more than this part of the base. */
  readonly moreThan: string | null
}

export const notAsked: DataCell = { value: null, sign: 'not-asked', moreThan: null }

export function dataCell(cell: ProtectedCell | undefined, period: Period): DataCell {
  if (period.months === 0) return { value: null, sign: 'not-collected', moreThan: null }
  if (!cell || cell.state === 'hidden') return { value: null, sign: 'hidden', moreThan: null }
  if (cell.state === 'band') return { value: null, sign: 'more-than', moreThan: `${cell.numerator}/${cell.denominator}` }
  return { value: cell.count, sign: cell.atLeast ? 'at-least' : 'exact', moreThan: null }
}
