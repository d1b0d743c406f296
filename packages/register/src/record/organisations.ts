// Organisations as revisions: who is a member, from when, until when.
import type { Organisation } from '@lykta/incident'
import type { ReadTransaction, WriteTransaction } from '../transaction.ts'
import { standingAt } from './as-of.ts'
import { insertRows } from './insert-rows.ts'
import { fetchPrepared } from './prepared.ts'

export type StoredOrganisation = {
  readonly organisation: Organisation
  /** From 1; the next to append is one more. */
  readonly revision: number
}

/** As of the position, by code. */
export async function readOrganisations(transaction: ReadTransaction, position: number): Promise<readonly StoredOrganisation[]> {
  const query = transaction.db.selectFrom('organisation').selectAll()
    .where('network_id', '=', transaction.network).where(standingAt(position, 'organisation')).orderBy('code')
  const rows = await fetchPrepared(transaction, query.compile())
  return rows.map((row) => ({
    revision: row.revision,
    organisation: {
      id: row.organisation_id,
      code: row.code,
      name: row.name,
      sector: row.sector,
      joined: row.joined,
      left: row.left_on,
    },
  }))
}

export async function appendOrganisations(transaction: WriteTransaction, organisations: readonly StoredOrganisation[]): Promise<void> {
  await insertRows(transaction, 'organisation', organisations.map(({ organisation, revision }) => ({
    network_id: transaction.network,
    organisation_id: organisation.id,
    revision,
    code: organisation.code,
    name: organisation.name,
    sector: organisation.sector,
    joined: organisation.joined,
    left_on: organisation.left,
  })))
}
