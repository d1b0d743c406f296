// Months of which an organisation says that it has nothing to report, as revisions: it may be taken back.
import type { Id } from '@lykta/incident'
import type { ReadTransaction, WriteTransaction } from '../transaction.ts'
import { insertRows } from './insert-rows.ts'
import { nextRevision } from './next-revision.ts'

export type QuietMonth = {
  readonly organisation: Id
  /** YYYY-MM */
  readonly month: string
  /** Taken back. */
  readonly withdrawn: boolean
}

export async function appendQuietMonth(transaction: WriteTransaction, { organisation, month, withdrawn }: QuietMonth): Promise<void> {
  const revision = await nextRevision(transaction, 'quiet_month', { organisation_id: organisation, month })
  await insertRows(transaction, 'quiet_month', [{
    network_id: transaction.network, organisation_id: organisation, month, revision, withdrawn, author: transaction.member, created_at: new Date().toISOString(),
  }])
}

/** As they stand, the organisation's, newest first. */
export async function readQuietMonths({ db, network }: ReadTransaction, organisation: Id): Promise<readonly QuietMonth[]> {
  const rows = await db.selectFrom('quiet_month').select(['month', 'withdrawn']).where('network_id', '=', network).where('organisation_id', '=', organisation)
    .where('from_position', 'is not', null).where('until_position', 'is', null).orderBy('month', 'desc').execute()
  return rows.map(({ month, withdrawn }) => ({ organisation, month, withdrawn }))
}
