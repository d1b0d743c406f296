// The 72-hour clock of GDPR art. 33(1): until when IMY is to be told, and how it stands.
import { Temporal } from 'temporal-polyfill'
import { type BreachContent, notifyWithin } from './breach.ts'

export type BreachClock = {
  readonly state: 'running' | 'over' | 'in-time' | 'late' | 'not-needed'
  /** An instant, ISO 8601 in UTC: the discovery and 72 hours. */
  readonly deadline: string
  /** Whole minutes, rounded down; below nothing once it is over. */
  readonly minutesLeft: number
}

/**
 * Elapsed hours, not hours of the clock on the wall: over a change to summer time the deadline stands an hour later in the day. (Regulation
 * 1182/71 lets a period in hours begin with the next whole hour and never end on a holiday; the strict 72 hours end no later than that.)
 */
export function breachClock({ discoveredAt, notifiedAt, risk }: Pick<BreachContent, 'discoveredAt' | 'notifiedAt' | 'risk'>, now: string): BreachClock {
  const deadline = Temporal.Instant.from(discoveredAt).add({ milliseconds: notifyWithin })
  const minutesLeft = Math.floor((deadline.epochMilliseconds - Temporal.Instant.from(now).epochMilliseconds) / 60_000)
  const at = notifiedAt === null ? null : Temporal.Instant.from(notifiedAt)
  const state = at !== null ? (Temporal.Instant.compare(at, deadline) <= 0 ? 'in-time' : 'late') : risk === 'unlikely' ? 'not-needed' : minutesLeft < 0 ? 'over' : 'running'
  return { state, deadline: deadline.toString({ smallestUnit: 'millisecond' }), minutesLeft }
}

/**
 * The instant of a day and time as they are written on a clock. In the hour that comes twice in autumn the earlier is taken, and in the
 * hour that is left out in spring too: the deadline then comes sooner, never later.
 */
export function instantOfClock(local: string, timeZone: string): string {
  return Temporal.PlainDateTime.from(local).toZonedDateTime(timeZone, { disambiguation: 'earlier' }).toInstant().toString({ smallestUnit: 'millisecond' })
}

/** As it is written on a clock there: `2026-03-29T01:30`. */
export function clockOfInstant(instant: string, timeZone: string): string {
  return Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone).toPlainDateTime().toString({ smallestUnit: 'minute' })
}
