// What a running session of reading hands out, a page at a time: reasons, and for a search notes of cases and what was said to meetings too.
import { type Id, noteContent, noteForm } from '@lykta/incident'
import {
  countAllMeetingTexts, countAllNotes, countSealedTexts, type ReadingPurpose, type ReadTransaction, readAllMeetingTexts, readAllNotes, readAllSealedTexts, type SessionMeetingText, type SessionNote,
} from '@lykta/register'
import { codedHash } from '@lykta/seal'
import type { SessionTextsAnswer, TextsPart } from '../api/sharing-types.ts'
import { textOf } from './base64url.ts'
import { contextOf } from './meetings/texts.ts'
import { sealedTextAnswer } from './sealed-text-answer.ts'

const aPage = 50
const allParts: readonly TextsPart[] = ['reasons', 'notes', 'meetings']

/** In their order. Examples for the annual report come from reasons; an export has a way of its own. */
export function partsOf(purpose: ReadingPurpose): readonly TextsPart[] {
  return purpose === 'search' ? allParts : ['reasons']
}

/** Read by the caller's own rights, as they stood at the position. */
export async function readPart(transaction: ReadTransaction, purpose: ReadingPurpose, part: TextsPart, position: number, after: Id | null): Promise<SessionTextsAnswer> {
  const texts = await read[part](transaction, position, after)
  const parts = partsOf(purpose)
  const following = parts[parts.indexOf(part) + 1]
  const next = texts.length === aPage ? { part, after: texts.at(-1)!.sealedId } : following === undefined ? null : { part: following, after: null }
  return { texts, next }
}

/** How many texts it opens, in all and by organisation; a note counts for each whose incident it may tell of. */
export async function countTexts(transaction: ReadTransaction, purpose: ReadingPurpose): Promise<{ readonly texts: number; readonly extent: Readonly<Record<Id, number>> }> {
  const reasons = await countSealedTexts(transaction)
  const others = purpose === 'search' ? [await countAllNotes(transaction), await countAllMeetingTexts(transaction)] : []
  const extent: Record<Id, number> = { ...reasons }
  for (const { of } of others) for (const [organisation, count] of Object.entries(of)) extent[organisation] = (extent[organisation] ?? 0) + count
  return { texts: Object.values(reasons).reduce((sum, count) => sum + count, 0) + others.reduce((sum, { texts }) => sum + texts, 0), extent }
}

type Texts = SessionTextsAnswer['texts']

const read: Readonly<Record<TextsPart, (transaction: ReadTransaction, position: number, after: Id | null) => Promise<Texts>>> = {
  reasons: async (transaction, position, after) => (await readAllSealedTexts(transaction, position, after, aPage))
    .map((text) => ({ ...sealedTextAnswer(text), place: { part: 'reasons', ref: text.ref, organisation: text.organisation } })),
  notes: async (transaction, position, after) => (await readAllNotes(transaction, position, after, aPage)).map((note) => noteAnswer(transaction.network, note)),
  meetings: async (transaction, position, after) => (await readAllMeetingTexts(transaction, position, after, aPage)).map((text) => meetingAnswer(transaction.network, text)),
}

function noteAnswer(network: Id, { id, case: of, ref, replaces, author, createdAt, epoch, position, body, key }: SessionNote): Texts[number] {
  return {
    sealedId: id, body: textOf(body), key: key && { epoch: key.epoch, key: textOf(key.key) }, position,
    context: { network, incident: id, revision: 1, previous: null, epoch, author, formVersion: noteForm, codedHash: codedHash(noteContent({ case: of, note: id, replaces })), createdAt },
    place: { part: 'notes', ref },
  }
}

function meetingAnswer(network: Id, text: SessionMeetingText): Texts[number] {
  const { id, body, key, position, heldOn } = text
  const { coded: { meeting, kind, organisation }, context } = contextOf(network, text)
  return { sealedId: id, body: textOf(body), key: key && { epoch: key.epoch, key: textOf(key.key) }, position, context, place: { part: 'meetings', meeting, heldOn, kind, organisation } }
}
