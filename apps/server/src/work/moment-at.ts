// The moment that somebody names: a position of the register's clock, a time, or a day that is over.
import { findCivilDate, problem, ProblemError } from '@lykta/incident'
import { positionAt } from '@lykta/register'
import { Temporal } from 'temporal-polyfill'
import { type Moment, momentOf } from './count-network.ts'
import type { Desk } from './desk.ts'

/**
 * `text` undefined: now. A time resolves to the last position before it, a day to the last one of that day in the
 * network's time zone, and the network had collected until then. Refuses what is neither, and what has not come yet.
 */
export async function momentAt(desk: Desk, text: string | undefined): Promise<Moment> {
  if (text === undefined) return momentOf(desk)
  if (/^\d{1,15}$/.test(text)) return momentOf(desk, { position: Number(text) })
  const time = findInstant(text, desk.network.timeZone)
  if (!time) throw new ProblemError([problem('work.as-of')])
  const position = await positionAt(desk.register, desk.context, time.toString())
  return momentOf(desk, { position, time: time.toString() })
}

/** A time without a zone is in UTC. */
function findInstant(text: string, timeZone: string): Temporal.Instant | undefined {
  const day = findCivilDate(text)
  if (day) return Temporal.PlainDate.from(day).add({ days: 1 }).toZonedDateTime(timeZone).toInstant().subtract({ milliseconds: 1 })
  if (!/^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}/.test(text)) return undefined
  for (const candidate of [text, `${text}Z`]) {
    try {
      return Temporal.Instant.from(candidate)
    } catch {
      continue
    }
  }
  return undefined
}
