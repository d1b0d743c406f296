// How far an attacker must think each cell may move from its true value, up and down.
import type { Bounds, SuppressionCell } from './task.ts'

export type Rooms = { readonly above: (cell: number) => number; readonly below: (cell: number) => number }

/** `known`: of an attacker with bounds of its own. Both are never negative: what is known is true. */
export function roomsOf(cells: readonly SuppressionCell[], known: Bounds | undefined): Rooms {
  return {
    above: (cell) => (known ? known.upper[cell]! : cells[cell]!.upper) - cells[cell]!.value,
    below: (cell) => cells[cell]!.value - (known ? known.lower[cell]! : cells[cell]!.lower),
  }
}
