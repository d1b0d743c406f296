// How long each class is kept: the proposal, and what the network has decided, which stands in its settings.
import { type Clock, clocksOf, problem, ProblemError, type RetentionClass } from '@lykta/incident'
import { appendSettings, type ReadTransaction, write } from '@lykta/register'
import type { ClockRequest } from '../../api/retention-types.ts'
import type { Desk } from '../desk.ts'
import { findSettings, settingsToChange } from '../network-settings.ts'

export async function readClocks(transaction: ReadTransaction): Promise<readonly Clock[]> {
  return clocksOf((await findSettings(transaction))?.retention ?? {})
}

/** Null takes the decision back. Refuses a day to come. */
export async function decideClock(desk: Desk, of: Exclude<RetentionClass, 'publication'>, { decided }: ClockRequest): Promise<void> {
  if (decided && decided.decidedOn > desk.today()) throw new ProblemError([problem('retention.day-to-come')])
  await write(desk.register, desk.context, { action: decided ? 'retention.decide' : 'retention.undecide', object: `class:${of}` }, async (transaction) => {
    const before = await settingsToChange(transaction)
    const { [of]: _, ...others } = before.retention ?? {}
    await appendSettings(transaction, { ...before, retention: decided ? { ...others, [of]: { ...decided, writtenBy: desk.context.member } } : others })
  })
}
