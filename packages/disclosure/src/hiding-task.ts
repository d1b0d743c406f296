// The attacker's model of one edition as a task of suppression: unknowns are cells, an inequality is an equation with a cell for what is left over.
import type { Prepared } from './audit.ts'
import type { CellKey } from './cell-key.ts'
import { knownSums, type Member, memberKnows, sumsOf } from './member-bounds.ts'
import type { Bounds, Equation, Need, SuppressionCell, SuppressionTask } from './suppression/task.ts'
import { publicBound } from './system-builder.ts'

export type HidingTask = {
  /** What the needs speak of, by how they are known; cells that nothing ties to them are left out. */
  readonly taskFor: (needs: readonly Need[], oneOf: SuppressionTask['oneOf']) => SuppressionTask
  /** What a member knows of every cell of the task. */
  readonly knownTo: (member: Member) => Bounds
  /** Cells that may be hidden, with their names. */
  readonly open: ReadonlyMap<number, CellKey>
}

/** `prepared`: the audit of what would be printed if nothing more were hidden. `weights`: of the cells that may be. */
export function hidingTask({ built, truths }: Prepared, weights: ReadonlyMap<CellKey, number>): HidingTask {
  const { system, names, held, shown } = built
  const open = new Map<number, CellKey>()
  for (const variable of shown) if (!held.has(variable) && weights.has(names[variable]!)) open.set(variable, names[variable]!)
  const sums = sumsOf(system, truths)
  const sumsKnownTo = knownSums(system, { names, truths })
  const unknowns = truths.map((value, variable): SuppressionCell => {
    const isOpen = open.has(variable)
    const isFixed = !isOpen && system.lower[variable] === system.upper[variable]
    return {
      value,
      standing: isOpen ? 'open' : isFixed ? 'shown' : 'latent',
      weight: isOpen ? weights.get(names[variable]!)! : 1,
      lower: isFixed ? value : 0,
      upper: isFixed ? value : Math.max(publicBound, value),
    }
  })
  const cells = [...unknowns]
  /** Statements with a cell of their own, in its order. */
  const slack: number[] = []
  const equations = system.constraints.map(({ terms, lower, upper }, index): Equation => {
    const merged = new Map<number, number>()
    for (const [variable, coefficient] of terms) merged.set(variable, (merged.get(variable) ?? 0) + coefficient)
    if (lower < upper) {
      merged.set(cells.push({ value: sums[index]!, standing: 'latent', weight: 1, lower: Math.max(lower, sums[index]! - far), upper: Math.min(upper, sums[index]! + far) }) - 1, -1)
      slack.push(index)
    }
    return [...merged]
  })
  return {
    open,
    taskFor: (needs, oneOf) => {
      const isNear = tiedTo(cells, equations, new Set([...needs.map(({ cell }) => cell), ...(oneOf ?? []).flat()]))
      return { cells: cells.map((cell, index) => (isNear(index) ? cell : { ...cell, standing: 'shown' })), equations: equations.filter((equation) => equation.some(([cell]) => isNear(cell))), needs, oneOf }
    },
    knownTo: ({ own }) => {
      const knownOfSums = sumsKnownTo(own)
      const bounds = [
        ...unknowns.map(({ lower, upper, value, standing }, variable) => (standing === 'shown' ? { lower, upper } : memberKnows({ lower, upper }, value, own[variable]!))),
        ...slack.map((index) => {
          const { lower, upper } = knownOfSums[index]!
          return { lower: Math.max(lower, sums[index]! - far), upper: Math.min(upper, sums[index]! + far) }
        }),
      ]
      return { lower: bounds.map(({ lower }) => lower), upper: bounds.map(({ upper }) => upper) }
    },
  }
}

/** Beyond any count. */
const far = 1e7

/** Cells that a chain of equations ties to these; nothing passes through a cell that is shown and stays. */
function tiedTo(cells: readonly SuppressionCell[], equations: readonly Equation[], from: ReadonlySet<number>): (cell: number) => boolean {
  const equationsOf = new Map<number, number[]>()
  for (const [index, equation] of equations.entries()) {
    for (const [cell] of equation) if (cells[cell]!.standing !== 'shown') equationsOf.set(cell, [...(equationsOf.get(cell) ?? []), index])
  }
  const reached = new Set(from)
  const used = new Set<number>()
  const queue = [...from]
  for (let cell = queue.pop(); cell !== undefined; cell = queue.pop()) {
    for (const index of equationsOf.get(cell) ?? []) {
      if (used.has(index)) continue
      used.add(index)
      for (const [other] of equations[index]!) {
        if (reached.has(other) || cells[other]!.standing === 'shown') continue
        reached.add(other)
        queue.push(other)
      }
    }
  }
  return (cell) => reached.has(cell)
}
