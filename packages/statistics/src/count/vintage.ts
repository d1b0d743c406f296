// Years that were printed stay as they were: each incident is read as it stood when an edition first printed its year.
import { type Incident, type JoinedIncident, joinReports, type Organisation, type SameLink, type StoredIncident } from '@lykta/incident'
import type { Collection } from '../period.ts'
import { isCollected } from './collected.ts'
import type { CountInput } from './memory.ts'

/** The years after those of the vintage before, up to and with this one, stay as they stood at the position. */
export type Vintage = {
  readonly through: number
  readonly position: number
}

/** What an edition printed, for the vintages of the editions after it. */
export type PrintedYears = { readonly year: number; readonly asOf: number }

/**
 * A year keeps the position of the first edition that printed it. An edition prints every year up to its own, so later
 * years have later vintages, and the list is sorted by both.
 */
export function vintagesOf(editions: readonly PrintedYears[]): readonly Vintage[] {
  const vintages: Vintage[] = []
  for (const { year, asOf } of editions.toSorted((a, b) => a.asOf - b.asOf || b.year - a.year)) {
    const last = vintages.at(-1)
    if (last === undefined || year > last.through) vintages.push({ through: year, position: asOf })
  }
  return vintages
}

export type Reading = Pick<CountInput, 'organisations' | 'incidents' | 'links'>

/**
 * The register as it is counted after those editions: an incident enters with the first vintage in which its date ends in
 * one of the vintage's years, and stays as it stood then; one that comes late to printed years is not in it. So every
 * incident counts once at most, and years, runs and blocks of years add up as they did when they were printed. Reports of one event
 * are joined where one vintage took them both, as it knew them: two that were printed stay two, whatever is linked later.
 * An organisation keeps the sector that it had when a vintage first knew it. `readings` has one more: the register now.
 */
export function readByVintage(vintages: readonly Vintage[], readings: readonly Reading[], position: number, collection: Collection): CountInput {
  const { incidents, events, organisations } = readAll(vintages, readings, collection)
  return { organisations: [...organisations.values()], incidents, events, position }
}

/** `event`: the same for reports of one event, which are one incident of its year; of any other report its own. */
export type LateReport = { readonly incident: string; readonly organisation: string; readonly event: string }

/** Which event each incident is linked to as a report of it. */
export function eventsOf(links: readonly SameLink[]): ReadonlyMap<string, string> {
  return new Map(links.flatMap(({ incident, entry, cluster }) => (entry === null ? [[incident, cluster] as const] : [])))
}

/** Reports whose dates end in different years stay two, as `joinReports` has it. */
export function lateReport(incident: string, organisation: string, year: number, events: ReadonlyMap<string, string>): LateReport {
  const cluster = events.get(incident)
  return { incident, organisation, event: cluster === undefined ? incident : `${cluster} ${year}` }
}

/** Those that stand now, are of printed years, and came too late to be counted in them; not another report of an event that is counted. */
export function lateInMemory(vintages: readonly Vintage[], readings: readonly Reading[], collection: Collection): readonly LateReport[] {
  const { taken } = readAll(vintages, readings, collection)
  const last = vintages.at(-1)?.through ?? -Infinity
  const { incidents = [], links = [] } = readings.at(-1) ?? {}
  const events = eventsOf(links)
  const counted = new Set([...events].flatMap(([incident, cluster]) => (taken.has(incident) ? [cluster] : [])))
  return incidents.filter(({ id, withdrawn, answers: { occurred } }) =>
    !withdrawn && !taken.has(id) && !counted.has(events.get(id) ?? '') && yearOf(occurred) <= last && isCollected(occurred, collection))
    .map(({ id, answers: { reportedBy, occurred } }) => lateReport(id, reportedBy, yearOf(occurred), events))
}

type Taken = {
  readonly incidents: readonly StoredIncident[]
  readonly events: readonly JoinedIncident[]
  /** Ids of all that are counted, alone or in an event. */
  readonly taken: ReadonlySet<string>
  readonly organisations: ReadonlyMap<string, Organisation>
}

function readAll(vintages: readonly Vintage[], readings: readonly Reading[], collection: Collection): Taken {
  if (readings.length !== vintages.length + 1) throw new Error('readByVintage: one reading a vintage, and the register now')
  const taken = new Set<string>()
  const incidents: StoredIncident[] = []
  const events: JoinedIncident[] = []
  const organisations = new Map<string, Organisation>()
  for (const [index, reading] of readings.entries()) {
    const after = vintages[index - 1]?.through ?? -Infinity
    const through = vintages[index]?.through ?? Infinity
    const own: StoredIncident[] = []
    for (const incident of reading.incidents) {
      const { occurred } = incident.answers
      const year = yearOf(occurred)
      if (incident.withdrawn || taken.has(incident.id) || year <= after || year > through || !isCollected(occurred, collection)) continue
      taken.add(incident.id)
      own.push(incident)
    }
    const { plain, joined } = joinReports(own, reading.links ?? [])
    incidents.push(...plain)
    events.push(...joined)
    // The newest row, but for the sector.
    for (const organisation of reading.organisations) {
      organisations.set(organisation.id, { ...organisation, sector: organisations.get(organisation.id)?.sector ?? organisation.sector })
    }
  }
  return { incidents, events, taken, organisations }
}

/** The vintage that a date belongs to is told by its end. */
function yearOf({ to }: Incident['occurred']): number {
  return Number(to.slice(0, 4))
}
