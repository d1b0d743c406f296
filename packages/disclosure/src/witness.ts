// A register that somebody has to think possible, and whether it really is: reckoned in whole numbers, by nothing but the statements themselves.
import type { LinearSystem } from './linear.ts'

/**
 * Registers that somebody had to think possible, each by how far every unknown is from its true value. Kept from one audit to
 * the next: what is printed differs little, and each is tried against everything that is known before it counts for anything.
 */
export type Witnesses = Float64Array[]

/** How far an unknown may be from its true value downwards (−1) or upwards (1); `enough` need not be passed. */
export type Distance = { readonly variable: number; readonly sign: 1 | -1; readonly enough: number }

/** Whether every bound and every statement is met exactly by the truth and these distances. */
export function isPossible({ lower, upper, constraints }: LinearSystem, truths: readonly number[], far: Float64Array): boolean {
  if (far.length !== truths.length) return false
  const values = new Float64Array(truths.length)
  for (let variable = 0; variable < values.length; variable += 1) {
    const value = truths[variable]! + far[variable]!
    if (!Number.isSafeInteger(value) || value < lower[variable]! || value > upper[variable]!) return false
    values[variable] = value
  }
  for (const { terms, lower: least, upper: most } of constraints) {
    let sum = 0
    for (let term = 0; term < terms.length; term += 1) sum += terms[term]![1] * values[terms[term]![0]]!
    if (sum < least || sum > most) return false
  }
  return true
}

export function reaches(far: Float64Array, { variable, sign, enough }: Distance): boolean {
  return sign * far[variable]! >= enough
}

/** How far each unknown need move either way for all of these. */
export function limitsOf(asked: readonly Distance[]): ReadonlyMap<number, { readonly down: number; readonly up: number }> {
  const limits = new Map<number, { down: number; up: number }>()
  for (const { variable, sign, enough } of asked) {
    const limit = limits.get(variable) ?? { down: 0, up: 0 }
    if (sign === 1) limit.up = Math.max(limit.up, enough)
    else limit.down = Math.max(limit.down, enough)
    limits.set(variable, limit)
  }
  return limits
}
