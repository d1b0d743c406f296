// Counts persons of a set of incidents: entries without a reference for themselves, entries with one merged by period.
import { groupsOfSomebody, type PersonGroup } from '@lykta/incident'
import { columnsOf } from './column.ts'
import { type Facts, personAnswers, personFacts } from './facts.ts'
import { placer } from './place.ts'
import { placesOfUnits } from './places.ts'
import { addIncidents, addQuantity, rowCell, type Tally, type TallyCell } from './tally.ts'
import { tallyUnits, type Units } from './tally-units.ts'
import { mergePerson, type Person, personOf } from './unique-persons.ts'

/** One incident's person groups, and where it counts. */
export type PersonsOf = {
  readonly persons: readonly PersonGroup[]
  readonly organisation: number
  readonly periods: readonly number[]
}

type Counted = { readonly person: Person; readonly facts: Facts; readonly periods: readonly number[]; readonly seenIn: readonly number[] }

/**
 * Adds the persons of these incidents to the tallies; call it once with all of them, since a person may span incidents.
 * Incidents without a person reference are the many, and are counted in flat arrays; the others one person at a time.
 */
export function tallyPersons(tallies: readonly Tally[], incidents: readonly PersonsOf[]): void {
  if (tallies.length === 0) return
  const linked = incidents.filter(({ persons }) => persons.some((group) => group.personRef !== null))
  const plain = linked.length === 0 ? incidents : incidents.filter(({ persons }) => persons.every((group) => group.personRef === null))
  const entries = entriesOf(plain)
  const peopleOf = { person: once(() => uniquePersons(linked)), 'person-occurrence': once(() => occurrences(linked)) }
  for (const tally of tallies) {
    if (isTotal(tally)) {
      for (const { persons, periods } of plain) if (persons.length === 0) for (const period of periods) tally.base[period]!.atLeast = true
    }
    tallyUnits(tally, entries)
    if (linked.length > 0) addPeople(tally, peopleOf[tally.spec.unit === 'person' ? 'person' : 'person-occurrence'](), linked)
  }
}

/** An incident without a person entry has an unknown number of persons: it makes the total a lower bound, no part of it. */
function isTotal(tally: Tally): boolean {
  return tally.spec.where === undefined && tally.spec.base === 'all'
}

function entriesOf(incidents: readonly PersonsOf[]): Units {
  const groups: PersonGroup[] = []
  const owners: PersonsOf[] = []
  const numbers: number[] = []
  for (const [number, incident] of incidents.entries()) {
    for (const group of incident.persons) {
      if (group.count.count === 0 && !group.count.atLeast) continue
      groups.push(group)
      owners.push(incident)
      numbers.push(number)
    }
  }
  return {
    size: groups.length,
    places: placesOfUnits(owners),
    quantities: groups.map((group) => group.count),
    incidents: Int32Array.from(numbers),
    column: columnsOf(groups, personAnswers),
  }
}

function occurrences(incidents: readonly PersonsOf[]): readonly Counted[] {
  return incidents.flatMap(({ persons, periods }, index) => groupsOfSomebody(persons).map((group) => counted([group], periods, [index])))
}

function uniquePersons(incidents: readonly PersonsOf[]): readonly Counted[] {
  const people: Counted[] = []
  const linked = new Map<string, { readonly groups: PersonGroup[]; readonly seenIn: number[]; readonly period: number }>()
  for (const [index, { persons, periods }] of incidents.entries()) {
    for (const group of groupsOfSomebody(persons)) {
      if (group.personRef === null) {
        people.push(counted([group], periods, [index]))
        continue
      }
      for (const period of periods) {
        const key = `${period} ${group.personRef}`
        const entry = linked.get(key) ?? { groups: [], seenIn: [], period }
        entry.groups.push(group)
        entry.seenIn.push(index)
        linked.set(key, entry)
      }
    }
  }
  for (const { groups, seenIn, period } of linked.values()) people.push(counted(groups, [period], seenIn))
  return people
}

function counted(groups: readonly PersonGroup[], periods: readonly number[], seenIn: readonly number[]): Counted {
  const person = groups.length === 1 ? personOf(groups[0]!) : mergePerson(groups)
  return { person, facts: personFacts(person), periods, seenIn }
}

function addPeople(tally: Tally, people: readonly Counted[], incidents: readonly PersonsOf[]): void {
  const place = placer(tally.spec)
  const contribute = contributors(incidents)
  for (const { person, facts, periods, seenIn } of people) {
    const placement = place(facts, person.quantity)
    if (!placement) continue
    for (const period of periods) {
      const base = tally.base[period]!
      addQuantity(base, person.quantity)
      for (const incident of seenIn) contribute(base, incident)
      for (const [key, part] of placement) {
        const cell = rowCell(tally, key, period)
        addQuantity(cell, part)
        for (const incident of seenIn) contribute(cell, incident)
      }
    }
  }
}

/** Counts an incident once behind each cell, however many of its persons stand there. */
function contributors(incidents: readonly PersonsOf[]): (cell: TallyCell, incident: number) => void {
  const seen = new Map<TallyCell, Set<number>>()
  return (cell, incident) => {
    let own = seen.get(cell)
    if (!own) seen.set(cell, (own = new Set()))
    if (own.has(incident)) return
    own.add(incident)
    addIncidents(cell, incidents[incident]!.organisation, 1)
  }
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined
  return () => (made ??= { value: make() }).value
}
