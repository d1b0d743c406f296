// Where a unit goes in a table: past the filter, into the base, and into which rows with how much of its quantity.
import type { Quantity } from '@lykta/incident'
import type { Dimension, TableSpec } from '../spec.ts'
import type { Facts } from './facts.ts'
import { rowKey } from './tally.ts'
import { distribute } from './unique-persons.ts'

/** Where one unit belongs; undefined when the filter or the base leaves it out. */
export type Placement = readonly (readonly [key: string, part: Quantity])[]

const notKnown = new Set(['unknown', 'not-asked', 'conflicting'])

/** Prepares a specification once for many units. */
export function placer(spec: TableSpec): (facts: Facts, quantity: Quantity) => Placement | undefined {
  const filters = (Object.entries(spec.where ?? {}) as [Dimension, readonly string[]][]).map(
    ([dimension, codes]) => [dimension, new Set(codes)] as const,
  )
  const [first, second] = spec.by
  const groupOf = new Map((spec.groups ?? []).flatMap((group) => group.members.map((member) => [member, group.code] as const)))
  const answered = spec.base === 'answered'

  return (facts, quantity) => {
    for (const [dimension, codes] of filters) {
      if (!codesOf(facts, dimension).some((code) => codes.has(code))) return undefined
    }
    if (first === undefined) return []
    const all = codesOf(facts, first)
    const codes = answered ? all.filter((code) => !notKnown.has(code)) : all
    if (answered && codes.length === 0) return undefined
    const parts = partsOf(codes, groupOf, quantity, spec)
    if (second === undefined) return parts
    return parts.flatMap(([code, part]) => codesOf(facts, second).map((other) => [rowKey([code, other]), part] as const))
  }
}

function codesOf(facts: Facts, dimension: Dimension): readonly string[] {
  const codes = facts[dimension]
  if (!codes) throw new Error(`no facts of ${dimension}`)
  return codes
}

function partsOf(codes: readonly string[], groupOf: ReadonlyMap<string, string>, quantity: Quantity, spec: TableSpec): Placement {
  const only = codes.length === 1 ? codes[0] : undefined
  if (only !== undefined) return [[groupOf.get(only) ?? only, quantity]]
  const members = new Map<string, number>()
  for (const code of codes) {
    const target = groupOf.get(code) ?? code
    members.set(target, (members.get(target) ?? 0) + 1)
  }
  // An incident or an organisation stands whole in each of its rows; a group of persons divides over its nationalities.
  const divides = spec.unit === 'person' || spec.unit === 'person-occurrence'
  return divides ? distribute(quantity, members) : [...members.keys()].map((code) => [code, quantity] as const)
}
