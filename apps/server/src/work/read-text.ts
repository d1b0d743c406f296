// A sealed text of an incident for whoever may open it; that it was read is logged before it is answered.
import { findRevision, findSealedText, inNetwork, readShares, write } from '@lykta/register'
import type { CallerOf } from '../access/caller.ts'
import { coversText, readingScope } from '../access/scope.ts'
import type { SealedTextAnswer } from '../api/member-types.ts'
import type { Desk } from './desk.ts'
import { findOwnIncident } from './find-own-incident.ts'
import { checkReading } from './reading-limit.ts'
import { sealedTextAnswer } from './sealed-text-answer.ts'

/**
 * The one that stood with the revision; without a number, the newest: an addition hides nothing of what was written before.
 * Undefined when there is no such incident or revision, no text, or none that the caller may read. Refuses more than a few in a while.
 */
export async function readText(desk: Desk, caller: CallerOf, ref: string, revision?: number): Promise<SealedTextAnswer | undefined> {
  const found = await inNetwork(desk.register, desk.context, async (transaction) => {
    const incident = await findOwnIncident(transaction, caller, ref, readingScope(caller))
    if (!incident) return undefined
    const from = revision === undefined ? undefined : (await findRevision(transaction, incident.id, revision))?.from
    if (revision !== undefined && from === undefined) return undefined
    const sealed = await findSealedText(transaction, incident.id, from)
    if (!sealed || !coversText(caller, { reportedBy: incident.organisation, shares: await readShares(transaction, { incident: incident.id }) }, sealed.context.revision)) return undefined
    return { incident: incident.id, sealed }
  })
  if (!found) return undefined
  const object = `incident:${found.incident}/${found.sealed.context.revision}`
  await write(desk.register, desk.context, { action: 'text.read', object }, (transaction) => checkReading(transaction, object))
  return sealedTextAnswer(found.sealed)
}
