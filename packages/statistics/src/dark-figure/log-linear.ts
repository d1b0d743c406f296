// A log-linear model of the lists and of chosen pairs of them: its fit, and the number on no list that follows from it.
import type { CaptureHistories } from './capture-histories.ts'

/** Two lists, as a set: a bit for each. */
export type Pair = number

export type LogLinearFit = {
  /** Those on no list, e^intercept. */
  readonly hidden: number
  /** By history, index 0 unused; 0 where a pair of the model never overlaps. */
  readonly fitted: Float64Array
}

const mostSteps = 60

/**
 * Poisson regression with one parameter a list and one a pair, by Newton's method. A pair of the model that nobody is on has
 * the parameter −∞: its histories are left out (L. Chan, B. W. Silverman & K. Vincent, J. R. Statist. Soc. A 184 (2021)
 * 1065–1096). `undefined` where there is no finite estimate (the steps do not die out) or no single one (the matrix has no
 * full rank); S. E. Fienberg & A. Rinaldo, Ann. Statist. 40 (2012) 996–1023.
 */
export function findFit(histories: CaptureHistories, pairs: readonly Pair[]): LogLinearFit | undefined {
  const { lists } = histories
  const counts = countsOf(histories)
  const empty = pairs.filter((pair) => overlapOf(counts, pair) === 0)
  const kept = pairs.filter((pair) => !empty.includes(pair))
  const cells = Array.from({ length: 2 ** lists - 1 }, (_, index) => index + 1).filter((on) => !empty.some((pair) => (on & pair) === pair))
  const rows = cells.map((on) => [1, ...Array.from({ length: lists }, (_, list) => (on >> list) & 1), ...kept.map((pair) => ((on & pair) === pair ? 1 : 0))])
  const width = 1 + lists + kept.length
  if (rows.length < width) return undefined
  const observed = cells.map((on) => counts[on]!)
  let means = observed.map((count) => count + 0.1)
  let linear = means.map((mean) => Math.log(mean))
  let last: readonly number[] | undefined
  for (let step = 0; step < mostSteps; step++) {
    const working = linear.map((eta, row) => eta + (observed[row]! - means[row]!) / means[row]!)
    const next = solveWeighted(rows, means, working, width)
    if (!next) return undefined
    linear = rows.map((row) => row.reduce((sum, value, column) => sum + value * next[column]!, 0))
    means = linear.map((eta) => Math.exp(eta))
    if (!means.every((mean) => mean > 0 && mean < Infinity)) return undefined
    const moved = last === undefined ? Infinity : next.reduce((most, value, column) => Math.max(most, Math.abs(value - last![column]!)), 0)
    last = next
    if (moved < 1e-9) {
      const fitted = new Float64Array(2 ** lists)
      for (const [row, on] of cells.entries()) fitted[on] = means[row]!
      return { hidden: Math.exp(next[0]!), fitted }
    }
  }
  return undefined
}

/** By history. */
export function countsOf({ lists, cells }: CaptureHistories): Float64Array {
  const counts = new Float64Array(2 ** lists)
  for (const { on, count } of cells) counts[on] = count
  return counts
}

/** Of counts or of fitted means by history: how many are on both lists of the pair. */
export function overlapOf(values: Float64Array, pair: Pair): number {
  let sum = 0
  for (let on = pair; on < values.length; on++) if ((on & pair) === pair) sum += values[on]!
  return sum
}

/** Weighted least squares by Cholesky; undefined without full rank. */
function solveWeighted(rows: readonly (readonly number[])[], weights: readonly number[], values: readonly number[], width: number): readonly number[] | undefined {
  const matrix = new Float64Array(width * width)
  const right = new Float64Array(width)
  for (const [index, row] of rows.entries()) {
    const weight = weights[index]!
    for (let a = 0; a < width; a++) {
      if (row[a] === 0) continue
      right[a]! += weight * values[index]!
      for (let b = 0; b <= a; b++) if (row[b] !== 0) matrix[a * width + b]! += weight
    }
  }
  for (let a = 0; a < width; a++) {
    for (let b = 0; b <= a; b++) {
      let sum = matrix[a * width + b]!
      for (let k = 0; k < b; k++) sum -= matrix[a * width + k]! * matrix[b * width + k]!
      if (a === b && !(sum > 1e-12 * matrix[a * width + a]!)) return undefined
      matrix[a * width + b] = a === b ? Math.sqrt(sum) : sum / matrix[b * width + b]!
    }
  }
  for (let a = 0; a < width; a++) {
    for (let k = 0; k < a; k++) right[a]! -= matrix[a * width + k]! * right[k]!
    right[a]! /= matrix[a * width + a]!
  }
  for (let a = width - 1; a >= 0; a--) {
    for (let k = a + 1; k < width; k++) right[a]! -= matrix[k * width + a]! * right[k]!
    right[a]! /= matrix[a * width + a]!
  }
  return Array.from(right)
}
