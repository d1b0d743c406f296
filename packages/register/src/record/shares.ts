// What was disclosed of incidents, to whom and on which ground, with the receiver's answer and the end. Appended to and never changed.
import type { Id } from '@lykta/incident'
import type { ShareRow, ShareStepRow } from '../sharing-tables.ts'
import type { Instant } from '../tables.ts'
import type { ReadTransaction, WriteTransaction } from '../transaction.ts'
import { readRegisterTime } from './drafts.ts'
import { insertRows } from './insert-rows.ts'

export type NewShare = {
  readonly id: Id
  readonly incident: Id
  /** To whom. */
  readonly organisation: Id
  readonly way: ShareRow['way']
  readonly what: ShareRow['what']
  /** The incident's revision that stands. */
  readonly upTo: number
  /** A code of the incident room's list of grounds. */
  readonly ground: string
  readonly expiresAt: Instant | null
}

export type ShareStep = {
  readonly act: ShareStepRow['act']
  readonly author: string
  /** By the audit's line. */
  readonly at: Instant
}

export type StoredShare = NewShare & {
  readonly ref: string
  /** Whose incident it is. */
  readonly reportedBy: Id | null
  readonly author: string
  /** By the audit's line. */
  readonly at: Instant
  /** At most an answer and an end, in this order. */
  readonly steps: readonly ShareStep[]
  /** Whether it opens anything now. */
  readonly open: boolean
}

export async function appendShare(transaction: WriteTransaction, { id, incident, organisation, way, what, upTo, ground, expiresAt }: NewShare): Promise<void> {
  await insertRows(transaction, 'share', [{
    network_id: transaction.network, share_id: id, incident_id: incident, organisation_id: organisation, way, what, up_to: upTo, ground, expires_at: expiresAt,
    author: transaction.member, created_at: new Date().toISOString(),
  }])
}

/** A second answer or end is refused with `register.changed-meanwhile`. */
export async function appendShareStep(transaction: WriteTransaction, share: Id, act: ShareStep['act']): Promise<void> {
  await insertRows(transaction, 'share_step', [{
    network_id: transaction.network, share_id: share, seq: act === 'end' ? 2 : 1, act, author: transaction.member, created_at: new Date().toISOString(),
  }])
}

/** Those that the caller may see, the newest first; of one incident, one share, or all. */
export async function readShares(transaction: ReadTransaction, of: { readonly incident?: Id; readonly share?: Id } = {}): Promise<readonly StoredShare[]> {
  const { db, network } = transaction
  let asked = db.selectFrom('share as s')
    .innerJoin('incident as i', (join) => join.onRef('i.network_id', '=', 's.network_id').onRef('i.incident_id', '=', 's.incident_id'))
    .innerJoin('audit as a', (join) => join.onRef('a.network_id', '=', 's.network_id').onRef('a.position', '=', 's.from_position'))
    .selectAll('s').select(['i.ref', 'i.organisation_id as reported_by', 'a.at']).where('s.network_id', '=', network)
  if (of.incident !== undefined) asked = asked.where('s.incident_id', '=', of.incident)
  if (of.share !== undefined) asked = asked.where('s.share_id', '=', of.share)
  const rows = await asked.orderBy('s.from_position', 'desc').orderBy('s.share_id').execute()
  if (rows.length === 0) return []
  const steps = await db.selectFrom('share_step as t')
    .innerJoin('audit as a', (join) => join.onRef('a.network_id', '=', 't.network_id').onRef('a.position', '=', 't.from_position'))
    .select(['t.share_id', 't.act', 't.author', 'a.at']).where('t.network_id', '=', network)
    .where((eb) => eb('t.share_id', '=', eb.fn.any(eb.val(rows.map((row) => row.share_id))))).orderBy('t.seq').execute()
  const now = await readRegisterTime(transaction)
  return rows.map((row) => {
    const own = steps.filter(({ share_id: share }) => share === row.share_id).map(({ act, author, at }) => ({ act, author, at }))
    const runs = row.expires_at === null || row.expires_at > now
    return {
      id: row.share_id, incident: row.incident_id, ref: row.ref, reportedBy: row.reported_by, organisation: row.organisation_id, way: row.way, what: row.what, upTo: row.up_to,
      ground: row.ground, expiresAt: row.expires_at, author: row.author, at: row.at, steps: own,
      open: runs && !own.some(({ act }) => act !== 'accept') && (row.way === 'taken' || (row.way === 'opened' && own.length > 0)),
    }
  })
}
