// Guards for what enters a formula: a wrong number here is a defect of the caller, never a user's mistake.

/** Throws unless every value is a whole number ≥ 0. */
export function checkCounts(where: string, ...values: readonly number[]): void {
  for (const value of values) if (!Number.isSafeInteger(value) || value < 0) throw new Error(`${where}: ${value} is no count`)
}

/** Throws unless every value is finite and above 0: a rate without exposure, a share without a base. */
export function checkPositive(where: string, ...values: readonly number[]): void {
  for (const value of values) if (!(value > 0 && value < Infinity)) throw new Error(`${where}: ${value} is not above 0`)
}

/** Throws unless 0 ≤ part ≤ base and base > 0, both whole. */
export function checkPart(where: string, part: number, base: number): void {
  checkCounts(where, part, base)
  checkPositive(where, base)
  if (part > base) throw new Error(`${where}: ${part} of ${base}`)
}
