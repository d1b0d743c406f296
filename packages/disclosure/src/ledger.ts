// What has been published before. The audit does not solve against it yet, so it refuses rather than forgets.
import { problem, ProblemError } from '@lykta/incident'
import type { Audience } from './policy.ts'
import type { TableBody } from './protected-table.ts'

export type LedgerEntry = {
  readonly edition: string
  readonly audience: Audience
  /** Position of the register's clock; null for what was published without Lykta. */
  readonly asOf: number | null
  readonly tables: readonly TableBody[]
}

/** Throws `disclosure.earlier-editions` unless the ledger is empty. */
export function checkLedger(earlier: readonly LedgerEntry[]): void {
  if (earlier.length > 0) throw new ProblemError([problem('disclosure.earlier-editions', { editions: earlier.length })])
}
