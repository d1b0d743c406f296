// The moment that somebody names: a position of the register's clock, or a time.
import { problem, ProblemError } from '@lykta/incident'
import { positionAt } from '@lykta/register'
import { type Moment, momentOf } from './count-network.ts'
import type { Desk } from './desk.ts'

/** `text` undefined: now. A time resolves to the last position before it. */
export async function momentAt(desk: Desk, text: string | undefined): Promise<Moment> {
  if (text === undefined) return momentOf(desk)
  if (/^\d{1,15}$/.test(text)) return momentOf(desk, Number(text))
  const time = new Date(text)
  if (Number.isNaN(time.getTime())) throw new ProblemError([problem('work.as-of')])
  return momentOf(desk, await positionAt(desk.register, desk.context, time.toISOString()))
}
