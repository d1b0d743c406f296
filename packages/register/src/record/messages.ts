// Questions about an incident, answers to them and its outcome: codes, so that nothing written freely stands in clear.
import type { Id } from '@lykta/incident'
import type { Instant } from '../tables.ts'
import type { ReadTransaction, WriteTransaction } from '../transaction.ts'
import { insertRows } from './insert-rows.ts'

export type Message = {
  readonly id: Id
  readonly incident: Id
  readonly kind: 'question' | 'answer' | 'outcome'
  readonly code: string
  /** The question that an answer answers. */
  readonly to: Id | null
  readonly at: Instant
}

export type StoredMessage = Message & {
  /** Who wrote it. */
  readonly author: string
}

export async function appendMessage(transaction: WriteTransaction, { id, incident, kind, code, to, at }: Message): Promise<void> {
  await insertRows(transaction, 'message', [{
    network_id: transaction.network, message_id: id, incident_id: incident, kind, code, answers_id: to, author: transaction.member, created_at: at,
  }])
}

/** Of those incidents, in the order in which they were written. */
export async function readMessages({ db, network }: ReadTransaction, incidents: readonly Id[]): Promise<readonly StoredMessage[]> {
  const rows = await db.selectFrom('message').selectAll().where('network_id', '=', network)
    .where((eb) => eb('incident_id', '=', eb.fn.any(eb.val([...incidents])))).where('from_position', 'is not', null)
    .orderBy('from_position').orderBy('created_at').orderBy('message_id').execute()
  return rows.map((row) => ({
    id: row.message_id, incident: row.incident_id, kind: row.kind, code: row.code, to: row.answers_id, author: row.author, at: row.created_at,
  }))
}
