// What the tables of the two windows say of one figure or one row, by window; where only both together may be told, of both.
import type { ProtectedCell, ProtectedTable } from '@lykta/disclosure'
import { type SituationWindows, slots } from './situation.ts'

export type WindowCells =
  | { readonly kind: 'each'; readonly before: ProtectedCell; readonly now: ProtectedCell }
  /** Too few in one of them: they stand together. */
  | { readonly kind: 'both'; readonly both: ProtectedCell }

const hidden: ProtectedCell = { state: 'hidden' }

export function findTable({ tables }: SituationWindows, id: string): ProtectedTable | undefined {
  return tables.find((table) => table.id === id)
}

/** `cells`: the base of the table, or one of its rows. A window that it does not print is hidden. */
export function windowCells({ periods }: ProtectedTable, cells: readonly ProtectedCell[]): WindowCells {
  const at = (slot: string): ProtectedCell | undefined => cells[periods.findIndex(({ id }) => id === slot)]
  const both = at(slots.both)
  return both ? { kind: 'both', both } : { kind: 'each', before: at(slots.before) ?? hidden, now: at(slots.now) ?? hidden }
}
