// A linear (or integer) programme as plain data; who solves it is passed in.

/** lower ≤ Σ coefficient × variable ≤ upper; infinities as ±Infinity. */
export type Constraint = {
  readonly terms: readonly (readonly [variable: number, coefficient: number])[]
  readonly lower: number
  readonly upper: number
}

/** Variables 0 … n−1 with bounds; constraints shared by every objective asked of it. */
export type LinearSystem = {
  readonly lower: readonly number[]
  readonly upper: readonly number[]
  readonly integer: boolean
  readonly constraints: readonly Constraint[]
}

export type Extreme =
  | { readonly status: 'optimal'; readonly value: number }
  | { readonly status: 'infeasible' | 'unbounded' | 'unknown' }

/**
 * Least and greatest value of each listed variable over the system.
 * One call a system, so that a solver can keep it loaded (warm starts) while the objectives change.
 */
export type SolveExtremes = (
  system: LinearSystem,
  variables: readonly number[],
) => Promise<readonly { readonly low: Extreme; readonly high: Extreme }[]>
