// Finds cuts that a (fractional) pattern breaks: for each sensitive cell the cheapest way to work it out.
import type { Columns } from './columns.ts'
import { type Cut, exactCut, isViolated, roundMultipliers } from './cut.ts'
import type { LoadProgram } from './program.ts'
import type { SecondsLeft } from './seconds-left.ts'

export type Separated = {
  readonly cuts: readonly Cut[]
  /** No sensitive cell was left out: without cuts, the pattern obeys all of them. */
  readonly complete: boolean
}

export type Separator = {
  /** `hidden`: how much of each column is hidden, 0 to 1. */
  readonly separate: (hidden: ArrayLike<number>, left: SecondsLeft) => Separated
  readonly close: () => void
}

/** Of two ways to work out a cell that break as much, the one with fewer cells makes the better cut. All cells together: less than one. */
const perCell = (columns: number): number => Math.min(1e-3, 0.5 / columns)
const tolerance = 1e-6
/** Cells tried after the first find, beyond those that were found wanting the last time. */
const patience = 25

/**
 * One programme for all: the cell moves as far as it can while no other moves further than it is hidden. It moves by
 * less than 1 where a combination of equations exists whose other cells are hidden by less than 1 in all; the
 * multipliers of that combination are the solution's duals. Moves are symmetric, so one programme serves both sides.
 */
export function newSeparator(load: LoadProgram, columns: Columns, sensitive: readonly number[]): Separator {
  const all = columns.cellOf.map((_, column) => column)
  const none = all.map(() => 0)
  const program = load({ cost: none, lower: none, upper: none, rows: columns.rows, primal: true })
  let suspects = [...sensitive]
  let next = 0

  const separate: Separator['separate'] = (hidden, left) => {
    const reach = all.map((column) => hidden[column]! + perCell(all.length))
    for (const column of sensitive) reach[column] = 1
    program.setBounds(all, reach.map((bound) => -bound), reach)
    const cuts = new Map<string, Cut>()
    const tried = new Set<number>()
    const still: number[] = []
    const attempt = (column: number): void => {
      program.setCosts([column], [-1])
      const { status, objective, values, rowDuals } = program.relaxed({ seconds: left() })
      program.setCosts([column], [0])
      if (status === 'stopped') return
      tried.add(column)
      if (status !== 'optimal') throw new Error(`separation: ${status}`)
      for (const other of sensitive) if (Math.abs(values[other]!) > 1 - tolerance) tried.add(other)
      if (-objective > 1 - tolerance) return
      const cut = exactCut(columns, column, roundMultipliers(rowDuals))
      if (!cut || !isViolated(cut, hidden)) return
      still.push(column)
      cuts.set(cut.terms.join(), cut)
    }
    for (const column of suspects) {
      if (left() <= 0) return { cuts: [...cuts.values()], complete: false }
      if (!tried.has(column)) attempt(column)
    }
    let since = 0
    for (let count = 0; count < sensitive.length; count += 1) {
      if (left() <= 0 || (cuts.size > 0 && since > patience)) break
      next = (next + 1) % sensitive.length
      const column = sensitive[next]!
      if (tried.has(column)) continue
      attempt(column)
      since += 1
    }
    suspects = still
    return { cuts: [...cuts.values()], complete: sensitive.every((column) => tried.has(column)) }
  }
  return { separate, close: program.close }
}
