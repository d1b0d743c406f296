// Counts persons of a set of incidents: entries without a reference for themselves, entries with one merged by period.
import type { PersonGroup } from '@lykta/incident'
import { personFacts } from './facts.ts'
import { placer } from './place.ts'
import { addIncidents, addQuantity, counts, rowCell, type Tally, type TallyCell } from './tally.ts'
import { mergePerson, type Person, personOf } from './unique-persons.ts'

/** One incident's person groups, and where it counts. */
export type PersonsOf = {
  readonly persons: readonly PersonGroup[]
  readonly organisation: number
  readonly periods: readonly number[]
}

/** Adds the persons of these incidents to a tally; call it once with all of them, since a person may span incidents. */
export function tallyPersons(tally: Tally, incidents: readonly PersonsOf[]): void {
  const place = placer(tally.spec)
  const merging = tally.spec.unit === 'person'
  const contribute = contributors(incidents)
  const add = (person: Person, seenIn: readonly number[], period: number): void => {
    const placement = place(personFacts(person), person.quantity)
    if (!placement || !counts(person.quantity)) return
    const cells = placement.map(([key, part]) => {
      const cell = rowCell(tally, key, period)
      addQuantity(cell, part)
      return cell
    })
    addQuantity(tally.base[period]!, person.quantity)
    for (const cell of [tally.base[period]!, ...cells]) {
      for (const incident of seenIn) contribute(cell, incident)
    }
  }

  const linked = new Map<string, { readonly groups: PersonGroup[]; readonly seenIn: number[]; readonly period: number }>()
  for (const [index, incident] of incidents.entries()) {
    for (const period of incident.periods) {
      if (incident.persons.length === 0 && isTotal(tally)) tally.base[period]!.atLeast = true
      for (const group of incident.persons) {
        if (!merging || group.personRef === null) {
          add(personOf(group), [index], period)
          continue
        }
        const key = `${period} ${group.personRef}`
        const entry = linked.get(key) ?? { groups: [], seenIn: [], period }
        entry.groups.push(group)
        entry.seenIn.push(index)
        linked.set(key, entry)
      }
    }
  }
  for (const { groups, seenIn, period } of linked.values()) add(mergePerson(groups), seenIn, period)
}

/** An incident without a person entry has an unknown number of persons: it makes the total a lower bound, no part of it. */
export function isTotal(tally: Tally): boolean {
  return tally.spec.where === undefined && tally.spec.base === 'all'
}

/**
 * Counts an incident once behind each cell, however many of its persons stand there.
 * Plain incidents come one after another, so remembering the last is enough; a person reference jumps back, so the
 * incidents that carry one are remembered apart.
 */
function contributors(incidents: readonly PersonsOf[]): (cell: TallyCell, incident: number) => void {
  const last = new Map<TallyCell, number>()
  const linked = new Map<TallyCell, Set<number>>()
  return (cell, incident) => {
    const { persons, organisation } = incidents[incident]!
    if (persons.every((group) => group.personRef === null)) {
      if (last.get(cell) === incident) return
      last.set(cell, incident)
    } else {
      const seen = linked.get(cell) ?? new Set()
      if (seen.has(incident)) return
      linked.set(cell, seen.add(incident))
    }
    addIncidents(cell, organisation, 1)
  }
}
