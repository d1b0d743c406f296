// Revisions of organisations and of own indicators against their neighbours.
import { type Problem, problem } from '@lykta/incident'
import type { ReadTransaction } from '../transaction.ts'

type Link = {
  readonly id: string
  readonly revision: number
  readonly from_position: number | null
  readonly until_position: number | null
}

/** Numbers run from 1 without gaps, and each revision ends where the next begins. */
export async function* findSuccessionFaults({ db, network }: ReadTransaction): AsyncGenerator<Problem> {
  const organisations = await db.selectFrom('organisation').select(['organisation_id as id', 'revision', 'from_position', 'until_position'])
    .where('network_id', '=', network).orderBy('organisation_id').orderBy('revision').execute()
  const indicators = await db.selectFrom('own_indicator').select(['indicator_id as id', 'revision', 'from_position', 'until_position'])
    .where('network_id', '=', network).orderBy('indicator_id').orderBy('revision').execute()
  for (const [table, links] of [['organisation', organisations], ['own_indicator', indicators]] as const) {
    for (const link of links.filter((link, index) => isBroken(links[index - 1], link, links[index + 1]))) {
      yield problem('verify.succession', { network, table, id: link.id, revision: link.revision })
    }
  }
}

function isBroken(before: Link | undefined, link: Link, after: Link | undefined): boolean {
  const number = before?.id === link.id ? before.revision + 1 : 1
  const end = after?.id === link.id ? after.from_position : null
  return link.revision !== number || link.until_position !== end
}
