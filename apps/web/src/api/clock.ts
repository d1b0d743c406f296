// What the time is by the server's clock: told by each of its answers, and by the day that it named when the form was fetched.
import type { CivilDate } from '@lykta/incident'

const minute = 60_000
/** Added to this computer's clock; undefined until the server has answered. */
let difference: number | undefined

/** `date`: the header of an answer that has come now. It is in whole seconds, and as old as the way here was long. */
export function noteServerTime(date: string | null, now = Date.now()): void {
  const at = date === null ? Number.NaN : Date.parse(date)
  if (!Number.isNaN(at)) difference = Math.abs(at - now) < minute ? 0 : at - now
}

/** How far this computer's clock is ahead of the server's, in milliseconds (behind: less than 0); 0 when it is right, or when nobody has told. */
export function clockAhead(): number {
  return difference ? -difference : 0
}

/**
 * When a report is written: by the server's clock as far as it is known, whatever this computer shows. Never before the day on which the
 * server gave the form (`today`, in its zone): a clock that has lost its battery is years behind.
 */
export function timeOfReport({ today, timeZone }: { readonly today: CivilDate; readonly timeZone: string }, now = Date.now()): string {
  const time = new Date(now + (difference ?? 0))
  const day = new Intl.DateTimeFormat('sv-SE', { timeZone }).format(time)
  // Noon in Greenwich lies within that day everywhere in Europe.
  return day < today ? `${today}T12:00:00.000Z` : time.toISOString()
}

/** From here on it is told: the server itself takes what is a day ahead. */
export const worthTelling = 5 * minute
