// Person groups in one order whatever the order they were written in, so that a sorted spreadsheet is no change.
import { canonicalText } from './canonical.ts'

export function inOneOrder<Group>(persons: readonly Group[]): readonly Group[] {
  if (persons.length < 2) return persons
  const keyed = persons.map((person) => ({ person, key: canonicalText(person) }))
  return keyed.sort((left, right) => (left.key < right.key ? -1 : left.key > right.key ? 1 : 0)).map(({ person }) => person)
}
