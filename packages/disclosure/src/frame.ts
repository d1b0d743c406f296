// What every step of protection looks at: the plan, the policy, the counts, and the periods they were counted for.
import type { Hierarchy } from '@lykta/incident'
import type { CountCell, Period, TableSpec } from '@lykta/statistics'
import { isExempt, marginFamily, rowFamily } from './cell-key.ts'
import type { OwnCounts } from './own-counts.ts'
import type { Policy } from './policy.ts'
import type { Recorded } from './recorded.ts'
import type { PlannedTable, Release, ReleasePlan } from './release-plan.ts'
import { type Rule, rulesAgainst, thresholdOf } from './sensitive.ts'

export type Frame = {
  readonly plan: ReleasePlan
  readonly policy: Policy
  readonly hierarchies: readonly Hierarchy[]
  readonly recorded: Recorded
  /** The same tables of each organisation's own reports. */
  readonly ownCounts: OwnCounts
  /** The years of the latest full block as one period; null when there is none yet, and then no table of the plan is by block. */
  readonly block: Period | null
  /** The smallest periods that a table of this edition is thought of by, whether or not they are ever printed. */
  readonly own: Readonly<Record<Release, readonly Period[]>>
  /** The same, and those of what was printed earlier. */
  readonly fine: Readonly<Record<Release, readonly Period[]>>
  /** The plan's tables, and those that only the ledger speaks of. */
  readonly thought: readonly PlannedTable[]
}

/**
 * The rules that forbid to show a cell; none when it may stand. No codes: the total, or the margin of the rows.
 * What was not collected, and what nobody was asked, is known to be zero and tells nothing.
 */
export function judge(
  { policy, recorded }: Pick<Frame, 'policy' | 'recorded'>,
  { harmless }: Pick<PlannedTable, 'harmless'>,
  spec: TableSpec,
  codes: readonly string[],
  cell: CountCell,
  period: Period,
): readonly Rule[] {
  if (isExempt(spec.unit, spec.by, codes) || period.months === 0) return []
  const threshold = codes.length === 0 ? policy.threshold : thresholdOf(policy, spec.by)
  if (codes.length === 0) return rulesAgainst(cell, null, threshold, policy)
  const margin = recorded.cell(marginFamily(spec), period.id)
  const notAsked = recorded.cell(rowFamily(spec.unit, spec.by, ['not-asked']), period.id)
  if (margin.count > 0 && notAsked.count === margin.count) return []
  return rulesAgainst(cell, harmless ? null : margin, threshold, policy)
}
