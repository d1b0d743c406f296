// Holds that are asked for, and answered by a second person; the database keeps the rules and writes every line of it.
import type { CivilDate, Id } from '@lykta/incident'
import type { HoldAnswerRow, HoldRequestRow } from '../erasing-tables.ts'
import type { Instant } from '../tables.ts'
import type { ReadTransaction, WriteTransaction } from '../transaction.ts'
import type { StoredLegalHold } from './legal-holds.ts'

export type NewHoldRequest = { readonly id: Id; readonly subject: Id; readonly kind: StoredLegalHold['kind']; readonly reason: StoredLegalHold['reason'] } & (
  | { readonly act: 'place'; /** The last day on which it is to stand. */ readonly until: CivilDate } | { readonly act: 'lift' })

export type StoredHoldRequest = Pick<NewHoldRequest, 'id' | 'subject' | 'kind' | 'reason'> & {
  readonly act: HoldRequestRow['act']
  /** Of one that is to be lifted, the day before it was asked. */
  readonly until: CivilDate
  readonly author: string
  /** By the audit's line, as the database counts. */
  readonly at: Instant
  readonly answer: { readonly act: HoldAnswerRow['act']; readonly author: string; readonly at: Instant } | null
}

/** One to be placed stops weeding for two weeks, answered or not. To lift what does not stand, or a last day that is over: `register.changed-meanwhile`. */
export async function appendHoldRequest({ client }: WriteTransaction, request: NewHoldRequest): Promise<void> {
  const { id, act, kind, subject, reason } = request
  await client.query('select lykta.ask_hold($1, $2, $3, $4, $5, $6)', [id, act, kind, subject, reason, request.act === 'place' ? request.until : null])
}

/**
 * 'agree' and 'refuse' by another than who asked, 'withdraw' by her. The database refuses anybody else; answered before, or, to be agreed to,
 * asked before the hold that stands was decided on: `register.changed-meanwhile`.
 */
export async function answerHold({ client }: WriteTransaction, request: Id, act: HoldAnswerRow['act']): Promise<void> {
  await client.query('select lykta.answer_hold($1, $2)', [request, act])
}

/** The newest first. */
export async function readHoldRequests({ db, network }: ReadTransaction): Promise<readonly StoredHoldRequest[]> {
  const rows = await db.selectFrom('hold_request as r')
    .innerJoin('audit as l', (join) => join.onRef('l.network_id', '=', 'r.network_id').onRef('l.position', '=', 'r.from_position'))
    .leftJoin('hold_answer as a', (join) => join.onRef('a.network_id', '=', 'r.network_id').onRef('a.request_id', '=', 'r.request_id'))
    .select(['r.request_id as id', 'r.act', 'r.subject_id as subject', 'r.subject as kind', 'r.reason', 'r.ends_on as until', 'r.author', 'l.at',
      'a.act as answer', 'a.author as answerer', 'a.created_at as answered'])
    .where('r.network_id', '=', network).where('r.from_position', 'is not', null).orderBy('r.from_position', 'desc').orderBy('r.request_id').execute()
  return rows.map(({ answer, answerer, answered, ...row }) => ({ ...row, answer: answer === null ? null : { act: answer, author: answerer!, at: answered! } }))
}
