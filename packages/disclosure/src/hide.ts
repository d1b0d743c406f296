// Complementary suppression for every group of readers: what each needs hidden, what that weighs, and whether it holds.
import { assess, assessMembers, type Attacker, type Audit, audit, type AuditInput, prepareAudit, type Target } from './audit.ts'
import { hideForReaders, readBy } from './hide-for-readers.ts'
import type { Known } from './known.ts'
import type { LaidTable } from './lay-out.ts'
import { cellsOf, type Decisions } from './print-tables.ts'
import type { SecondsLeft } from './suppression/seconds-left.ts'
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
      const found = await hideForReaders(input, known, current)
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

/** Seconds after the end of the search in which cells may still be shown again. */
const grace = 60

/** Cells hidden for different sakes may make each other unnecessary; the most important comes back first. Not for ever, when time is over: what is hidden is safe. */
async function showAgain(input: HideInput, decisions: Decisions): Promise<Decisions> {
  let current = decisions
  const order = input.tables.flatMap(cellsOf).map(({ key }) => key)
  const complementary = [...decisions.hidden].flatMap(([key, why]) => (why === 'complementary' ? [key] : []))
  for (const key of complementary.toSorted((a, b) => order.indexOf(a) - order.indexOf(b))) {
    if (input.left() < -grace) break
    const tried: Decisions = { ...current, hidden: new Map([...current.hidden].filter(([other]) => other !== key)) }
    if (await holdsForAll(input, tried, () => false)) current = tried
  }
  return current
}
