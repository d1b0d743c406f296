// The attack itself: least and greatest value of each unknown, and whether that is wide enough.
import type { Extreme, LinearSystem, SolveExtremes } from './linear.ts'
import type { Demand } from './protection-rule.ts'

export type Interval = { readonly low: number; readonly high: number }

/** Thrown when the statements contradict each other, the solver gives no answer or the audit fails: then nothing is proven. */
export class AttackError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'AttackError'
  }
}

/** Least and greatest whole number each unknown may have. A solver that does not answer is an error, never a pass. */
export async function attack(system: LinearSystem, variables: readonly number[], solve: SolveExtremes): Promise<ReadonlyMap<number, Interval>> {
  const unique = [...new Set(variables)]
  const extremes = unique.length === 0 ? [] : await solve(system, unique)
  if (extremes.length !== unique.length) throw new AttackError('the solver left unknowns out')
  return new Map(unique.map((variable, index) => {
    const { low, high } = extremes[index]!
    return [variable, { low: Math.ceil(valueOf(low, -Infinity) - tolerance) + 0, high: Math.floor(valueOf(high, Infinity) + tolerance) }]
  }))
}

const tolerance = 1e-6

function valueOf(extreme: Extreme, unbounded: number): number {
  if (extreme.status === 'optimal') return extreme.value
  if (extreme.status === 'unbounded') return unbounded
  throw new AttackError(extreme.status === 'infeasible' ? 'the statements contradict each other: the audit would prove anything' : 'the solver gave no answer')
}

export function meets({ low, high }: Interval, demand: Demand): boolean {
  return low <= demand.low && high >= demand.high
}

/** Each end that what was known already falls short of may come no nearer; the others must hold as ever. */
export function besideKnown({ interval, demand }: { readonly interval: Interval; readonly demand: Demand | null }, known: Interval):
  { readonly demand: Demand | null; readonly safe: boolean; readonly before: Interval } {
  if (!demand) return { demand, safe: known.high === known.low, before: known }
  const less: Demand = { low: Math.max(demand.low, known.low), high: Math.min(demand.high, known.high) }
  return { demand: less, safe: meets(interval, less), before: known }
}
