// Counts tables from incidents in memory: the same in the browser, on the server and in the command line.
import type { JoinedIncident, Organisation, SameLink, StoredIncident } from '@lykta/incident'
import type { Collection, Period } from '../period.ts'
import { type Basis, checkSpec, type TableSpec } from '../spec.ts'
import type { CountNotes, CountTable } from '../table.ts'
import { ownTables } from './by-organisation.ts'
import { collectIncidents, type Counted, joinedOf, notesOf } from './collected-incidents.ts'
import { columnsOf } from './column.ts'
import { incidentAnswers, incidentLists } from './facts.ts'
import { listsOf } from './lists.ts'
import { organisationSets } from './organisation-sets.ts'
import { tallyOrganisations } from './participants.ts'
import { entryUnits } from './person-units.ts'
import { isTotalOfPersons, type PersonsOf, tallyPersons } from './persons.ts'
import { numbersOf, tallyNumbers } from './numbers.ts'
import { placesOfUnits } from './places.ts'
import { newTally, tableOf, type Tally, wantedOf } from './tally.ts'
import { unitCounter } from './tally-units.ts'

/** The register at one position. */
export type CountInput = {
  readonly organisations: readonly Organisation[]
  readonly incidents: readonly StoredIncident[]
  /** Which of them the coordinator had linked by then. */
  readonly links?: readonly SameLink[] | undefined
  /** Joined already, by other links than those that stand (`readByVintage`); beside the incidents, and instead of links. */
  readonly events?: readonly JoinedIncident[] | undefined
  /** Position of the register's clock. */
  readonly position: number
}

export type CountOptions = {
  readonly collection: Collection
  readonly basis: Basis
  /**
   * For each organisation what it reported itself, instead of the whole: its own unique persons, too. An event that several
   * reported is each one's, and stands as their reports say it together.
   */
  readonly byOrganisation?: boolean | undefined
}

/** One table a specification, in their order; by organisation, so many for each that reported. */
export function countInMemory(
  input: CountInput,
  specs: readonly TableSpec[],
  periods: readonly Period[],
  options: CountOptions,
): readonly CountTable[] {
  const { byOrganisation = false } = options
  const sets = organisationSets(input.organisations.length)
  const incidents = collectIncidents(joinedOf(input, options), input.organisations, periods, options, sets)
  const reported = byOrganisation ? [] : periods.map(() => new Set<number>())
  if (!byOrganisation) for (const { organisation, periods: own } of incidents) for (const period of own) for (const one of sets.membersOf(organisation)) reported[period]!.add(one)
  specs.forEach((spec) => checkSpec(spec, byOrganisation))
  const tallies = specs.map((spec) => newTally(spec, periods.length * (byOrganisation ? input.organisations.length : 1)))
  tallyPersonsOf(incidents, tallies.filter(({ spec }) => spec.unit === 'person' || spec.unit === 'person-occurrence'))
  tallyIncidentsOf(incidents, tallies)
  for (const tally of tallies) if (tally.spec.unit === 'organisation') tallyOrganisations(tally, input.organisations, periods, options.collection, reported)
  const beside = { sets, joined: joinedReports(incidents, periods.length) }
  if (byOrganisation) return ownTables(tallies, input.organisations, periods, options.basis, input.position, beside)
  return tallies.map((tally) => tableOf(tally, periods, options.basis, input.position, beside))
}

/** How many incidents periods may count, and how many none does. */
export function notesInMemory(input: CountInput, options: CountOptions): CountNotes {
  return notesOf(joinedOf(input, options), options)
}

/** What incidents themselves add to the tables of incidents and of numbers. */
export function tallyIncidentsOf(incidents: readonly Counted[], tallies: readonly Tally[]): void {
  const places = placesOfUnits(incidents)
  const countUnits = unitCounter({ size: incidents.length, places, column: columnsOf(incidents, incidentAnswers, wantedOf(tallies)), lists: listsOf(incidents, incidentLists) })
  const numbers = numbersOf(incidents)
  for (const tally of tallies) {
    const { unit } = tally.spec
    if (unit === 'incident') countUnits(tally)
    else if (unit === 'perpetrator' || unit === 'police-report') tallyNumbers(tally, numbers, places)
  }
}

/** By period, how many reports stand behind its events beyond the first of each. */
export function joinedReports(incidents: readonly Counted[], periods: number): readonly number[] {
  const joined = Array.from({ length: periods }, () => 0)
  for (const { beyond, periods: own } of incidents) if (beyond > 0) for (const period of own) if (period < periods) joined[period]! += beyond
  return joined
}

/** Incidents of which a person may span others stand apart; those without any person make totals lower bounds. */
export function partPersons(incidents: readonly Counted[], totals: readonly Tally[]): { readonly plain: readonly Counted[]; readonly linked: readonly Counted[] } {
  const open = new Set<number>()
  const plain: Counted[] = []
  const linked: Counted[] = []
  for (const incident of incidents) {
    const { persons, periods } = incident
    if (persons.length === 0) for (const period of periods) open.add(period)
    ;(persons.some(isLinked) ? linked : plain).push(incident)
  }
  for (const tally of totals) if (isTotalOfPersons(tally)) for (const period of open) tally.base[period]!.atLeast = true
  return { plain, linked }
}

function tallyPersonsOf(incidents: readonly Counted[], tallies: readonly Tally[]): void {
  if (tallies.length === 0) return
  const { plain, linked } = partPersons(incidents, tallies)
  tallyPersons(tallies, [entryUnits(plain, wantedOf(tallies))], linked)
}

function isLinked({ personRef }: PersonsOf['persons'][number]): boolean {
  return personRef !== null
}
