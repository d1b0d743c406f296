// The only kind of table that publication accepts. It can be made by this room alone; a hidden cell holds no number.
import type { Grouping, Period, TableSpec, Unit } from '@lykta/statistics'
import type { Audience } from './policy.ts'

export type ProtectedCell =
  /** The exact count, or a lower bound. */
  | { readonly state: 'shown'; readonly count: number; readonly atLeast: boolean }
  /** Not shown; which hidden cell was the reason is never told. */
  | { readonly state: 'hidden' }
  /** Only this much: more than numerator/denominator of the shown base. */
  | { readonly state: 'band'; readonly numerator: number; readonly denominator: number }

export type ProtectedRow = {
  /** One code per dimension; a merged row has the code of its group ("indoors", "indoors-other", "other"). */
  readonly codes: readonly string[]
  /**
   * The codes it merges, when it does: all that the catalogue has there, whether or not they occur.
   * A list of those that occur would say of each that it is not zero.
   */
  readonly members: readonly string[]
  /** One cell per period. */
  readonly cells: readonly ProtectedCell[]
}

/** What is printed, before it is known to be safe: publication does not take it. */
export type TableBody = {
  /** The specification's id, for instance "indicators". */
  readonly id: string
  readonly audience: Audience
  readonly unit: Unit
  readonly by: TableSpec['by']
  readonly groups: readonly Grouping[]
  /** Years may have been merged: "2017-2018". Non-overlapping, in order; one where the table is of a block. */
  readonly periods: readonly Period[]
  /** What the rows are parts of; the figures themselves where `by` is empty. */
  readonly base: readonly ProtectedCell[]
  readonly rows: readonly ProtectedRow[]
  readonly severalAnswers: boolean
  /** Position of the register's clock. */
  readonly asOf: number
}

declare const madeByDisclosure: unique symbol

export type ProtectedTable = TableBody & {
  /** SHA-256 (hex) of the canonical text of all the above. */
  readonly digest: string
  readonly [madeByDisclosure]: true
}
