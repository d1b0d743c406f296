// What stands under the references that a spreadsheet uses, to tell new rows from changed ones.
import type { StoredIncident } from '@lykta/incident'
import type { ReadTransaction } from '../transaction.ts'
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
