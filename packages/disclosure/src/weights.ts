// What it costs to hide a printed cell: by the order of the plan alone, so that the pattern does not tell which counts are small.
import type { CellKey } from './cell-key.ts'
import type { LaidTable } from './lay-out.ts'
import { cellsOf } from './print-tables.ts'

/** What stands beside a figure gives way before a figure does: the number not asked, then those of whom it is not known. */
const ranks = { notAsked: 1, notKnown: 2, figure: 8 } as const

/** Within a table, from its last cell to its first: decides between cells that are equal otherwise. */
const steps = 10

/**
 * Whole numbers above zero for every cell that may be hidden: its rank, times one for the last table of the plan up to two
 * for the first. Plain totals have none: they stay.
 */
export function weightsOf(tables: readonly LaidTable[]): ReadonlyMap<CellKey, number> {
  const cells = tables.flatMap((table, index) => cellsOf(table).map((cell, place, all) => ({ ...cell, index, step: Math.floor(((steps - 1) * (all.length - 1 - place)) / Math.max(1, all.length - 1)) })))
  const totals = new Set(cells.filter(({ total }) => total).map(({ key }) => key))
  const weights = new Map<CellKey, number>()
  for (const { key, exempt, index, step } of cells) {
    // A cell that stands in two tables is as important as in the first.
    if (totals.has(key) || weights.has(key)) continue
    const rank = key.includes('not-asked') ? ranks.notAsked : exempt ? ranks.notKnown : ranks.figure
    weights.set(key, steps * rank * (2 * tables.length - index) + step)
  }
  return weights
}
