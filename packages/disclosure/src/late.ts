// How many incidents came after their year was printed: counted apart, told only in steps that may stand by themselves.
import type { CountCell, Period } from '@lykta/statistics'
import type { LedgerEntry } from './ledger.ts'
import type { Policy } from './policy.ts'
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
}

export const lateTableId = 'reportedLate'

/** Whether those that came since may be told of: then the difference to the number told before describes enough of them. */
export function mayTellLate({ waiting }: LateReports, policy: Policy): boolean {
  return rulesAgainst(waiting, null, policy.threshold, policy).length === 0
}

/**
 * One number over all printed years. It shares no incident with any other count, so nothing else follows from it; from
 * edition to edition it grows by as many as a cell must have, from as many organisations, or not at all.
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
