// The day of an instant as the network's own calendar has it: cut from the UTC text it is yesterday's until one or two in the morning.
import { type CivilDate, clockOfInstant, daysBetween } from '@lykta/incident'

export function dayOfInstant(instant: string, timeZone: string): CivilDate {
  return clockOfInstant(instant, timeZone).slice(0, 10)
}

/** Whole days of the network's calendar since then; 0 for today, and for what another clock has put a little ahead. */
export function daysSince(instant: string, today: CivilDate, timeZone: string): number {
  return Math.max(0, daysBetween(dayOfInstant(instant, timeZone), today))
}
