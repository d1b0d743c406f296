// A cell as a table prints it: a zero where nobody was asked is no zero.
import type { ProtectedCell } from '@lykta/disclosure'
import type { Period } from '@lykta/statistics'
import { wasAskedAbout } from '../binding/asked-about.ts'
import type { Edition } from '../binding/edition.ts'
import { type Cell, cellOf } from '../document/cell.ts'

export function printedCell(edition: Edition, id: string, cell: ProtectedCell | undefined, period: Period): Cell {
  return wasAskedAbout(edition, id, period) ? cellOf(cell, period) : { sign: 'not-asked' }
}
