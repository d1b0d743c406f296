// A number that may be a lower bound ("minst 4"), and stays one through every sum.

/** A whole number ≥ 0; `atLeast` when the truth may be higher. */
export type Quantity = {
  readonly count: number
  readonly atLeast: boolean
}

/** The most that is taken as a number of anything: six digits. */
export const largestQuantity = 999_999

export const zero: Quantity = { count: 0, atLeast: false }

export function sumQuantities(quantities: readonly Quantity[]): Quantity {
  let count = 0
  let atLeast = false
  for (const quantity of quantities) {
    count += quantity.count
    atLeast ||= quantity.atLeast
  }
  return { count, atLeast }
}

/** Reads "4", "minst 4", "at least 4", "≥4" or "4+" in either language; undefined for anything else, fractions and signs included. */
export function findQuantity(text: string): Quantity | undefined {
  const match = /^(?:(?<bound>minst|at least|≥|>=)\s*(?<bounded>\d{1,6})|(?<plain>\d{1,6})\s*(?<plus>\+)?)$/iu.exec(text.trim())
  if (!match?.groups) return undefined
  const { bound, bounded, plain, plus } = match.groups
  return { count: Number(bounded ?? plain), atLeast: bound !== undefined || plus !== undefined }
}
