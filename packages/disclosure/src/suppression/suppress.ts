// Complementary suppression: the cheapest cells to hide beside the sensitive ones, with a proven bound on how cheap it can be.
import { capacityCuts } from './capacity.ts'
import { columnsOf } from './columns.ts'
import type { Cut } from './cut.ts'
import { newIncumbent, type Pattern } from './incumbent.ts'
import { type Side, shortfalls } from './levels.ts'
import { newMaster } from './master.ts'
import type { LoadProgram, Outcome } from './program.ts'
import type { SecondsLeft } from './seconds-left.ts'
import { newSeparator } from './separate.ts'
import { newLocalSeparator } from './separate-locally.ts'
import { startCuts } from './start-cuts.ts'
import type { SuppressionTask } from './task.ts'

export type Suppression = {
  /** Open cells that are hidden, in ascending order. */
  readonly hidden: readonly number[]
  readonly cost: number
  /** Proven: no safe pattern costs less. */
  readonly bound: number
  readonly optimal: boolean
}

/** `first`: a safe pattern; `relaxed`: the bound over fractions of cells; `whole`: over whole cells. */
export type SuppressionStep = 'first' | 'relaxed' | 'whole'
export type SuppressionProgress = Pick<Suppression, 'cost' | 'bound'> & { readonly step: SuppressionStep }

export type SuppressMeans = {
  readonly load: LoadProgram
  /** The first pattern is finished even when nothing is left. */
  readonly left: SecondsLeft
  readonly progress?: (progress: SuppressionProgress) => void
}

/** From so many cells on, a programme over all of them is too slow to look for cuts with. */
const many = 4000

/**
 * The same task gives the same answer as long as time does not run out. Undefined when no pattern is safe.
 * Fischetti and Salazar-González, Management Science 47 (2001); docs/disclosure.md.
 */
export function suppress(asked: SuppressionTask, { load, left, progress = () => {} }: SuppressMeans): Suppression | undefined {
  // Without a need a cell may even be exact.
  const task: SuppressionTask = { ...asked, needs: asked.needs.filter(({ up, down }) => up > 0 || down > 0) }
  const incumbent = newIncumbent(load, task)
  let bound = 0
  const tell = (step: SuppressionStep): void => progress({ step, cost: incumbent.best()!.cost, bound })
  const open = [...task.cells.keys()].filter((cell) => task.cells[cell]!.standing === 'open')
  const begun = left()
  incumbent.offer(open.toSorted((a, b) => task.cells[b]!.weight - task.cells[a]!.weight || a - b))
  const first = incumbent.best()
  if (!first) return undefined
  tell('first')
  if (first.cost === 0) return resultOf(first, 0)

  const best = (): Pattern => incumbent.best()!
  const isDone = (): boolean => left() <= 0 || bound >= best().cost
  const isWide = (): boolean => best().cost - bound > best().cost / 100
  const columns = columnsOf(task, () => true)
  const openColumns = open.map((cell) => columns.columnOf[cell]!)
  const master = newMaster(load, task, columns)
  master.add(startCuts(task, columns))
  const separator = (columns.cellOf.length > many ? newLocalSeparator : newSeparator)(load, columns, task.needs.map(({ cell }) => columns.columnOf[cell]!))
  /** Not begun when the time left would not do for as much work as the last time. */
  let lastOffer = begun - left()
  const offer = (order: () => readonly number[]): boolean => {
    const before = left()
    if (before <= lastOffer) return false
    const isBetter = incumbent.offer(order())
    lastOffer = before - left()
    return isBetter
  }
  const raise = (step: SuppressionStep, to: number): void => {
    const whole = Math.min(Math.ceil(to - 1e-6), best().cost)
    if (whole <= bound) return
    bound = whole
    tell(step)
  }
  /** What is exact comes first; room is looked for only on sides that have lacked it. */
  const cutsAgainst = (hidden: ArrayLike<number>, sides: () => readonly Side[], thorough = false): readonly Cut[] => {
    const { cuts, complete } = separator.separate(hidden, left, thorough)
    return cuts.length > 0 || !complete ? cuts : capacityCuts(load, task, columns, sides(), hidden, left)
  }
  /** Until no cut is broken: the last relaxation solved. */
  const relax = (): Outcome | undefined => {
    for (let solved: Outcome | undefined; ;) {
      if (isDone()) return solved
      const outcome = master.relaxed(left())
      if (outcome.status === 'infeasible') raise('relaxed', best().cost)
      if (outcome.status !== 'optimal') return solved
      solved = outcome
      raise('relaxed', outcome.objective)
      if (isDone()) return solved
      const found = cutsAgainst(outcome.values, incumbent.scarce)
      const cuts = found.length === 0 && isWide() ? separator.bridges(outcome.values, openColumns, left) : found
      if (offer(() => master.inOrder(outcome, outcome))) tell('relaxed')
      if (cuts.length === 0 || isDone()) return solved
      master.add(cuts)
    }
  }
  for (let relaxed = relax(); relaxed && !isDone(); relaxed = relax() ?? relaxed) {
    const found = master.whole(left(), relaxed, best())
    // Nothing cheaper than the best is left.
    raise('whole', found.status === 'infeasible' ? best().cost : found.bound)
    if (isDone() || found.status !== 'optimal') break
    const pattern = found.values.map((value) => Math.round(value))
    if (offer(() => master.inOrder(found, relaxed))) tell('whole')
    const hidden = new Set(columns.cellOf.filter((_, column) => pattern[column] === 1))
    const cuts = isDone() ? [] : cutsAgainst(pattern, () => shortfalls(load, task, hidden), true)
    if (cuts.length === 0) {
      // Printing it in order may have dropped cells that give room, and mending bought dearer ones: as it is it may be safe.
      if (!isDone() && shortfalls(load, task, hidden).length === 0 && incumbent.take(new Set(open.filter((cell) => hidden.has(cell))))) tell('whole')
      break
    }
    master.add(cuts)
  }
  separator.close()
  master.close()
  return resultOf(best(), bound)
}

function resultOf({ hidden, cost }: Pattern, bound: number): Suppression {
  return { hidden: [...hidden].sort((a, b) => a - b), cost, bound, optimal: bound >= cost }
}
