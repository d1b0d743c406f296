// The sentence that compares two periods: it says increase or decrease only where the rule of statistics allows it.
import { compareEach, directionOf as ruleOf, type EachReason } from '@lykta/statistics'
import { renderDecimal } from '../words/numbers.ts'
import type { Verdict } from '../words/words.ts'
import type { FigureRef } from './binding.ts'
import { isAfter } from './comes-after.ts'
import { type Edition, renderPeriod } from './edition.ts'
import { renderQuantity } from '../words/quantity.ts'
import { type FigureValue, figureValue, shownPeriods } from './figure-value.ts'

type Shown = Extract<FigureValue, { state: 'shown' }>

export type Direction = {
  readonly later: Shown
  readonly earlier: Shown
  readonly verdict: Verdict
  /** Why no direction is said; empty when one is. */
  readonly reasons: readonly EachReason[]
  readonly ratio: { readonly ratio: number; readonly lower: number; readonly upper: number }
}

/** Of shown incident counts only; undefined when one is hidden, a lower bound, or without exposure, or when the later does not come after. */
export function directionOf({ tables, context }: Pick<Edition, 'tables' | 'context'>, laterRef: FigureRef, earlierRef: FigureRef): Direction | undefined {
  const later = figureValue(tables, context, laterRef)
  const earlier = figureValue(tables, context, earlierRef)
  if (later.state !== 'shown' || earlier.state !== 'shown' || later.atLeast || earlier.atLeast) return undefined
  if (!isAfter(later.periods, earlier.periods)) return undefined
  // The participants of each year stand in the same edition: how many looked.
  const common = { collectionStart: context.network.collectionStart, effortShown: tables.has('participants') }
  const found = ruleOf({ later: periodOf(later), earlier: periodOf(earlier), ...common })
  if (found.ratio === null || found.lower === null || found.upper === null) return undefined
  // The edition prints the other years beside these two, so that whoever reads it has looked at all of them.
  const among = compareEach({ periods: shownPeriods(tables, laterRef).map((one) => periodOf(one)), ...common })
    .find((one) => one.later.from === later.periods[0]!.from && one.later.to === later.periods.at(-1)!.to && one.earlier.to === earlier.periods.at(-1)!.to)
  const isLost = found.direction !== null && among?.reasons.includes('one-of-several') === true
  return {
    later,
    earlier,
    verdict: isLost ? 'none' : (found.direction ?? 'none'),
    reasons: isLost ? ['one-of-several'] : found.reasons,
    ratio: { ratio: found.ratio, lower: found.lower, upper: found.upper },
  }
}

function periodOf({ count, periods }: Shown): Parameters<typeof ruleOf>[0]['later'] {
  const months = periods.reduce((sum, period) => sum + period.months, 0)
  return { unit: 'incident', count, from: periods[0]!.from, to: periods.at(-1)!.to, months }
}

/** That the difference can be chance is said only where that is the reason: a short year may differ by more than that. */
export function isPerhapsChance({ reasons }: Pick<Direction, 'reasons'>): boolean {
  return reasons.includes('interval-includes-one') || reasons.includes('one-of-several')
}

/** One or two whole sentences; says so when there is nothing to compare. */
export function renderDirection(edition: Edition, laterRef: FigureRef, earlierRef: FigureRef): string {
  const { words } = edition
  const direction = directionOf(edition, laterRef, earlierRef)
  if (!direction) return words.direction[isApart(edition, laterRef, earlierRef) ? 'notCompared' : 'notApart']
  const told = (value: Shown): { count: string; period: string } => ({
    count: renderQuantity(edition.words, value.count, value.atLeast),
    period: value.periods.map((period) => renderPeriod(edition, period)).join(', '),
  })
  const decimal = (value: number): string => renderDecimal(value, 2, words.language)
  const { ratio, lower, upper } = direction.ratio
  const ratioText = words.direction.ratio(words.ratio(decimal(ratio), decimal(lower), decimal(upper)))
  const compared = `${words.direction.compared(told(direction.later), told(direction.earlier))}: ${words.direction.verdict[direction.verdict]}, ${ratioText}.`
  const reasons = direction.reasons.flatMap((reason) => words.direction.reason[reason] ?? [])
  return [compared, ...reasons].join(' ')
}

/** Unless both are shown and overlap. */
function isApart({ tables, context }: Edition, laterRef: FigureRef, earlierRef: FigureRef): boolean {
  const [later, earlier] = [figureValue(tables, context, laterRef), figureValue(tables, context, earlierRef)]
  return later.state !== 'shown' || earlier.state !== 'shown' || isAfter(later.periods, earlier.periods)
}
