// How many incidents came after their year was printed: counted apart, told only in steps that may stand by themselves.
import type { CountCell, Period } from '@lykta/statistics'
import type { LedgerEntry } from './ledger.ts'
import { defaultPolicies, type Policy } from './policy.ts'
import type { TableBody } from './protected-table.ts'
import { rulesAgainst } from './sensitive.ts'

/** Incidents of printed years that are in no count of those years. */
export type LateReports = {
  /** The printed years as one. */
  readonly period: Period
  /** How many earlier editions have told of. */
  readonly told: number
  /** Those that came since. */
  readonly waiting: CountCell
  /** Where the network is more cautious towards the public than the default. */
  readonly publicThreshold?: number | undefined
}

export const lateTableId = 'reportedLate'

/**
 * Whether those that came since may be told of: then the difference to the number told before describes enough of them. What one
 * audience is told of counts as told for all, so each step must be one that the public may see, whoever is told of it first.
 */
export function mayTellLate({ waiting, publicThreshold = 0 }: LateReports, policy: Policy): boolean {
  const all = [policy, defaultPolicies.public] as const
  const most = (of: (one: Policy) => number): number => Math.max(...all.map(of))
  const strictest: Policy = { ...policy, incidents: most(({ incidents }) => incidents), organisations: most(({ organisations }) => organisations), remaining: most(({ remaining }) => remaining) }
  return rulesAgainst(waiting, null, Math.max(publicThreshold, most(({ threshold }) => threshold)), strictest).length === 0
}

/**
 * One number over all printed years. It shares no incident with any other count, so nothing else follows from it; from
 * edition to edition it grows by as many as a public cell must have, from as many organisations, or not at all.
 */
export function lateTable(late: LateReports, policy: Policy, asOf: number): TableBody {
  const count = late.told + (mayTellLate(late, policy) ? late.waiting.count : 0)
  return {
    id: lateTableId, audience: policy.audience, unit: 'incident', by: [], groups: [], periods: [late.period],
    base: [count < policy.threshold ? { state: 'hidden' } : { state: 'shown', count, atLeast: false }], rows: [], severalAnswers: false, asOf,
  }
}

/** What the ledger says of the counts of years: the number of those that came late is of none of them. */
export function withoutLate(ledger: readonly LedgerEntry[]): readonly LedgerEntry[] {
  return ledger.map((entry) => (entry.kind === 'edition' ? { ...entry, tables: entry.tables.filter(({ id }) => id !== lateTableId) } : entry))
}
