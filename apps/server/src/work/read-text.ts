// A sealed text of an incident for whoever may open it; that it was read is logged before it is answered.
import { findRevision, findSealedText, inNetwork, write } from '@lykta/register'
import type { CallerOf } from '../access/caller.ts'
import { coversText, readingScope } from '../access/scope.ts'
import type { SealedTextAnswer } from '../api/member-types.ts'
import { textOf } from './base64url.ts'
import type { Desk } from './desk.ts'
import { findOwnIncident } from './find-own-incident.ts'

/**
 * The one that stood with the revision; without a number, the newest: an addition hides nothing of what was written before.
 * Undefined when there is no such incident or revision, no text, or none that the caller may read.
 */
export async function readText(desk: Desk, caller: CallerOf, ref: string, revision?: number): Promise<SealedTextAnswer | undefined> {
  const found = await inNetwork(desk.register, desk.context, async (transaction) => {
    const incident = await findOwnIncident(transaction, caller, ref, readingScope(caller))
    if (!incident || !coversText(caller, { reportedBy: incident.organisation })) return undefined
    const from = revision === undefined ? undefined : (await findRevision(transaction, incident.id, revision))?.from
    if (revision !== undefined && from === undefined) return undefined
    const sealed = await findSealedText(transaction, incident.id, from)
    return sealed && { incident: incident.id, sealed }
  })
  if (!found) return undefined
  await write(desk.register, desk.context, { action: 'text.read', object: `incident:${found.incident}` }, async () => {})
  const { sealedId, body, key, context, position } = found.sealed
  return { sealedId, body: textOf(body), key: key && { epoch: key.epoch, key: textOf(key.key) }, context, position }
}
