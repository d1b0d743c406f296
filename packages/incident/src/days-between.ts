// How many days lie between two civil dates.
import { Temporal } from 'temporal-polyfill'
import type { CivilDate } from './civil-date.ts'

/** Negative when the second is earlier. */
export function daysBetween(from: CivilDate, to: CivilDate): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'day' }).days
}
