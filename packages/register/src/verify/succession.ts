// What is stored as revisions, but for incidents: each against its neighbours.
import { type Problem, problem } from '@lykta/incident'
import type { ReadTransaction } from '../transaction.ts'

type Link = {
  readonly id: string
  readonly revision: number
  readonly from_position: number | null
  readonly until_position: number | null
}

/** By table: what names the thing that the revisions are of. */
const names: Readonly<Record<string, string>> = {
  organisation: 'organisation_id::text',
  own_indicator: 'indicator_id',
  member: 'member_id::text',
  member_key: 'member_id::text',
  device: 'device_id::text',
  quiet_month: `organisation_id || ' ' || month`,
  network_setting: 'network_id::text',
  prose: 'language',
  official_series: 'series_id::text',
  same_link: `incident_id || ' ' || entry`,
  same_refusal: `first_id || ' ' || first_entry || ' ' || second_id || ' ' || second_entry`,
  meeting_revision: 'meeting_id::text',
  meeting_item: 'item_id::text',
  yearly_answer: `organisation_id || ' ' || year || ' ' || subject`,
  effort: 'effort_id::text',
  weeding_decision: 'decision_id::text',
  breach: 'breach_id::text',
}

/** Numbers run from 1 without gaps, and each revision ends where the next begins. */
export async function* findSuccessionFaults({ client, network }: ReadTransaction): AsyncGenerator<Problem> {
  for (const [table, name] of Object.entries(names)) {
    const { rows: links } = await client.query<Link>(
      `select ${name} as id, revision, from_position, until_position from lykta.${table} where network_id = $1 order by 1, 2`, [network])
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
