// Two proportions compared: their difference with an interval, and the exact test of one table of two by two.
import { checkPart } from './checks.ts'
import { chiSquareUpper } from './chi-square.ts'
import { equallyLikely } from './count-distribution.ts'
import { fixedMargins } from './fixed-margins.ts'
import { type Interval, tailOf } from './interval.ts'
import { type Answers, wilson } from './proportion.ts'

export type TwoProportions = {
  /** First share minus second, with Newcombe's hybrid score interval. */
  readonly difference: Interval & { readonly estimate: number }
  /** Conditional maximum likelihood, with the exact interval; `NaN` from 0 to `Infinity` if the margins leave one table only. */
  readonly oddsRatio: Interval & { readonly estimate: number }
  /** Fisher's exact test: tables no likelier than this one. */
  readonly fisherP: number
  /** Pearson's, without continuity correction. */
  readonly chiSquare: { readonly statistic: number; readonly p: number }
}

/**
 * Sources: R. G. Newcombe, Statistics in Medicine 17 (1998) 873–890, method 10; R. A. Fisher, Statistical Methods for
 * Research Workers, §21.02; limits of the odds ratio from the noncentral hypergeometric distribution, as R's
 * `fisher.test` defines them; R prints them from a search that stops up to 0.1 % away.
 * Throws unless 0 ≤ yes ≤ base and base > 0 in both.
 */
export function twoProportions(input: { first: Answers; second: Answers; level?: number }): TwoProportions {
  const { first, second, level = 0.95 } = input
  checkPart('twoProportions', first.yes, first.base)
  checkPart('twoProportions', second.yes, second.base)
  const tables = fixedMargins(first, second)
  return {
    difference: newcombe(first, second, level),
    oddsRatio: { estimate: tables.oddsRatio(), ...tables.oddsRatioInterval(tailOf(level)) },
    fisherP: fisherP(tables.probabilities(0), tables.observed),
    chiSquare: pearson(first, second),
  }
}

function newcombe(first: Answers, second: Answers, level: number): TwoProportions['difference'] {
  const [p, q] = [first.yes / first.base, second.yes / second.base]
  const [a, b] = [wilson({ ...first, level }), wilson({ ...second, level })]
  const estimate = p - q
  return {
    estimate,
    lower: estimate - Math.hypot(p - a.lower, b.upper - q),
    upper: estimate + Math.hypot(a.upper - p, q - b.lower),
  }
}

function fisherP(probabilities: readonly number[], observed: number): number {
  const threshold = probabilities[observed]! * equallyLikely
  return Math.min(1, probabilities.reduce((sum, probability) => (probability <= threshold ? sum + probability : sum), 0))
}

function pearson(first: Answers, second: Answers): TwoProportions['chiSquare'] {
  const base = first.base + second.base
  const yes = first.yes + second.yes
  // All answers alike: the two cannot differ.
  if (yes === 0 || yes === base) return { statistic: 0, p: 1 }
  const cross = first.yes * second.base - second.yes * first.base
  const statistic = (base * cross ** 2) / (first.base * second.base * yes * (base - yes))
  return { statistic, p: chiSquareUpper(statistic, 1) }
}
