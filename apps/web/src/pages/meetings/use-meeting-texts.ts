// The opened texts of a meeting: fetched together, opened one by one, and gone from the screen when the keys lock.
import { useEffect, useState } from 'react'
import type { Id } from '@lykta/incident'
import type { MeetingTextCoded, MeetingTextsAnswer } from '../../../../server/src/api/meeting-types.ts'
import { ask } from '../../api/ask.ts'
import { keys, type OpenedReason } from '../../keys/keys.ts'

export type MeetingTexts = {
  /** By the text's id; null while closed. */
  readonly opened: ReadonlyMap<Id, OpenedReason> | null
  /** Gives how many; undefined when the keys stayed locked. */
  readonly open: (meeting: Id) => Promise<number | undefined>
  readonly close: () => void
  /** What was written here just now, beside those that are open: at the table nobody opens what she has written. */
  readonly wrote: (id: Id, text: string) => void
}

export function useMeetingTexts(): MeetingTexts {
  const [opened, setOpened] = useState<ReadonlyMap<Id, OpenedReason> | null>(null)
  useEffect(() => keys.subscribe(() => keys.view.state === 'locked' && setOpened(null)), [])
  return {
    opened,
    close: () => setOpened(null),
    wrote: (id, text) => setOpened((before) => before && new Map([...before, [id, { text, signed: true, author: null, imported: false, madeOnServer: false, revision: 1, writtenAt: '', findings: [] }]])),
    open: async (meeting) => {
      if (!(await keys.askUnlock())) return undefined
      const { texts } = await ask<MeetingTextsAnswer>(`meetings/${meeting}/texts`)
      const found = new Map<Id, OpenedReason>()
      for (const text of texts) {
        // One that was erased, or cannot be read, does not keep the others closed.
        const one = await keys.openGiven(text, codedOf(text)).catch(() => undefined)
        if (one) found.set(text.sealedId, one)
      }
      setOpened(found)
      return found.size
    },
  }
}

function codedOf({ meeting, circle, kind, organisation }: MeetingTextCoded): MeetingTextCoded {
  return { meeting, circle, kind, organisation }
}
