// Seals a text that is said to a meeting, as whoever writes it: to the key of the membership log, or the network's own where nobody is a member.
import type { Id } from '@lykta/incident'
import type { MeetingTextCoded } from '../../../../server/src/api/meeting-types.ts'
import type { SessionAnswer } from '../../../../server/src/api/member-types.ts'
import type { FormAnswer, SealedBody } from '../../../../server/src/api/types.ts'
import { ask } from '../../api/ask.ts'
import { keys } from '../../keys/keys.ts'
import { sealReason } from '../../report/seal-reason.ts'

export type TextOfItem = {
  readonly text: string
  readonly coded: MeetingTextCoded
  readonly item: Id
  readonly revision: number
  /** Hash of the item's text that stands. */
  readonly previous: string | null
}

/** Null when the keys stayed locked, or the network has none. */
export async function sealMeetingText(session: SessionAnswer, { text, coded, item, revision, previous }: TextOfItem, createdAt: string): Promise<SealedBody | null> {
  if (session.state === 'signed-in' && !(await keys.askUnlock())) return null
  const form = await ask<FormAnswer>('form')
  return sealReason({ session, context: form, device: null, kept: false }, {
    text, incident: coded, context: { incident: item, revision, previous, formVersion: 'meeting-1', createdAt },
  })
}
