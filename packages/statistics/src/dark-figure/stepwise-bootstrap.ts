// How far chance and the choice of the model move a stepwise estimate: the choice is made anew in every replicate.
import { type Interval, tailOf } from '../inference/interval.ts'
import { normalCdf, normalQuantile } from '../inference/normal.ts'
import type { CaptureHistories } from './capture-histories.ts'
import { findStepwiseEstimate } from './stepwise-lists.ts'

export type StepwiseBootstrap = {
  readonly percentile: Interval
  /** Bias-corrected and accelerated; null where it would leave the replicates' range. */
  readonly bca: Interval | null
  /** Of the weighted delete-one jackknife. */
  readonly acceleration: number
  /** Replicates without an estimate are left out; many of them say that the lists are too thin. */
  readonly replicates: number
  readonly failed: number
}

/**
 * Persons are drawn again, as many, from the observed histories. `random` gives numbers from 0 up to 1; a fixed seed gives
 * fixed intervals (B. Efron, JASA 82 (1987) 171–185; L. Chan, B. W. Silverman & K. Vincent, J. R. Statist. Soc. A 184 (2021)
 * 1065–1096, who show that intervals given the chosen model alone are too short). Throws where there is no estimate.
 */
export function bootstrapStepwise(histories: CaptureHistories, options: { readonly random: () => number; readonly replicates?: number; readonly threshold?: number; readonly level?: number }): StepwiseBootstrap {
  const { random, replicates = 1000, threshold = 0.02, level = 0.95 } = options
  const estimate = findStepwiseEstimate(histories, threshold)?.estimate
  if (estimate === undefined) throw new Error('bootstrapStepwise: there is no estimate')
  const drawn: number[] = []
  for (let replicate = 0; replicate < replicates; replicate++) {
    const found = findStepwiseEstimate(redraw(histories, random), threshold)
    if (found) drawn.push(found.estimate)
  }
  drawn.sort((a, b) => a - b)
  const tail = tailOf(level)
  const acceleration = accelerationOf(histories, threshold)
  return {
    percentile: { lower: quantile(drawn, tail), upper: quantile(drawn, 1 - tail) },
    bca: bcaOf(drawn, estimate, acceleration, tail),
    acceleration,
    replicates: drawn.length,
    failed: replicates - drawn.length,
  }
}

function redraw({ lists, cells }: CaptureHistories, random: () => number): CaptureHistories {
  const ends: number[] = []
  let total = 0
  for (const { count } of cells) ends.push((total += count))
  const counts = new Uint32Array(cells.length)
  for (let person = 0; person < total; person++) {
    const at = random() * total
    let [low, high] = [0, ends.length - 1]
    while (low < high) {
      const middle = (low + high) >> 1
      if (ends[middle]! > at) high = middle
      else low = middle + 1
    }
    counts[low]! += 1
  }
  return { lists, cells: cells.map(({ on }, index) => ({ on, count: counts[index]! })) }
}

/** Each person left out once; those of one history give the same estimate. */
function accelerationOf(histories: CaptureHistories, threshold: number): number {
  const { lists, cells } = histories
  const left = cells.filter(({ count }) => count > 0).flatMap(({ on, count }) => {
    const found = findStepwiseEstimate({ lists, cells: cells.map((cell) => (cell.on === on ? { on, count: count - 1 } : cell)) }, threshold)
    return found ? [{ weight: count, estimate: found.estimate }] : []
  })
  const weights = left.reduce((sum, { weight }) => sum + weight, 0)
  const mean = left.reduce((sum, { weight, estimate }) => sum + weight * estimate, 0) / weights
  const power = (exponent: number): number => left.reduce((sum, { weight, estimate }) => sum + weight * (mean - estimate) ** exponent, 0)
  const spread = power(2)
  return spread === 0 ? 0 : power(3) / (6 * spread ** 1.5)
}

function bcaOf(drawn: readonly number[], estimate: number, acceleration: number, tail: number): Interval | null {
  const share = drawn.filter((value) => value < estimate).length / drawn.length
  if (share === 0 || share === 1) return null
  const bias = normalQuantile(share)
  const at = (probability: number): number => {
    const z = bias + normalQuantile(probability)
    return normalCdf(bias + z / (1 - acceleration * z))
  }
  return { lower: quantile(drawn, at(tail)), upper: quantile(drawn, at(1 - tail)) }
}

/** Of sorted values, R's type 8 (R. J. Hyndman & Y. Fan, Am. Stat. 50 (1996) 361–365). */
function quantile(sorted: readonly number[], probability: number): number {
  const place = (sorted.length + 1 / 3) * probability + 1 / 3
  const below = Math.min(sorted.length, Math.max(1, Math.floor(place)))
  const above = Math.min(sorted.length, below + 1)
  const part = Math.min(1, Math.max(0, place - below))
  return sorted[below - 1]! + part * (sorted[above - 1]! - sorted[below - 1]!)
}
