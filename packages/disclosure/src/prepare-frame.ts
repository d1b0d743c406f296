// Counts all that protection will look at: every planned table over every period that may be printed or thought of.
import type { Hierarchy } from '@lykta/incident'
import { type Collection, type CountTable, mergePeriods, type Period, type TableSpec, type Unit, yearPeriods } from '@lykta/statistics'
import type { Frame } from './frame.ts'
import type { Count } from './lay-out.ts'
import { yearParts, yearRuns } from './merge-years.ts'
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
}

/** Collected for less than this, an edition has its totals alone: the next one has to merge such a year with its own. */
const leastMonths = 6

/** Tables by block leave the plan as long as no block is full; all that divide a unit, as long as the whole is too short. */
export async function prepareFrame({ plan: whole, policy, hierarchies, years: [first, final], collection }: FrameRequest, count: Count): Promise<Frame> {
  const years = yearPeriods(first, final, collection)
  const block = lastFullBlock(years, whole.blockYears, collection)
  const short = years.reduce((sum, { months }) => sum + months, 0) < leastMonths
  const divides = ({ parts }: PlannedTable): boolean => parts.some(({ spec }) => spec.unit !== 'organisation' && spec.by.some((dimension) => !dimension.endsWith('-known')))
  const tables = whole.tables.filter((table) => (table.release !== 'block' || block.length > 0) && !(short && divides(table)))
  const plan = { ...whole, tables }
  return {
    plan,
    policy,
    hierarchies,
    block: block.length > 0 ? mergePeriods(block, collection) : null,
    fine: { year: years, block, 'part-of-year': yearParts(years.at(-1)!, collection)[0]! },
    recorded: recordCounts(await countFine(plan, years, block, collection, count)),
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
