// The range of a share when some answers are unknown: none of them yes, or all of them.
import { sumQuantities } from '@lykta/incident'
import type { Unit } from '../spec.ts'
import type { Figure } from './figure.ts'
import type { Interval } from './interval.ts'
import { checkSameUnit, shareRefusal, type ShareRefusal } from './share.ts'

export type WorstCaseShare<U extends Unit> = { readonly base: Figure<U> } & (
  | { readonly range: Interval }
  | { readonly range: null; readonly reason: ShareRefusal }
)

/**
 * yes / N to (yes + unknown) / N with N = yes + no + unknown. This is no confidence interval: it says what not knowing
 * alone leaves open, and stands before one. Refused on the same grounds as a share; those not asked belong in none of
 * the three.
 */
export function worstCaseShare<U extends Unit>(
  yes: Figure<U>,
  no: Figure<NoInfer<U>>,
  unknown: Figure<NoInfer<U>>,
): WorstCaseShare<U> {
  checkSameUnit('worstCaseShare', yes, no, unknown)
  const base = { ...sumQuantities([yes, no, unknown]), unit: yes.unit }
  const reason = shareRefusal(base)
  if (reason) return { base, range: null, reason }
  return { base, range: { lower: yes.count / base.count, upper: (yes.count + unknown.count) / base.count } }
}
