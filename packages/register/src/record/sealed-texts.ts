// Sealed text as it is stored: bytes that this program cannot read, and what their envelope must say.
import type { Id } from '@lykta/incident'
import type { SealContext } from '@lykta/seal'
import { sql } from 'kysely'
import { sha256 } from '../hash.ts'
import type { ReadTransaction } from '../transaction.ts'
import { standingAt } from './as-of.ts'
import { getNetwork } from './networks.ts'
import { readBatches } from './read-batches.ts'

export type StoredSealedText = {
  readonly sealedId: Id
  readonly body: Uint8Array
  /** Null once the text has been erased. */
  readonly key: { readonly epoch: number; readonly key: Uint8Array } | null
  /** What the register says in clear, of the revision that the text was written for; a later one may have kept it. */
  readonly context: SealContext
  /** The entry of the membership log that the author had verified; null for what was imported. */
  readonly position: number | null
}

/** The text that belongs to the incident as of the position (as it stands, without one); undefined when there is none. */
export async function findSealedText(transaction: ReadTransaction, incident: Id, position?: number): Promise<StoredSealedText | undefined> {
  const at = position ?? (await getNetwork(transaction)).position
  const row = await selectSealed(transaction, at).where('revision.incident_id', '=', incident).executeTakeFirst()
  return row && sealedText(row)
}

/** All that belong to incidents as of the position, in the order of the incidents' ids. */
export async function* readSealedTexts(transaction: ReadTransaction, position: number): AsyncGenerator<readonly StoredSealedText[]> {
  const query = selectSealed(transaction, position).orderBy('revision.incident_id')
  for await (const rows of readBatches<SealedRow>(transaction, query.compile(), 1000)) yield rows.map(sealedText)
}

export type FoundSealedText = StoredSealedText & { readonly ref: string; readonly organisation: Id | null }

/** Every text of every incident that the caller may read, earlier ones too, as of the position and not erased since; by id, behind `after`. */
export async function readAllSealedTexts(transaction: ReadTransaction, position: number, after: Id | null, limit: number): Promise<readonly FoundSealedText[]> {
  let asked = selectTexts(transaction)
    .innerJoin('incident as i', (join) => join.onRef('i.network_id', '=', 'b.network_id').onRef('i.incident_id', '=', 'b.incident_id'))
    .select(['i.ref', 'i.organisation_id as reported_by']).whereRef('revision.number', '=', 'b.revision').where('revision.from_position', '<=', position).where('k.sealed_id', 'is not', null)
  if (after !== null) asked = asked.where('b.sealed_id', '>', after)
  return (await asked.orderBy('b.sealed_id').limit(limit).execute()).map((row) => ({ ...sealedText(row), ref: row.ref, organisation: row.reported_by }))
}

/** How many those are, by the organisation whose incidents they are of. */
export async function countSealedTexts({ run, network }: ReadTransaction): Promise<Readonly<Record<Id, number>>> {
  const rows = await run(`select i.organisation_id as organisation, count(*) as texts from lykta.sealed_body b
    join lykta.sealed_key k on k.network_id = b.network_id and k.sealed_id = b.sealed_id
    join lykta.revision r on r.network_id = b.network_id and r.incident_id = b.incident_id and r.number = b.revision and r.sealed_id = b.sealed_id
    join lykta.incident i on i.network_id = b.network_id and i.incident_id = b.incident_id
    where b.network_id = $1 and r.from_position is not null group by 1`, [network])
  return Object.fromEntries(rows.map((row) => [String(row['organisation']), Number(row['texts'])]))
}

/** Which of the incidents have a text as of the position. */
export async function readSealedIncidents(
  { db, network }: ReadTransaction,
  incidents: readonly Id[],
  position: number,
): Promise<ReadonlySet<Id>> {
  const rows = await db.selectFrom('revision').select('incident_id').where('network_id', '=', network)
    .where((eb) => eb('incident_id', '=', eb.fn.any(eb.val(incidents)))).where('sealed_id', 'is not', null)
    .where(standingAt(position, 'revision')).execute()
  return new Set(rows.map((row) => row.incident_id))
}

/** Which of the incidents have, as of the position, a text that was erased. */
export async function readErasedIncidents(
  { db, network }: ReadTransaction,
  incidents: readonly Id[],
  position: number,
): Promise<ReadonlySet<Id>> {
  const rows = await db.selectFrom('revision')
    .leftJoin('sealed_key as k', (join) => join
      .onRef('k.network_id', '=', 'revision.network_id').onRef('k.sealed_id', '=', 'revision.sealed_id'))
    .select('revision.incident_id').where('revision.network_id', '=', network)
    .where((eb) => eb('revision.incident_id', '=', eb.fn.any(eb.val(incidents))))
    .where('revision.sealed_id', 'is not', null).where('k.sealed_id', 'is', null)
    .where(standingAt(position, 'revision')).execute()
  return new Set(rows.map((row) => row.incident_id))
}

/** SHA-256 in hexadecimal of each incident's latest text so far: the `previous` of the envelope of its next one. */
export async function readLatestSealedHashes({ db, network }: ReadTransaction, incidents: readonly Id[]): Promise<ReadonlyMap<Id, string>> {
  const rows = await db.selectFrom('revision').select(['incident_id', 'sealed_hash']).distinctOn('incident_id')
    .where('network_id', '=', network).where((eb) => eb('incident_id', '=', eb.fn.any(eb.val(incidents))))
    .where('sealed_id', 'is not', null).orderBy('incident_id').orderBy('number', 'desc').execute()
  return new Map(rows.map((row) => [row.incident_id, row.sealed_hash!.toString('hex')]))
}

type SealedRow = {
  readonly sealed_id: Id
  readonly body: Buffer
  readonly key_epoch: number | null
  readonly key: Buffer | null
  readonly network_id: Id
  readonly incident_id: Id
  readonly revision: number
  readonly epoch: number
  readonly log_position: number | null
  readonly previous: Buffer | null
  readonly author: string
  readonly form_version: string
  readonly answers: string
  readonly created_at: string
}

function selectSealed(transaction: ReadTransaction, position: number) {
  return selectTexts(transaction).where(standingAt(position, 'revision'))
}

function selectTexts({ db, network }: ReadTransaction) {
  return db.selectFrom('revision')
    .innerJoin('sealed_body as b', (join) => join
      .onRef('b.network_id', '=', 'revision.network_id').onRef('b.sealed_id', '=', 'revision.sealed_id'))
    .innerJoin('revision as w', (join) => join
      .onRef('w.network_id', '=', 'b.network_id').onRef('w.incident_id', '=', 'b.incident_id').onRef('w.number', '=', 'b.revision'))
    .leftJoin('sealed_key as k', (join) => join
      .onRef('k.network_id', '=', 'b.network_id').onRef('k.sealed_id', '=', 'b.sealed_id'))
    .select(['b.sealed_id', 'b.body', 'b.network_id', 'b.incident_id', 'b.revision', 'b.epoch', 'b.log_position'])
    .select(['w.author', 'w.form_version', 'w.answers', 'w.created_at', 'k.epoch as key_epoch', sql<Buffer | null>`k.key`.as('key')])
    .select((eb) => eb.selectFrom('revision as p').select('p.sealed_hash')
      .whereRef('p.network_id', '=', 'b.network_id').whereRef('p.incident_id', '=', 'b.incident_id')
      .whereRef('p.number', '<', 'b.revision').where('p.sealed_id', 'is not', null)
      .orderBy('p.number', 'desc').limit(1).as('previous'))
    .where('revision.network_id', '=', network)
}

function sealedText(row: SealedRow): StoredSealedText {
  return {
    sealedId: row.sealed_id,
    body: row.body,
    key: row.key && row.key_epoch !== null ? { epoch: row.key_epoch, key: row.key } : null,
    context: {
      network: row.network_id,
      incident: row.incident_id,
      revision: row.revision,
      previous: row.previous?.toString('hex') ?? null,
      epoch: row.epoch,
      author: row.author,
      formVersion: row.form_version,
      // Of the answers as they stand in the row, not of what the row says about them.
      codedHash: sha256(row.answers).toString('hex'),
      createdAt: new Date(row.created_at).toISOString(),
    },
    position: row.log_position,
  }
}
