// One number from several reports of the same thing: the largest, and a lower bound as soon as they do not agree.
import type { Quantity } from '../quantity.ts'

/** Unknown only when nobody knows. */
export function joinQuantity(quantities: readonly (Quantity | null)[]): Quantity | null {
  const known = quantities.filter((quantity) => quantity !== null)
  if (known.length === 0) return null
  const count = Math.max(...known.map((quantity) => quantity.count))
  return { count, atLeast: known.some((quantity) => quantity.atLeast || quantity.count !== count) }
}
