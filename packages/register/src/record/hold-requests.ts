// Holds that are asked for, and answered by a second person; the database keeps the rules and writes the hold's line.
import type { Id } from '@lykta/incident'
import { refuse } from '../refuse.ts'
import type { HoldAnswerRow, HoldRequestRow } from '../erasing-tables.ts'
import type { Instant } from '../tables.ts'
import type { ReadTransaction, WriteTransaction } from '../transaction.ts'
import { insertRows } from './insert-rows.ts'
import type { NewLegalHold } from './legal-holds.ts'

/** `until`: of one that is lifted, the last day on which it stood. */
export type NewHoldRequest = NewLegalHold & { readonly id: Id; readonly act: HoldRequestRow['act'] }

export type StoredHoldRequest = NewHoldRequest & {
  readonly author: string
  readonly at: Instant
  readonly answer: { readonly act: HoldAnswerRow['act']; readonly author: string; readonly at: Instant } | null
}

/** One to be placed stops weeding for two weeks, answered or not. */
export async function appendHoldRequest(transaction: WriteTransaction, { id, act, subject, kind, reason, until }: NewHoldRequest): Promise<void> {
  await insertRows(transaction, 'hold_request', [{
    network_id: transaction.network, request_id: id, act, subject_id: subject, subject: kind, reason, ends_on: until, author: transaction.member, created_at: new Date().toISOString(),
  }])
}

/**
 * 'agree' and 'refuse' by another than who asked, 'withdraw' by her. The database refuses anybody else; answered before, or, to be agreed to,
 * asked before the hold that stands was decided on: `register.changed-meanwhile`.
 */
export async function answerHold({ client, network }: WriteTransaction, request: Id, act: HoldAnswerRow['act']): Promise<void> {
  await client.query('select lykta.answer_hold($1, $2)', [request, act])
  if (act !== 'agree') return
  // Who asked to lift one hold, or for an earlier end, has not said so of a later one. Its own line has no position yet.
  const { rows: [later] } = await client.query(`select from lykta.hold_request r join lykta.legal_hold h on h.network_id = r.network_id and h.subject_id = r.subject_id
    where r.network_id = $1 and r.request_id = $2 and h.from_position > r.from_position limit 1`, [network, request])
  if (later) refuse('register.changed-meanwhile')
}

/** The newest first. */
export async function readHoldRequests({ db, network }: ReadTransaction): Promise<readonly StoredHoldRequest[]> {
  const rows = await db.selectFrom('hold_request as r')
    .leftJoin('hold_answer as a', (join) => join.onRef('a.network_id', '=', 'r.network_id').onRef('a.request_id', '=', 'r.request_id'))
    .select(['r.request_id as id', 'r.act', 'r.subject_id as subject', 'r.subject as kind', 'r.reason', 'r.ends_on as until', 'r.author', 'r.created_at as at',
      'a.act as answer', 'a.author as answerer', 'a.created_at as answered'])
    .where('r.network_id', '=', network).where('r.from_position', 'is not', null).orderBy('r.from_position', 'desc').orderBy('r.request_id').execute()
  return rows.map(({ answer, answerer, answered, ...row }) => ({ ...row, answer: answer === null ? null : { act: answer, author: answerer!, at: answered! } }))
}
