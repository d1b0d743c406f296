// Situation reports: made once with all versions and files, let go version by version; the server knows what stands in them.
import type { Id } from '@lykta/incident'
import type { SituationAudience } from '../situation-tables.ts'
import type { Instant } from '../tables.ts'
import type { ReadTransaction, WriteTransaction } from '../transaction.ts'
import { insertRows } from './insert-rows.ts'

export type NewSituationVersion = {
  readonly audience: SituationAudience
  readonly digest: string
  /** Plain data. */
  readonly content: unknown
  /** As the ledger will hold it; null where nothing new is told of counts. */
  readonly told: unknown
  readonly files: ReadonlyMap<string, Uint8Array>
}

export type NewSituation = {
  readonly id: Id
  readonly meeting: Id
  readonly asOf: number
  readonly ledgerLength: number
  readonly versions: readonly NewSituationVersion[]
}

export type StoredSituationVersion = {
  readonly report: Id
  readonly audience: SituationAudience
  readonly digest: string
  readonly content: unknown
  readonly tells: boolean
  readonly author: string
  readonly createdAt: Instant
  /** Null while it is the core group's to look at. */
  readonly released: { readonly at: Instant; readonly author: string } | null
}

export type StoredSituation = Pick<NewSituation, 'id' | 'meeting' | 'asOf' | 'ledgerLength'> & { readonly author: string; readonly createdAt: Instant }

export async function appendSituation(transaction: WriteTransaction, { id, meeting, asOf, ledgerLength, versions }: NewSituation): Promise<void> {
  const row = { network_id: transaction.network, report_id: id, author: transaction.member }
  const dated = { ...row, created_at: new Date().toISOString() }
  await insertRows(transaction, 'situation_report', [{ ...dated, meeting_id: meeting, as_of: asOf, ledger_length: ledgerLength }])
  await insertRows(transaction, 'situation_version', versions.map(({ audience, digest, content, told }) =>
    ({ ...dated, audience, digest, content: JSON.stringify(content), told: told === null ? null : JSON.stringify(told) })))
  for (const { audience, files } of versions) {
    await insertRows(transaction, 'situation_file', [...files].map(([path, bytes]) => ({ ...row, audience, path, bytes: Buffer.from(bytes) })))
  }
}

/** Lets it go to its readers; the database refuses who may not (42501). */
export async function releaseSituation({ run }: WriteTransaction, report: Id, audience: SituationAudience, digest: string): Promise<void> {
  await run('select lykta.release_situation($1, $2, $3)', [report, audience, digest])
}

/** For the core group; others see none. Oldest first. */
export async function readSituations({ db, network }: ReadTransaction): Promise<readonly StoredSituation[]> {
  const rows = await db.selectFrom('situation_report').selectAll().where('network_id', '=', network).where('from_position', 'is not', null).orderBy('from_position').execute()
  return rows.map((row) => ({ id: row.report_id, meeting: row.meeting_id, asOf: row.as_of, ledgerLength: row.ledger_length, author: row.author, createdAt: row.created_at }))
}

/** Those that the caller may see, oldest first. */
export async function readSituationVersions({ db, network }: ReadTransaction): Promise<readonly StoredSituationVersion[]> {
  const rows = await db.selectFrom('situation_version as v')
    .leftJoin('situation_release as r', (join) => join.onRef('r.network_id', '=', 'v.network_id').onRef('r.report_id', '=', 'v.report_id').onRef('r.audience', '=', 'v.audience'))
    .select(['v.report_id', 'v.audience', 'v.digest', 'v.content', 'v.told', 'v.author', 'v.created_at', 'r.created_at as released_at', 'r.author as released_by'])
    .where('v.network_id', '=', network).where('v.from_position', 'is not', null).orderBy('v.from_position').orderBy('v.audience').execute()
  return rows.map((row) => ({
    report: row.report_id, audience: row.audience, digest: row.digest, content: JSON.parse(row.content) as unknown, tells: row.told !== null, author: row.author, createdAt: row.created_at,
    released: row.released_at === null || row.released_by === null ? null : { at: row.released_at, author: row.released_by },
  }))
}

/** Undefined for what is not there, and for whoever may not read it. */
export async function findSituationFile({ db, network }: ReadTransaction, report: Id, audience: string, path: string): Promise<Buffer | undefined> {
  const row = await db.selectFrom('situation_file').select('bytes').where('network_id', '=', network).where('report_id', '=', report)
    .where('audience', '=', audience as SituationAudience).where('path', '=', path).where('from_position', 'is not', null).executeTakeFirst()
  return row?.bytes
}

