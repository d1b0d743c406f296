// Answers that are made coarser where they stand: in every revision, so that whatever counts as of an earlier position counts them too.
import { canonicalText, type CoarseLevel, coarsenIncident, type Id, type Incident } from '@lykta/incident'
import { refuse } from '../refuse.ts'
import type { ReadTransaction, WriteTransaction } from '../transaction.ts'
import { getNetwork } from './networks.ts'
import { refuseUndecided } from './weeding-decisions.ts'

/**
 * Gives how many revisions. Refuses with `register.held` while a legal hold forbids it, and with `register.text-stands` while a sealed reason does,
 * since it is bound to the answers that were written with it, and with `register.changed-meanwhile` when a correction came between. Call `clearErased` once it is written.
 */
export async function coarsenAnswers(transaction: WriteTransaction, incident: Id, levels: readonly CoarseLevel[]): Promise<number> {
  const { client, db, network } = transaction
  const { network: { collectionStart } } = await getNetwork(transaction)
  const revisions = await db.selectFrom('revision').select(['number', 'answers']).where('network_id', '=', network).where('incident_id', '=', incident).orderBy('number').execute()
  const keepsDays = await wasReportOfEvent(transaction, incident)
  // The database computes the same, and takes nothing else.
  const coarse = revisions.map(({ number, answers }) => ({ number, answers: canonicalText(coarsenIncident(JSON.parse(answers) as Incident, levels, collectionStart, keepsDays)) }))
  try {
    await client.query('select lykta.coarsen_answers($1, $2, $3)', [incident, levels, JSON.stringify(coarse)])
    return revisions.length
  } catch (error) {
    if (error instanceof Error && error.message === 'coarsen_answers: it is held') refuse('register.held', { id: incident })
    // A correction came between the look and this.
    if (error instanceof Error && error.message === 'coarsen_answers: these are not its answers with less') refuse('register.changed-meanwhile')
    if (error instanceof Error && error.message === 'coarsen_answers: a sealed text stands') refuse('register.text-stands', { id: incident })
    return refuseUndecided(error, levels.join(', '))
  }
}

/** Of whatever event, and whether or not it still is: a count as of that time still joins it. */
async function wasReportOfEvent({ db, network }: ReadTransaction, incident: Id): Promise<boolean> {
  const found = await db.selectFrom('same_link').select('entry').where('network_id', '=', network).where('incident_id', '=', incident).where('entry', '=', -1).where('cluster_id', 'is not', null).limit(1).executeTakeFirst()
  return found !== undefined
}

/** By incident, what it has been through; only those that have. */
export async function readCoarseLevels({ db, network }: ReadTransaction, incidents: readonly Id[]): Promise<ReadonlyMap<Id, readonly CoarseLevel[]>> {
  if (incidents.length === 0) return new Map()
  const rows = await db.selectFrom('coarsening').select(['incident_id', 'level']).distinct().where('network_id', '=', network)
    .where((eb) => eb('incident_id', '=', eb.fn.any(eb.val([...incidents])))).execute()
  return new Map([...Map.groupBy(rows, (row) => row.incident_id)].map(([id, of]) => [id, of.map(({ level }) => level)]))
}
