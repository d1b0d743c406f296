// What a period is called, and which part of it was collected.
import type { CivilDate, Language } from '@lykta/incident'
import type { Period } from '@lykta/statistics'
import { renderShortMonth } from './dates.ts'

const year = (day: CivilDate): string => day.slice(0, 4)

/** Calendar months that the period spans. */
export function calendarMonths({ from, to }: Period): number {
  return (Number(year(to)) - Number(year(from))) * 12 + Number(to.slice(5, 7)) - Number(from.slice(5, 7)) + 1
}

/** Collected in part only: exposure in months is a sum of fractions, so it is compared with a margin. */
export function isPartial(period: Period): boolean {
  return period.months > 0 && period.months < calendarMonths(period) - 1e-6
}

/** "2019", "2017–2019". */
export function renderPeriod(period: Period): string {
  const [first, last] = [year(period.from), year(period.to)]
  return first === last ? first : `${first}–${last}`
}

/** The collected months of a partial period: "nov–dec"; undefined when all of it was collected, or nothing. */
export function findCollectedPart(period: Period, collectionStart: CivilDate, today: CivilDate, language: Language): string | undefined {
  if (!isPartial(period)) return undefined
  const start = collectionStart > period.from ? collectionStart : period.from
  const end = today < period.to ? today : period.to
  const name = (day: CivilDate): string =>
    year(start) === year(end) ? renderShortMonth(day, language) : `${renderShortMonth(day, language)} ${year(day)}`
  return name(start) === name(end) ? name(start) : `${name(start)}–${name(end)}`
}
