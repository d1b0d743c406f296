// A pattern in which nothing sensitive can be worked out exactly: prints cells one after another as long as that holds.
import { newTableau, type Tableau } from './tableau.ts'
import type { SuppressionTask } from './task.ts'

/**
 * Cells of `order` that must stay hidden when the others are printed, the first in the order first; everything open that
 * is not in `order` is printed. Undefined when a sensitive cell could be worked out even with all of `order` hidden.
 * No cell of the result could be printed as well.
 */
export function printInOrder(task: SuppressionTask, order: readonly number[]): ReadonlySet<number> | undefined {
  const [printed, tableau] = longestStart(task, order)
  if (!tableau) return undefined
  const kept = new Set<number>()
  for (const cell of order.slice(printed)) {
    if (tableau.reveals(cell)) kept.add(cell)
    else tableau.print(cell)
  }
  return kept
}

/** Most cells of an order can be printed at once, and what is printed at once need not be eliminated. */
const shares = [0.9, 0.75, 0.6, 0.4, 0]

function longestStart(task: SuppressionTask, order: readonly number[]): readonly [printed: number, tableau: Tableau | undefined] {
  const sensitive = task.needs.map(({ cell }) => cell)
  const always = [...task.cells.keys()].filter((cell) => ['sensitive', 'latent'].includes(task.cells[cell]!.standing))
  for (const share of shares) {
    const printed = Math.floor(order.length * share)
    const tableau = newTableau(task, new Set([...always, ...order.slice(printed)]), sensitive)
    if (!sensitive.some((cell) => tableau.isExact(cell))) return [printed, tableau]
  }
  return [0, undefined]
}
