// An authority's decisions on weeding: noted, changed and withdrawn. Without one that stands, the database erases nothing.
import { type Id, problem, ProblemError } from '@lykta/incident'
import { appendWeedingDecision, inNetwork, readWeedingDecisions, write } from '@lykta/register'
import type { WeedingEntry, WeedingRequest } from '../../api/authority-types.ts'
import type { Desk } from '../desk.ts'

/** `revision`: the one that was looked at, 0 for a new one; refuses when another stands. Undefined when there is none to change. */
export async function noteWeeding(desk: Desk, id: Id, { revision, ...sent }: WeedingRequest): Promise<WeedingEntry | undefined> {
  if (sent.decidedOn > desk.today()) throw new ProblemError([problem('weeding.day')])
  const stands = (await inNetwork(desk.register, desk.context, readWeedingDecisions)).find((one) => one.id === id)
  if (!stands && revision > 0) return undefined
  const next: WeedingEntry = { ...sent, id, revision: revision + 1 }
  // Sent again.
  if (stands && JSON.stringify(entryOf(stands)) === JSON.stringify(entryOf(next))) return next
  if ((stands?.revision ?? 0) !== revision) throw new ProblemError([problem('register.changed-meanwhile')])
  await write(desk.register, desk.context, { action: sent.withdrawn ? 'weeding.withdraw' : 'weeding.decide', object: `decision:${id}` }, (transaction) => appendWeedingDecision(transaction, next))
  return next
}

function entryOf({ id, revision, reference, decidedOn, classes, withdrawn }: WeedingEntry): WeedingEntry {
  return { id, revision, reference, decidedOn, classes, withdrawn }
}
