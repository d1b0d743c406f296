// Where a unit goes in a table: past the filter, into the base, and into which rows.
import type { Dimension, TableSpec } from '../spec.ts'
import type { Facts } from './facts.ts'
import { rowKey } from './tally.ts'

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
  readonly keyOf: (code: string) => string
}

export function layoutOf(spec: Pick<TableSpec, 'by' | 'where' | 'groups' | 'base'>): Layout {
  const [first, second] = spec.by
  const groupOf = new Map((spec.groups ?? []).flatMap((group) => group.members.map((member) => [member, group.code] as const)))
  const answered = spec.base === 'answered'
  const keyOf = (code: string): string => groupOf.get(code) ?? code
  return {
    base: spec.base,
    filters: (Object.entries(spec.where ?? {}) as [Dimension, readonly string[]][]).map(([dimension, codes]) => [dimension, new Set(codes)]),
    first,
    second,
    known: (all) => {
      const codes = answered && all.some((code) => notKnown.has(code)) ? all.filter((code) => !notKnown.has(code)) : all
      return answered && codes.length === 0 ? undefined : codes
    },
    keysOf: (codes) => (groupOf.size === 0 && codes.every(isFirst) ? codes : [...new Set(codes.map(keyOf))]),
    keyOf,
  }
}

function isFirst(code: string, place: number, codes: readonly string[]): boolean {
  return codes.indexOf(code) === place
}

/** For units that are placed one by one: the rows of each, undefined when the filter or the base leaves it out. */
export function placer(spec: TableSpec): (facts: Facts) => readonly string[] | undefined {
  const { filters, first, second, known, keysOf } = layoutOf(spec)
  return (facts) => {
    for (const [dimension, wanted] of filters) {
      if (!codesOf(facts, dimension).some((code) => wanted.has(code))) return undefined
    }
    if (first === undefined) return []
    const codes = known(codesOf(facts, first))
    const keys = codes && keysOf(codes)
    return second === undefined ? keys : keys?.flatMap((key) => codesOf(facts, second).map((other) => rowKey([key, other])))
  }
}

function codesOf(facts: Facts, dimension: Dimension): readonly string[] {
  const codes = facts[dimension]
  if (!codes) throw new Error(`no facts of ${dimension}`)
  return codes
}
