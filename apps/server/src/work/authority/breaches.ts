// The log of personal data breaches (GDPR art. 33.5), with each one's 72-hour clock; what happened in words is sealed.
import { breachClock, canonicalText, findBreachFault, type Id, problem, ProblemError } from '@lykta/incident'
import { appendBreach, findBreachText, inNetwork, type NewBreachText, readBreaches, type StoredBreach, type StoredBreachText, write, type WriteTransaction } from '@lykta/register'
import { codedHash, type SealContext } from '@lykta/seal'
import type { CallerOf } from '../../access/caller.ts'
import type { BreachEntry, BreachesAnswer, BreachRequest, BreachTextAnswer, BreachTextCoded } from '../../api/authority-types.ts'
import { textOf } from '../base64url.ts'
import type { Desk } from '../desk.ts'
import { readEntryBasis } from '../entry-basis.ts'
import { receiveSealed } from '../receive-sealed.ts'

/** In the envelope's place of the form's version. */
export const breachFormVersion = 'breach-1'

export async function listBreaches(desk: Desk): Promise<BreachesAnswer> {
  const now = new Date().toISOString()
  return { breaches: (await inNetwork(desk.register, desk.context, readBreaches)).map((stored) => entryOf(stored, now)), now }
}

/** Undefined when there is none to change. Refuses what does not fit together, at its field (`breach.field`), and an overtaken change. */
export async function noteBreach(desk: Desk, caller: CallerOf, id: Id, { revision, content, sealed, createdAt }: BreachRequest): Promise<{ readonly revision: number; readonly stored: boolean } | undefined> {
  const fault = findBreachFault(content, new Date().toISOString())
  if (fault) throw new ProblemError([problem('breach.field', { field: fault })])
  const stands = (await inNetwork(desk.register, desk.context, readBreaches)).find((one) => one.id === id)
  if (!stands && revision > 0) return undefined
  const sentText = sealed === 'kept' ? (stands?.text?.id ?? null) : (sealed?.sealedId ?? null)
  if (stands && stands.revision === revision + 1 && canonicalText(stands.content) === canonicalText(content) && (stands.text?.id ?? null) === sentText) return { revision: stands.revision, stored: false }
  if ((stands?.revision ?? 0) !== revision) throw new ProblemError([problem('register.changed-meanwhile')])
  await write(desk.register, desk.context, { action: content.closed ? 'breach.close' : 'breach.note', object: `breach:${id}` }, async (transaction) => {
    const text = sealed === 'kept' ? (stands?.text ?? null) : sealed && (await receive(desk, transaction, caller, id, sealed, createdAt, stands))
    await appendBreach(transaction, { id, revision: revision + 1, content }, text)
  })
  return { revision: revision + 1, stored: true }
}

async function receive(desk: Desk, transaction: WriteTransaction, caller: CallerOf, breach: Id, sealed: Exclude<BreachRequest['sealed'], 'kept' | null>, createdAt: string, stands: StoredBreach | undefined): Promise<NewBreachText> {
  const basis = await readEntryBasis(desk.register, transaction)
  if (caller.state !== 'local' && !basis.recoveryTested) throw new ProblemError([problem('incident.recovery-untested')])
  const { sealedId, body, key, epoch, position } = receiveSealed(sealed, basis, { answers: canonicalText({ breach } satisfies BreachTextCoded), createdAt, author: desk.context.member })
  return { id: sealedId, body, key, epoch, position: position ?? null, previous: stands?.text?.hash ?? null, createdAt }
}

/** What happened, as it stands, for whoever may open it: logged before it is answered. Undefined when there is none. */
export async function readBreachText(desk: Desk, id: Id): Promise<BreachTextAnswer | undefined> {
  const text = await inNetwork(desk.register, desk.context, async (transaction) => {
    const stands = (await readBreaches(transaction)).find((one) => one.id === id)
    return stands?.text ? findBreachText(transaction, stands.text.id) : undefined
  })
  if (!text) return undefined
  await write(desk.register, desk.context, { action: 'breach.read', object: `breach:${id}` }, async () => {})
  return { sealedId: text.id, body: textOf(text.body), key: text.key && { epoch: text.key.epoch, key: textOf(text.key.key) }, position: text.position, context: contextOf(desk.network.id, text) }
}

function contextOf(network: Id, { breach, revision, previous, epoch, author, createdAt }: StoredBreachText): SealContext {
  return { network, incident: breach, revision, previous, epoch, author, formVersion: breachFormVersion, codedHash: codedHash(canonicalText({ breach } satisfies BreachTextCoded)), createdAt }
}

function entryOf({ id, revision, number, content, text, author, notedAt, createdAt }: StoredBreach, now: string): BreachEntry {
  return { id, revision, number, content, clock: breachClock(content, now), text, author, notedAt, createdAt }
}
