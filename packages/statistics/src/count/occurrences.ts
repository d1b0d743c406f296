// The person entries of an incident or event as occurrences: what several reports of one event say of one person is one.
import { type CountedPerson, type SeenGroup } from '@lykta/incident'
import { counts } from './tally.ts'
import { mergePerson, type Person } from './unique-persons.ts'

/** What is counted of a group, and whether others of the same event with its reference are the same for certain. */
export type SeenPerson = CountedPerson & Pick<SeenGroup, 'once'>

export function occurrencesOf(persons: readonly SeenPerson[]): readonly Person[] {
  if (!persons.some(({ once }) => once)) return persons
  const occurrences: SeenPerson[][] = []
  const known = new Map<string, SeenPerson[]>()
  for (const person of persons) {
    if (!counts(person.count)) continue
    const same = person.once && person.personRef !== null ? known.get(person.personRef) : undefined
    if (same) same.push(person)
    else {
      const alone = [person]
      occurrences.push(alone)
      if (person.once && person.personRef !== null) known.set(person.personRef, alone)
    }
  }
  return occurrences.map(mergePerson)
}
