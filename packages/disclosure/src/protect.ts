// From a plan and a way to count to tables that expose nobody, with the protocol and the certificate of the audit.
import { type Hierarchy, problem, ProblemError } from '@lykta/incident'
import { type Collection, type CountTable, mergePeriods, type Period, type TableSpec, type Unit, yearPeriods } from '@lykta/statistics'
import { addBands } from './band.ts'
import { type Certificate, writeCertificate } from './certificate.ts'
import type { Frame } from './frame.ts'
import { auditOf, type HideInput, hideUntilSafe } from './hide.ts'
import { type Count, layOut, type LaidTable } from './lay-out.ts'
import { checkLedger, type LedgerEntry } from './ledger.ts'
import type { SolveExtremes } from './linear.ts'
import { type Digest, makeProtected } from './make-protected.ts'
import { yearParts, yearRuns } from './merge-years.ts'
import type { Policy } from './policy.ts'
import { primaryDecisions, printTables } from './print-tables.ts'
import type { ProtectedTable } from './protected-table.ts'
import type { ProtectionRule } from './protection-rule.ts'
import { type Protocol, writeProtocol } from './protocol.ts'
import { recordCounts } from './recorded.ts'
import { checkPlan, type Release, type ReleasePlan } from './release-plan.ts'

export type ProtectRequest = {
  readonly plan: ReleasePlan
  readonly policy: Policy
  readonly hierarchies: readonly Hierarchy[]
  /** First and last calendar year of the edition. */
  readonly years: readonly [first: number, last: number]
  readonly collection: Collection
  /** Counts as of `asOf`; also with groups and over merged periods, for unions and unique persons do not add up. */
  readonly count: Count
  readonly solve: SolveExtremes
  readonly digest: Digest
  /** Position of the register's clock. */
  readonly asOf: number
  /** Everything published before. */
  readonly earlier: readonly LedgerEntry[]
  readonly rule?: ProtectionRule
}

export type Protection = {
  readonly tables: readonly ProtectedTable[]
  /** Private: holds the counts. */
  readonly protocol: Protocol
  readonly certificate: Certificate
}

/**
 * Merges years and categories, hides what a rule of the policy forbids and what would give it away, adds bands, and lets
 * the attacker try. Nothing is returned unless the last audit of the finished tables passes.
 * Throws a `ProblemError`: `disclosure.totals-exposed` when not even the number of incidents can be published,
 * `disclosure.earlier-editions` while earlier editions cannot be taken into account. Any other error is a defect.
 */
export async function protect(request: ProtectRequest): Promise<Protection> {
  const { policy, hierarchies, collection, asOf, digest, solve, rule = 'zero-to-threshold' } = request
  checkPlan(request.plan, policy)
  checkLedger(request.earlier)
  const count: Count = async (specs, periods) => {
    const tables = await request.count(specs, periods)
    if (tables.some((table) => table.asOf !== asOf)) throw new Error('protect: counted as of another position')
    return tables
  }
  const years = yearPeriods(request.years[0], request.years[1], collection)
  const block = lastFullBlock(years, request.plan.blockYears, collection)
  const plan = block.length > 0 ? request.plan : { ...request.plan, tables: request.plan.tables.filter(({ release }) => release !== 'block') }
  const frame: Frame = {
    plan,
    policy,
    hierarchies,
    block: block.length > 0 ? mergePeriods(block, collection) : null,
    fine: { year: years, block, 'part-of-year': yearParts(years.at(-1)!, collection)[0]! },
    recorded: recordCounts(await countFine(plan, years, block, collection, count)),
  }
  const laid = await layOut(frame, collection, count)
  checkTotals(laid)
  const input = (tables: readonly LaidTable[]): HideInput => ({ ...frame, tables, groupCells: groupCells(tables), rule, solve, asOf })
  const hidden = await hideUntilSafe(input(laid), primaryDecisions(laid))
  const { tables, decisions } = await addBands(input(laid), hidden)

  const bodies = printTables(tables, decisions, frame, asOf)
  const last = await auditOf(input(tables), decisions)
  return {
    tables: await makeProtected(bodies, last, digest),
    protocol: writeProtocol(frame, tables, decisions, last, asOf),
    certificate: await writeCertificate(frame, rule, asOf, last, digest),
  }
}

/**
 * Blocks follow each other from the first year and never overlap. None until the first is full and its last day has been
 * collected: a block that grew from edition to edition would give each new year away as a difference.
 */
function lastFullBlock(years: readonly Period[], length: number, collection: Collection): readonly Period[] {
  const full = Math.floor(years.filter(({ to }) => to <= collection.to).length / length)
  return years.slice(Math.max(0, full - 1) * length, full * length)
}

async function countFine(
  plan: ReleasePlan, years: readonly Period[], block: readonly Period[], collection: Collection, count: Count,
): Promise<readonly CountTable[]> {
  const last = years.at(-1)!
  const periods: Readonly<Record<Release, readonly Period[]>> = {
    year: yearRuns(years, collection),
    block: block.length > 0 ? [...block, mergePeriods(block, collection)] : [],
    'part-of-year': [...yearParts(last, collection).flat(), last],
  }
  const counted: CountTable[] = []
  for (const release of ['year', 'block', 'part-of-year'] as const) {
    const specs = plan.tables.filter((table) => table.release === release).flatMap(({ parts }) => parts.map(({ spec }) => spec))
    if (specs.length > 0) counted.push(...(await count([...specs, ...totals(specs)], distinct(periods[release]))))
  }
  return counted
}

/** The totals that margins and periods are related by. */
function totals(specs: readonly TableSpec[]): readonly TableSpec[] {
  const units = new Set<Unit>(['incident', ...specs.map(({ unit }) => unit)])
  return [...units].map((unit) => ({ id: `total.${unit}`, unit, by: [], base: 'all' }))
}

function distinct(periods: readonly Period[]): readonly Period[] {
  return [...new Map(periods.map((period) => [period.id, period])).values()]
}

/** If the number of incidents itself may not stand, nothing may. */
function checkTotals(tables: readonly LaidTable[]): void {
  const incidents = tables.find(({ unit, by, part, planned }) => unit === 'incident' && by.length === 0 && part.spec.by.length === 0 && planned.release === 'year')
  if (incidents?.base.some(({ rules }) => rules.length > 0)) throw new ProblemError([problem('disclosure.totals-exposed')])
}

function groupCells(tables: readonly LaidTable[]): HideInput['groupCells'] {
  return new Map(tables.flatMap(({ rows }) =>
    rows.filter(({ kind }) => kind === 'group' || kind === 'rest').flatMap(({ cells }) => cells.map(({ key, cell }) => [key, cell] as const)),
  ))
}
