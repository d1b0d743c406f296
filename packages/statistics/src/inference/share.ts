// A share: a part of a base in the same unit, and the reason where no percentage may be given.
import type { Unit } from '../spec.ts'
import { checkCounts } from './checks.ts'
import type { Figure } from './figure.ts'

/** Below this base a percentage moves by more than five points with one unit, so the counts speak for themselves. */
export const smallestBase = 20

export type ShareRefusal =
  /** Nobody knows of how many: "25 of at least 41". */
  | 'base-at-least'
  /** Below `smallestBase`. */
  | 'base-too-small'

/** The share never travels without the two figures it comes from: a percentage is shown with its base. */
export type Share<U extends Unit> = { readonly numerator: Figure<U>; readonly base: Figure<U> } & (
  | {
      /** From 0 to 1. */
      readonly share: number
      /** The numerator is a lower bound, and so is the share: "at least 61 % of 41". */
      readonly atLeast: boolean
    }
  | { readonly share: null; readonly reason: ShareRefusal }
)

/**
 * Different units do not compile; where both are known only as `Unit` (cells of a table), different ones throw, as does
 * a numerator above its base, except above a base that is a lower bound.
 */
export function shareOf<U extends Unit>(numerator: Figure<U>, base: Figure<NoInfer<U>>): Share<U> {
  checkSameUnit('shareOf', numerator, base)
  const reason = shareRefusal(base)
  if (reason) return { numerator, base, share: null, reason }
  if (numerator.count > base.count) throw new Error(`shareOf: ${numerator.count} of ${base.count}`)
  return { numerator, base, share: numerator.count / base.count, atLeast: numerator.atLeast }
}

/** Why no percentage may be taken of this base; undefined if one may. */
export function shareRefusal(base: Figure<Unit>): ShareRefusal | undefined {
  if (base.atLeast) return 'base-at-least'
  return base.count < smallestBase ? 'base-too-small' : undefined
}

/** Throws unless all are counts of one unit. */
export function checkSameUnit(where: string, ...figures: readonly Figure<Unit>[]): void {
  checkCounts(where, ...figures.map((figure) => figure.count))
  const units = new Set(figures.map((figure) => figure.unit))
  if (units.size > 1) throw new Error(`${where}: ${[...units].join(' and ')} are different units`)
}
