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
  readonly separate: (hidden: ArrayLike<number>, left: SecondsLeft, thorough?: boolean) => Separated
  /** The same for open cells, as far as they are hidden. */
  readonly bridges: (hidden: ArrayLike<number>, open: readonly number[], left: SecondsLeft) => readonly Cut[]
  readonly close: () => void
}

/** Of two ways to work out a cell that break as much, the one with fewer cells makes the better cut. All cells together: less than one. */
const perCell = (columns: number): number => Math.min(1e-3, 0.5 / columns)
const tolerance = 1e-6
/** What is hidden by less is not asked for bridges. */
const least = 0.01
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

  const isSensitive = new Set(sensitive)
  const reachFor = (hidden: ArrayLike<number>): readonly number[] => {
    const reach = all.map((column) => (isSensitive.has(column) ? 1 : hidden[column]! + perCell(all.length)))
    program.setBounds(all, reach.map((bound) => -bound), reach)
    return reach
  }
  /** Other ways to work out the same cell, each through none of the printed cells of the ways before. */
  const elsewhere = (hidden: ArrayLike<number>, column: number, first: Cut, reach: readonly number[]): readonly Cut[] => {
    const found: Cut[] = []
    const closed = new Set<number>()
    for (let cut: Cut | undefined = first; cut;) {
      const ways = cut.terms.map(([other]) => other).filter((other) => hidden[other]! < 1 - tolerance && !closed.has(other)).sort((a, b) => a - b)
      if (ways.length === 0) break
      for (const other of ways) closed.add(other)
      program.setBounds(ways, ways.map(() => -1), ways.map(() => 1))
      program.setCosts([column], [-1])
      const { status, objective, rowDuals } = program.relaxed()
      program.setCosts([column], [0])
      cut = status === 'optimal' && -objective < 1 - tolerance ? exactCut(columns, column, false, roundMultipliers(rowDuals)) : undefined
      if (cut && isViolated(cut, hidden)) found.push(cut)
    }
    const restored = [...closed].sort((a, b) => a - b)
    program.setBounds(restored, restored.map((other) => -reach[other]!), restored.map((other) => reach[other]!))
    return found
  }

  const separate: Separator['separate'] = (hidden, left, thorough = false) => {
    const reach = reachFor(hidden)
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
      const cut = exactCut(columns, column, false, roundMultipliers(rowDuals))
      if (!cut || !isViolated(cut, hidden)) return
      still.push(column)
      cuts.set(cut.terms.join(), cut)
      if (thorough) for (const other of elsewhere(hidden, column, cut, reach)) cuts.set(other.terms.join(), other)
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
  const bridges: Separator['bridges'] = (hidden, open, left) => {
    const reach = reachFor(hidden)
    const cuts = new Map<string, Cut>()
    const reached = new Set<number>()
    for (const column of open) {
      if (hidden[column]! < least || reached.has(column)) continue
      if (left() <= 0) break
      program.setCosts([column], [-1])
      const { status, values, rowDuals } = program.relaxed({ seconds: left() })
      program.setCosts([column], [0])
      if (status !== 'optimal') break
      for (const other of all) if (Math.abs(values[other]!) > reach[other]! - tolerance) reached.add(other)
      const cut = reached.has(column) ? undefined : exactCut(columns, column, true, roundMultipliers(rowDuals))
      if (cut && isViolated(cut, hidden)) cuts.set(cut.terms.join(), cut)
    }
    return [...cuts.values()]
  }
  return { separate, bridges, close: program.close }
}
