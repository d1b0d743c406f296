// A sealed note for whoever may open it; that it was read is logged before it is answered.
import { noteContent, noteForm } from '@lykta/incident'
import { findNote, inNetwork, readCases, write } from '@lykta/register'
import { codedHash } from '@lykta/seal'
import type { SealedNoteAnswer } from '../../api/case-types.ts'
import { textOf } from '../base64url.ts'
import type { Desk } from '../desk.ts'
import { checkReading } from '../reading-limit.ts'
import { findCase } from './find-case.ts'

/** Undefined when there is no such case or note, or none that the caller may read. Refuses more than a few in a while. */
export async function readNote(desk: Desk, ref: string, id: string): Promise<SealedNoteAnswer | undefined> {
  const found = await inNetwork(desk.register, desk.context, async (transaction) => {
    const of = await findCase(transaction, ref)
    const note = of === undefined ? undefined : await findNote(transaction, id)
    if (of === undefined || note?.case !== of) return undefined
    const [stored] = await readCases(transaction, [of])
    const act = stored?.events.find((event) => event.id === id)?.act
    return act?.kind === 'note' ? { note, replaces: act.replaces } : undefined
  })
  if (!found) return undefined
  const { note: { case: of, body, key, author, createdAt, epoch, position }, replaces } = found
  const object = `case:${of}/${id}`
  await write(desk.register, desk.context, { action: 'note.read', object }, (transaction) => checkReading(transaction, object))
  return {
    body: textOf(body), key: key && { epoch: key.epoch, key: textOf(key.key) }, position,
    context: {
      network: desk.network.id, incident: id, revision: 1, previous: null, epoch, author, formVersion: noteForm, codedHash: codedHash(noteContent({ case: of, note: id, replaces })), createdAt,
    },
  }
}
