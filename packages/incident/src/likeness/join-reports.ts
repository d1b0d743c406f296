// Lays links over the incidents of one moment: reports of one event become one, and persons that are the same share a reference.
import type { Id, Incident, PersonGroup, StoredIncident } from '../incident.ts'
import { joinAnswers } from './join-answers.ts'
import type { SameLink } from './same-link.ts'

/** A group as it counts: those of one event that are the same for certain are one occurrence. */
export type SeenGroup = PersonGroup & { readonly once?: boolean }

/** One event, or one incident of which a person is linked. */
export type JoinedIncident = {
  /** The standing reports, first reported first; its organisation and its sector are the event's. */
  readonly reports: readonly [StoredIncident, ...StoredIncident[]]
  readonly answers: Incident & { readonly persons: readonly SeenGroup[] }
  /** How many of the reports beyond the first are only probably of this event. */
  readonly probable: number
}

export type JoinedIncidents = {
  /** Those that no link names; withdrawn ones are among them. */
  readonly plain: readonly StoredIncident[]
  readonly joined: readonly JoinedIncident[]
}

/**
 * Withdrawn incidents are linked to nothing; a cluster of which one is left is none. Reports whose dates end in different years stay
 * apart, whatever is linked: years are printed one by one, and none may change by what another holds. `mayJoin`: what a count leaves out
 * is joined to nothing either.
 */
export function joinReports(incidents: readonly StoredIncident[], links: readonly SameLink[], mayJoin: (answers: Incident) => boolean = () => true): JoinedIncidents {
  if (links.length === 0) return { plain: incidents, joined: [] }
  const linksOf = Map.groupBy(links, ({ incident }) => incident)
  const isLinked = ({ id, withdrawn, answers }: StoredIncident): boolean => !withdrawn && linksOf.has(id) && mayJoin(answers)
  const clusters = Map.groupBy(incidents.filter(isLinked).toSorted(byReport), ({ id, answers: { occurred } }) =>
    `${linksOf.get(id)!.find(({ entry }) => entry === null)?.cluster ?? id} ${occurred.to.slice(0, 4)}`)
  return { plain: incidents.filter((incident) => !isLinked(incident)), joined: [...clusters.values()].map((reports) => joinEvent(reports, linksOf)) }
}

function joinEvent(found: readonly StoredIncident[], linksOf: ReadonlyMap<Id, readonly SameLink[]>): JoinedIncident {
  const reports = found as readonly [StoredIncident, ...StoredIncident[]]
  const linked = reports.flatMap((report) => report.answers.persons.map((group, entry) => ({ group, link: findLink(linksOf.get(report.id)!, report, entry) })))
  const doubted = new Set(linked.flatMap(({ link }) => (link?.degree === 'probable' ? [link.cluster] : [])))
  const persons = linked.map(({ group, link }): SeenGroup =>
    (link === undefined ? group : { ...group, personRef: link.cluster, ...(doubted.has(link.cluster) ? {} : { once: true }) }))
  return {
    reports,
    answers: joinAnswers(reports.map(({ answers }) => answers) as [Incident, ...Incident[]], persons),
    probable: reports.length === 1 ? 0 : Math.min(reports.length - 1, reports.filter(({ id }) => linksOf.get(id)!.some(({ entry, degree }) => entry === null && degree === 'probable')).length),
  }
}

/** A link of a person stands in the place of an imported reference. */
function findLink(links: readonly SameLink[], { answers }: StoredIncident, entry: number): SameLink | undefined {
  return links.find((link) => link.entry === entry && link.groups === answers.persons.length)
}

function byReport(a: StoredIncident, b: StoredIncident): number {
  const [one, other] = [`${a.answers.reportedOn} ${a.id}`, `${b.answers.reportedOn} ${b.id}`]
  return one < other ? -1 : one > other ? 1 : 0
}
