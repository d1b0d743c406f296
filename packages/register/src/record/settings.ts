// What a network decides for itself, as revisions of one JSON text; the server knows its shape.
import { canonicalText } from '@lykta/incident'
import type { ReadTransaction, WriteTransaction } from '../transaction.ts'
import { insertRows } from './insert-rows.ts'
import { nextRevision } from './next-revision.ts'

export async function appendSettings(transaction: WriteTransaction, settings: unknown): Promise<void> {
  const revision = await nextRevision(transaction, 'network_setting', {})
  await insertRows(transaction, 'network_setting', [{ network_id: transaction.network, revision, settings: canonicalText(settings), created_at: new Date().toISOString() }])
}

/** All that stand or have stood, oldest first. */
export async function listSettings({ db, network }: ReadTransaction): Promise<readonly unknown[]> {
  const rows = await db.selectFrom('network_setting').select('settings').where('network_id', '=', network)
    .where('from_position', 'is not', null).orderBy('revision').execute()
  return rows.map((row) => JSON.parse(row.settings) as unknown)
}

/** As they stand; undefined before the first. */
export async function readSettings({ db, network }: ReadTransaction): Promise<unknown> {
  const row = await db.selectFrom('network_setting').select('settings').where('network_id', '=', network)
    .where('from_position', 'is not', null).where('until_position', 'is', null).executeTakeFirst()
  return row && (JSON.parse(row.settings) as unknown)
}
