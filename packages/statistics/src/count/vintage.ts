// Years that were printed stay as they were: each incident is read as it stood when an edition first printed its year.
import type { CivilDate, Incident, Organisation, StoredIncident } from '@lykta/incident'
import type { Collection } from '../period.ts'
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

export type Reading = Pick<CountInput, 'organisations' | 'incidents'>

/**
 * The register as it is counted after those editions: an incident enters with the first vintage in which its date ends in
 * one of the vintage's years, and stays as it stood then; one that comes late to printed years is not in it. So every
 * incident counts once at most, and years, runs and blocks of years add up as they did when they were printed.
 * An organisation keeps the sector that it had when a vintage first knew it. `readings` has one more: the register now.
 */
export function readByVintage(vintages: readonly Vintage[], readings: readonly Reading[], position: number, collection: Collection): CountInput {
  const { taken, organisations } = readAll(vintages, readings, collection)
  return { organisations: [...organisations.values()], incidents: [...taken.values()], position }
}

/** Those that stand now, are of printed years, and came too late to be counted in them. */
export function lateInMemory(vintages: readonly Vintage[], readings: readonly Reading[], collection: Collection): readonly StoredIncident[] {
  const { taken } = readAll(vintages, readings, collection)
  const last = vintages.at(-1)?.through ?? -Infinity
  return (readings.at(-1)?.incidents ?? []).filter(({ id, withdrawn, answers: { occurred } }) =>
    !withdrawn && !taken.has(id) && yearOf(occurred) <= last && isCollected(occurred, collection))
}

type Taken = { readonly taken: ReadonlyMap<string, StoredIncident>; readonly organisations: ReadonlyMap<string, Organisation> }

function readAll(vintages: readonly Vintage[], readings: readonly Reading[], collection: Collection): Taken {
  if (readings.length !== vintages.length + 1) throw new Error('readByVintage: one reading a vintage, and the register now')
  const taken = new Map<string, StoredIncident>()
  const organisations = new Map<string, Organisation>()
  for (const [index, reading] of readings.entries()) {
    const after = vintages[index - 1]?.through ?? -Infinity
    const through = vintages[index]?.through ?? Infinity
    for (const incident of reading.incidents) {
      const { occurred } = incident.answers
      const year = yearOf(occurred)
      if (incident.withdrawn || taken.has(incident.id) || year <= after || year > through || !isCollected(occurred, collection)) continue
      taken.set(incident.id, incident)
    }
    // The newest row, but for the sector.
    for (const organisation of reading.organisations) {
      organisations.set(organisation.id, { ...organisation, sector: organisations.get(organisation.id)?.sector ?? organisation.sector })
    }
  }
  return { taken, organisations }
}

/** The vintage that a date belongs to is told by its end. */
function yearOf({ to }: Incident['occurred']): number {
  return Number(to.slice(0, 4))
}

/** No period counts what is outside: it is still free to be corrected into one. */
function isCollected({ from, to }: Incident['occurred'], collection: Collection): boolean {
  return to >= collection.from && from >= firstDay(collection)
}

function firstDay({ from }: Collection): CivilDate {
  return `${from.slice(0, 4)}-01-01`
}
