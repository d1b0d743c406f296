// What stands in a cell of raw counts: number, zero, unknown and not collected are different signs.
import type { Quantity } from '@lykta/incident'

export type Sign =
  | { readonly sign: 'number'; readonly quantity: Quantity }
  | { readonly sign: 'zero' }
  /** Something was there; how many is not known ("at least 0"). */
  | { readonly sign: 'unknown' }
  | { readonly sign: 'not-collected' }

/** The characters are the same in every edition, and never read aloud: each has its words beside it. */
export const signCharacters = { zero: '0', hidden: '×', unknown: '?', 'not-collected': '··' } as const

/** A period without exposure was not collected, whatever the count says. */
export function signOf(quantity: Quantity, months: number): Sign {
  if (months === 0) return { sign: 'not-collected' }
  if (quantity.count > 0) return { sign: 'number', quantity }
  return { sign: quantity.atLeast ? 'unknown' : 'zero' }
}
