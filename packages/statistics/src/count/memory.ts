// Counts tables from incidents in memory: the same in the browser, on the server and in the command line.
import type { Incident, Organisation, PerpetratorRole, Quantity, StoredIncident } from '@lykta/incident'
import type { Collection, Period } from '../period.ts'
import { type Basis, checkSpec, type TableSpec } from '../spec.ts'
import type { CountNotes, CountTable } from '../table.ts'
import { periodFinder, spanOf } from './collected.ts'
import { type Facts, incidentFacts } from './facts.ts'
import { tallyOrganisations } from './participants.ts'
import { type PersonsOf, tallyPersons } from './persons.ts'
import { placer } from './place.ts'
import { addIncidents, addQuantity, counts, newTally, rowCell, tableOf, type Tally } from './tally.ts'

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
}

type Counted = PersonsOf & { readonly answers: Incident; readonly facts: Facts }

/** One table a specification, in their order. */
export function countInMemory(
  input: CountInput,
  specs: readonly TableSpec[],
  periods: readonly Period[],
  options: CountOptions,
): readonly CountTable[] {
  const incidents = collected(input, periods, options)
  const reported = periods.map(() => new Set<number>())
  for (const { organisation, periods: own } of incidents) for (const period of own) reported[period]!.add(organisation)
  specs.forEach(checkSpec)
  const tallies = specs.map((spec) => newTally(spec, periods.length))
  tallyPersons(tallies.filter(({ spec }) => spec.unit === 'person' || spec.unit === 'person-occurrence'), incidents)
  for (const tally of tallies) {
    const { unit } = tally.spec
    if (unit === 'incident') tallyIncidents(tally, incidents)
    else if (unit === 'organisation') tallyOrganisations(tally, input.organisations, periods, options.collection, reported)
    else if (unit === 'perpetrator' || unit === 'police-report') tallyQuantities(tally, incidents)
  }
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

function collected(input: CountInput, periods: readonly Period[], { collection, basis }: CountOptions): readonly Counted[] {
  const numberOf = new Map(input.organisations.map((organisation, number) => [organisation.id, number]))
  const findPeriods = periodFinder(periods, collection)
  return input.incidents.flatMap(({ withdrawn, answers }) => {
    if (withdrawn) return []
    const span = spanOf(answers, basis)
    const own = findPeriods(span.from, span.to)
    if (own.length === 0) return []
    const organisation = numberOf.get(answers.reportedBy)
    if (organisation === undefined) throw new Error('an incident names an organisation that the register does not hold')
    return [{
      answers,
      persons: answers.persons,
      organisation,
      periods: own,
      facts: incidentFacts(answers, input.organisations[organisation]),
    }]
  })
}

const oneIncident: Quantity = { count: 1, atLeast: false }

function tallyIncidents(tally: Tally, incidents: readonly Counted[]): void {
  const place = placer(tally.spec)
  for (const { facts, organisation, periods } of incidents) {
    const placement = place(facts, oneIncident)
    if (!placement) continue
    for (const period of periods) {
      const base = tally.base[period]!
      base.count += 1
      addIncidents(base, organisation, 1)
      for (const [key] of placement) {
        const cell = rowCell(tally, key, period)
        cell.count += 1
        addIncidents(cell, organisation, 1)
      }
    }
  }
}

/** Perpetrators and police reports: numbers that an incident carries, of which one not known makes the sum a lower bound. */
function tallyQuantities(tally: Tally, incidents: readonly Counted[]): void {
  const place = placer(tally.spec)
  for (const { answers, organisation, periods } of incidents) {
    for (const period of periods) {
      const base = tally.base[period]!
      let contributes = false
      for (const [role, quantity] of quantitiesOf(tally.spec, answers)) {
        const placement = place({ role: [role] }, quantity ?? oneIncident)
        if (!placement) continue
        if (quantity === null) {
          base.atLeast = true
          for (const [key] of placement) rowCell(tally, key, period).atLeast = true
          continue
        }
        addQuantity(base, quantity)
        contributes ||= counts(quantity)
        for (const [key, part] of placement) {
          const cell = rowCell(tally, key, period)
          addQuantity(cell, part)
          if (counts(part)) addIncidents(cell, organisation, 1)
        }
      }
      if (contributes) addIncidents(base, organisation, 1)
    }
  }
}

function quantitiesOf(spec: TableSpec, answers: Incident): readonly (readonly [PerpetratorRole, Quantity | null])[] {
  if (spec.unit === 'police-report') return [['other', answers.policeReports]]
  return [['buyer', answers.buyers], ['procurer', answers.procurers], ['other', answers.otherPerpetrators]]
}

