// Makes a pattern safe in which nothing is exact, yet a sensitive cell lacks room: hides the cells that give it room most cheaply.
import { columnsOf } from './columns.ts'
import { type Side, shortfalls } from './levels.ts'
import type { LoadProgram } from './program.ts'
import { roomsOf } from './rooms.ts'
import type { SuppressionTask } from './task.ts'

/**
 * The pattern with what had to be added; undefined when a side cannot have its room even with everything hidden.
 * `met`: the sides that were short, for whoever looks for cuts.
 */
export function mend(load: LoadProgram, task: SuppressionTask, kept: ReadonlySet<number>, met: Map<string, Side>): ReadonlySet<number> | undefined {
  const { cells } = task
  const pattern = new Set(kept)
  const always = [...cells.keys()].filter((cell) => ['sensitive', 'latent'].includes(cells[cell]!.standing))
  for (;;) {
    const short = shortfalls(load, task, new Set([...always, ...pattern]))
    if (short.length === 0) return pattern
    for (const side of short) met.set(side.name, side)
    const added = cheapestRoom(load, task, pattern, short)
    if (added.size === 0) return undefined
    for (const cell of added) pattern.add(cell)
  }
}

/** For each side the cells that must move with it when every unit of a move is paid by the weight of its cell. */
function cheapestRoom(load: LoadProgram, task: SuppressionTask, pattern: ReadonlySet<number>, short: readonly Side[]): ReadonlySet<number> {
  const { cells } = task
  const columns = columnsOf(task, () => true)
  const count = columns.cellOf.length
  const price = columns.cellOf.map((cell) => (cells[cell]!.standing === 'open' && !pattern.has(cell) ? cells[cell]!.weight : 0))
  const none = [...price, ...price].map(() => 0)
  // A move up and a move down of each cell.
  const program = load({
    cost: [...price, ...price],
    lower: none,
    upper: none,
    rows: columns.rows.map(({ terms }) => ({ terms: terms.flatMap(([column, value]) => [[column, value], [count + column, -value]] as const), lower: 0, upper: 0 })),
  })
  const moves = none.map((_, move) => move)
  const added = new Set<number>()
  for (const [known, sides] of Map.groupBy(short, (side) => side.known)) {
    const rooms = roomsOf(cells, known)
    const [above, below] = [columns.cellOf.map(rooms.above), columns.cellOf.map(rooms.below)]
    program.setBounds(moves, none, [...above, ...below])
    for (const { cell, sign, need } of sides) {
      const column = columns.columnOf[cell]!
      const [move, opposite] = sign === 1 ? [column, count + column] : [count + column, column]
      const [forth, back] = sign === 1 ? [above[column]!, below[column]!] : [below[column]!, above[column]!]
      if (forth < need) continue
      const both = [move, opposite].sort((a, b) => a - b)
      program.setBounds(both, both.map((one) => (one === move ? need : 0)), both.map((one) => (one === move ? forth : 0)))
      const { status, values } = program.relaxed()
      if (status === 'optimal') {
        for (const [index, other] of columns.cellOf.entries()) {
          if (price[index] === 0 || Math.abs(values[index]! - values[count + index]!) < 1e-7) continue
          added.add(other)
          // What is hidden now is free for the next.
          price[index] = 0
          program.setCosts([index, count + index], [0, 0])
        }
      }
      program.setBounds(both, [0, 0], both.map((one) => (one === move ? forth : back)))
    }
  }
  program.close()
  return added
}
