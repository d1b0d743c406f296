// The cheapest safe pattern found so far, and how an order of cells becomes one.
import type { Side } from './levels.ts'
import { mend } from './mend.ts'
import { printInOrder } from './print-in-order.ts'
import type { LoadProgram } from './program.ts'
import type { SuppressionTask } from './task.ts'

export type Pattern = { readonly hidden: ReadonlySet<number>; readonly cost: number }

export type Incumbent = {
  readonly best: () => Pattern | undefined
  /** Prints open cells in this order as far as nothing is given away. True when the pattern is cheaper than the best, and is kept. */
  readonly offer: (order: readonly number[]) => boolean
  /** Keeps a pattern of open cells, known to be safe, when it is cheaper than the best. */
  readonly take: (hidden: ReadonlySet<number>) => boolean
  /** Sides that were ever short in a pattern in which nothing was exact. */
  readonly scarce: () => readonly Side[]
}

export function newIncumbent(load: LoadProgram, task: SuppressionTask): Incumbent {
  const scarce = new Map<string, Side>()
  let best: Pattern | undefined
  /** One of each list is hidden: the cheapest, where none is. */
  const withOneOf = (hidden: ReadonlySet<number>): ReadonlySet<number> => {
    const found = new Set(hidden)
    for (const list of task.oneOf ?? []) if (!list.some((cell) => found.has(cell))) found.add(list.toSorted((a, b) => task.cells[a]!.weight - task.cells[b]!.weight || a - b)[0]!)
    return found
  }
  const costOf = (hidden: ReadonlySet<number>): number => [...hidden].reduce((sum, cell) => sum + task.cells[cell]!.weight, 0)
  const take = (hidden: ReadonlySet<number>): boolean => {
    const cost = costOf(hidden)
    if (best && cost >= best.cost) return false
    best = { hidden, cost }
    return true
  }
  return {
    best: () => best,
    take,
    scarce: () => [...scarce.values()],
    offer: (order) => {
      const kept = printInOrder(task, order)
      if (!kept || (best && costOf(kept) >= best.cost)) return false
      const hidden = mend(load, task, withOneOf(kept), scarce)
      return hidden !== undefined && take(hidden)
    },
  }
}
