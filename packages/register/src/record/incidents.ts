// Incidents as the register held them at a position.
import type { Id, Incident, Network, Organisation, StoredIncident } from '@lykta/incident'
import type { SelectQueryBuilder } from 'kysely'
import type { Tables } from '../tables.ts'
import type { ReadTransaction } from '../transaction.ts'
import { standingAt } from './as-of.ts'
import { getNetwork } from './networks.ts'
import { readOrganisations } from './organisations.ts'
import { readBatches } from './read-batches.ts'

export type State = {
  readonly network: Network
  readonly organisations: readonly Organisation[]
  /** Withdrawn ones included, in the order of their ids. */
  readonly incidents: readonly StoredIncident[]
  readonly position: number
}

/** The whole network as of the position; without one, as it stands. */
export async function readState(transaction: ReadTransaction, position?: number): Promise<State> {
  const { network, position: newest } = await getNetwork(transaction)
  const at = position ?? newest
  const organisations = (await readOrganisations(transaction, at)).map(({ organisation }) => organisation)
  const incidents: StoredIncident[] = []
  for await (const batch of readIncidents(transaction, at)) incidents.push(...batch)
  return { network, organisations, incidents, position: at }
}

/** The same incidents in batches, for more of them than memory should hold at once. */
export async function* readIncidents(transaction: ReadTransaction, position: number): AsyncGenerator<readonly StoredIncident[]> {
  const query = selectStored(transaction, position).orderBy('revision.incident_id')
  for await (const rows of readBatches<StoredRow>(transaction, query.compile())) yield rows.map(storedIncident)
}

export type StoredRow = {
  readonly incident_id: Id
  readonly ref: string
  readonly external_ref: string | null
  readonly number: number
  readonly withdrawn: boolean
  readonly answers: string
}

/** A query of the standing revisions that others narrow. */
export function selectStored(
  { db, network }: ReadTransaction,
  position: number,
): SelectQueryBuilder<Tables, 'revision' | 'incident', StoredRow> {
  return db.selectFrom('revision')
    .innerJoin('incident', (join) => join
      .onRef('incident.network_id', '=', 'revision.network_id').onRef('incident.incident_id', '=', 'revision.incident_id'))
    .select([
      'revision.incident_id', 'incident.ref', 'incident.external_ref', 'revision.number', 'revision.withdrawn', 'revision.answers',
    ])
    .where('revision.network_id', '=', network)
    .where(standingAt(position, 'revision'))
}

export function storedIncident(row: StoredRow): StoredIncident {
  return {
    id: row.incident_id,
    ref: row.ref,
    externalRef: row.external_ref,
    revision: row.number,
    withdrawn: row.withdrawn,
    answers: JSON.parse(row.answers) as Incident,
  }
}

/** By the register's reference or by the one it was imported under. */
export async function findIncident(
  transaction: ReadTransaction,
  by: { readonly ref: string } | { readonly externalRef: string } | { readonly id: Id },
  position?: number,
): Promise<StoredIncident | undefined> {
  const at = position ?? (await getNetwork(transaction)).position
  const query = selectStored(transaction, at)
  const narrowed = 'ref' in by
    ? query.where('incident.ref', '=', by.ref)
    : 'externalRef' in by
      ? query.where('incident.external_ref', '=', by.externalRef)
      : query.where('incident.incident_id', '=', by.id)
  const row = await narrowed.executeTakeFirst()
  return row && storedIncident(row)
}

/** Several by their ids, as of the position or as they stand; those that the caller may not read are left out. */
export async function readIncidentsByIds(transaction: ReadTransaction, ids: readonly Id[], position?: number): Promise<ReadonlyMap<Id, StoredIncident>> {
  if (ids.length === 0) return new Map()
  const rows = await selectStored(transaction, position ?? (await getNetwork(transaction)).position).where((eb) => eb('revision.incident_id', '=', eb.fn.any(eb.val([...ids])))).execute()
  return new Map(rows.map((row) => [row.incident_id, storedIncident(row)]))
}

/** All revisions of one incident as of now, oldest first, with the position from which each stood. */
export async function readHistory(
  { db, network }: ReadTransaction,
  incident: Id,
): Promise<readonly (StoredIncident & { readonly from: number; readonly author: string; readonly createdAt: string; readonly sealedId: Id | null })[]> {
  const rows = await db.selectFrom('revision')
    .innerJoin('incident', (join) => join
      .onRef('incident.network_id', '=', 'revision.network_id').onRef('incident.incident_id', '=', 'revision.incident_id'))
    .selectAll('revision').select(['incident.ref', 'incident.external_ref'])
    .where('revision.network_id', '=', network).where('revision.incident_id', '=', incident)
    .where('revision.from_position', 'is not', null).orderBy('revision.number').execute()
  return rows.map((row) => ({ ...storedIncident(row), from: row.from_position!, author: row.author, createdAt: row.created_at, sealedId: row.sealed_id }))
}
