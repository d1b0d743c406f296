// The codes that a row may have, in the order of the form: what the public knows before it sees a count.
import { ageGroups, answers, exploitations, type Hierarchy, perpetratorRoles, placeTypes, sectors, sexes } from '@lykta/incident'
import type { Dimension } from '@lykta/statistics'

const closed: Readonly<Partial<Record<Dimension, readonly string[]>>> = {
  exploitation: exploitations,
  'place-type': placeTypes,
  sector: sectors,
  'police-contacted': answers,
  'support-contact': [...answers, 'not-asked'],
  'support-offered': [...answers, 'not-asked'],
  'accepted-support': [...answers, 'not-asked'],
  sex: [...sexes, 'conflicting'],
  'age-group': [...ageGroups, 'conflicting'],
  role: perpetratorRoles,
  'persons-known': ['known', 'unknown'],
  'buyers-known': ['known', 'unknown'],
  'procurers-known': ['known', 'unknown'],
  'other-perpetrators-known': ['known', 'unknown'],
  'perpetrators-known': ['known', 'unknown'],
  'police-reports-known': ['known', 'unknown'],
}

/** Codes of one dimension; those of the form or the catalogue, never only those that occur. */
export function codeList(dimension: Dimension, hierarchies: readonly Hierarchy[]): readonly string[] {
  const parents = parentsOf(dimension, hierarchies)
  const inner = new Set(Object.values(parents))
  return closed[dimension] ?? Object.keys(parents).filter((code) => !inner.has(code))
}

/** Codes of rows as they are written; of two dimensions every pair, so that a row's being there does not say that somebody is in it. */
export function rowCodes(by: readonly Dimension[], hierarchies: readonly Hierarchy[]): readonly string[] {
  const [first = [], second] = by.map((dimension) => codeList(dimension, hierarchies))
  return second === undefined ? first : first.flatMap((code) => second.map((other) => `${code}/${other}`))
}

export function parentsOf(dimension: Dimension, hierarchies: readonly Hierarchy[]): Readonly<Record<string, string | null>> {
  return hierarchies.find((hierarchy) => hierarchy.dimension === dimension)?.parents ?? {}
}
