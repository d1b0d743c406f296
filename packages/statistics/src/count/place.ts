// Where a unit goes in a table: past the filter, into the base, and into which rows with how much of its quantity.
import type { Quantity } from '@lykta/incident'
import type { Dimension, TableSpec } from '../spec.ts'
import type { Facts } from './facts.ts'
import { rowKey } from './tally.ts'

/** Where one unit belongs; undefined when the filter or the base leaves it out. */
export type Placement = readonly (readonly [key: string, part: Quantity])[]

const notKnown = new Set(['unknown', 'not-asked', 'conflicting'])

/** A specification taken apart once for many units. */
export type Layout = Pick<TableSpec, 'base'> & {
  /** The codes of which one must apply. */
  readonly filters: readonly (readonly [dimension: Dimension, codes: ReadonlySet<string>])[]
  readonly first: Dimension | undefined
  readonly second: Dimension | undefined
  /** The codes of the first dimension that count; undefined when they leave the unit out of the base. */
  readonly known: (codes: readonly string[]) => readonly string[] | undefined
  /** Their rows, each once. */
  readonly keysOf: (codes: readonly string[]) => readonly string[]
  /** The row of one. */
  readonly rowOf: (code: string) => string
}

export function layoutOf(spec: TableSpec): Layout {
  const [first, second] = spec.by
  const groupOf = new Map((spec.groups ?? []).flatMap((group) => group.members.map((member) => [member, group.code] as const)))
  const answered = spec.base === 'answered'
  const rowOf = (code: string): string => groupOf.get(code) ?? code
  return {
    base: spec.base,
    filters: (Object.entries(spec.where ?? {}) as [Dimension, readonly string[]][]).map(([dimension, codes]) => [dimension, new Set(codes)]),
    first,
    second,
    known: (all) => {
      const codes = answered && all.some((code) => notKnown.has(code)) ? all.filter((code) => !notKnown.has(code)) : all
      return answered && codes.length === 0 ? undefined : codes
    },
    keysOf: (codes) => (groupOf.size === 0 && codes.every(isFirst) ? codes : [...new Set(codes.map(rowOf))]),
    rowOf,
  }
}

function isFirst(code: string, place: number, codes: readonly string[]): boolean {
  return codes.indexOf(code) === place
}

/** Prepares a specification for units that are placed one by one, each whole in every row that it stands in. */
export function placer(spec: TableSpec): (facts: Facts, quantity: Quantity) => Placement | undefined {
  const { filters, first, second, known, keysOf } = layoutOf(spec)
  return (facts, quantity) => {
    for (const [dimension, wanted] of filters) {
      if (!codesOf(facts, dimension).some((code) => wanted.has(code))) return undefined
    }
    if (first === undefined) return []
    const codes = known(codesOf(facts, first))
    if (!codes) return undefined
    const parts = keysOf(codes).map((key) => [key, quantity] as const)
    if (second === undefined) return parts
    return parts.flatMap(([code, part]) => codesOf(facts, second).map((other) => [rowKey([code, other]), part] as const))
  }
}

function codesOf(facts: Facts, dimension: Dimension): readonly string[] {
  const codes = facts[dimension]
  if (!codes) throw new Error(`no facts of ${dimension}`)
  return codes
}
