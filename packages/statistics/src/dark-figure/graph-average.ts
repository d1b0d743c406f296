// The number of persons averaged over every decomposable graph of the lists: one distribution, with what is not known of the model in it.
import { logGamma } from '../inference/log-gamma.ts'
import { type CaptureHistories, checkHistories, sumOf } from './capture-histories.ts'
import { decomposableGraphs } from './decomposable-graphs.ts'

export type GraphAverage = {
  readonly mean: number
  readonly median: number
  /** Of 95 %. */
  readonly lower: number
  readonly upper: number
  readonly graphs: number
  /** The probability of the largest hundredth of the numbers that were tried: far above 0, the data do not say where it ends. */
  readonly massAtEdge: number
}

const points = 1000

/**
 * Madigan and York's model (D. Madigan & J. C. York, Biometrika 84 (1997) 19–31; as in K. Lum, J. Johndrow & P. Ball's
 * program dga): for each graph, Dirichlet–multinomial likelihoods of its cliques over those of its separators, with
 * hyper-Dirichlet weights `delta` a history (2^−lists by default), a prior 1 / N, and every graph alike. The number of
 * those on no list is tried at a thousand points up to thirty times the observed. For three to six lists.
 */
export function averageOverGraphs(histories: CaptureHistories, delta = 2 ** -histories.lists): GraphAverage {
  checkHistories('averageOverGraphs', histories)
  const { lists } = histories
  if (lists < 3 || lists > 6) throw new Error(`averageOverGraphs: ${lists} lists`)
  const observed = sumOf(histories)
  const hidden = grid(30 * observed)
  const graphs = decomposableGraphs(lists)
  const scores = Array.from({ length: 2 ** lists }, (_, subset) => scoresOf(histories, subset, hidden, delta))
  const prior = hidden.map((missing) => logGamma(observed + missing + 1) - logGamma(missing + 1) - Math.log(observed + missing))
  const logs = graphs.map(({ cliques, separators }) => hidden.map((_, at) => {
    let sum = prior[at]!
    for (const clique of cliques) sum += scores[clique]![at]!
    for (const separator of separators) sum -= scores[separator]![at]!
    return sum
  }))
  return summary(logs, hidden, observed, graphs.length)
}

/** round(seq(1, most, length = 1000)), as the program tries them; halves to the even number. */
function grid(most: number): readonly number[] {
  return Array.from({ length: points }, (_, index) => roundHalfEven(1 + (index * (most - 1)) / (points - 1)))
}

/** The log likelihood of the lists of a set alone, for each number of persons on none. */
function scoresOf({ lists, cells }: CaptureHistories, subset: number, hidden: readonly number[], delta: number): Float64Array {
  const counts = new Map<number, number>()
  for (const { on, count } of cells) counts.set(on & subset, (counts.get(on & subset) ?? 0) + count)
  let width = 0
  for (let rest = subset; rest > 0; rest &= rest - 1) width += 1
  const alpha = delta * 2 ** (lists - width)
  const all = delta * 2 ** lists
  const observed = [...counts.values()].reduce((sum, count) => sum + count, 0)
  const none = counts.get(0) ?? 0
  const fixed = [...counts].reduce((sum, [history, count]) => (history === 0 ? sum : sum + logGamma(alpha + count) - logGamma(alpha)), 0)
  return Float64Array.from(hidden, (missing) => fixed + logGamma(alpha + none + missing) - logGamma(alpha) + logGamma(all) - logGamma(all + observed + missing))
}

function summary(logs: readonly (readonly number[])[], hidden: readonly number[], observed: number, graphs: number): GraphAverage {
  const most = logs.reduce((top, row) => row.reduce((a, b) => Math.max(a, b), top), -Infinity)
  const weights = hidden.map((_, at) => logs.reduce((sum, row) => sum + Math.exp(row[at]! - most), 0))
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  const quantile = (probability: number): number => {
    let below = 0
    const at = weights.findIndex((weight) => (below += weight / total) > probability)
    return observed + hidden[at < 0 ? hidden.length - 1 : at]!
  }
  return {
    mean: observed + weights.reduce((sum, weight, at) => sum + (weight / total) * hidden[at]!, 0),
    median: quantile(0.5),
    lower: quantile(0.025),
    upper: quantile(0.975),
    graphs,
    massAtEdge: weights.slice(-points / 100).reduce((sum, weight) => sum + weight, 0) / total,
  }
}

function roundHalfEven(value: number): number {
  const floor = Math.floor(value)
  if (value - floor !== 0.5) return Math.round(value)
  return floor % 2 === 0 ? floor : floor + 1
}
