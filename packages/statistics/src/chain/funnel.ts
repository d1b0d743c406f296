// How far cases come along the response chain, and how long each step takes. The unit is the case, and nothing here is protected.
import type { ChainLine, ChainStep } from '@lykta/incident'

export type FunnelStep = {
  readonly step: string
  /** Cases that reached it. A case may reach a step without the one before: no number is made of what nobody wrote down. */
  readonly cases: number
  /** Days from the step before that has a day, in the middle of those cases in which both days are known; null where there is none. */
  readonly median: number | null
  /** In how many they are. */
  readonly timed: number
}

/** `lines`: one a case, those that are unfounded or wholly withdrawn left out. */
export function chainFunnel(steps: readonly ChainStep[], lines: readonly ChainLine[]): readonly FunnelStep[] {
  return steps.map(({ id }) => {
    const reached = lines.flatMap(({ reached }) => reached.filter(({ step }) => step === id))
    // Days that run backwards are somebody's slip, and no time that anything took.
    const days = reached.flatMap(({ days }) => (days === null || days < 0 ? [] : [days]))
    return { step: id, cases: reached.length, median: medianOf(days), timed: days.length }
  })
}

/** Of two in the middle, the mean. */
export function medianOf(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  if (sorted.length === 0) return null
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}
