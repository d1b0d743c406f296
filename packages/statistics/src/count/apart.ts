// What a count in SQL reads apart: the few incidents that the coordinator has ever linked, joined in memory as of the right positions.
import { type Degree, type Id, type Incident, type JoinedIncidents, joinReports, type SameLink, type StoredIncident } from '@lykta/incident'
import type { Collection } from '../period.ts'
import type { Basis } from '../spec.ts'
import { joinedOf } from './collected-incidents.ts'
import type { RunQuery } from './sql-runner.ts'
import type { SqlCountInput } from './sql-scope.ts'
import { eventsOf, lateInMemory, type LateReport, readByVintage, type Reading } from './vintage.ts'

export type Apart = {
  /** Every incident that has been linked by the position, whether it still is: all others are counted by PostgreSQL. */
  readonly ids: readonly Id[]
  readonly incidents: JoinedIncidents
  /** Those that came too late to printed years, as `lateInMemory`. */
  readonly late: readonly LateReport[]
}

type Span = { readonly from: number; readonly until: number | null }

export async function readApart(run: RunQuery, input: Pick<SqlCountInput, 'network' | 'position' | 'vintages' | 'selection'>, collection: Collection, basis: Basis = 'occurred'): Promise<Apart> {
  const { network, position, vintages = [], selection } = input
  const links = await readLinks(run, network, position)
  const ids = [...new Set(links.map(({ incident }) => incident))]
  if (ids.length === 0) return { ids, incidents: { plain: [], joined: [] }, late: [] }
  const revisions = (await run(
    `select incident_id, number, withdrawn, answers, from_position::float8, until_position::float8 from lykta.revision
     where network_id = $1 and incident_id = any($3::uuid[]) and from_position <= $2 order by incident_id, number`, [network, position, ids],
  )).map((row) => ({ ...spanOf(row), incident: incidentOf(row) }))
  const beside = selection && new Set(selection.beside ?? ids)
  const readings = [...vintages.map((vintage) => vintage.position), position].map((at): Reading => ({
    organisations: [],
    incidents: revisions.filter((span) => standsAt(span, at) && !beside?.has(span.incident.id)).map(({ incident }) => incident),
    links: standing(links, at),
  }))
  const whole = vintages.length === 0 ? joinedOf(readings[0]!, { basis, collection }) : joinedOf(readByVintage(vintages, readings, position, collection), { basis, collection })
  const late = vintages.length === 0 ? [] : lateInMemory(vintages, readings, collection)
  if (!selection) return { ids, incidents: whole, late }
  // Chosen one by one: what was taken at one position is joined as it was linked then.
  const byRevision = new Map(revisions.map(({ incident }) => [`${incident.id} ${incident.revision}`, incident]))
  const chosen = Map.groupBy(selection.counted.flatMap(({ incident, revision, at = position }) => {
    const found = byRevision.get(`${incident} ${revision}`)
    return found ? [{ at, found }] : []
  }), ({ at }) => at)
  const parts = [whole, ...[...chosen].map(([at, list]) => joinReports(list.map(({ found }) => found), standing(links, at)))]
  return { ids, incidents: { plain: parts.flatMap(({ plain }) => plain), joined: parts.flatMap(({ joined }) => joined) }, late }
}

/** A link with the positions between which it stood; without a cluster it says that there is none any more. */
export type LinkSpan = Span & { readonly incident: Id; readonly link: SameLink | null }

/** Every link that there had been by the position. */
export async function readLinks(run: RunQuery, network: Id, position: number): Promise<readonly LinkSpan[]> {
  const rows = await run(
    `select incident_id, entry, cluster_id, degree, groups, from_position::float8, until_position::float8 from lykta.same_link
     where network_id = $1 and from_position <= $2 order by incident_id, entry`, [network, position])
  return rows.map((row) => ({ ...spanOf(row), incident: row['incident_id'] as Id, link: row['cluster_id'] === null ? null : linkOf(row) }))
}

/** Which event each incident was linked to at the position, as a report of it. */
export async function readEvents(run: RunQuery, network: Id, position: number): Promise<ReadonlyMap<string, string>> {
  return eventsOf(standing(await readLinks(run, network, position), position))
}

/** Those that stood at the position. */
export function standing(links: readonly LinkSpan[], position: number): readonly SameLink[] {
  return links.flatMap((span) => (span.link !== null && standsAt(span, position) ? [span.link] : []))
}

function standsAt({ from, until }: Span, position: number): boolean {
  return from <= position && (until === null || until > position)
}

type Row = Readonly<Record<string, unknown>>

function spanOf(row: Row): Span {
  const until = row['until_position']
  return { from: Number(row['from_position']), until: until === null ? null : Number(until) }
}

/** Entry −1 is the incident itself (docs/database.md). */
function linkOf(row: Row): SameLink {
  const [entry, groups] = [Number(row['entry']), row['groups']]
  return {
    incident: row['incident_id'] as Id, entry: entry < 0 ? null : entry, cluster: row['cluster_id'] as Id, degree: row['degree'] as Degree,
    groups: groups === null ? null : Number(groups),
  }
}

function incidentOf(row: Row): StoredIncident {
  return {
    id: row['incident_id'] as Id, ref: '', externalRef: null, revision: Number(row['number']), withdrawn: row['withdrawn'] === true,
    answers: JSON.parse(row['answers'] as string) as Incident,
  }
}
