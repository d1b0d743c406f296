// Complementary suppression: hides what is cheapest until nothing sensitive can be worked out.
import { problem, ProblemError } from '@lykta/incident'
import type { CountCell } from '@lykta/statistics'
import { assess, type Attacker, type Audit, audit, prepareAudit, type Verdict } from './audit.ts'
import type { CellKey } from './cell-key.ts'
import type { Frame } from './frame.ts'
import type { LaidTable } from './lay-out.ts'
import { sizeClass } from './merge-rows.ts'
import { cellsOf, type Decisions, printTables } from './print-tables.ts'
import type { BuiltSystem } from './system-builder.ts'

/** So many neighbours are tried before the one that helps most is taken. */
const tries = 12

export type HideInput = Frame & Attacker & {
  readonly tables: readonly LaidTable[]
  /** Counts of merged rows. */
  readonly groupCells: ReadonlyMap<CellKey, CountCell>
  readonly asOf: number
}

/** Hides cells until the audit passes. Throws `disclosure.totals-exposed` when there is nothing left to hide. */
export async function hideUntilSafe(input: HideInput, decisions: Decisions): Promise<Decisions> {
  let current = decisions
  for (;;) {
    const { verdicts } = await auditOf(input, current)
    const exposed = verdicts.filter(({ safe }) => !safe)
    if (exposed.length === 0) return current
    for (const verdict of exposed) current = await protectOne(input, current, verdict)
  }
}

export function auditOf(input: HideInput, decisions: Decisions): Promise<Audit> {
  return audit({ ...input, published: printTables(input.tables, decisions, input, input.asOf) }, input)
}

/** Hides one neighbour after another: the first that protects the cell, else the one that widens its interval most. */
async function protectOne(input: HideInput, decisions: Decisions, { key, kind }: Verdict): Promise<Decisions> {
  const prepared = prepareAudit({ ...input, published: printTables(input.tables, decisions, input, input.asOf) })
  const target = prepared.targets.find((candidate) => candidate.key === key && candidate.kind === kind)
  if (!target) return decisions
  const freed: number[] = []
  let current = decisions
  const assessWith = async (...more: readonly number[]): Promise<Verdict> => (await assess(prepared, [target], input, [...freed, ...more]))[0]!
  for (let verdict = await assessWith(); !verdict.safe; ) {
    const options = neighbours(input.tables, current, key, without(prepared.built, freed)).slice(0, tries)
    let best: { readonly option: CellKey; readonly verdict: Verdict } | undefined
    for (const option of options) {
      const tried = await assessWith(prepared.built.indexOf.get(option)!)
      if (!best || tried.safe || widthOf(tried) > widthOf(best.verdict)) best = { option, verdict: tried }
      if (tried.safe) break
    }
    if (!best) throw new ProblemError([problem('disclosure.totals-exposed')])
    current = hide(current, best.option)
    freed.push(prepared.built.indexOf.get(best.option)!)
    verdict = best.verdict
  }
  return current
}

function without(built: BuiltSystem, freed: readonly number[]): BuiltSystem {
  return { ...built, fixed: new Set([...built.fixed].filter((variable) => !freed.includes(variable))) }
}

function widthOf({ interval }: Verdict): number {
  return interval.high - interval.low
}

function hide(decisions: Decisions, key: CellKey): Decisions {
  return { ...decisions, hidden: new Map([...decisions.hidden, [key, 'complementary']]) }
}

/**
 * Shown cells that share a statement with the exposed one, the cheapest first: nearest, then what stands beside a figure
 * ("not asked", "unknown"), then the smaller class of size, then what the plan holds less important.
 * Classes and the order of the plan, not counts: a pattern that always hid the smallest cell would give it away.
 */
function neighbours(tables: readonly LaidTable[], decisions: Decisions, exposed: CellKey, built: BuiltSystem): readonly CellKey[] {
  const distances = distancesFrom(built, built.indexOf.get(exposed)!)
  const options = new Map<CellKey, readonly number[]>()
  const rank = [...tables.entries()].flatMap(([index, table]) => cellsOf(table).map((cell) => ({ ...cell, index })))
  const totals = new Set(rank.filter(({ total }) => total).map(({ key }) => key))
  for (const [position, { key, cell, exempt, index }] of rank.entries()) {
    if (totals.has(key) || decisions.hidden.has(key) || options.has(key)) continue
    const distance = distances.get(built.indexOf.get(key) ?? -1)
    if (distance === undefined) continue
    const beside = key.includes('not-asked') ? 0 : exempt ? 1 : 2
    options.set(key, [distance, beside, sizeClass([cell]), -index, -position])
  }
  return [...options].sort(([, a], [, b]) => compare(a, b)).map(([key]) => key)
}

function compare(a: readonly number[], b: readonly number[]): number {
  for (const [index, value] of a.entries()) if (value !== b[index]) return value - (b[index] ?? 0)
  return 0
}

/** Number of statements between an unknown and each shown cell; nothing flows through a cell that is shown. */
function distancesFrom({ system, fixed }: BuiltSystem, start: number): ReadonlyMap<number, number> {
  const statements = new Map<number, number[]>()
  for (const [index, { terms }] of system.constraints.entries()) {
    for (const [variable] of terms) statements.set(variable, [...(statements.get(variable) ?? []), index])
  }
  const distances = new Map([[start, 0]])
  const used = new Set<number>()
  const queue = [start]
  for (let variable = queue.shift(); variable !== undefined; variable = queue.shift()) {
    if (variable !== start && fixed.has(variable)) continue
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
