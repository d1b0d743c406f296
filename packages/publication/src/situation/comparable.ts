// Which periods a situation report compares, and what it says of those that it does not: the start of collection cuts the earlier one.
import type { Period } from '@lykta/statistics'
import { collectedPart } from '../words/period-label.ts'
import { renderMonths } from '../words/numbers.ts'
import type { Scene } from './situation-scene.ts'
import type { SituationWindows } from './situation.ts'

/** As many calendar months, of which as much was collected: nine in one month and nine in three are no "nine, against nine before". */
export function isComparable(before: Period, now: Period): boolean {
  return monthsIn(before) === monthsIn(now) && before.months === now.months && now.months > 0
}

/** Calendar months, collected or not. */
function monthsIn({ from, to }: Period): number {
  return monthOf(to) - monthOf(from) + 1
}

/** Months since the year 0: those that follow each other differ by one. */
export function monthOf(day: string): number {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7))
}

/** What is counted, and what it is compared with or why it is not. */
export function countedWords({ own, period, day, input: { context } }: Scene, { before, now }: SituationWindows): string {
  const { alone, nowCut, noneBefore, shorterBefore, compared } = own.counted
  const start = context.network.collectionStart
  const why = isComparable(before, now) ? compared(period(before)) : before.months > 0 ? shorterBefore(period(before), day(start)) : now.from < start ? nowCut(day(start)) : noneBefore(day(start))
  return `${alone(period(now))} ${why}`
}

/** "nov, 1 month of collection": the collected part; null for a period that was collected from its first day on, and for one that was not at all. */
export function collectedRemark({ words, input: { context } }: Scene, period: Period): string | null {
  const part = collectedPart(period, { from: context.network.collectionStart, to: period.to }, context.language)
  return part === null ? null : `${part}, ${words.collected(words.months(renderMonths(period.months, context.language), period.months === 1))}`
}
