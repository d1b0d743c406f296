// Changes an open action: whose it is, by when, and, while the meeting's texts are open, what it says; what stood before stays as a revision.
import type { Organisation } from '@lykta/incident'
import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import type { ActionEntry, ActionRequest, Circle } from '../../../../server/src/api/meeting-types.ts'
import type { SessionAnswer } from '../../../../server/src/api/member-types.ts'
import { ask } from '../../api/ask.ts'
import { meetingsQuery } from '../../api/meeting-queries.ts'
import { orLookAgain } from '../../api/or-look-again.ts'
import { ActOutcome } from '../../components/act-outcome.tsx'
import { Button } from '../../components/button.tsx'
import { OvertakenNote } from '../../components/overtaken-note.tsx'
import { SelectField } from '../../components/select-field.tsx'
import { TextField } from '../../components/text-field.tsx'
import { useAct } from '../../components/use-act.ts'
import { useWarnBeforeLeaving } from '../../shell/use-warn-before-leaving.ts'
import { useMeetingWords } from './meeting-words.ts'
import { sealMeetingText } from './seal-meeting-text.ts'
import { SealedField } from './sealed-field.tsx'
import { timeNow } from './time-now.ts'

export type ActionFormProps = {
  /** That the fields are filled from. */
  readonly action: ActionEntry
  /** As it stands by now. */
  readonly newest: ActionEntry
  readonly circle: Circle
  readonly number: number
  /** Its text; undefined while the texts are closed. */
  readonly opened: string | undefined
  readonly members: readonly Organisation[]
  readonly session: SessionAnswer
  readonly onWritten: (id: string, text: string) => void
  readonly onAgain: () => void
  readonly onEnd: (said?: string) => void
}

export function ActionForm({ action, newest, circle, number, opened, members, session, onWritten, onAgain, onEnd }: ActionFormProps): ReactNode {
  const words = useMeetingWords()
  const client = useQueryClient()
  const [{ organisation, due }, setItem] = useState({ organisation: action.organisation ?? '', due: action.due ?? '' })
  const [typed, setTyped] = useState<string>()
  const { busy, failure, said, act } = useAct()
  // Locked keys leave nothing readable on the screen.
  const text = opened === undefined ? undefined : (typed ?? opened)
  const isNew = text !== undefined && text.trim() !== opened?.trim()
  const isEmpty = text?.trim() === ''
  // Typed, and the texts were closed over it: it is not shown, and not lost.
  const isAway = text === undefined && typed !== undefined
  const isTyped = isNew || isAway || organisation !== (action.organisation ?? '') || due !== (action.due ?? '')
  useWarnBeforeLeaving(isTyped)
  const save = (): Promise<void> => act(async () => {
    if (isEmpty) return undefined
    if (isAway) return words.action.openFirst
    const { id, line, state, meeting } = action
    const [revision, createdAt] = [action.revision + 1, timeNow()]
    const coded = { meeting, circle, kind: 'action', organisation: null } as const
    const sealed = isNew ? await sealMeetingText(session, { text: text.trim(), coded, item: id, revision, previous: action.text.hash }, createdAt) : 'kept'
    if (sealed === null) return words.give.noKeys
    const body: ActionRequest = { id, revision, line, organisation: organisation === '' ? null : organisation, due: due === '' ? null : due, state, sealed, createdAt }
    await orLookAgain(client, [meetingsQuery.queryKey], () => ask(`meetings/${meeting}/actions`, { method: 'POST', body }))
    await client.invalidateQueries({ queryKey: meetingsQuery.queryKey })
    if (sealed !== 'kept') onWritten(sealed.sealedId, text!.trim())
    onEnd(words.action.changed)
    return undefined
  })
  return (
    <div className="meeting-form" role="group" aria-label={words.action.of(words.action.change, number)}>
      {text === undefined ? <p className={isAway ? undefined : 'hint'}>{isAway ? words.action.putAway : words.action.textClosed}</p> : <SealedField label={words.note.text} value={text} onChange={setTyped} error={isEmpty ? words.note.empty : undefined} />}
      <div className="meeting-fields">
        <SelectField label={words.action.owner} none={words.action.nobody} selected={organisation} onSelect={(one) => setItem({ organisation: one, due })} options={members.map(({ id, name }) => ({ id, text: name }))} />
        <TextField type="date" label={words.action.due} value={due} onChange={(one) => setItem({ organisation, due: one })} />
      </div>
      <OvertakenNote isOvertaken={newest.revision > action.revision} isTyped={isTyped} onAgain={onAgain} />
      <p className="meeting-ways">
        <Button kind="primary" isDisabled={busy} onPress={() => void save()}>{words.editor.save}</Button>
        <Button kind="quiet" onPress={() => onEnd()}>{words.editor.cancel}</Button>
      </p>
      <ActOutcome acting={{ said, failure }} />
    </div>
  )
}
