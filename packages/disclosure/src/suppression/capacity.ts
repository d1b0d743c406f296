// Capacity cuts for sides that fall short although nothing can be worked out exactly: too little room in the cells beside.
import type { Columns } from './columns.ts'
import { capacityCut, type Cut, isViolated, roundMultipliers } from './cut.ts'
import type { Side } from './levels.ts'
import type { LoadProgram } from './program.ts'
import { roomsOf } from './rooms.ts'
import type { SecondsLeft } from './seconds-left.ts'
import type { SuppressionTask } from './task.ts'

/**
 * Cuts that `hidden` (0 to 1 for each column) breaks, at most one a side. Looked for with no more room in an open cell
 * than is asked for: so much the cut, once strengthened, will count of it, and it makes the better cuts. Where these
 * are not broken after all, the attacker's own programme decides: of a whole pattern that falls short it always gives a
 * broken cut.
 */
export function capacityCuts(
  load: LoadProgram, { cells }: SuppressionTask, columns: Columns, sides: readonly Side[], hidden: ArrayLike<number>, left: SecondsLeft,
): readonly Cut[] {
  if (sides.length === 0) return []
  const all = columns.cellOf.map((_, column) => column)
  const none = all.map(() => 0)
  const program = load({ cost: none, lower: none, upper: none, rows: columns.rows, primal: true })
  const isOpen = columns.cellOf.map((cell) => cells[cell]!.standing === 'open')
  const find = (side: Side, most: number, perCell: number): Cut | undefined => {
    const rooms = roomsOf(cells, side.known)
    const room = (column: number, own: number): number => (isOpen[column] ? Math.min(own, most) * Math.min(1, hidden[column]! + perCell) : own)
    program.setBounds(all, all.map((column) => 0 - room(column, rooms.below(columns.cellOf[column]!))), all.map((column) => room(column, rooms.above(columns.cellOf[column]!))))
    const column = columns.columnOf[side.cell]!
    program.setCosts([column], [-side.sign])
    const { status, rowDuals } = program.relaxed({ seconds: left() })
    program.setCosts([column], [0])
    if (status === 'stopped') return undefined
    if (status !== 'optimal') throw new Error(`capacity: ${status}`)
    const rounded = roundMultipliers(rowDuals)
    const tries = [rounded, { ...rounded, numerators: rounded.numerators.map((numerator) => -numerator) }]
    return tries.map((multipliers) => capacityCut(columns, cells, column, side.sign, side.need, multipliers, side.known)).find((cut) => isViolated(cut, hidden))
  }
  const cuts = sides.flatMap((side): readonly Cut[] => [find(side, side.need, sparing) ?? find(side, Infinity, 0)].filter((cut) => cut !== undefined))
  program.close()
  return cuts
}

/** A little room everywhere: of two ways that are as tight, the one through fewer cells. */
const sparing = 1e-3
