// Notes of a case as they are stored: bytes that this program cannot read.
import type { Id } from '@lykta/incident'
import type { ReadTransaction } from '../transaction.ts'

export type StoredNote = {
  readonly id: Id
  readonly case: Id
  readonly author: string
  /** UTC with milliseconds. */
  readonly createdAt: string
  readonly epoch: number
  readonly position: number | null
  readonly body: Uint8Array
  /** Null once it has been erased. */
  readonly key: { readonly epoch: number; readonly key: Uint8Array } | null
}

/** Undefined when there is none, or none that the caller may read. */
export async function findNote({ db, network }: ReadTransaction, id: Id): Promise<StoredNote | undefined> {
  const row = await db.selectFrom('case_note as n')
    .innerJoin('case_event as e', (join) => join.onRef('e.network_id', '=', 'n.network_id').onRef('e.event_id', '=', 'n.note_id'))
    .leftJoin('case_note_key as k', (join) => join.onRef('k.network_id', '=', 'n.network_id').onRef('k.note_id', '=', 'n.note_id'))
    .select(['n.note_id', 'n.case_id', 'n.epoch', 'n.log_position', 'n.body', 'e.author', 'e.created_at', 'k.epoch as key_epoch', 'k.key'])
    .where('n.network_id', '=', network).where('n.note_id', '=', id).where('e.from_position', 'is not', null).executeTakeFirst()
  return row && {
    id: row.note_id, case: row.case_id, author: row.author, createdAt: new Date(row.created_at).toISOString(), epoch: row.epoch, position: row.log_position, body: row.body,
    key: row.key === null || row.key_epoch === null ? null : { epoch: row.key_epoch, key: row.key },
  }
}

/** Which notes of the case the caller may read. */
export async function readReadableNotes({ db, network }: ReadTransaction, of: Id): Promise<ReadonlySet<Id>> {
  const rows = await db.selectFrom('case_note').select('note_id').where('network_id', '=', network).where('case_id', '=', of).execute()
  return new Set(rows.map(({ note_id: id }) => id))
}
