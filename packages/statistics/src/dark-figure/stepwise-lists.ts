// A model of the lists chosen step by step: the pair whose overlap surprises most is added, while it surprises enough.
import { poisson } from '../inference/count-distribution.ts'
import { type CaptureHistories, sumOf } from './capture-histories.ts'
import { countsOf, findFit, type LogLinearFit, overlapOf, type Pair } from './log-linear.ts'

export type StepwiseEstimate = { readonly estimate: number; readonly pairs: readonly Pair[] }

/**
 * From main effects on, the pair with the smallest one-sided Poisson probability of its overlap under the model so far, as
 * long as that is below `threshold` and the larger model has a finite, single estimate (L. Chan, B. W. Silverman & K.
 * Vincent, J. R. Statist. Soc. A 184 (2021) 1065–1096). `undefined` where not even the main effects have one.
 */
export function findStepwiseEstimate(histories: CaptureHistories, threshold = 0.02): StepwiseEstimate | undefined {
  const counts = countsOf(histories)
  let pairs: readonly Pair[] = []
  let fit = findFit(histories, pairs)
  if (!fit) return undefined
  for (;;) {
    const candidates = pairsOf(histories.lists).filter((pair) => !pairs.includes(pair))
      .map((pair) => ({ pair, p: surprise(counts, fit!, pair) })).filter(({ p }) => p < threshold).toSorted((a, b) => a.p - b.p)
    let added: LogLinearFit | undefined
    for (const { pair } of candidates) {
      added = findFit(histories, [...pairs, pair])
      if (!added) continue
      pairs = [...pairs, pair]
      break
    }
    if (!added) return { estimate: sumOf(histories) + fit.hidden, pairs }
    fit = added
  }
}

function surprise(counts: Float64Array, { fitted }: LogLinearFit, pair: Pair): number {
  const [observed, expected] = [overlapOf(counts, pair), overlapOf(fitted, pair)]
  if (!(expected > 0)) return 1
  const distribution = poisson(expected)
  return Math.min(distribution.atMost(observed), distribution.atLeast(observed))
}

export function pairsOf(lists: number): readonly Pair[] {
  const pairs: Pair[] = []
  for (let a = 0; a < lists; a++) for (let b = a + 1; b < lists; b++) pairs.push((1 << a) | (1 << b))
  return pairs
}
