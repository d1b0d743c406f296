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
import { useLanguage } from '../../messages/messages.ts'
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
  const [rewrites, setRewrites] = useState(false)
  // Locked keys leave nothing readable on the screen.
  useEffect(() => keys.subscribe(() => {
    if (keys.view.state !== 'locked') return
    setOpened(undefined)
    setRewrites(false)
  }), [])
  if (!readable) return <p className="faint">{words.noteFromYou}</p>
  if (session.data?.state !== 'signed-in') return <p className="faint">{words.noteHere}</p>
  const open = (): Promise<void> => act(async () => {
    if (!(await keys.askUnlock())) return undefined
    const sealed = await ask<SealedNoteAnswer>(`cases/${encodeURIComponent(answer.ref)}/notes/${id}`)
    setOpened(await keys.openGiven({ ...sealed, sealedId: id }, { case: answer.id, note: id, replaces }))
    return undefined
  })
  if (!opened) {
    return (
      <>
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
      {rewrites ? <NoteForm answer={answer} add={add} replaces={{ id, text: opened.text }} onDone={() => setRewrites(false)} /> : (
        <p className="case-ways">
          <Button kind="quiet" onPress={() => setOpened(undefined)}>{words.noteClose}</Button>
          {!replaced && <Button kind="quiet" onPress={() => setRewrites(true)}>{words.noteReplace}</Button>}
        </p>
      )}
    </div>
  )
}
