// Persons as units that are counted: each group entry for itself, or those that share a reference as one by period.
import type { Quantity } from '@lykta/incident'
import type { Dimension } from '../spec.ts'
import { columnsOf, columnsOfKinds } from './column.ts'
import { personAnswers } from './facts.ts'
import { occurrencesOf, type SeenPerson } from './occurrences.ts'
import type { PersonsOf } from './persons.ts'
import { type Place, placesOfUnits } from './places.ts'
import { counts } from './tally.ts'
import type { Quantities, Units } from './tally-units.ts'
import { mergePerson, type Person } from './unique-persons.ts'

/** Every entry that stands for somebody. */
export function entryUnits(incidents: readonly PersonsOf[], wanted: ReadonlySet<Dimension>): Units {
  const groups: Person[] = []
  const owners: Place[] = []
  const numbers: number[] = []
  for (let number = 0; number < incidents.length; number += 1) {
    const incident = incidents[number]!
    const persons = occurrencesOf(incident.persons)
    for (let entry = 0; entry < persons.length; entry += 1) {
      const group = persons[entry]!
      if (!counts(group.count)) continue
      groups.push(group)
      owners.push(incident)
      numbers.push(number)
    }
  }
  const quantities = newQuantities(groups.length)
  for (let unit = 0; unit < groups.length; unit += 1) setQuantity(quantities, unit, groups[unit]!.count, numbers[unit]!)
  return { size: groups.length, places: placesOfUnits(owners), quantities, column: columnsOf(groups, personAnswers, wanted) }
}

function newQuantities(size: number): Quantities {
  return { counts: new Float64Array(size), atLeast: new Uint8Array(size), incidents: new Int32Array(size), again: new Uint8Array(size) }
}

function setQuantity({ counts: numbers, atLeast, incidents }: Quantities, unit: number, quantity: Quantity, incident: number): void {
  numbers[unit] = quantity.count
  atLeast[unit] = quantity.atLeast ? 1 : 0
  incidents[unit] = incident
}

/**
 * A unit for each entry in each of its periods, since who is the same person depends on the period. The first entry
 * of a person carries the count; the others carry none, and say in which incidents she or he was seen as well.
 */
export function uniquePersonUnits(incidents: readonly PersonsOf[], wanted: ReadonlySet<Dimension>): Units {
  const people: SeenPerson[][] = []
  const of: number[] = []
  const isFirst: boolean[] = []
  const owners: Place[] = []
  const numbers: number[] = []
  // An incident has a number of its own in each period: it stands behind cells of all of them.
  let number = 0
  for (const [period, own] of byPeriod(incidents)) {
    const known = new Map<string, number>()
    const periods = [period]
    for (const { persons, organisation } of own) {
      number += 1
      const owner = { periods, organisation }
      for (const group of persons) {
        if (!counts(group.count)) continue
        const { personRef } = group
        let person = personRef === null ? undefined : known.get(personRef)
        isFirst.push(person === undefined)
        if (person === undefined) {
          person = people.push([group]) - 1
          if (personRef !== null) known.set(personRef, person)
        } else people[person]!.push(group)
        of.push(person)
        owners.push(owner)
        numbers.push(number)
      }
    }
  }
  const persons = people.map(mergePerson)
  const quantities = { ...newQuantities(of.length), again: Uint8Array.from(isFirst, (first) => (first ? 0 : 1)) }
  for (let unit = 0; unit < of.length; unit += 1) setQuantity(quantities, unit, persons[of[unit]!]!.count, numbers[unit]!)
  return {
    size: of.length,
    places: placesOfUnits(owners),
    quantities,
    column: columnsOfKinds(Int32Array.from(of), columnsOf(persons, personAnswers, wanted)),
  }
}

function byPeriod(incidents: readonly PersonsOf[]): ReadonlyMap<number, readonly PersonsOf[]> {
  const found = new Map<number, PersonsOf[]>()
  for (const incident of incidents) {
    for (const period of incident.periods) {
      const own = found.get(period)
      if (own) own.push(incident)
      else found.set(period, [incident])
    }
  }
  return found
}
