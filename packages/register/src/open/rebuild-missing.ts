// After a migration that changed the shape of the facts: computes them anew from the answers.
import type pg from 'pg'
import type { Id } from '@lykta/incident'
import { rebuildFacts } from '../backup/rebuild-facts.ts'
import { enterNetwork } from '../transaction.ts'

/** Inside the caller's transaction, as the owner: for every network that has revisions and no facts. */
export async function rebuildMissing(owner: pg.ClientBase): Promise<void> {
  const { rows } = await owner.query<{ readonly network: Id; readonly citus: boolean }>(
    `select network_id as network, exists (select from pg_extension where extname = 'citus') as citus from lykta.network`,
  )
  for (const { network, citus } of rows) {
    const transaction = await enterNetwork({ citus }, owner, network)
    const { rows: missing } = await owner.query(`select from lykta.revision where network_id = $1
      and not exists (select from lykta.incident_fact where network_id = $1) limit 1`, [network])
    if (missing.length > 0) await rebuildFacts(transaction)
  }
}
