// Counts all that protection will look at: every planned table over every period that may be printed or thought of.
import type { Hierarchy } from '@lykta/incident'
import { type Collection, type CountTable, mergePeriods, type Period, type TableSpec, type Unit, yearPeriods } from '@lykta/statistics'
import type { Frame } from './frame.ts'
import type { Count } from './lay-out.ts'
import type { LedgerEntry } from './ledger.ts'
import { yearParts, yearRuns } from './merge-years.ts'
import { ownCountsOf } from './own-counts.ts'
import { periodFrom } from './period-from.ts'
import { findPlanned, thoughtTables } from './planned-for.ts'
import type { Policy } from './policy.ts'
import { recordCounts } from './recorded.ts'
import type { PlannedTable, Release, ReleasePlan } from './release-plan.ts'

export type FrameRequest = {
  readonly plan: ReleasePlan
  readonly policy: Policy
  readonly hierarchies: readonly Hierarchy[]
  /** First and last calendar year of the edition. */
  readonly years: readonly [first: number, last: number]
  readonly collection: Collection
  /** Everything published before, for whatever audience. */
  readonly earlier: readonly LedgerEntry[]
}

/** Collected for less than this, an edition has its totals alone: the next one has to merge such a year with its own. */
const leastMonths = 6

/** Tables by block leave the plan as long as no block is full; all that divide a unit, as long as the whole is too short. */
export async function prepareFrame({ plan: whole, policy, hierarchies, years: [first, final], collection, earlier: ledger }: FrameRequest, count: Count): Promise<Frame> {
  const years = yearPeriods(first, final, collection)
  const block = lastFullBlock(years, whole.blockYears, collection)
  const short = years.reduce((sum, { months }) => sum + months, 0) < leastMonths
  const divides = ({ parts }: PlannedTable): boolean => parts.some(({ spec }) => spec.unit !== 'organisation' && spec.by.some((dimension) => !dimension.endsWith('-known')))
  const tables = whole.tables.filter((table) => (table.release !== 'block' || block.length > 0) && !(short && divides(table)))
  const plan = { ...whole, tables }
  const own = { year: years, block, 'part-of-year': yearParts(years.at(-1)!, collection)[0]! }
  const thought = thoughtTables(tables, whole.tables, ledger)
  const before = earlierPeriods(ledger, thought, collection)
  const fine = {
    year: distinct([...own.year, ...before.year.filter(isYear)]),
    block: distinct([...own.block, ...before.block.filter(isYear)]),
    'part-of-year': distinct([...own['part-of-year'], ...before['part-of-year'].filter(isMonth)]),
  }
  const counted = {
    year: [...yearRuns(years, collection), ...before.year],
    block: block.length > 0 ? [...block, mergePeriods(block, collection), ...before.block] : before.block,
    'part-of-year': [...yearParts(years.at(-1)!, collection).flat(), years.at(-1)!, ...before['part-of-year']],
  }
  return {
    plan,
    policy,
    hierarchies,
    block: block.length > 0 ? mergePeriods(block, collection) : null,
    own,
    fine,
    thought,
    recorded: recordCounts(await countAll(thought, counted, count)),
    ownCounts: ownCountsOf(await countAll(thought, counted, (specs, periods) => count(specs, periods, true), (unit) => unit !== 'organisation')),
  }
}

type Periods = Readonly<Record<Release, readonly Period[]>>

/** What the ledger speaks of, with the single years and months in it, for the release under which each table is thought of. */
function earlierPeriods(ledger: readonly LedgerEntry[], thought: readonly PlannedTable[], collection: Collection): Periods {
  const found: Record<Release, Period[]> = { year: [], block: [], 'part-of-year': [] }
  const add = (table: string, id: string, printed?: Period): void => {
    const period = periodFrom(id, collection) ?? printed
    const planned = findPlanned(table, thought)?.planned
    if (!period || !planned) throw new Error(`ledger: ${table} of ${id}`)
    const years = yearPeriods(Number(period.from.slice(0, 4)), Number(period.to.slice(0, 4)), collection)
    const months = isYear(period) || isRun(period) ? [] : years.flatMap((year) => yearParts(year, collection)[0]!)
    found[planned.release].push(...years, period, ...months)
  }
  for (const entry of ledger) {
    if (entry.kind === 'edition') for (const body of entry.tables) for (const period of body.periods) add(body.id, period.id, period)
    else for (const { table, period } of entry.figures) add(table, period)
  }
  return found
}

function isYear({ id }: Period): boolean {
  return /^\d{4}$/.test(id)
}

function isRun({ id }: Period): boolean {
  return /^\d{4}-\d{4}$/.test(id)
}

function isMonth({ id }: Period): boolean {
  return /^\d{4}-\d{2}$/.test(id)
}

/**
 * Blocks follow each other from the first year and never overlap. None until the first is full and its last day has been
 * collected: a block that grew from edition to edition would give each new year away as a difference.
 */
function lastFullBlock(years: readonly Period[], length: number, collection: Collection): readonly Period[] {
  const full = Math.floor(years.filter(({ to }) => to <= collection.to).length / length)
  return years.slice(Math.max(0, full - 1) * length, full * length)
}

type CountedUnits = (unit: Unit) => boolean

async function countAll(thought: readonly PlannedTable[], periods: Periods, count: Count, counts: CountedUnits = () => true): Promise<readonly CountTable[]> {
  const counted: CountTable[] = []
  for (const release of ['year', 'block', 'part-of-year'] as const) {
    const specs = thought.filter((table) => table.release === release).flatMap(({ parts }) => parts.map(({ spec }) => spec)).filter(({ unit }) => counts(unit))
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
