// Collects the attacker's unknowns and what is known of them, and checks every statement against the truth.
import { type CellKey, cellKey, type Family } from './cell-key.ts'
import type { Constraint, LinearSystem } from './linear.ts'

/** Coefficient and unknown. */
export type Term = readonly [coefficient: number, key: CellKey]

export type SystemBuilder = {
  /** Makes the unknown if it is new; its truth must always be the same. */
  readonly add: (family: Family, period: string, truth: number) => CellKey
  readonly has: (key: CellKey) => boolean
  readonly truth: (key: CellKey) => number
  /** Periods in which a family has an unknown. */
  readonly families: () => ReadonlyMap<Family, ReadonlySet<string>>
  /** True by definition: throws when it is not true of the counts, for then the audit would prove nothing. */
  readonly state: (terms: readonly Term[], lower: number, upper: number) => void
  /** True of most registers: the attacker is given it when it is true of this one. */
  readonly suppose: (terms: readonly Term[], lower: number, upper: number) => void
  /** What the new edition says of a cell without showing it: like `state`, and not known before. */
  readonly print: (terms: readonly Term[], lower: number, upper: number) => void
  /** The published value; `earlier` if it was published before this edition. */
  readonly publish: (key: CellKey, value: number, earlier: boolean) => void
  readonly build: () => BuiltSystem
}

export type BuiltSystem = {
  readonly system: LinearSystem
  readonly names: readonly CellKey[]
  readonly families: readonly Family[]
  readonly indexOf: ReadonlyMap<CellKey, number>
  /** Cells that are or were shown: nothing flows through them. */
  readonly fixed: ReadonlySet<number>
  /** Cells that this edition shows. */
  readonly shown: ReadonlySet<number>
  /** Cells that were shown before it: hiding them hides nothing. */
  readonly held: ReadonlySet<number>
  /** What was known before this edition, of the same unknowns. */
  readonly before: LinearSystem
}

/** No network counts so many of anything; stands for "no bound known", and is public. */
export const publicBound = 1_000_000

export function newSystem(): SystemBuilder {
  const names: CellKey[] = []
  const indexOf = new Map<CellKey, number>()
  const truths: number[] = []
  const values = new Map<CellKey, number>()
  const shown = new Set<CellKey>()
  const held = new Set<CellKey>()
  const printed = new Set<Constraint>()
  const families = new Map<Family, Set<string>>()
  const constraints: Constraint[] = []

  const truth = (key: CellKey): number => {
    const index = indexOf.get(key)
    if (index === undefined) throw new Error(`attacker's model: no unknown ${key}`)
    return truths[index]!
  }
  const holds = (terms: readonly Term[], lower: number, upper: number): boolean => {
    const value = terms.reduce((sum, [coefficient, key]) => sum + coefficient * truth(key), 0)
    return value >= lower && value <= upper
  }
  const push = (terms: readonly Term[], lower: number, upper: number): Constraint => {
    const constraint: Constraint = { terms: terms.map(([coefficient, key]) => [indexOf.get(key)!, coefficient]), lower, upper }
    constraints.push(constraint)
    return constraint
  }
  const stateTrue = (terms: readonly Term[], lower: number, upper: number): Constraint => {
    if (!holds(terms, lower, upper)) throw new Error(`attacker's model: not true of the counts: ${terms.map(([c, key]) => `${c} ${key}`).join(' ')}`)
    return push(terms, lower, upper)
  }
  const bounded = (known: (key: CellKey) => boolean, list: readonly Constraint[]): LinearSystem => ({
    lower: names.map((key) => (known(key) ? values.get(key)! : 0)),
    upper: names.map((key) => (known(key) ? values.get(key)! : publicBound)),
    integer: true,
    constraints: list,
  })
  return {
    add: (family, period, value) => {
      const key = cellKey(family, period)
      const index = indexOf.get(key)
      if (index !== undefined) {
        if (truths[index] !== value) throw new Error(`attacker's model: two counts of ${key}`)
        return key
      }
      indexOf.set(key, names.length)
      names.push(key)
      truths.push(value)
      families.set(family, (families.get(family) ?? new Set()).add(period))
      return key
    },
    has: (key) => indexOf.has(key),
    truth,
    families: () => families,
    state: (terms, lower, upper) => {
      stateTrue(terms, lower, upper)
    },
    print: (terms, lower, upper) => {
      printed.add(stateTrue(terms, lower, upper))
    },
    suppose: (terms, lower, upper) => {
      if (holds(terms, lower, upper)) push(terms, lower, upper)
    },
    publish: (key, value, earlier) => {
      if (truth(key) !== value) throw new Error(`attacker's model: published ${key} is not the count`)
      values.set(key, value)
      ;(earlier ? held : shown).add(key)
    },
    build: () => {
      const indexes = (keys: ReadonlySet<CellKey>): ReadonlySet<number> => new Set([...keys].map((key) => indexOf.get(key)!))
      return {
        system: bounded((key) => values.has(key), constraints),
        names,
        families: [...families.keys()],
        indexOf,
        fixed: new Set([...values.keys()].map((key) => indexOf.get(key)!)),
        shown: indexes(shown),
        held: indexes(held),
        before: bounded((key) => held.has(key), constraints.filter((constraint) => !printed.has(constraint))),
      }
    },
  }
}
