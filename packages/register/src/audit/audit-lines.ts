// The audit, as people and programs read it.
import type { Instant, Stored } from '../tables.ts'
import type { ReadTransaction } from '../transaction.ts'

export type AuditLine = {
  readonly position: number
  readonly at: Instant
  readonly actor: string
  readonly action: string
  readonly object: string
  /** How many rows the act put into force. */
  readonly stamped: number
  /** In hexadecimal. */
  readonly hash: string
}

/** Newest first; the next page is `before` the last position of this one. */
export async function listAudit(
  { db, network }: ReadTransaction,
  { before, limit }: { readonly before?: number | undefined; readonly limit: number },
): Promise<readonly AuditLine[]> {
  let query = db.selectFrom('audit').selectAll().where('network_id', '=', network).orderBy('position', 'desc').limit(limit)
  if (before !== undefined) query = query.where('position', '<', before)
  return (await query.execute()).map(auditLine)
}

/** What was done at each of the positions. */
export async function readActions({ db, network }: ReadTransaction, positions: readonly number[]): Promise<ReadonlyMap<number, string>> {
  const rows = await db.selectFrom('audit').select(['position', 'action']).where('network_id', '=', network)
    .where((eb) => eb('position', '=', eb.fn.any(eb.val(positions)))).execute()
  return new Map(rows.map(({ position, action }) => [position, action]))
}

/** The newest line of that act after the position. */
export async function findAct({ db, network }: ReadTransaction, action: string, after: number): Promise<AuditLine | undefined> {
  const row = await db.selectFrom('audit').selectAll().where('network_id', '=', network).where('action', '=', action).where('position', '>', after).orderBy('position', 'desc').limit(1).executeTakeFirst()
  return row && auditLine(row)
}

function auditLine({ position, at, actor, action, object, stamped, hash }: Stored<'audit'>): AuditLine {
  return { position, at, actor, action, object, stamped, hash: hash.toString('hex') }
}
