// What the explorer's pages ask for, as types alone: tables of approved editions, and nothing that was counted anew.
import type { Audience } from '@lykta/disclosure'
import type { Language } from '@lykta/incident'
import type { ExploredTable, ShownTrends } from '@lykta/publication'
import type { EffortOfPeriod } from '@lykta/statistics'
import type { AsOf, Instant, Texts } from './types.ts'

export type { ShownTrends } from '@lykta/publication'

/** GET /api/explorer: the fixed set of whoever asks, the newest edition first. Empty before the first approval. */
export type ExplorerAnswer = { readonly editions: readonly ExplorerEdition[] }

export type ExplorerEdition = {
  /** Names it in addresses. */
  readonly id: string
  readonly year: number
  readonly audience: Audience
  readonly approvedAt: Instant
  /** When its input was frozen. Not the register's position: that moves with each report, and the difference of two would bound how many came. */
  readonly asOf: Pick<AsOf, 'at'>
  readonly tables: readonly { readonly id: string; readonly title: Texts; readonly breakdown: boolean }[]
}

/** GET /api/explorer/:edition/:table: what is not in the set is not there, whatever else it may be. */
export type ExplorerTableAnswer = {
  readonly edition: Omit<ExplorerEdition, 'tables'>
  readonly table: ExploredTable
  /** Of the total of incidents alone, from shown exact counts. */
  readonly trends: ShownTrends | null
  /** Beside them, of the table's periods, as entered when the edition was frozen: trainings and outreach, which are about no incident. Null with them. */
  readonly efforts: readonly EffortOfPeriod[] | null
  /** GET /api/explorer/:edition/:table/:file */
  readonly files: readonly { readonly language: Language; readonly kind: 'csv' | 'json'; readonly href: string }[]
}
