// A programme that stays loaded in a solver while its costs, bounds and rows change; who solves it is passed in.
import type { Constraint } from '../linear.ts'

export type Program = {
  readonly cost: readonly number[]
  readonly lower: readonly number[]
  readonly upper: readonly number[]
  readonly rows: readonly Constraint[]
  /** Costs will change rather than rows: then the last basis stays feasible, and the primal method goes on from it. */
  readonly primal?: boolean
}

export type Outcome = {
  /** `stopped`: a limit was reached; values then are the best found, if any. */
  readonly status: 'optimal' | 'infeasible' | 'unbounded' | 'stopped'
  readonly objective: number
  /** Proven: no solution costs less. */
  readonly bound: number
  readonly values: Float64Array
  /** Of a linear run alone: a multiplier for each row, and what a unit more of each column would cost. */
  readonly rowDuals: Float64Array
  readonly columnDuals: Float64Array
}

/** Limits of work, so that the same question gets the same answer; seconds only as the end of the whole. */
export type Limits = { readonly seconds?: number; readonly nodes?: number; readonly gap?: number }

/** Least cost over the loaded programme. */
export type Loaded = {
  readonly setCosts: (columns: readonly number[], costs: readonly number[]) => void
  readonly setBounds: (columns: readonly number[], lower: readonly number[], upper: readonly number[]) => void
  readonly addRows: (rows: readonly Constraint[]) => void
  /** Relaxed: fractions are allowed. Continues from the last basis. */
  readonly relaxed: (limits?: Limits) => Outcome
  /** In whole numbers; `start` is a solution that is known already. */
  readonly whole: (limits?: Limits, start?: readonly number[]) => Outcome
  readonly close: () => void
}

export type LoadProgram = (program: Program) => Loaded
