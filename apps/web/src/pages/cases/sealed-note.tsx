// One note in the timeline: sealed, opened here, written anew.
import { useQuery } from '@tanstack/react-query'
import { findSealText } from '@lykta/seal'
import { type ReactNode, useEffect, useState } from 'react'
import type { CaseAnswer, SealedNoteAnswer } from '../../../../server/src/api/case-types.ts'
import { ask } from '../../api/ask.ts'
import { sessionQuery } from '../../api/member-queries.ts'
import { Button } from '../../components/button.tsx'
import { FailureNote } from '../../components/failure-note.tsx'
import { useAct } from '../../components/use-act.ts'
import { keys, type OpenedReason } from '../../keys/keys.ts'
import { closedDraft, isUnsaved, lockDraft, openDraft, type SealedDraft, shownText, unlockDraft } from '../../keys/sealed-draft.ts'
import { useLanguage } from '../../messages/messages.ts'
import { useWarnBeforeLeaving } from '../../shell/use-warn-before-leaving.ts'
import { useCaseWords } from './case-words.ts'
import { NoteForm } from './note-form.tsx'
import type { AddToCase } from './use-case-act.ts'

export type SealedNoteProps = {
  readonly answer: Pick<CaseAnswer, 'id' | 'ref'>
  readonly note: { readonly id: string; readonly replaces: string | null; readonly readable: boolean; readonly replaced: boolean }
  readonly add: AddToCase
}

export function SealedNote({ answer, note: { id, replaces, readable, replaced }, add }: SealedNoteProps): ReactNode {
  const words = useCaseWords()
  const language = useLanguage()
  const session = useQuery(sessionQuery)
  const { busy, failure, act } = useAct()
  const [opened, setOpened] = useState<OpenedReason>()
  /** Closed until it is rewritten. */
  const [draft, setDraft] = useState<SealedDraft<string>>(closedDraft)
  const text = shownText(draft)
  useWarnBeforeLeaving(isUnsaved(draft))
  // Locked keys leave nothing readable on the screen.
  useEffect(() => keys.subscribe(() => {
    if (keys.view.state !== 'locked') return
    setOpened(undefined)
    setDraft(lockDraft)
  }), [])
  if (!readable) return <p className="faint">{words.noteFromYou}</p>
  if (session.data?.state !== 'signed-in') return <p className="faint">{words.noteHere}</p>
  const open = (): Promise<void> => act(async () => {
    if (!(await keys.askUnlock())) return undefined
    const sealed = await ask<SealedNoteAnswer>(`cases/${encodeURIComponent(answer.ref)}/notes/${id}`)
    const found = await keys.openGiven({ ...sealed, sealedId: id }, { case: answer.id, note: id, replaces })
    setOpened(found)
    setDraft((before) => (before.away ? unlockDraft(before, found.text) : before))
    return undefined
  })
  if (!opened) {
    return (
      <>
        {draft.away && <p>{words.notePutAway}</p>}
        <Button kind="quiet" isDisabled={busy} onPress={() => void open()}>{busy ? words.noteOpening : words.noteOpen}</Button>
        <FailureNote error={failure} />
      </>
    )
  }
  return (
    <div className="case-note">
      {opened.findings.length > 0 && (
        <div role="alert">
          <p><strong>{words.noteWrong}</strong></p>
          <ul className="problems">{opened.findings.map((code) => <li key={code} className="problem problem-error">{findSealText(code, language)}</li>)}</ul>
        </div>
      )}
      <p className="reason-text" translate="no">{opened.text}</p>
      {text !== null ? <NoteForm answer={answer} add={add} replaces={{ id, text, onText: (written) => setDraft((now) => ({ ...now, text: written })) }} onDone={() => setDraft(closedDraft)} /> : (
        <p className="case-ways">
          <Button kind="quiet" onPress={() => setOpened(undefined)}>{words.noteClose}</Button>
          {!replaced && <Button kind="quiet" onPress={() => setDraft(openDraft(opened.text))}>{words.noteReplace}</Button>}
        </p>
      )}
    </div>
  )
}
