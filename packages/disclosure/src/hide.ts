// Complementary suppression: hides what is cheapest until nothing sensitive can be worked out.
import { problem, ProblemError } from '@lykta/incident'
import type { CountCell } from '@lykta/statistics'
import { assess, type Attacker, type Audit, audit, prepareAudit, type Target, type Verdict } from './audit.ts'
import type { CellKey } from './cell-key.ts'
import type { Frame } from './frame.ts'
import type { Known } from './known.ts'
import type { LaidTable } from './lay-out.ts'
import { sizeClass } from './merge-rows.ts'
import { cellsOf, type Decisions, printTables } from './print-tables.ts'
import type { BuiltSystem } from './system-builder.ts'

export type HideInput = Frame & Attacker & {
  readonly tables: readonly LaidTable[]
  /** Counts of merged rows. */
  readonly groupCells: ReadonlyMap<CellKey, CountCell>
  readonly asOf: number
  /** What each group of readers has in hand: the edition's own audience first, then narrower ones that were told more. */
  readonly readers: readonly Known[]
}

/**
 * Hides cells until the audit passes, then shows again what turned out not to be needed.
 * Throws `disclosure.totals-exposed` when there is nothing left to hide, `disclosure.ledger-exposed` when that is so together with
 * what was published before.
 */
export async function hideUntilSafe(input: HideInput, decisions: Decisions): Promise<Decisions> {
  let current = decisions
  const suspects = new Set<string>()
  for (;;) {
    const exposed: { readonly known: Known; readonly verdict: Verdict }[] = []
    for (const known of input.readers) {
      const { verdicts } = await auditFor(input, known, current)
      exposed.push(...verdicts.filter(({ safe }) => !safe).map((verdict) => ({ known, verdict })))
    }
    if (exposed.length === 0) return showAgain(input, current, suspects)
    for (const { known, verdict } of exposed) {
      suspects.add(nameOf(verdict))
      current = await protectOne(input, known, current, verdict)
    }
  }
}

/** One audit for each group of readers. */
export async function auditsOf(input: HideInput, decisions: Decisions): Promise<readonly Audit[]> {
  const audits: Audit[] = []
  for (const known of input.readers) audits.push(await auditFor(input, known, decisions))
  return audits
}

function auditFor(input: HideInput, known: Known, decisions: Decisions): Promise<Audit> {
  return audit({ ...input, known, published: printTables(input.tables, decisions, input, input.asOf) }, input)
}

/** What the readers may work out once this were printed; those whom `first` chooses are asked before all others. */
export async function holdsForAll(input: HideInput, decisions: Decisions, first: (target: Target) => boolean): Promise<boolean> {
  const published = printTables(input.tables, decisions, input, input.asOf)
  for (const known of input.readers) {
    const prepared = prepareAudit({ ...input, known, published })
    const holds = async (targets: readonly Target[]): Promise<boolean> => (await assess(prepared, targets, input)).every(({ safe }) => safe)
    if (!(await holds(prepared.targets.filter(first))) || !(await holds(prepared.targets))) return false
  }
  return true
}

/**
 * Hides the cheapest cells that protect one: the shortest prefix of the candidates that would do always needs its last
 * cell, so that one is hidden and the search goes on before it. Hiding more never narrows an interval, so the set that
 * is found is irreducible (the QuickXplain argument: Junker, AAAI 2004).
 */
async function protectOne(input: HideInput, known: Known, decisions: Decisions, exposed: Verdict): Promise<Decisions> {
  const prepared = prepareAudit({ ...input, known, published: printTables(input.tables, decisions, input, input.asOf) })
  const target = prepared.targets.find((candidate) => nameOf(candidate) === nameOf(exposed))
  if (!target) return decisions
  const candidates = candidatesFor(input.tables, decisions, target.key, prepared.built)
  const variables = candidates.map((key) => prepared.built.indexOf.get(key)!)
  const chosen: number[] = []
  const protects = async (prefix: number): Promise<boolean> =>
    (await assess(prepared, [target], input, [...chosen, ...variables.slice(0, prefix)])).every(({ safe }) => safe)

  let current = decisions
  let end = candidates.length
  // What was hidden for others may have protected this one too.
  if (await protects(0)) return current
  if (!(await protects(end))) {
    const isFirst = known.tables.length === 0 && known.figures.length === 0
    throw new ProblemError([isFirst ? problem('disclosure.totals-exposed') : problem('disclosure.ledger-exposed', { cell: target.key })])
  }
  do {
    let [tooFew, enough] = [0, end]
    while (enough - tooFew > 1) {
      const middle = Math.floor((tooFew + enough) / 2)
      if (await protects(middle)) enough = middle
      else tooFew = middle
    }
    end = enough - 1
    chosen.push(variables[end]!)
    current = hide(current, candidates[end]!)
  } while (!(await protects(0)))
  return current
}

/** Cells hidden for different sakes may make each other unnecessary; the most important comes back first. */
async function showAgain(input: HideInput, decisions: Decisions, suspects: ReadonlySet<string>): Promise<Decisions> {
  let current = decisions
  const order = input.tables.flatMap(cellsOf).map(({ key }) => key)
  const complementary = [...decisions.hidden].flatMap(([key, why]) => (why === 'complementary' ? [key] : []))
  for (const key of complementary.toSorted((a, b) => order.indexOf(a) - order.indexOf(b))) {
    const tried: Decisions = { ...current, hidden: new Map([...current.hidden].filter(([other]) => other !== key)) }
    // Those that have been exposed before decide most cases.
    if (await holdsForAll(input, tried, (target) => suspects.has(nameOf(target)))) current = tried
  }
  return current
}

function nameOf({ kind, key }: Pick<Verdict, 'kind' | 'key'>): string {
  return `${kind} ${key}`
}

function hide(decisions: Decisions, key: CellKey): Decisions {
  return { ...decisions, hidden: new Map([...decisions.hidden, [key, 'complementary']]) }
}

/**
 * Shown cells that statements link to the exposed one, the cheapest first: what stands beside a figure ("not asked",
 * "unknown"), then what the plan holds less important, then the nearer, then the smaller class of size. Plain totals stay, and
 * so does what was printed before: it is known.
 * Classes and the order of the plan, not counts: a pattern that always hid the smallest cell would give it away.
 */
function candidatesFor(tables: readonly LaidTable[], decisions: Decisions, exposed: CellKey, built: BuiltSystem): readonly CellKey[] {
  const rank = [...tables.entries()].flatMap(([index, table]) => cellsOf(table).map((cell) => ({ ...cell, index })))
  const totals = new Set(rank.filter(({ total }) => total).map(({ key }) => key))
  const distances = distancesFrom(built, built.indexOf.get(exposed)!, new Set([...totals].map((key) => built.indexOf.get(key))))
  const options = new Map<CellKey, readonly number[]>()
  for (const [position, { key, cell, exempt, index }] of rank.entries()) {
    if (totals.has(key) || decisions.hidden.has(key) || options.has(key) || built.held.has(built.indexOf.get(key) ?? -1)) continue
    const distance = distances.get(built.indexOf.get(key) ?? -1)
    if (distance === undefined) continue
    const beside = key.includes('not-asked') ? 0 : exempt ? 1 : 2
    options.set(key, [beside, -index, distance, sizeClass([cell]), -position])
  }
  return [...options].sort(([, a], [, b]) => compare(a, b)).map(([key]) => key)
}

function compare(a: readonly number[], b: readonly number[]): number {
  for (const [index, value] of a.entries()) if (value !== b[index]) return value - (b[index] ?? 0)
  return 0
}

/** Number of statements between an unknown and each other; nothing flows through a total that is shown and stays. */
function distancesFrom({ system, fixed }: BuiltSystem, start: number, totals: ReadonlySet<number | undefined>): ReadonlyMap<number, number> {
  const statements = new Map<number, number[]>()
  for (const [index, { terms }] of system.constraints.entries()) {
    for (const [variable] of terms) statements.set(variable, [...(statements.get(variable) ?? []), index])
  }
  const distances = new Map([[start, 0]])
  const used = new Set<number>()
  const queue = [start]
  for (let variable = queue.shift(); variable !== undefined; variable = queue.shift()) {
    if (variable !== start && fixed.has(variable) && totals.has(variable)) continue
    for (const statement of statements.get(variable) ?? []) {
      if (used.has(statement)) continue
      used.add(statement)
      for (const [other] of system.constraints[statement]!.terms) {
        if (distances.has(other)) continue
        distances.set(other, distances.get(variable)! + 1)
        queue.push(other)
      }
    }
  }
  return distances
}
