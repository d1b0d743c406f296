// All tables of two by two with the margins of the observed one: Fisher's noncentral hypergeometric distribution.
import { findRoot } from './find-root.ts'
import type { Interval } from './interval.ts'
import type { Answers } from './proportion.ts'

export type FixedMargins = {
  /** Which of the tables was observed; table 0 has the fewest "yes" in the first row. */
  readonly observed: number
  /** The probability of each table when the odds ratio is e^logOdds. */
  readonly probabilities: (logOdds: number) => readonly number[]
  /** Conditional maximum likelihood: the odds ratio that makes the observed "yes" the expected one. */
  readonly oddsRatio: () => number
  /** Exact: each end leaves the probability `tail` beyond the observed table. */
  readonly oddsRatioInterval: (tail: number) => Interval
}

export function fixedMargins(first: Answers, second: Answers): FixedMargins {
  const yes = first.yes + second.yes
  const fewest = Math.max(0, yes - second.base)
  const most = Math.min(first.base, yes)
  const observed = first.yes - fewest
  const last = most - fewest
  const logWeights = [0]
  for (let x = fewest; x < most; x++) {
    const step = ((first.base - x) * (yes - x)) / ((x + 1) * (second.base - yes + x + 1))
    logWeights.push(logWeights.at(-1)! + Math.log(step))
  }

  function probabilities(logOdds: number): readonly number[] {
    const logs = logWeights.map((weight, index) => weight + index * logOdds)
    const largest = logs.reduce((a, b) => Math.max(a, b))
    const weights = logs.map((log) => Math.exp(log - largest))
    const sum = weights.reduce((a, b) => a + b)
    return weights.map((weight) => weight / sum)
  }
  function solve(f: (probabilities: readonly number[]) => number): number {
    return Math.exp(findRoot((logOdds) => f(probabilities(logOdds)), 0, 1))
  }

  return {
    observed,
    probabilities,
    oddsRatio() {
      if (last === 0) return Number.NaN
      if (observed === 0) return 0
      if (observed === last) return Infinity
      return solve((shares) => shares.reduce((mean, share, index) => mean + index * share, 0) - observed)
    },
    oddsRatioInterval: (tail) => ({
      lower: observed === 0 ? 0 : solve((shares) => Math.log(sumOf(shares.slice(observed))) - Math.log(tail)),
      upper: observed === last ? Infinity : solve((shares) => Math.log(tail) - Math.log(sumOf(shares.slice(0, observed + 1)))),
    }),
  }
}

function sumOf(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0)
}
