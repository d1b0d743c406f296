// Counts persons of a set of incidents: entries without a reference for themselves, entries with one merged by period.
import { type Tally, wantedOf } from './tally.ts'
import { unitCounter, type Units } from './tally-units.ts'
import type { SeenPerson } from './occurrences.ts'
import { entryUnits, uniquePersonUnits } from './person-units.ts'

/** One incident's person groups, and where it counts. */
export type PersonsOf = {
  readonly persons: readonly SeenPerson[]
  /** Its number, or the number of several together (organisation-sets.ts). */
  readonly organisation: number
  readonly periods: readonly number[]
}

/**
 * Adds the persons of all incidents to the tallies; call it once, since a person may span incidents. `plain`: the entries
 * of incidents without a person reference, which are the many, in as many parts as they were read in; `linked`: the incidents that hold one.
 */
export function tallyPersons(tallies: readonly Tally[], plain: readonly Units[], linked: readonly PersonsOf[]): void {
  if (tallies.length === 0) return
  const wanted = wantedOf(tallies)
  const countPlain = plain.map(unitCounter)
  const countLinked = { person: once(() => unitCounter(uniquePersonUnits(linked, wanted))), 'person-occurrence': once(() => unitCounter(entryUnits(linked, wanted))) }
  for (const tally of tallies) {
    for (const count of countPlain) count(tally)
    if (linked.length > 0) countLinked[tally.spec.unit === 'person' ? 'person' : 'person-occurrence']()(tally)
  }
}

/** An incident without a person entry has an unknown number of persons: it makes the total a lower bound, no part of it. */
export function isTotalOfPersons({ spec }: Tally): boolean {
  return spec.where === undefined && spec.base === 'all'
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined
  return () => (made ??= { value: make() }).value
}
