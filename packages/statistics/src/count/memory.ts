// Counts tables from incidents in memory: the same in the browser, on the server and in the command line.
import { type CountedPerson, groupsOfSomebody, type Organisation, type StoredIncident } from '@lykta/incident'
import type { Collection, Period } from '../period.ts'
import { type Basis, checkSpec, type TableSpec } from '../spec.ts'
import type { CountNotes, CountTable } from '../table.ts'
import { ownPeriods, ownTables } from './by-organisation.ts'
import { periodFinder, spanOf } from './collected.ts'
import { columnsOf } from './column.ts'
import { type AskedIncident, incidentAnswers } from './facts.ts'
import { tallyOrganisations } from './participants.ts'
import { entryUnits } from './person-units.ts'
import { isTotalOfPersons, type PersonsOf, tallyPersons } from './persons.ts'
import { numbersOf, tallyNumbers } from './numbers.ts'
import { placesOfUnits } from './places.ts'
import { newTally, tableOf, type Tally } from './tally.ts'
import { tallyUnits, type Units } from './tally-units.ts'

/** The register at one position. */
export type CountInput = {
  readonly organisations: readonly Organisation[]
  readonly incidents: readonly StoredIncident[]
  /** Position of the register's clock. */
  readonly position: number
}

export type CountOptions = {
  readonly collection: Collection
  readonly basis: Basis
  /** For each organisation what it reported itself, instead of the whole: its own unique persons, too. */
  readonly byOrganisation?: boolean | undefined
}

type Counted = PersonsOf & AskedIncident

/** One table a specification, in their order; by organisation, so many for each that reported. */
export function countInMemory(
  input: CountInput,
  specs: readonly TableSpec[],
  periods: readonly Period[],
  options: CountOptions,
): readonly CountTable[] {
  const { byOrganisation = false } = options
  const incidents = collected(input, periods, options)
  const reported = byOrganisation ? [] : periods.map(() => new Set<number>())
  if (!byOrganisation) for (const { organisation, periods: own } of incidents) for (const period of own) reported[period]!.add(organisation)
  specs.forEach((spec) => checkSpec(spec, byOrganisation))
  const tallies = specs.map((spec) => newTally(spec, periods.length * (byOrganisation ? input.organisations.length : 1)))
  tallyPersonsOf(incidents, tallies.filter(({ spec }) => spec.unit === 'person' || spec.unit === 'person-occurrence'))
  const places = placesOfUnits(incidents)
  const units: Units = { size: incidents.length, places, column: columnsOf(incidents, incidentAnswers) }
  const numbers = numbersOf(incidents)
  for (const tally of tallies) {
    const { unit } = tally.spec
    if (unit === 'incident') tallyUnits(tally, units)
    else if (unit === 'organisation') tallyOrganisations(tally, input.organisations, periods, options.collection, reported)
    else if (unit === 'perpetrator' || unit === 'police-report') tallyNumbers(tally, numbers, places)
  }
  if (byOrganisation) return ownTables(tallies, input.organisations, periods, options.basis, input.position)
  return tallies.map((tally) => tableOf(tally, periods, options.basis, input.position))
}

/** How many incidents periods may count, and how many none does. */
export function notesInMemory(input: CountInput, options: CountOptions): CountNotes {
  const standing = input.incidents.filter((incident) => !incident.withdrawn)
  const beforeCollection = standing.filter(({ answers }) => spanOf(answers, options.basis).to < options.collection.from).length
  return {
    collected: standing.length - beforeCollection,
    beforeCollection,
    withdrawn: input.incidents.length - standing.length,
  }
}

function collected(input: CountInput, periods: readonly Period[], { collection, basis, byOrganisation = false }: CountOptions): readonly Counted[] {
  const placed = ownPeriods(periods.length)
  const numberOf = new Map(input.organisations.map((organisation, number) => [organisation.id, number]))
  const findPeriods = periodFinder(periods, collection)
  const counted: Counted[] = []
  for (const { withdrawn, answers } of input.incidents) {
    if (withdrawn) continue
    const { persons } = answers
    const own = basis === 'occurred' ? findPeriods(answers.occurred.from, answers.occurred.to) : findPeriods(answers.reportedOn, answers.reportedOn)
    if (own.length === 0) continue
    const organisation = numberOf.get(answers.reportedBy)
    if (organisation === undefined) throw new Error('an incident names an organisation that the register does not hold')
    const { sector } = input.organisations[organisation]!
    counted.push({ answers, persons, somebody: groupsOfSomebody(persons), organisation, sector, periods: byOrganisation ? placed(own, organisation) : own })
  }
  return counted
}

function tallyPersonsOf(incidents: readonly Counted[], tallies: readonly Tally[]): void {
  if (tallies.length === 0) return
  const open = new Set<number>()
  const plain: Counted[] = []
  const linked: Counted[] = []
  for (const incident of incidents) {
    const { persons, periods } = incident
    if (persons.length === 0) for (const period of periods) open.add(period)
    ;(persons.some(isLinked) ? linked : plain).push(incident)
  }
  for (const tally of tallies) if (isTotalOfPersons(tally)) for (const period of open) tally.base[period]!.atLeast = true
  tallyPersons(tallies, entryUnits(plain), linked)
}

function isLinked({ personRef }: CountedPerson): boolean {
  return personRef !== null
}
