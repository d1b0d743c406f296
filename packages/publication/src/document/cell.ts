// What stands in a cell of a published table. Zero, hidden, unknown and not collected are four different signs.
import type { ProtectedCell } from '@lykta/disclosure'
import type { Period } from '@lykta/statistics'

export type Cell =
  | { readonly sign: 'number'; readonly count: number; readonly atLeast: boolean }
  | { readonly sign: 'zero' }
  /** More than this fraction of the base. */
  | { readonly sign: 'band'; readonly numerator: number; readonly denominator: number }
  | { readonly sign: 'hidden' }
  /** Something was there; how many is not known ("at least 0"). */
  | { readonly sign: 'unknown' }
  | { readonly sign: 'not-collected' }
  /** The form did not put the question, so that the zero says nothing. */
  | { readonly sign: 'not-asked' }

export type Sign = Cell['sign']

/** The signs that a key explains, in the order in which it does. */
export const keySigns = ['zero', 'hidden', 'unknown', 'not-collected'] as const satisfies readonly Sign[]

/** A period without exposure was not collected, whatever the count says. */
export function cellOf(cell: ProtectedCell | undefined, period: Period): Cell {
  if (period.months === 0) return { sign: 'not-collected' }
  if (!cell || cell.state === 'hidden') return { sign: 'hidden' }
  if (cell.state === 'band') return { sign: 'band', numerator: cell.numerator, denominator: cell.denominator }
  if (cell.count > 0) return { sign: 'number', count: cell.count, atLeast: cell.atLeast }
  return cell.atLeast ? { sign: 'unknown' } : { sign: 'zero' }
}
