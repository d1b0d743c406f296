// When a part may stand as per cent of a base, and which: the rules of counting, in one place.
import type { Quantity } from '@lykta/incident'

/** Percentages only from a base of this size. */
export const smallestBase = 20

/** Whole per cent, halves upwards; undefined below the smallest base, or where either number is a lower bound. */
export function findPercent(part: Quantity, base: Quantity): number | undefined {
  if (base.count < smallestBase || base.atLeast || part.atLeast) return undefined
  return Math.floor((200 * part.count + base.count) / (2 * base.count))
}
