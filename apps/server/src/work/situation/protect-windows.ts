// The core group's counts of two windows, protected: too few in one of them and both stand together; too few in both and nothing stands.
import { type Count, defaultPlan, type PlannedTable, type Policy, protect, type ProtectedTable, type ReleasePlan } from '@lykta/disclosure'
import { ProblemError } from '@lykta/incident'
import { slots } from '@lykta/publication'
import { countFurthest, type CountTable, type Period, type TableSpec } from '@lykta/statistics'
import type { Protecting } from './protecting.ts'
import type { WindowChain } from './window-chain.ts'
import type { Windows } from './windows.ts'

export type WindowRequest = Protecting & {
  readonly chain: WindowChain | null
  /** The chain and the total of which it is a part, and nothing else. */
  readonly chainAlone?: boolean | undefined
}

/**
 * Protection knows years. Each window is handed to it as one, which nobody's calendar has: what stands in a window, what merges, what gives
 * what away and what a member can tell of the others is the same question of any two periods that follow each other.
 * What others have in hand is not put beside it: the core group reads the counts themselves (docs/decisions/0037).
 */
export async function protectWindows({ before, now }: Windows, policy: Policy, { chain, chainAlone = false, ...means }: WindowRequest): Promise<readonly ProtectedTable[]> {
  const real: Readonly<Record<string, Period>> = {
    [slots.before]: before,
    [slots.now]: now,
    [slots.both]: { id: `${before.id}+${now.id}`, from: before.from, to: now.to, months: before.months + now.months },
  }
  const count: Count = async (specs, periods, byOrganisation) => {
    const of = periods.map(({ id }) => real[id]!)
    // The register's own executors know no follow-up.
    const [ofChain, others] = [specs.filter(isOfChain), specs.filter((spec) => !isOfChain(spec))]
    const counted: readonly CountTable[] = [
      ...(others.length > 0 ? await means.count(others, of, byOrganisation) : []),
      ...(ofChain.length > 0 ? countFurthest(chain!.chained, { specs: ofChain, periods: of, byOrganisation, asOf: means.asOf }) : []),
    ]
    return counted.map((table) => ({ ...table, periods }))
  }
  // Nothing was collected before: then there is nothing to compare with, and nothing to merge.
  const first = before.months === 0 ? slots.now : slots.before
  const collection = { from: `${first}-01-01`, to: `${slots.now}-12-31` }
  const hierarchies = chain ? [...means.hierarchies, chain.hierarchy] : means.hierarchies
  for (const plan of plansFor(policy, chain, chainAlone)) {
    try {
      const { tables } = await protect({ ...means, hierarchies, count, plan, policy, collection, years: [Number(first), Number(slots.now)], earlier: [] })
      return tables
    } catch (error) {
      if (!(error instanceof ProblemError) || !error.problems.some(({ code }) => code === 'disclosure.totals-exposed')) throw error
    }
  }
  return []
}

const isOfChain = ({ by }: TableSpec): boolean => by[0] === 'furthest-step'

/** All of it, else the totals alone. */
function plansFor(policy: Policy, chain: WindowChain | null, chainAlone: boolean): readonly ReleasePlan[] {
  const { tables, ...plan } = defaultPlan(policy)
  if (chainAlone) return [{ ...plan, id: 'situation-chain-1', tables: [...tables.filter(({ id }) => id === 'incidents'), ...(chain ? [chain.table] : [])] }]
  // By block in the annual report, since a year is small there; nothing here is kept for years.
  const byWindow = (id: string): readonly PlannedTable[] => tables.filter((table) => table.id === id).map((table) => ({ ...table, release: 'year' }))
  const yearly = tables.filter(({ release }) => release === 'year')
  return [
    { ...plan, id: 'situation-core-2', tables: [...yearly, ...(chain ? [chain.table] : []), ...byWindow('exploitation'), ...byWindow('sector')] },
    { ...plan, id: 'situation-core-totals-1', tables: yearly.filter(({ id }) => ['incidents', 'persons', 'participants'].includes(id)) },
  ]
}
