// What must be hidden for one group of readers: the engine is asked for what the audit found short, until the audit passes.
import { problem, ProblemError } from '@lykta/incident'
import { assess, assessMembers, type AuditInput, prepareAudit, type Verdict } from './audit.ts'
import type { CellKey } from './cell-key.ts'
import type { HideInput } from './hide.ts'
import { hidingTask } from './hiding-task.ts'
import type { Known } from './known.ts'
import type { MemberVerdict } from './members.ts'
import { newNeeds } from './needs.ts'
import { type Decisions, printTables } from './print-tables.ts'
import { suppress, type Suppression } from './suppression/suppress.ts'
import { weightsOf } from './weights.ts'

export type FoundFor = {
  readonly decisions: Decisions
  readonly bound: number
  /** No cell of it could be shown again: the engine says so of all that it was asked for. */
  readonly isLeast: boolean
}

/**
 * The engine is asked for what the audit found short, and for no more; then the audit is asked again. What it finds now is
 * asked for too. The first pattern that passes is then the cheapest of all that would: every one of them meets what was asked.
 */
export async function hideForReaders(input: HideInput, known: Known, decisions: Decisions): Promise<FoundFor> {
  const prepared = prepareAudit(readBy(input, known, decisions))
  const task = hidingTask(prepared, weightsOf(input.tables))
  const needs = newNeeds(prepared, task, [input.ownCounts, input.ownGroups, known.ownGroups])
  const named = (cells: Iterable<number>): readonly CellKey[] => [...cells].map((cell) => task.open.get(cell)!)
  // Members know more, and what everybody can tell they can: they are asked last.
  const shortWith = async (cells: Iterable<number>): Promise<readonly (Verdict | MemberVerdict)[]> => {
    const own = readBy(input, known, hide(decisions, named(cells)))
    const tried = prepareAudit(own)
    const short = (await assess(tried, tried.targets, input)).filter(({ safe }) => !safe)
    return short.length > 0 ? short : assessMembers(own, tried, input).short.filter(({ safe }) => !safe)
  }
  const giveUp = (cell: CellKey): never => {
    const isFirst = known.tables.length === 0 && known.figures.length === 0
    throw new ProblemError([isFirst ? problem('disclosure.totals-exposed') : problem('disclosure.ledger-exposed', { cell })])
  }
  let hidden: readonly number[] = []
  let bound = 0
  let isLeast = true
  const more: (readonly number[])[] = []
  for (;;) {
    const short = await shortWith(hidden)
    const sensitive = short.filter(({ kind, key }) => kind !== 'hidden' || !named(hidden).includes(key))
    if (short.length === 0) return { decisions: hide(decisions, named(hidden)), bound, isLeast }
    if (sensitive.length === 0) {
      // In whole numbers it follows from the others: shown, it tells nothing new.
      hidden = hidden.filter((cell) => !short.some(({ key }) => task.open.get(cell) === key))
      continue
    }
    if (!needs.add(sensitive)) {
      // All that was asked for holds in fractions, and not in whole numbers: one cell more, at least.
      const everything = more.length === 0 ? await shortWith(task.open.keys()) : []
      const lost = everything.find(({ kind, key }) => sensitive.some((one) => one.kind === kind && one.key === key))
      if (lost) giveUp(lost.key)
      if (more.length >= patience) return { decisions: hide(decisions, named(await shortestStart(task.open, weightsOf(input.tables), shortWith))), bound, isLeast: false }
      more.push([...task.open.keys()].filter((cell) => !hidden.includes(cell)))
    }
    const search = (): Suppression | undefined => suppress(task.taskFor(needs.list(), more), input)
    const found = search() ?? (needs.turn() ? search() : undefined)
    if (!found) return giveUp(sensitive[0]!.key)
    if (needs.isCertain()) bound = Math.max(bound, found.bound)
    hidden = found.hidden
    isLeast = found.optimal
  }
}

/** Patterns that hold in fractions alone, before another way is taken. */
const patience = 12

/** Of the cheapest cells as many as do, found by halving: safe, though seldom the least. */
async function shortestStart(
  open: ReadonlyMap<number, CellKey>, weights: ReadonlyMap<CellKey, number>, shortWith: (cells: Iterable<number>) => Promise<readonly unknown[]>,
): Promise<readonly number[]> {
  const order = [...open].sort(([a, one], [b, other]) => weights.get(one)! - weights.get(other)! || a - b).map(([cell]) => cell)
  let [tooFew, enough] = [0, order.length]
  while (enough - tooFew > 1) {
    const middle = Math.floor((tooFew + enough) / 2)
    if ((await shortWith(order.slice(0, middle))).length === 0) enough = middle
    else tooFew = middle
  }
  return order.slice(0, enough)
}

export function readBy(input: HideInput, known: Known, decisions: Decisions): AuditInput {
  return { ...input, known, published: printTables(input.tables, decisions, input, input.asOf) }
}

function hide(decisions: Decisions, keys: readonly CellKey[]): Decisions {
  return { ...decisions, hidden: new Map([...decisions.hidden, ...keys.map((key) => [key, 'complementary'] as const)]) }
}
