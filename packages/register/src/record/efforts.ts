// Trainings and outreach passes by month, as revisions: what was done so that something would be seen.
import type { Id } from '@lykta/incident'
import type { EffortRow } from '../meeting-tables.ts'
import type { ReadTransaction, WriteTransaction } from '../transaction.ts'
import { insertRows } from './insert-rows.ts'

export type StoredEffort = {
  readonly id: Id
  /** 1 for a new one, else one more than the one that stands. */
  readonly revision: number
  readonly organisation: Id
  readonly kind: EffortRow['kind']
  /** YYYY-MM */
  readonly month: string
  /** Trainings held, or passes. */
  readonly times: number
  /** Trained; null when nobody counted them. */
  readonly people: number | null
  readonly withdrawn: boolean
}

export async function appendEfforts(transaction: WriteTransaction, efforts: readonly StoredEffort[]): Promise<void> {
  await insertRows(transaction, 'effort', efforts.map(({ id, revision, organisation, kind, month, times, people, withdrawn }) => ({
    network_id: transaction.network, effort_id: id, revision, organisation_id: organisation, kind, month, times, people, withdrawn, author: transaction.member, created_at: new Date().toISOString(),
  })))
}

/** What stands, by month; `asOf`: what stood at that position of the register's clock. */
export async function readEfforts({ db, network }: ReadTransaction, asOf: number | null = null): Promise<readonly StoredEffort[]> {
  const stood = db.selectFrom('effort').selectAll().where('network_id', '=', network).where('withdrawn', '=', false).where('from_position', 'is not', null)
  const rows = await (asOf === null
    ? stood.where('until_position', 'is', null)
    : stood.where('from_position', '<=', asOf).where((where) => where.or([where('until_position', 'is', null), where('until_position', '>', asOf)]))
  ).orderBy('month').orderBy('from_position').orderBy('effort_id').execute()
  return rows.map(({ effort_id: id, revision, organisation_id: organisation, kind, month, times, people, withdrawn }) => ({ id, revision, organisation, kind, month, times, people, withdrawn }))
}
