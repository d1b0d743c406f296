// The master programme: which cells to hide at the least cost, as far as the cuts found so far tell.
import type { Columns } from './columns.ts'
import type { Cut } from './cut.ts'
import type { Pattern } from './incumbent.ts'
import type { LoadProgram, Outcome } from './program.ts'
import type { SuppressionTask } from './task.ts'

export type Master = {
  readonly add: (cuts: readonly Cut[]) => void
  /** The relaxation: a lower bound, fractions of cells, and what it would cost to hide each other cell. */
  readonly relaxed: (seconds: number) => Outcome
  /** Whole cells. `best` is a solution that is known; nothing dearer is looked for. */
  readonly whole: (seconds: number, relaxed: Outcome, best: Pattern) => Outcome
  /** Open cells, those that the outcome hides least first; among equals what would be dearest to hide. */
  readonly inOrder: (outcome: Outcome, relaxed: Outcome) => readonly number[]
  readonly close: () => void
}

const tolerance = 1e-6

export function newMaster(load: LoadProgram, { cells }: SuppressionTask, { cellOf, columnOf }: Columns): Master {
  const isOpen = cellOf.map((cell) => cells[cell]!.standing === 'open')
  const open = cellOf.filter((_, column) => isOpen[column])
  const program = load({
    cost: cellOf.map((cell, column) => (isOpen[column] ? cells[cell]!.weight : 0)),
    lower: isOpen.map((one) => (one ? 0 : 1)),
    upper: isOpen.map(() => 1),
    rows: [],
  })
  return {
    add: (cuts) => program.addRows(cuts.map(({ terms, atLeast }) => ({ terms, lower: atLeast, upper: Infinity }))),
    relaxed: (seconds) => program.relaxed({ seconds }),
    whole: (seconds, relaxed, best) => {
      // A cell that alone would lift the bound to the cost of the best pattern is in no cheaper one, now or later.
      const dear = isOpen.flatMap((one, column) => {
        const without = relaxed.values[column]! < tolerance
        return one && without && relaxed.objective + relaxed.columnDuals[column]! > best.cost - 1 + tolerance ? [column] : []
      })
      program.setBounds(dear, dear.map(() => 0), dear.map(() => 0))
      // Costs are whole numbers: what is less than 1 from the bound is the optimum.
      return program.whole({ seconds, gap: 1 - tolerance }, cellOf.map((cell, column) => (isOpen[column] && !best.hidden.has(cell) ? 0 : 1)))
    },
    inOrder: ({ values }, { columnDuals }) => {
      // Compared on a grid, so that the last digits of a float decide nothing.
      const onGrid = (numbers: Float64Array): ReadonlyMap<number, number> => new Map(open.map((cell) => [cell, Math.round(numbers[columnOf[cell]!]! * 1e6)]))
      const [share, dual] = [onGrid(values), onGrid(columnDuals)]
      return open.toSorted((a, b) => share.get(a)! - share.get(b)! || dual.get(b)! - dual.get(a)! || cells[b]!.weight - cells[a]!.weight || a - b)
    },
    close: program.close,
  }
}
