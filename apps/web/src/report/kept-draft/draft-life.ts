// How long a draft is kept: twelve hours after it was saved last, whatever happens to the clock meanwhile.

export const draftHours = 12
/** A clock that is set right moves by less; one that goes back further cannot say how old anything is. */
const slack = 10 * 60_000

export type Times = {
  /** By the clock of then, in milliseconds. */
  readonly savedAt: number
  /** The latest that the clock has ever said while somebody looked. */
  readonly seenAt: number
}

/** True when it has to go: it is old enough, or the clock has gone back so that it might be. */
export function isPast({ savedAt, seenAt }: Times, now: number): boolean {
  return now < seenAt - slack || Math.max(now, seenAt) - savedAt >= draftHours * 3_600_000
}
