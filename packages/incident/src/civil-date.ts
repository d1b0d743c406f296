// A civil date: a day in the network's own calendar, written YYYY-MM-DD, compared as text.
import { Temporal } from 'temporal-polyfill'

/** ISO 8601 calendar date, YYYY-MM-DD; text order is date order. */
export type CivilDate = string

/** When something happened: both ends inclusive; a known day has from = to. `about` is the reporter's own doubt. */
export type Occurrence = {
  readonly from: CivilDate
  readonly to: CivilDate
  readonly about: boolean
}

/** Reads "2019-04-03"; undefined for anything that is no day of the calendar (31 February included, and the year 0000, which PostgreSQL does not have). */
export function findCivilDate(text: string): CivilDate | undefined {
  if (!/^(?!0000)\d{4}-\d{2}-\d{2}$/.test(text)) return undefined
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString()
  } catch {
    return undefined
  }
}

/** Reads "2019-04-03", "2019-04" or "2019" as the days it may stand for; undefined for anything else. */
export function findOccurrence(text: string): Occurrence | undefined {
  const day = findCivilDate(text)
  if (day) return { from: day, to: day, about: false }
  if (/^\d{4}-\d{2}$/.test(text)) {
    const from = findCivilDate(`${text}-01`)
    return from === undefined ? undefined : { from, to: lastDayOfMonth(from), about: false }
  }
  if (/^\d{4}$/.test(text)) {
    const from = findCivilDate(`${text}-01-01`)
    return from === undefined ? undefined : { from, to: `${text}-12-31`, about: false }
  }
  return undefined
}

export function lastDayOfMonth(day: CivilDate): CivilDate {
  const date = Temporal.PlainDate.from(day)
  return date.with({ day: date.daysInMonth }).toString()
}

/** "day", "month" or "year" when the two ends are exactly that, else "span". */
export function precisionOf({ from, to }: Occurrence): 'day' | 'month' | 'year' | 'span' {
  if (from === to) return 'day'
  if (from.endsWith('-01') && to === lastDayOfMonth(from)) return 'month'
  if (from.endsWith('-01-01') && to === `${from.slice(0, 4)}-12-31`) return 'year'
  return 'span'
}
