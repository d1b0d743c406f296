// The register numbers of a network that an authority runs: given in the order in which incidents came, in each year without gaps.
import type { Id } from '@lykta/incident'
import type { ReadTransaction, WriteTransaction } from '../transaction.ts'

/** Whether an incident has come that has no number yet; never where no authority runs the network. */
export async function waitsForNumber({ client }: ReadTransaction): Promise<boolean> {
  const { rows: [row] } = await client.query<{ readonly waits: boolean }>('select lykta.waits_for_number() as waits')
  return row!.waits
}

/** Gives each its own, and says how many. A second that comes at the same moment waits for the first and finds nothing left. */
export async function numberIncidents({ client }: WriteTransaction): Promise<number> {
  const { rows: [row] } = await client.query<{ readonly given: number }>('select lykta.number_incidents() as given')
  return row!.given
}

/** As they are written, of the incidents that have one and that the caller may see. */
export async function readDiaryNumbers({ db, network }: ReadTransaction, incidents: readonly Id[]): Promise<ReadonlyMap<Id, string>> {
  if (incidents.length === 0) return new Map()
  const rows = await db.selectFrom('diary_number').select(['incident_id', 'name']).where('network_id', '=', network)
    .where((eb) => eb('incident_id', '=', eb.fn.any(eb.val([...incidents])))).where('from_position', 'is not', null).execute()
  return new Map(rows.map((row) => [row.incident_id, row.name]))
}
