// What stands under the references that a spreadsheet uses, to tell new rows from changed ones.
import type { StoredIncident } from '@lykta/incident'
import type { ReadTransaction } from '../transaction.ts'
import { standingAt } from './as-of.ts'
import { selectStored, storedIncident } from './incidents.ts'

/** By external reference; only those asked for, whatever the register's size. */
export async function readImported(
  transaction: ReadTransaction,
  position: number,
  externalRefs: readonly string[],
): Promise<ReadonlyMap<string, StoredIncident>> {
  const rows = await selectStored(transaction, position)
    .where((eb) => eb('incident.external_ref', '=', eb.fn.any(eb.val([...externalRefs])))).execute()
  return new Map(rows.map((row) => [row.external_ref!, storedIncident(row)]))
}

/** How many incidents, withdrawn ones aside, were imported and stand at the position. */
export async function countImported({ db, network }: ReadTransaction, position: number): Promise<number> {
  const { count } = await db.selectFrom('revision')
    .innerJoin('incident', (join) => join
      .onRef('incident.network_id', '=', 'revision.network_id').onRef('incident.incident_id', '=', 'revision.incident_id'))
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .where('revision.network_id', '=', network).where('incident.external_ref', 'is not', null).where('revision.withdrawn', '=', false)
    .where(standingAt(position, 'revision')).executeTakeFirstOrThrow()
  return Number(count)
}
