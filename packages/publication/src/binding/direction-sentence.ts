// The sentence that compares two periods: it says increase or decrease only where the rule of statistics allows it.
import { rateRatio } from '@lykta/statistics'
import { renderDecimal } from '../words/numbers.ts'
import type { Verdict } from '../words/words.ts'
import type { FigureRef } from './binding.ts'
import { type Edition, renderPeriod } from './edition.ts'
import { renderQuantity } from '../words/quantity.ts'
import { type FigureValue, figureValue } from './figure-value.ts'

type Shown = Extract<FigureValue, { state: 'shown' }>

export type Direction = {
  readonly later: Shown
  readonly earlier: Shown
  readonly verdict: Verdict
  readonly ratio: { readonly ratio: number; readonly lower: number; readonly upper: number }
}

/** Of shown incident counts only; undefined when one is hidden, a lower bound, or without exposure. */
export function directionOf({ tables, context }: Edition, laterRef: FigureRef, earlierRef: FigureRef): Direction | undefined {
  const later = figureValue(tables, context, laterRef)
  const earlier = figureValue(tables, context, earlierRef)
  if (later.state !== 'shown' || earlier.state !== 'shown' || later.atLeast || earlier.atLeast) return undefined
  const [first, second] = [months(later), months(earlier)]
  if (first === 0 || second === 0 || earlier.count === 0) return undefined
  const ratio = rateRatio({ first: { count: later.count, months: first }, second: { count: earlier.count, months: second } })
  return { later, earlier, verdict: 'none', ratio }
}

const months = (value: Shown): number => value.periods.reduce((sum, period) => sum + period.months, 0)

/** One or two whole sentences; says so when there is nothing to compare. */
export function renderDirection(edition: Edition, laterRef: FigureRef, earlierRef: FigureRef): string {
  const { words } = edition
  const direction = directionOf(edition, laterRef, earlierRef)
  if (!direction) return words.direction.notCompared
  const told = (value: Shown): { count: string; period: string } => ({
    count: renderQuantity(edition.words, value.count, value.atLeast),
    period: value.periods.map((period) => renderPeriod(edition, period)).join(', '),
  })
  const decimal = (value: number): string => renderDecimal(value, 2, words.language)
  const { ratio, lower, upper } = direction.ratio
  const ratioText = words.direction.ratio(words.ratio(decimal(ratio), decimal(lower), decimal(upper)))
  return `${words.direction.compared(told(direction.later), told(direction.earlier))}: ${words.direction.verdict[direction.verdict]}, ${ratioText}.`
}
