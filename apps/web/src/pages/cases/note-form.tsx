// Writes a note: sealed here, to the network's key, before it leaves the browser.
import { useQuery } from '@tanstack/react-query'
import { noteForm } from '@lykta/incident'
import { type ReactNode, useState } from 'react'
import type { CaseAnswer } from '../../../../server/src/api/case-types.ts'
import type { FormAnswer } from '../../../../server/src/api/types.ts'
import { ask } from '../../api/ask.ts'
import { sessionQuery } from '../../api/member-queries.ts'
import { ActOutcome } from '../../components/act-outcome.tsx'
import { Button } from '../../components/button.tsx'
import { useAct } from '../../components/use-act.ts'
import { keys } from '../../keys/keys.ts'
import { sealReason } from '../../report/seal-reason.ts'
import { useWarnBeforeLeaving } from '../../shell/use-warn-before-leaving.ts'
import { SealedField } from '../meetings/sealed-field.tsx'
import { timeNow } from '../meetings/time-now.ts'
import { useCaseWords } from './case-words.ts'
import type { AddToCase } from './use-case-act.ts'

export type NoteFormProps = {
  readonly answer: Pick<CaseAnswer, 'id'>
  readonly add: AddToCase
  /** The note whose place it takes; its text is held there, for the keys may lock over it. */
  readonly replaces?: { readonly id: string; readonly text: string; readonly onText: (text: string) => void } | undefined
  readonly onDone: () => void
}

export function NoteForm({ answer: { id: of }, add, replaces, onDone }: NoteFormProps): ReactNode {
  const words = useCaseWords()
  const session = useQuery(sessionQuery)
  const acting = useAct()
  const [fresh, setFresh] = useState('')
  const [text, setText] = replaces ? [replaces.text, replaces.onText] : [fresh, setFresh]
  useWarnBeforeLeaving(fresh.trim() !== '')
  const [empty, setEmpty] = useState(false)
  const save = (): Promise<void> => acting.act(async () => {
    setEmpty(text.trim() === '')
    if (text.trim() === '' || !session.data) return undefined
    if (session.data.state === 'signed-in' && !(await keys.askUnlock())) return words.noteNoKeys
    const [id, createdAt] = [crypto.randomUUID(), timeNow()]
    const form = await ask<FormAnswer>('form')
    const coded = { case: of, note: id, replaces: replaces?.id ?? null }
    const sealed = await sealReason({ session: session.data, context: form, device: null, kept: false }, {
      text: text.trim(), incident: coded, context: { incident: id, revision: 1, previous: null, formVersion: noteForm, createdAt },
    })
    if (sealed === null) return words.noteNoKeys
    const { sealedId: _, position, ...rest } = sealed
    await add({ kind: 'note', replaces: replaces?.id ?? null }, { id, sealed: { ...rest, position: position ?? null }, createdAt })
    setFresh('')
    onDone()
    return undefined
  })
  return (
    <div className="case-form case-form-wide" role="group" aria-label={words.noteAdd}>
      {replaces && <p className="hint">{words.noteReplaces}</p>}
      <SealedField label={words.note} value={text} onChange={setText} hint={words.noteHint} error={empty ? words.noteEmpty : undefined} />
      <p className="case-ways">
        <Button kind="primary" isDisabled={acting.busy} onPress={() => void save()}>{words.save}</Button>
        <Button kind="quiet" onPress={onDone}>{words.cancel}</Button>
      </p>
      <ActOutcome acting={acting} />
    </div>
  )
}
