// Groupings of the same facts that differ in their keys alone share one pass: reading a row costs more than grouping it.
import type { GroupRow } from './sql-scope.ts'

/** What groupings must have in common to share a pass. */
export type Pass = { readonly condition: string; readonly values: readonly string[] }

type Asked = {
  readonly sets: (readonly string[])[]
  /** The rows of each set. */
  readonly rows: Promise<readonly (readonly GroupRow[])[]>
}

/** What is asked for within one turn of the event loop is collected and then asked of the database together. */
export function collector(askTogether: (pass: Pass, sets: readonly (readonly string[])[]) => Promise<readonly (readonly GroupRow[])[]>) {
  const collecting = new Map<string, Asked>()
  const known = new Map<string, Promise<readonly GroupRow[]>>()
  return (keys: readonly string[], values: readonly string[], condition = 'true'): Promise<readonly GroupRow[]> => {
    const passName = JSON.stringify([values, condition])
    const name = JSON.stringify([passName, keys])
    const answered = known.get(name)
    if (answered) return answered
    let asked = collecting.get(passName)
    if (!asked) {
      const sets: (readonly string[])[] = []
      const rows = Promise.resolve().then(() => {
        collecting.delete(passName)
        return askTogether({ condition, values }, sets)
      })
      asked = { sets, rows }
      collecting.set(passName, asked)
    }
    const place = asked.sets.push(keys) - 1
    const rows = asked.rows.then((found) => found[place]!)
    known.set(name, rows)
    return rows
  }
}

export type GroupingSets = {
  readonly text: string
  /** Gives each group of one row to every set that it belongs to. */
  readonly readGroups: (row: Readonly<Record<string, unknown>>, give: (set: number, group: Group) => void) => void
}

export type Group = {
  readonly keys: readonly string[]
  /** Whole numbers; 1 and 0 for true and false. */
  readonly values: readonly number[]
}

/**
 * One row for each stretch of time, organisation and set, its groups as lines and their keys and values between tabs:
 * a column of its own for each would take longer to read than to count. Keys are codes, and none of them is null.
 */
export function groupingSets(whenAndWho: string, source: string, values: readonly string[], sets: readonly (readonly string[])[]): GroupingSets {
  const keys = [...new Set(sets.flat())]
  // A bit for each key that a set leaves out, the first key's the highest, as PostgreSQL's grouping() has it.
  const maskOf = (set: readonly string[]): number => keys.reduce((mask, key) => mask * 2 + (set.includes(key) ? 0 : 1), 0)
  const byMask = Map.groupBy(sets.map((_, set) => set), (set) => maskOf(sets[set]!))
  const listed = [...byMask.values()].map(([set]) => keys.flatMap((key, index) => (sets[set!]!.includes(key) ? [4 + index] : [])))
  const positions = listed.map((list) => `(${[1, 2, 3, ...list].join(', ')})`).join(', ')
  const names = [...keys.map((_, index) => `k${index}`), ...values.map((_, index) => `v${index}`)]
  const columns = [...keys, ...values].map((column, index) => `${column} as ${names[index]!}`)
  const grouping = byMask.size > 1 ? `grouping(${keys.join(', ')})` : '0'
  // A single set is grouped plainly, which several processes can do together.
  const groupBy = byMask.size > 1 ? `grouping sets (${positions})` : positions.slice(1, -1)
  // A line holds its keys in the order in which they were first asked for, then its values.
  const orders = sets.map((set) => {
    const own = keys.filter((key) => set.includes(key))
    const places = set.map((key) => own.indexOf(key))
    return places.every((place, index) => place === index) ? undefined : places
  })
  return {
    text: `select i, j, o, g, string_agg(concat_ws(E'\\t', ${names.join(', ')}), E'\\n') as lines
      from (select ${[whenAndWho, ...columns, `${grouping} as g`].join(', ')} from ${source} group by ${groupBy}) as groups group by 1, 2, 3, 4`,
    readGroups: ({ g, lines }, give) => {
      const own = byMask.size > 1 ? (byMask.get(Number(g)) ?? []) : sets.map((_, set) => set)
      for (const line of (lines as string).split('\n')) {
        const cells = line.split('\t')
        const numbers = cells.splice(cells.length - values.length).map(numberOf)
        for (const set of own) {
          const order = orders[set]
          give(set, { keys: order ? order.map((place) => cells[place]!) : cells, values: numbers })
        }
      }
    },
  }
}

function numberOf(text: string): number {
  return text === 't' ? 1 : text === 'f' ? 0 : Number(text)
}
