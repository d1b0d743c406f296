// Cuts that every safe pattern obeys, computed in whole numbers from rounded multipliers, so that none is ever false by rounding.
import type { Columns } from './columns.ts'
import { roomsOf } from './rooms.ts'
import type { Bounds, SuppressionCell } from './task.ts'

/** Σ coefficient × hidden ≥ atLeast, over columns; hidden is 1 for a hidden cell and 0 for a printed one. */
export type Cut = { readonly terms: readonly (readonly [column: number, coefficient: number])[]; readonly atLeast: number }

/** A multiplier for each equation, as whole numbers over one denominator. */
export type Multipliers = { readonly numerators: readonly number[]; readonly denominator: number }

const denominators = [1, 2, 3, 4, 5, 6, 8, 10, 12, 24, 60]

/**
 * The solver's multipliers on a grid of whole numbers. Whatever they are, the cuts below are true (weak duality):
 * rounding can only make them weaker.
 */
export function roundMultipliers(duals: ArrayLike<number>): Multipliers {
  for (const denominator of denominators) {
    const numerators = Array.from(duals, (dual) => Math.round(dual * denominator) + 0)
    if (numerators.every((numerator, index) => Math.abs(numerator - duals[index]! * denominator) < 1e-6)) return { numerators, denominator }
  }
  const denominator = 5040
  return { numerators: Array.from(duals, (dual) => Math.round(dual * denominator) + 0), denominator }
}

/** Σ multiplier × equation: a sum of cells that is zero whatever their values. */
export function combine({ rows }: Columns, numerators: readonly number[]): ReadonlyMap<number, number> {
  const combination = new Map<number, number>()
  for (const [row, numerator] of numerators.entries()) {
    if (numerator === 0) continue
    for (const [column, coefficient] of rows[row]!.terms) combination.set(column, (combination.get(column) ?? 0) + numerator * coefficient)
  }
  return combination
}

/**
 * The combination holds the cell, so the cell follows from the others of it: one of them must be hidden if the cell is.
 * A sensitive cell is; of an open one this is the "bridgeless" inequality, true of every cheapest pattern, for a hidden
 * cell that can be worked out might as well be printed. Undefined when the cell is not in the combination.
 */
export function exactCut(columns: Columns, cell: number, isOpen: boolean, { numerators }: Multipliers): Cut | undefined {
  const combination = combine(columns, numerators)
  if ((combination.get(cell) ?? 0) === 0) return undefined
  const terms: [number, number][] = isOpen ? [[cell, -1]] : []
  for (const [column, coefficient] of combination) if (coefficient !== 0 && column !== cell) terms.push([column, 1])
  terms.sort(([a], [b]) => a - b)
  return { terms, atLeast: isOpen ? 0 : 1 }
}

/**
 * Capacity (Fischetti and Salazar-González 2001): with r = sign × denominator × unit of the sensitive cell − combination,
 * the cell can move by at most Σ max(r × room above, −r × room below) over the hidden cells. Coefficients above what is
 * asked for are cut down to it.
 */
export function capacityCut(
  columns: Columns, cells: readonly SuppressionCell[], sensitive: number, sign: 1 | -1, need: number, { numerators, denominator }: Multipliers,
  known?: Bounds,
): Cut {
  const { above, below } = roomsOf(cells, known)
  const combination = combine(columns, numerators)
  const rooms: [column: number, room: number][] = []
  // What is hidden anyway gives its room to every pattern.
  let atLeast = denominator * need
  for (const column of new Set([sensitive, ...combination.keys()])) {
    const rest = (column === sensitive ? sign * denominator : 0) - (combination.get(column) ?? 0)
    if (rest === 0) continue
    const cell = columns.cellOf[column]!
    const room = rest > 0 ? rest * above(cell) : -rest * below(cell)
    if (cells[cell]!.standing === 'open') rooms.push([column, room])
    else atLeast -= room
  }
  return { terms: rooms.flatMap(([column, room]) => (room > 0 && atLeast > 0 ? [[column, Math.min(room, atLeast)] as const] : [])), atLeast }
}

export function isViolated({ terms, atLeast }: Cut, hidden: ArrayLike<number>): boolean {
  return terms.reduce((sum, [column, coefficient]) => sum + coefficient * hidden[column]!, 0) < atLeast - 1e-6
}
