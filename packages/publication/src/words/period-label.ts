// What a period is called: "2019", "2017–2018", "jan–jun 2019", and which months of it were collected.
import type { CivilDate, Language } from '@lykta/incident'
import type { Collection, Period } from '@lykta/statistics'
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

/** The collected part in months, for instance "nov–dec" of 2017; null when the whole period was collected, or none of it. */
export function collectedPart(period: Period, collection: Collection, language: Language): string | null {
  const { from: first, to: last } = within(period, collection)
  if ((first === period.from && last === period.to) || period.months === 0) return null
  const from = renderMonth(first, 'short', language)
  const to = renderMonth(last, 'short', language)
  if (year(first) !== year(last)) return `${from} ${year(first)}–${to} ${year(last)}`
  return from === to ? from : `${from}–${to}`
}

/** "november 2017–december 2019": the collected part, written out. */
export function periodInWords(period: Period, collection: Collection, language: Language): string {
  const { from, to } = within(period, collection)
  if (from === period.from && to === period.to && isWholeYears(period)) return periodLabel(period, language)
  return `${renderMonth(from, 'long', language)}–${renderMonth(to, 'long', language)}`
}

function within({ from, to }: Period, collection: Collection): Collection {
  return { from: collection.from > from ? collection.from : from, to: collection.to < to ? collection.to : to }
}
