// The same system with fewer unknowns: what is known goes into the bounds, unknowns that are equal become one, and a statement stands once.
import type { Constraint, LinearSystem } from './linear.ts'

export type Compacted = {
  readonly system: LinearSystem
  /** Where each unknown of the whole system is in the small one; undefined where it is known. */
  readonly placeOf: readonly (number | undefined)[]
  /** The value of each that is known. */
  readonly valueOf: ReadonlyMap<number, number>
}

type Row = { readonly terms: readonly (readonly [variable: number, coefficient: number])[]; lower: number; upper: number }

/** Undefined when the statements contradict each other. Every solution of the one is a solution of the other, in fractions too. */
export function compacted({ lower: allLower, upper: allUpper, integer, constraints }: LinearSystem): Compacted | undefined {
  const [lower, upper] = [[...allLower], [...allUpper]]
  const leaderOf = lower.map((_, variable) => variable)
  const leader = (variable: number): number => {
    let at = variable
    while (leaderOf[at] !== at) at = leaderOf[at]!
    leaderOf[variable] = at
    return at
  }
  let rows: readonly Row[] = constraints
  for (let isNew = true; isNew;) {
    isNew = false
    const kept = new Map<string, Row>()
    for (const row of rows) {
      const { terms, ...bounds } = simplified(row, leader, lower, upper)
      const [[first, one] = [-1, 0], [second, other] = [-1, 0]] = terms
      if (terms.length === 0) {
        if (bounds.lower > 0 || bounds.upper < 0) return undefined
      } else if (terms.length === 1 && (one === 1 || one === -1)) {
        isNew = true
        const [low, high] = one === 1 ? [bounds.lower, bounds.upper] : [-bounds.upper, -bounds.lower]
        lower[first] = Math.max(lower[first]!, low)
        upper[first] = Math.min(upper[first]!, high)
      } else if (terms.length === 2 && one + other === 0 && bounds.lower === 0 && bounds.upper === 0) {
        isNew = true
        leaderOf[second] = first
        lower[first] = Math.max(lower[first]!, lower[second]!)
        upper[first] = Math.min(upper[first]!, upper[second]!)
      } else {
        const sign = one < 0 ? -1 : 1
        const name = terms.map(([variable, coefficient]) => `${variable}:${coefficient * sign}`).join()
        const [low, high] = sign === 1 ? [bounds.lower, bounds.upper] : [-bounds.upper, -bounds.lower]
        const same = kept.get(name)
        if (same) {
          same.lower = Math.max(same.lower, low)
          same.upper = Math.min(same.upper, high)
        } else kept.set(name, { terms: sign === 1 ? terms : terms.map(([variable, coefficient]) => [variable, -coefficient] as const), lower: low, upper: high })
      }
      if (first >= 0 && lower[first]! > upper[first]!) return undefined
    }
    rows = [...kept.values()]
  }
  return renumbered(lower.map((_, variable) => leader(variable)), lower, upper, integer, rows)
}

/** Over leaders that are not known, in their order. */
function simplified({ terms, lower, upper }: Row, leader: (variable: number) => number, lowest: readonly number[], highest: readonly number[]): Row {
  const merged = new Map<number, number>()
  let known = 0
  for (const [variable, coefficient] of terms) {
    const at = leader(variable)
    if (lowest[at] === highest[at]) known += coefficient * lowest[at]!
    else merged.set(at, (merged.get(at) ?? 0) + coefficient)
  }
  return { terms: [...merged].filter(([, coefficient]) => coefficient !== 0).sort(([a], [b]) => a - b), lower: lower - known, upper: upper - known }
}

function renumbered(leaders: readonly number[], lower: readonly number[], upper: readonly number[], integer: boolean, rows: readonly Constraint[]): Compacted {
  const free = [...new Set(leaders)].filter((variable) => lower[variable]! < upper[variable]!)
  const placeOf = new Map(free.map((variable, place) => [variable, place]))
  return {
    system: {
      lower: free.map((variable) => lower[variable]!),
      upper: free.map((variable) => upper[variable]!),
      integer,
      constraints: rows.map(({ terms, ...bounds }) => ({ ...bounds, terms: terms.map(([variable, coefficient]) => [placeOf.get(variable)!, coefficient] as const) })),
    },
    placeOf: leaders.map((variable) => placeOf.get(variable)),
    valueOf: new Map(leaders.flatMap((at, variable) => (placeOf.has(at) ? [] : [[variable, lower[at]!] as const]))),
  }
}
