// Computes every projection of a network anew from its revisions.
import type { Incident } from '@lykta/incident'
import { insertJson } from '../record/insert-rows.ts'
import { projectIncident } from '../record/project-incident.ts'
import { readBatches } from '../record/read-batches.ts'
import type { Stored } from '../tables.ts'
import type { ReadTransaction } from '../transaction.ts'

/** As the owner: facts get the positions that their revisions have. The tables of facts are empty before. */
export async function rebuildFacts(transaction: ReadTransaction): Promise<void> {
  const { client, db, network } = transaction
  const query = db.selectFrom('revision').selectAll().where('network_id', '=', network).where('from_position', 'is not', null).compile()
  for await (const batch of readBatches<Stored<'revision'>>(transaction, query, 2000)) {
    const rows = batch.map((revision) => ({
      network_id: network,
      incident_id: revision.incident_id,
      revision: revision.number,
      withdrawn: revision.withdrawn,
      from_position: revision.from_position,
      until_position: revision.until_position,
      ...projectIncident(JSON.parse(revision.answers) as Incident),
    }))
    await insertJson(client, 'incident_fact', Object.keys(rows[0]!), JSON.stringify(rows))
  }
}
