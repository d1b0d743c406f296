// Does a share move over ordered periods? Cochran and Armitage's test for a linear trend in proportions.
import { checkPart } from './checks.ts'
import { normalTwoSided } from './normal.ts'
import type { Answers } from './proportion.ts'

export type ShareTrend = {
  /** Above 0 when the share rises with the score. */
  readonly z: number
  readonly chiSquare: number
  /** Two-sided, from the normal approximation. */
  readonly p: number
}

/**
 * W. G. Cochran, Biometrics 10 (1954) 417–451; P. Armitage, Biometrics 11 (1955) 375–386. Scores are any numbers, such
 * as years. `undefined` where no trend can show: all answers alike, or a single score. Throws for a group without a
 * base: leave it out.
 */
export function findShareTrend(groups: readonly (Answers & { readonly score: number })[]): ShareTrend | undefined {
  for (const { yes, base } of groups) checkPart('findShareTrend', yes, base)
  function sum(value: (group: (typeof groups)[number]) => number): number {
    return groups.reduce((total, group) => total + value(group), 0)
  }
  const base = sum((group) => group.base)
  const share = sum((group) => group.yes) / base
  const centre = sum((group) => group.base * group.score) / base
  const spread = sum((group) => group.base * (group.score - centre) ** 2)
  const variance = share * (1 - share) * spread
  if (!(variance > 0)) return undefined
  const z = sum((group) => (group.score - centre) * (group.yes - group.base * share)) / Math.sqrt(variance)
  return { z, chiSquare: z * z, p: normalTwoSided(z) }
}
