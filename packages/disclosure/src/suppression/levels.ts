// Whether a pattern leaves every sensitive cell the room it needs: circuits prove most of it, linear programming the rest.
import { columnsOf } from './columns.ts'
import type { LoadProgram } from './program.ts'
import { type Rooms, roomsOf } from './rooms.ts'
import { type Circuit, newTableau } from './tableau.ts'
import type { Bounds, SuppressionTask } from './task.ts'

/** A cell must be able to move so far in one direction. */
export type Side = {
  readonly name: string
  readonly cell: number
  readonly sign: 1 | -1
  readonly need: number
  readonly known: Bounds | undefined
}

const tolerance = 1e-6

export function sidesOf({ needs }: SuppressionTask): readonly Side[] {
  return needs.flatMap(({ cell, up, down, known }, index): readonly Side[] => [
    ...(up > 0 ? [{ name: `${index} up`, cell, sign: 1, need: up, known } as const] : []),
    ...(down > 0 ? [{ name: `${index} down`, cell, sign: -1, need: down, known } as const] : []),
  ])
}

/** The sides on which a cell cannot move as far as it must when these cells are hidden and all others printed. */
export function shortfalls(load: LoadProgram, task: SuppressionTask, hidden: ReadonlySet<number>): readonly Side[] {
  const open = byCircuits(task, hidden)
  if (open.length === 0) return []
  const columns = columnsOf(task, (cell) => hidden.has(cell))
  const program = load({ cost: columns.cellOf.map(() => 0), lower: columns.cellOf.map(() => 0), upper: columns.cellOf.map(() => 0), rows: columns.rows, primal: true })
  const all = columns.cellOf.map((_, column) => column)
  const short: Side[] = []
  for (const [known, sides] of Map.groupBy(open, (side) => side.known)) {
    const rooms = roomsOf(task.cells, known)
    const above = columns.cellOf.map(rooms.above)
    const below = columns.cellOf.map((cell) => 0 - rooms.below(cell))
    program.setBounds(all, below, above)
    const proven = new Set<Side>()
    for (const side of sides) {
      if (proven.has(side)) continue
      const column = columns.columnOf[side.cell]!
      const bound = side.sign === 1 ? Math.min(above[column]!, side.need) : Math.max(below[column]!, -side.need)
      program.setBounds([column], [side.sign === 1 ? below[column]! : bound], [side.sign === 1 ? bound : above[column]!])
      program.setCosts([column], [-side.sign])
      const { status, objective, values } = program.relaxed()
      program.setCosts([column], [0])
      program.setBounds([column], [below[column]!], [above[column]!])
      if (status !== 'optimal') throw new Error(`levels: ${status}`)
      for (const other of sides) if (other.sign * values[columns.columnOf[other.cell]!]! >= other.need - tolerance) proven.add(other)
      if (-objective < side.need - tolerance) short.push(side)
    }
  }
  program.close()
  return short
}

/** The sides that no circuit proves by itself. */
function byCircuits(task: SuppressionTask, hidden: ReadonlySet<number>): readonly Side[] {
  const sides = sidesOf(task)
  const open = Map.groupBy(sides, ({ cell }) => cell)
  const proven = new Set<Side>()
  const views = new Map([...new Set(sides.map(({ known }) => known))].map((known) => [known, roomsOf(task.cells, known)]))
  for (const circuit of newTableau(task, hidden, []).circuits()) {
    for (const [cell, move] of circuit) {
      for (const side of open.get(cell) ?? []) if (!proven.has(side) && reaches(views.get(side.known)!, circuit, (side.sign * side.need) / move)) proven.add(side)
    }
  }
  return sides.filter((side) => !proven.has(side))
}

/** Every cell stays within what is possible when the circuit moves by so much. */
function reaches(rooms: Rooms, circuit: Circuit, by: number): boolean {
  return circuit.every(([cell, move]) => (move * by > 0 ? move * by <= rooms.above(cell) : -move * by <= rooms.below(cell)))
}
