// All sealed texts of a meeting for whoever may open them: one act, logged before it is answered.
import { canonicalText, type Id } from '@lykta/incident'
import { inNetwork, readMeetingTexts, type StoredMeetingText, write } from '@lykta/register'
import { codedHash, type SealContext } from '@lykta/seal'
import type { MeetingText, MeetingTextCoded, MeetingTextsAnswer } from '../../api/meeting-types.ts'
import { textOf } from '../base64url.ts'
import type { Desk } from '../desk.ts'
import { findWithItems } from './meetings.ts'

/** In the envelope's place of the form's version: what the text was bound to. */
export const meetingFormVersion = 'meeting-1'

/** Undefined when there is no such meeting that the caller may see. */
export async function readTexts(desk: Desk, id: Id): Promise<MeetingTextsAnswer | undefined> {
  const texts = await inNetwork(desk.register, desk.context, async (transaction) => {
    const found = await findWithItems(transaction, id)
    return found && (await readMeetingTexts(transaction, [...found.items.filter(({ kind, state }) => kind !== 'action' && state !== 'withdrawn'), ...found.actions]))
  })
  if (!texts) return undefined
  await write(desk.register, desk.context, { action: 'meeting.read', object: `meeting:${id}` }, async () => {})
  return { texts: texts.map((text) => answerOf(desk, text)) }
}

function answerOf({ network }: Desk, text: StoredMeetingText): MeetingText {
  const { id, body, key, position } = text
  const { coded, context } = contextOf(network.id, text)
  return { ...coded, sealedId: id, body: textOf(body), key: key && { epoch: key.epoch, key: textOf(key.key) }, position, context }
}

/** What its envelope must say, of what stands in the row: a text in another's place shows. */
export function contextOf(network: Id, { previous, epoch, author, createdAt, item }: StoredMeetingText): { readonly coded: MeetingTextCoded; readonly context: SealContext } {
  const coded: MeetingTextCoded = { meeting: item.meeting, circle: item.circle, kind: item.kind, organisation: item.organisation }
  return { coded, context: { network, incident: item.id, revision: item.revision, previous, epoch, author, formVersion: meetingFormVersion, codedHash: codedHash(canonicalText(coded)), createdAt } }
}
