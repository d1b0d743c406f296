// Who wrote the revisions that stand, and when: to tell what came from a file from what somebody changed in the form.
import type { Id } from '@lykta/incident'
import type { ReadTransaction } from '../transaction.ts'

export type StandingAuthor = {
  /** A member's id, or 'import'. */
  readonly author: string
  /** UTC with milliseconds. */
  readonly createdAt: string
}

/** By incident; only those asked for. */
export async function readStandingAuthors({ db, network }: ReadTransaction, incidents: readonly Id[]): Promise<ReadonlyMap<Id, StandingAuthor>> {
  const rows = await db.selectFrom('revision').select(['incident_id', 'author', 'created_at'])
    .where('network_id', '=', network).where((eb) => eb('incident_id', '=', eb.fn.any(eb.val([...incidents]))))
    .where('from_position', 'is not', null).where('until_position', 'is', null).execute()
  return new Map(rows.map(({ incident_id: id, author, created_at: at }) => [id, { author, createdAt: new Date(at).toISOString() }]))
}
