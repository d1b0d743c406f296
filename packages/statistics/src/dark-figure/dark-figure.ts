// Whether the number of those on no list can be told at all: every method beside the others, and the gates before them.
import { type CaptureHistories, checkHistories, listSizes, onTwoOrMore, sumOf } from './capture-histories.ts'
import { type ChaoBound, chaoBound } from './chao-bound.ts'
import { averageOverGraphs, type GraphAverage } from './graph-average.ts'
import { findIndependentEstimate } from './independent-lists.ts'
import { type LeastNumber, leastNumber } from './least-number.ts'
import { bootstrapStepwise, type StepwiseBootstrap } from './stepwise-bootstrap.ts'
import { findStepwiseEstimate, type StepwiseEstimate } from './stepwise-lists.ts'

export type DarkFigureReason =
  /** Fewer than three lists that were made apart from each other. */
  | 'few-lists'
  /** More than six: the average over graphs takes too long. */
  | 'many-lists'
  /** How often one person was taken for two, or two for one, is not known. */
  | 'linkage-unknown'
  /** Fewer than 20 persons on two lists or more. */
  | 'few-on-two-lists'
  /** A list of fewer than 10 persons. */
  | 'small-list'
  /** A model has no finite, single estimate. */
  | 'no-estimate'
  /** The largest of the methods' numbers is more than twice the smallest. */
  | 'methods-disagree'
  /** The average over graphs does not end within thirty times the observed. */
  | 'open-end'

export type DarkFigure = {
  readonly observed: number
  readonly onTwoOrMore: number
  /** Null unless the lists are few enough, apart and linked, so that a method means something. */
  readonly floor: LeastNumber | null
  readonly chao: ChaoBound | null
  readonly independent: number | null
  readonly stepwise: StepwiseEstimate | null
  /** Null without `random`. */
  readonly bootstrap: StepwiseBootstrap | null
  readonly average: GraphAverage | null
  /** From the smallest to the largest that any method gives, its interval included; null when a reason stands against it. */
  readonly range: { readonly from: number; readonly to: number } | null
  readonly reasons: readonly DarkFigureReason[]
}

const fewestLists = 3
const mostLists = 6
const fewestOnTwo = 20
const smallestList = 10
const mostRatio = 2
const mostAtEdge = 0.001

/**
 * `linkageErrorKnown`: somebody has said how the lists were joined and how often that goes wrong; `apart`: how many of the
 * lists were made without knowing of each other (two of the same organisation are one). No authority has set these gates;
 * the numbers are this program's. A single town does not pass them. With `random` the stepwise choice is bootstrapped as well.
 */
export function darkFigureOf(histories: CaptureHistories, options: { readonly apart: number; readonly linkageErrorKnown: boolean; readonly random?: () => number }): DarkFigure {
  const { apart, linkageErrorKnown, random } = options
  checkHistories('darkFigureOf', histories)
  const [observed, overlap] = [sumOf(histories), onTwoOrMore(histories)]
  const before: readonly DarkFigureReason[] = [
    ...(Math.min(apart, histories.lists) < fewestLists ? ['few-lists' as const] : []),
    ...(histories.lists > mostLists ? ['many-lists' as const] : []),
    ...(linkageErrorKnown ? [] : ['linkage-unknown' as const]),
    ...(overlap < fewestOnTwo ? ['few-on-two-lists' as const] : []),
    ...(listSizes(histories).some((size) => size < smallestList) ? ['small-list' as const] : []),
  ]
  const meant = before.every((reason) => reason === 'few-on-two-lists' || reason === 'small-list')
  const floor = meant && observed > 0 ? leastNumber(histories) : null
  const none = { observed, onTwoOrMore: overlap, floor, chao: null, independent: null, stepwise: null, bootstrap: null, average: null, range: null }
  // What would follow from too little is not computed: a number that exists gets printed.
  if (before.length > 0) return { ...none, reasons: before }
  const [independent, stepwise, average] = [findIndependentEstimate(histories) ?? null, findStepwiseEstimate(histories) ?? null, averageOverGraphs(histories)]
  const chao = chaoBound(histories)
  const bootstrap = random && stepwise ? bootstrapStepwise(histories, { random }) : null
  const numbers = estimatesOf({ chao, independent, stepwise, average })
  const [least, most] = [Math.min(...numbers), Math.max(...numbers)]
  const reasons: readonly DarkFigureReason[] = [
    ...(independent === null || stepwise === null ? ['no-estimate' as const] : []),
    ...(most / least > mostRatio ? ['methods-disagree' as const] : []),
    ...(average.massAtEdge > mostAtEdge ? ['open-end' as const] : []),
  ]
  const range = {
    from: Math.max(observed, Math.round(Math.min(least, average.lower, chao.lower, floor?.lower ?? Infinity, bootstrap?.percentile.lower ?? Infinity))),
    to: Math.round(Math.max(most, average.upper, bootstrap?.percentile.upper ?? 0)),
  }
  return { observed, onTwoOrMore: overlap, floor, chao, independent, stepwise, bootstrap, average, range: reasons.length > 0 ? null : range, reasons }
}

/** The methods' own numbers, without their intervals. */
export function estimatesOf({ chao, independent, stepwise, average }: Pick<DarkFigure, 'chao' | 'independent' | 'stepwise' | 'average'>): readonly number[] {
  return [independent, stepwise?.estimate, average?.median, chao?.bound].filter((value) => value !== null && value !== undefined)
}
