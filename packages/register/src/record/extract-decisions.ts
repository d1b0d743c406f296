// Decisions on handing out an incident as a public document: what was decided, and no name of whoever asked.
import { canonicalText, type ExtractDecision, type Id } from '@lykta/incident'
import type { Instant } from '../tables.ts'
import type { ReadTransaction, WriteTransaction } from '../transaction.ts'
import { insertRows } from './insert-rows.ts'

export type StoredExtractDecision = ExtractDecision & { readonly incident: Id; readonly ref: string; readonly author: string; readonly createdAt: Instant }

export async function appendExtractDecision(transaction: WriteTransaction, incident: Id, { id, revision, outcome, decidedOn, ...content }: ExtractDecision): Promise<void> {
  const { network, member } = transaction
  await insertRows(transaction, 'extract_decision', [{
    network_id: network, extract_id: id, incident_id: incident, revision, outcome, decided_on: decidedOn, content: canonicalText(content), author: member, created_at: new Date().toISOString(),
  }])
}

/** Of one incident, or of all; the latest first. */
export async function readExtractDecisions({ db, network }: ReadTransaction, incident?: Id): Promise<readonly StoredExtractDecision[]> {
  const rows = await db.selectFrom('extract_decision as e')
    .innerJoin('incident as i', (join) => join.onRef('i.network_id', '=', 'e.network_id').onRef('i.incident_id', '=', 'e.incident_id'))
    .selectAll('e').select('i.ref').where('e.network_id', '=', network).where('e.from_position', 'is not', null)
    .$if(incident !== undefined, (query) => query.where('e.incident_id', '=', incident!))
    .orderBy('e.from_position', 'desc').orderBy('e.extract_id').execute()
  return rows.map((row) => ({
    ...(JSON.parse(row.content) as Pick<ExtractDecision, 'decider' | 'recipient' | 'grounds' | 'fields' | 'passages'>),
    id: row.extract_id, incident: row.incident_id, ref: row.ref, revision: row.revision, outcome: row.outcome, decidedOn: row.decided_on, author: row.author, createdAt: new Date(row.created_at).toISOString(),
  }))
}
