// Complementary suppression: one task for the engine from the attacker's model, and the audit as judge, until nothing sensitive can be worked out.
import { problem, ProblemError } from '@lykta/incident'
import { assess, assessMembers, type Attacker, type Audit, audit, type AuditInput, prepareAudit, type Target, type Verdict } from './audit.ts'
import type { CellKey } from './cell-key.ts'
import { hidingTask } from './hiding-task.ts'
import type { Known } from './known.ts'
import type { LaidTable } from './lay-out.ts'
import type { MemberVerdict } from './members.ts'
import { newNeeds } from './needs.ts'
import { cellsOf, type Decisions, printTables } from './print-tables.ts'
import type { SecondsLeft } from './suppression/seconds-left.ts'
import { suppress, type Suppression } from './suppression/suppress.ts'
import { weightsOf } from './weights.ts'

export type HideInput = Omit<AuditInput, 'published' | 'known'> & Attacker & {
  readonly tables: readonly LaidTable[]
  readonly asOf: number
  /** What each group of readers has in hand: the edition's own audience first, then narrower ones that were told more. */
  readonly readers: readonly Known[]
  /** For the search; the audit is never cut short. */
  readonly left: SecondsLeft
}

/** Weight of the cells hidden for others' sake, and a proven bound: no pattern that the audit lets pass weighs less. */
export type Weighed = { readonly weight: number; readonly bound: number }
export type Hidden = Weighed & { readonly decisions: Decisions }

/**
 * Hides as little as it can, weighed by the order of the plan, until the audit passes for every group of readers.
 * Throws `disclosure.totals-exposed` when there is nothing left to hide, `disclosure.ledger-exposed` when that is so together with
 * what was published before.
 */
export async function hideUntilSafe(input: HideInput, decisions: Decisions): Promise<Hidden> {
  let current = decisions
  let bound: number | undefined
  let isLeast = true
  for (;;) {
    const { size } = current.hidden
    for (const known of input.readers) {
      const found = await hideFor(input, known, current)
      current = found.decisions
      isLeast &&= found.isLeast
      // What the first readers need, all need.
      bound ??= found.bound
    }
    if (input.readers.length === 1 || current.hidden.size === size) break
  }
  const weights = weightsOf(input.tables)
  const weigh = ({ hidden }: Decisions): number => [...hidden].reduce((sum, [key, why]) => sum + (why === 'complementary' ? weights.get(key)! : 0), 0)
  if (!isLeast || input.readers.length > 1) current = await showAgain(input, current)
  const weight = weigh(current)
  return { decisions: current, weight, bound: Math.min(bound!, weight) }
}

/** One audit for each group of readers. */
export async function auditsOf(input: HideInput, decisions: Decisions): Promise<readonly Audit[]> {
  const audits: Audit[] = []
  for (const known of input.readers) audits.push(await audit(readBy(input, known, decisions), input))
  return audits
}

/** What the readers may work out once this were printed; those whom `first` chooses are asked before all others. */
export async function holdsForAll(input: HideInput, decisions: Decisions, first: (target: Target) => boolean): Promise<boolean> {
  for (const known of input.readers) {
    const own = readBy(input, known, decisions)
    const prepared = prepareAudit(own)
    const holds = async (targets: readonly Target[]): Promise<boolean> => (await assess(prepared, targets, input)).every(({ safe }) => safe)
    if (!(await holds(prepared.targets.filter(first))) || !(await holds(prepared.targets))) return false
    if (assessMembers(own, prepared, input).short.some(({ safe }) => !safe)) return false
  }
  return true
}

function readBy(input: HideInput, known: Known, decisions: Decisions): AuditInput {
  return { ...input, known, published: printTables(input.tables, decisions, input, input.asOf) }
}

type FoundFor = {
  readonly decisions: Decisions
  readonly bound: number
  /** No cell of it could be shown again: the engine says so of all that it was asked for. */
  readonly isLeast: boolean
}

/**
 * The engine is asked for what the audit found short, and for no more; then the audit is asked again. What it finds now is
 * asked for too. The first pattern that passes is then the cheapest of all that would: every one of them meets what was asked.
 */
async function hideFor(input: HideInput, known: Known, decisions: Decisions): Promise<FoundFor> {
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

/** Cells hidden for different sakes may make each other unnecessary; the most important comes back first. */
async function showAgain(input: HideInput, decisions: Decisions): Promise<Decisions> {
  let current = decisions
  const order = input.tables.flatMap(cellsOf).map(({ key }) => key)
  const complementary = [...decisions.hidden].flatMap(([key, why]) => (why === 'complementary' ? [key] : []))
  for (const key of complementary.toSorted((a, b) => order.indexOf(a) - order.indexOf(b))) {
    const tried: Decisions = { ...current, hidden: new Map([...current.hidden].filter(([other]) => other !== key)) }
    if (await holdsForAll(input, tried, () => false)) current = tried
  }
  return current
}

function hide(decisions: Decisions, keys: readonly CellKey[]): Decisions {
  return { ...decisions, hidden: new Map([...decisions.hidden, ...keys.map((key) => [key, 'complementary'] as const)]) }
}
