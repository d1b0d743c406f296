// Which months a situation report counts: those that are over since the last meeting, and as many before them.
import type { ProtectedTable } from '@lykta/disclosure'
import { type CivilDate, lastDayOfMonth } from '@lykta/incident'
import type { Uncounted } from '@lykta/publication'
import { type Collection, type Period, periodOf } from '@lykta/statistics'
import { Temporal } from 'temporal-polyfill'

export type Windows = { readonly before: Period; readonly now: Period }

/** Before the first meeting there is nothing to count from: a quarter of a year then. */
const firstMonths = 3

/**
 * From the month of the last meeting, of which no report can have told, to the last month that is over: a month in progress would be
 * compared with a whole one. Null when no month has ended since.
 */
export function windowsFor(since: CivilDate | null, today: CivilDate, collection: Collection): Windows | null {
  const first = firstOf(today)
  const from = since === null ? moved(first, -firstMonths) : firstOf(since)
  if (from >= first) return null
  const months = monthsBetween(from, first)
  const period = (start: CivilDate, end: CivilDate): Period => periodOf(`${start.slice(0, 7)}-to-${end.slice(0, 7)}`, start, end, collection)
  return { before: period(moved(from, -months), lastBefore(from)), now: period(from, lastBefore(first)) }
}

/** Why the core group's version has no counts; null where it has. `tables`: what of the windows may be told. */
export function whyUncounted(windows: Windows | null, tables: readonly ProtectedTable[]): Uncounted | null {
  if (windows === null) return 'no-month'
  return !isCollected(windows) ? 'not-collected' : tables.length === 0 ? 'too-few' : null
}

/** Something of the later window was: else its zeros would be none. */
export function isCollected({ now }: Windows): boolean {
  return now.months > 0
}

const firstOf = (day: CivilDate): CivilDate => `${day.slice(0, 7)}-01`
const moved = (day: CivilDate, months: number): CivilDate => Temporal.PlainDate.from(day).add({ months }).toString()
const lastBefore = (first: CivilDate): CivilDate => lastDayOfMonth(moved(first, -1))

function monthsBetween(from: CivilDate, to: CivilDate): number {
  return (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5, 7)) - Number(from.slice(5, 7))
}
