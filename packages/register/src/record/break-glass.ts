// Where somebody did not wait, since somebody else was in danger: opened with a coded reason, ended, and reviewed by another. The database keeps the rules.
import { sql } from 'kysely'
import type { Id } from '@lykta/incident'
import type { BreakGlassStepRow } from '../sharing-tables.ts'
import type { Instant } from '../tables.ts'
import type { ReadTransaction, WriteTransaction } from '../transaction.ts'
import { insertRows } from './insert-rows.ts'

export type GlassFinding = NonNullable<BreakGlassStepRow['finding']>

export type NewGlass = {
  readonly id: Id
  /** A code of the incident room's list. */
  readonly reason: string
  /** What it opened; null: it reads many. */
  readonly share: Id | null
  readonly expiresAt: Instant
}

export type StoredGlass = NewGlass & {
  /** Of an incident that it opened. */
  readonly ref: string | null
  readonly incident: Id | null
  readonly author: string
  /** By the audit's line. */
  readonly at: Instant
  readonly end: { readonly author: string; readonly at: Instant } | null
  readonly review: { readonly author: string; readonly at: Instant; readonly finding: GlassFinding } | null
  readonly over: boolean
}

/** For at most an hour by the register's clock; the database refuses whoever may not. */
export async function appendGlass(transaction: WriteTransaction, { id, reason, share, expiresAt }: NewGlass): Promise<void> {
  await insertRows(transaction, 'break_glass', [{ network_id: transaction.network, glass_id: id, reason, share_id: share, expires_at: expiresAt, author: transaction.member, created_at: new Date().toISOString() }])
}

/** A second end or review is refused with `register.changed-meanwhile`. */
export async function appendGlassStep(transaction: WriteTransaction, glass: Id, finding: GlassFinding | null): Promise<void> {
  await insertRows(transaction, 'break_glass_step', [{
    network_id: transaction.network, glass_id: glass, act: finding === null ? 'end' : 'review', finding, author: transaction.member, created_at: new Date().toISOString(),
  }])
}

/** The newest first: one of them, one member's, or those since. */
export async function readGlasses({ db, network }: ReadTransaction, of: { readonly glass?: Id; readonly author?: string; readonly since?: Instant } = {}): Promise<readonly StoredGlass[]> {
  let asked = db.selectFrom('break_glass as g')
    .innerJoin('audit as a', (join) => join.onRef('a.network_id', '=', 'g.network_id').onRef('a.position', '=', 'g.from_position'))
    .leftJoin('share as s', (join) => join.onRef('s.network_id', '=', 'g.network_id').onRef('s.share_id', '=', 'g.share_id'))
    .leftJoin('incident as i', (join) => join.onRef('i.network_id', '=', 's.network_id').onRef('i.incident_id', '=', 's.incident_id'))
    .select(['g.glass_id', 'g.reason', 'g.share_id', 'g.expires_at', 'g.author', 'a.at', 'i.ref', 's.incident_id', sql<boolean>`lykta.is_glass_over(g.glass_id)`.as('over')])
    .where('g.network_id', '=', network)
  if (of.glass !== undefined) asked = asked.where('g.glass_id', '=', of.glass)
  if (of.author !== undefined) asked = asked.where('g.author', '=', of.author)
  if (of.since !== undefined) asked = asked.where('a.at', '>=', of.since)
  const rows = await asked.orderBy('g.from_position', 'desc').execute()
  if (rows.length === 0) return []
  const steps = await db.selectFrom('break_glass_step as t')
    .innerJoin('audit as a', (join) => join.onRef('a.network_id', '=', 't.network_id').onRef('a.position', '=', 't.from_position'))
    .select(['t.glass_id', 't.act', 't.finding', 't.author', 'a.at']).where('t.network_id', '=', network)
    .where((eb) => eb('t.glass_id', '=', eb.fn.any(eb.val(rows.map((row) => row.glass_id))))).execute()
  return rows.map((row) => {
    const [end, review] = (['end', 'review'] as const).map((act) => steps.find((step) => step.glass_id === row.glass_id && step.act === act))
    return {
      id: row.glass_id, reason: row.reason, share: row.share_id, expiresAt: row.expires_at, ref: row.ref, incident: row.incident_id, author: row.author, at: row.at, over: row.over,
      end: end ? { author: end.author, at: end.at } : null, review: review?.finding ? { author: review.author, at: review.at, finding: review.finding } : null,
    }
  })
}
