// Groupings of the same facts that differ in their keys alone share one pass: reading a row costs more than grouping it.
import type { GroupRow } from './sql-scope.ts'

export type Facts = 'incident_fact' | 'person_fact'

export type Which = {
  readonly condition?: string
  /** A column whose codes are counted one by one; the only key is then `code`. */
  readonly each?: string
}

/** What groupings must have in common to share a pass. */
export type Pass = Required<Pick<Which, 'condition'>> & Pick<Which, 'each'> & { readonly facts: Facts; readonly values: readonly string[] }

type Asked = {
  readonly pass: Pass
  readonly sets: (readonly string[])[]
  /** The rows of each set. */
  readonly rows: Promise<readonly (readonly GroupRow[])[]>
}

/** What is asked for within one turn of the event loop is collected and then asked of the database together. */
export function collector(askTogether: (pass: Pass, sets: readonly (readonly string[])[]) => Promise<readonly (readonly GroupRow[])[]>) {
  const collecting = new Map<string, Asked>()
  const known = new Map<string, Promise<readonly GroupRow[]>>()
  return (facts: Facts, keys: readonly string[], values: readonly string[], { condition = 'true', each }: Which = {}): Promise<readonly GroupRow[]> => {
    const passName = JSON.stringify([facts, values, condition, each])
    const name = JSON.stringify([passName, keys])
    const answered = known.get(name)
    if (answered) return answered
    let asked = collecting.get(passName)
    if (!asked) {
      const pass: Pass = { facts, values, condition, ...(each === undefined ? {} : { each }) }
      const sets: (readonly string[])[] = []
      const rows = Promise.resolve().then(() => {
        collecting.delete(passName)
        return askTogether(pass, sets)
      })
      asked = { pass, sets, rows }
      collecting.set(passName, asked)
    }
    const place = asked.sets.push(keys) - 1
    const rows = asked.rows.then((found) => found[place]!)
    known.set(name, rows)
    return rows
  }
}

export type GroupingSets = {
  readonly select: readonly string[]
  readonly groupBy: string
  /** For each set the names of its keys' columns, in its own order. */
  readonly keysOf: readonly (readonly string[])[]
  readonly valueNames: readonly string[]
  /** The sets that a row belongs to, by its column `g`. */
  readonly setOf: (grouping: unknown) => readonly number[]
}

/** SQL after the first three columns, by which everything is grouped. */
export function groupingSets(values: readonly string[], sets: readonly (readonly string[])[]): GroupingSets {
  const keys = [...new Set(sets.flat())]
  const all = sets.map((_, set) => set)
  const alone = sets.every((set) => set.length === keys.length)
  // A bit for each key that a set leaves out, the first key's the highest, as PostgreSQL's grouping() has it.
  const maskOf = (set: readonly string[]): number => keys.reduce((mask, key) => mask * 2 + (set.includes(key) ? 0 : 1), 0)
  const byMask = Map.groupBy(all, (set) => maskOf(sets[set]!))
  const positions = (set: readonly string[]): string => [1, 2, 3, ...set.map((key) => 4 + keys.indexOf(key))].join(', ')
  return {
    select: [
      ...keys.map((key, index) => `${key} as k${index}`),
      ...values.map((value, index) => `${value} as v${index}`),
      ...(alone ? [] : [`grouping(${keys.join(', ')}) as g`]),
    ],
    groupBy: alone ? positions(keys) : `grouping sets (${[...byMask.values()].map(([set]) => `(${positions(sets[set!]!)})`).join(', ')})`,
    keysOf: sets.map((set) => set.map((key) => `k${keys.indexOf(key)}`)),
    valueNames: values.map((_, index) => `v${index}`),
    setOf: (grouping) => (alone ? all : (byMask.get(Number(grouping)) ?? [])),
  }
}
