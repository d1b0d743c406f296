// What a period is called: "2019", "2017–2018", "jan–jun 2019", and which months of it were collected.
import type { CivilDate, Language } from '@lykta/incident'
import type { Period } from '@lykta/statistics'
import { renderMonth } from './dates.ts'

const year = (day: CivilDate): string => day.slice(0, 4)
const isWholeYears = (period: Period): boolean => period.from.endsWith('-01-01') && period.to.endsWith('-12-31')

/** Short name for columns and axes. */
export function periodLabel(period: Period, language: Language): string {
  const first = year(period.from)
  const last = year(period.to)
  if (isWholeYears(period)) return first === last ? first : `${first}–${last}`
  const from = renderMonth(period.from, 'short', language)
  const to = renderMonth(period.to, 'short', language)
  if (first !== last) return `${from} ${first}–${to} ${last}`
  return from === to ? `${from} ${first}` : `${from}–${to} ${first}`
}

/** The collected part in months, for instance "nov–dec" of 2017; null when the whole period was collected. */
export function collectedPart(period: Period, collectionStart: CivilDate, language: Language): string | null {
  if (collectionStart <= period.from || period.months === 0) return null
  const from = renderMonth(collectionStart, 'short', language)
  const to = renderMonth(period.to, 'short', language)
  if (year(collectionStart) !== year(period.to)) return `${from} ${year(collectionStart)}–${to} ${year(period.to)}`
  return from === to ? from : `${from}–${to}`
}

/** "november 2017–december 2019": the collected part, written out. */
export function periodInWords(period: Period, collectionStart: CivilDate, language: Language): string {
  const start = collectionStart > period.from ? collectionStart : period.from
  if (start === period.from && isWholeYears(period)) return periodLabel(period, language)
  return `${renderMonth(start, 'long', language)}–${renderMonth(period.to, 'long', language)}`
}
