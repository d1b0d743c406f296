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

/** False when the figure is zero in both windows, nobody's answer is unknown, and some are shown as not asked: such a zero says nothing. */
export function wasAsked(windows: SituationWindows, id: string): boolean {
  const shown = (table: string): number | undefined => {
    const cells = findTable(windows, table)?.base ?? []
    return cells.length > 0 && cells.every(({ state }) => state === 'shown') ? cells.reduce((sum, cell) => sum + (cell.state === 'shown' ? cell.count : 0), 0) : undefined
  }
  return !(shown(id) === 0 && (shown(`${id}.unknown`) ?? 0) === 0 && findTable(windows, `${id}.notAsked`)?.base.some((cell) => cell.state === 'hidden' || (cell.state === 'shown' && cell.count > 0)))
}

/** `cells`: the base of the table, or one of its rows. A window that it does not print is hidden. */
export function windowCells({ periods }: ProtectedTable, cells: readonly ProtectedCell[]): WindowCells {
  const at = (slot: string): ProtectedCell | undefined => cells[periods.findIndex(({ id }) => id === slot)]
  const both = at(slots.both)
  return both ? { kind: 'both', both } : { kind: 'each', before: at(slots.before) ?? hidden, now: at(slots.now) ?? hidden }
}
