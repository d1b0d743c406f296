// Whether a pattern leaves every sensitive cell the room it needs: circuits prove most of it, linear programming the rest.
import { columnsOf } from './columns.ts'
import type { LoadProgram } from './program.ts'
import { type Circuit, newTableau } from './tableau.ts'
import type { SuppressionTask } from './task.ts'

/** A cell must be able to move so far in one direction. */
export type Side = { readonly cell: number; readonly sign: 1 | -1; readonly need: number }

const tolerance = 1e-6

export function sidesOf({ needs }: SuppressionTask): readonly Side[] {
  return needs.flatMap(({ cell, up, down }): readonly Side[] => [
    ...(up > 0 ? [{ cell, sign: 1, need: up } as const] : []),
    ...(down > 0 ? [{ cell, sign: -1, need: down } as const] : []),
  ])
}

/** The sides on which a cell cannot move as far as it must when these cells are hidden and all others printed. */
export function shortfalls(load: LoadProgram, task: SuppressionTask, hidden: ReadonlySet<number>): readonly Side[] {
  const open = byCircuits(task, hidden)
  if (open.length === 0) return []
  const { cells } = task
  const columns = columnsOf(task, (cell) => hidden.has(cell))
  const above = columns.cellOf.map((cell) => cells[cell]!.upper - cells[cell]!.value)
  const below = columns.cellOf.map((cell) => cells[cell]!.lower - cells[cell]!.value)
  const program = load({ cost: above.map(() => 0), lower: below, upper: above, rows: columns.rows, primal: true })
  const proven = new Set<Side>()
  const short: Side[] = []
  for (const side of open) {
    if (proven.has(side)) continue
    const column = columns.columnOf[side.cell]!
    const bound = side.sign === 1 ? Math.min(above[column]!, side.need) : Math.max(below[column]!, -side.need)
    program.setBounds([column], [side.sign === 1 ? below[column]! : bound], [side.sign === 1 ? bound : above[column]!])
    program.setCosts([column], [-side.sign])
    const { status, objective, values } = program.relaxed()
    program.setCosts([column], [0])
    program.setBounds([column], [below[column]!], [above[column]!])
    if (status !== 'optimal') throw new Error(`levels: ${status}`)
    for (const other of open) if (other.sign * values[columns.columnOf[other.cell]!]! >= other.need - tolerance) proven.add(other)
    if (-objective < side.need - tolerance) short.push(side)
  }
  program.close()
  return short
}

/** The sides that no circuit proves by itself. */
function byCircuits(task: SuppressionTask, hidden: ReadonlySet<number>): readonly Side[] {
  const sides = sidesOf(task)
  const open = new Map<number, Set<Side>>()
  for (const side of sides) open.set(side.cell, (open.get(side.cell) ?? new Set()).add(side))
  for (const circuit of newTableau(task, hidden, []).circuits()) {
    for (const [cell, move] of circuit) {
      for (const side of open.get(cell) ?? []) if (reaches(task, circuit, (side.sign * side.need) / move)) open.get(cell)!.delete(side)
    }
  }
  return sides.filter((side) => open.get(side.cell)!.has(side))
}

/** Every cell stays within what is possible when the circuit moves by so much. */
function reaches({ cells }: SuppressionTask, circuit: Circuit, by: number): boolean {
  return circuit.every(([cell, move]) => {
    const { value, lower, upper } = cells[cell]!
    return value + move * by >= lower && value + move * by <= upper
  })
}
