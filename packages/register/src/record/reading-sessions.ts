// Sessions in which many sealed texts are read: asked for with a purpose, agreed to by another, begun and ended. The database keeps the rules.
import type { Id } from '@lykta/incident'
import type { ReadingSessionRow, ReadingStepRow } from '../sharing-tables.ts'
import type { Instant } from '../tables.ts'
import type { ReadTransaction, WriteTransaction } from '../transaction.ts'
import { insertRows } from './insert-rows.ts'

export type ReadingPurpose = ReadingSessionRow['purpose']

export type NewSession = { readonly id: Id; readonly purpose: ReadingPurpose }

export type ReadingStep = {
  readonly act: ReadingStepRow['act']
  readonly author: string
  /** By the audit's line, and its position: what the session opens is what stood there. */
  readonly at: Instant
  readonly position: number
  /** Of a beginning: how many texts it opens, in all and by the organisation whose incidents they are of. */
  readonly texts: number | null
  readonly extent: Readonly<Record<Id, number>> | null
}

export type StoredSession = NewSession & {
  readonly author: string
  readonly at: Instant
  /** Oldest first. */
  readonly steps: readonly ReadingStep[]
}

export async function appendSession(transaction: WriteTransaction, { id, purpose }: NewSession): Promise<void> {
  await insertRows(transaction, 'reading_session', [{ network_id: transaction.network, session_id: id, purpose, author: transaction.member, created_at: new Date().toISOString() }])
}

export type NewReadingStep = { readonly act: Exclude<ReadingStep['act'], 'begin'> } | { readonly act: 'begin'; readonly texts: number; readonly extent: Readonly<Record<Id, number>> }

/** The database refuses whoever may not; one that was taken before is refused with `register.changed-meanwhile`. */
export async function appendSessionStep(transaction: WriteTransaction, session: Id, step: NewReadingStep): Promise<void> {
  const [texts, extent] = step.act === 'begin' ? [step.texts, JSON.stringify(step.extent)] : [null, null]
  await insertRows(transaction, 'reading_step', [{ network_id: transaction.network, session_id: session, act: step.act, texts, extent, author: transaction.member, created_at: new Date().toISOString() }])
}

/** The newest first: one of them, or those asked for since. */
export async function readSessions({ db, network }: ReadTransaction, of: { readonly session?: Id; readonly since?: Instant } = {}): Promise<readonly StoredSession[]> {
  let asked = db.selectFrom('reading_session as s')
    .innerJoin('audit as a', (join) => join.onRef('a.network_id', '=', 's.network_id').onRef('a.position', '=', 's.from_position'))
    .select(['s.session_id', 's.purpose', 's.author', 'a.at']).where('s.network_id', '=', network)
  if (of.session !== undefined) asked = asked.where('s.session_id', '=', of.session)
  if (of.since !== undefined) asked = asked.where('a.at', '>=', of.since)
  const rows = await asked.orderBy('s.from_position', 'desc').orderBy('s.session_id').execute()
  if (rows.length === 0) return []
  const steps = await db.selectFrom('reading_step as t')
    .innerJoin('audit as a', (join) => join.onRef('a.network_id', '=', 't.network_id').onRef('a.position', '=', 't.from_position'))
    .select(['t.session_id', 't.act', 't.author', 't.texts', 't.extent', 'a.at', 'a.position']).where('t.network_id', '=', network)
    .where((eb) => eb('t.session_id', '=', eb.fn.any(eb.val(rows.map((row) => row.session_id))))).orderBy('t.from_position').execute()
  return rows.map((row) => ({
    id: row.session_id, purpose: row.purpose, author: row.author, at: row.at,
    steps: steps.filter(({ session_id: session }) => session === row.session_id).map(({ act, author, at, position, texts, extent }) => ({
      act, author, at, position, texts, extent: extent === null ? null : (JSON.parse(extent) as Readonly<Record<Id, number>>),
    })),
  }))
}
