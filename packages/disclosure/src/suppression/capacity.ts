// Capacity cuts for sides that fall short although nothing can be worked out exactly: too little room in the cells beside.
import type { Columns } from './columns.ts'
import { capacityCut, type Cut, isViolated, roundMultipliers } from './cut.ts'
import type { Side } from './levels.ts'
import type { LoadProgram } from './program.ts'
import type { SecondsLeft } from './seconds-left.ts'
import type { SuppressionTask } from './task.ts'

/** Cuts that `hidden` (0 to 1 for each column) breaks, at most one a side. */
export function capacityCuts(
  load: LoadProgram, { cells }: SuppressionTask, columns: Columns, sides: readonly Side[], hidden: ArrayLike<number>, left: SecondsLeft,
): readonly Cut[] {
  if (sides.length === 0) return []
  const all = columns.cellOf.map((_, column) => column)
  const none = all.map(() => 0)
  const program = load({ cost: none, lower: none, upper: none, rows: columns.rows, primal: true })
  const cuts = sides.flatMap((side): readonly Cut[] => {
    // No more room counts than is asked for: that is what the cut, once strengthened, will count.
    const room = (column: number, most: number): number => Math.min(most, side.need) * Math.min(1, hidden[column]! + perCell)
    program.setBounds(
      all,
      all.map((column) => -room(column, cells[columns.cellOf[column]!]!.value - cells[columns.cellOf[column]!]!.lower)),
      all.map((column) => room(column, cells[columns.cellOf[column]!]!.upper - cells[columns.cellOf[column]!]!.value)),
    )
    const column = columns.columnOf[side.cell]!
    program.setCosts([column], [-side.sign])
    const { status, rowDuals } = program.relaxed({ seconds: left() })
    program.setCosts([column], [0])
    if (status === 'stopped') return []
    if (status !== 'optimal') throw new Error(`capacity: ${status}`)
    const rounded = roundMultipliers(rowDuals)
    const tries = [rounded, { ...rounded, numerators: rounded.numerators.map((numerator) => -numerator) }]
    return tries.map((multipliers) => capacityCut(columns, cells, column, side.sign, side.need, multipliers)).filter((cut) => isViolated(cut, hidden)).slice(0, 1)
  })
  program.close()
  return cuts
}

const perCell = 1e-3
