// The cells that may be hidden, numbered for the solver, and what adds up among them; a shown cell is a constant and drops out.
import type { Constraint } from '../linear.ts'
import type { SuppressionTask } from './task.ts'

export type Columns = {
  readonly cellOf: readonly number[]
  /** −1 for a cell that is shown. */
  readonly columnOf: Int32Array
  /** Σ coefficient × column = 0. */
  readonly rows: readonly Constraint[]
}

/** `among`: only these cells, all others being shown. */
export function columnsOf({ cells, equations }: SuppressionTask, among: (cell: number) => boolean): Columns {
  const columnOf = new Int32Array(cells.length).fill(-1)
  const cellOf: number[] = []
  for (const [cell, { standing }] of cells.entries()) {
    if (standing !== 'shown' && among(cell)) columnOf[cell] = cellOf.push(cell) - 1
  }
  const known = new Set<string>()
  const rows: Constraint[] = []
  for (const equation of equations) {
    const terms = equation.flatMap(([cell, coefficient]) => (columnOf[cell]! < 0 ? [] : [[columnOf[cell]!, coefficient] as const]))
    const name = terms.toSorted(([a], [b]) => a - b).join(' ')
    if (terms.length === 0 || known.has(name)) continue
    known.add(name)
    rows.push({ terms, lower: 0, upper: 0 })
  }
  return { cellOf, columnOf, rows }
}
