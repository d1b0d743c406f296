// Changes a meeting: its day and hours, the agenda, whether it was held, and who took part.
import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, type RefObject, useState } from 'react'
import type { MeetingEntry, MeetingRequest } from '../../../../server/src/api/meeting-types.ts'
import { ask } from '../../api/ask.ts'
import { meetingsQuery } from '../../api/meeting-queries.ts'
import { orLookAgain } from '../../api/or-look-again.ts'
import { Button } from '../../components/button.tsx'
import { FailureNote } from '../../components/failure-note.tsx'
import { focusWrong } from '../../components/focus-wrong.ts'
import { OneOf } from '../../components/one-of.tsx'
import { OvertakenNote } from '../../components/overtaken-note.tsx'
import { TextField } from '../../components/text-field.tsx'
import { TickBox } from '../../components/tick-box.tsx'
import { useAct } from '../../components/use-act.ts'
import { useWarnBeforeLeaving } from '../../shell/use-warn-before-leaving.ts'
import { linesOf } from './lines-of.ts'
import { useMeetingWords } from './meeting-words.ts'
import { TimeField } from './plan-year.tsx'
import { useMembersOn } from './use-members-on.ts'

export type MeetingEditorProps = {
  readonly form: RefObject<HTMLDivElement | null>
  /** That the fields are filled from. */
  readonly meeting: MeetingEntry
  /** As it stands by now. */
  readonly newest: MeetingEntry
  readonly onAgain: () => void
  readonly onCancel: () => void
  readonly onSaved: () => void
}

export function MeetingEditor({ form, meeting, newest, onAgain, onCancel, onSaved }: MeetingEditorProps): ReactNode {
  const words = useMeetingWords()
  const client = useQueryClient()
  const members = useMembersOn(meeting.date)
  const [{ date, begins, ends, state }, setWhen] = useState({ date: meeting.date, begins: meeting.begins, ends: meeting.ends, state: meeting.state })
  const [agenda, setAgenda] = useState(meeting.agenda.join('\n'))
  const [attendance, setAttendance] = useState<readonly string[]>(meeting.attendance ?? [])
  const { busy, failure, act } = useAct()
  const [checked, setChecked] = useState(false)
  const inOrder = begins < ends
  const isTyped = date !== meeting.date || begins !== meeting.begins || ends !== meeting.ends || state !== meeting.state || agenda !== meeting.agenda.join('\n') || attendance.join() !== (meeting.attendance ?? []).join()
  useWarnBeforeLeaving(isTyped)
  const save = (): Promise<void> => act(async () => {
    setChecked(true)
    if (!inOrder || date === '') return focusWrong(form.current)
    const body: MeetingRequest = { revision: meeting.revision, date, begins, ends, state, agenda: linesOf(agenda), attendance: state === 'held' || attendance.length > 0 ? attendance : null }
    await orLookAgain(client, [meetingsQuery.queryKey], () => ask(`meetings/${meeting.id}`, { method: 'PUT', body }))
    await client.invalidateQueries({ queryKey: meetingsQuery.queryKey })
    onSaved()
    return undefined
  })
  const put = (change: Partial<{ date: string; begins: string; ends: string; state: MeetingEntry['state'] }>): void => setWhen({ date, begins, ends, state, ...change })
  return (
    <div ref={form} className="meeting-form" role="group" aria-label={words.edit}>
      <div className="meeting-fields">
        <TextField type="date" label={words.editor.date} value={date} onChange={(one) => put({ date: one })} error={checked && date === '' ? words.editor.noDate : undefined} />
        <TimeField label={words.plan.begins} value={begins} onChange={(one) => put({ begins: one })} />
        <TimeField label={words.plan.ends} value={ends} onChange={(one) => put({ ends: one })} error={inOrder ? undefined : words.plan.order} />
      </div>
      <TextField label={words.agenda} hint={words.plan.agendaHint} value={agenda} onChange={setAgenda} lines={6} maxLength={2000} spellCheck />
      <OneOf label={words.editor.state} selected={state} onSelect={(one) => put({ state: one })} options={(['planned', 'held', 'cancelled'] as const).map((id) => ({ id, text: words.state[id] }))} />
      <fieldset className="meeting-ticks">
        <legend className="label">{words.editor.attendance}</legend>
        {members.map(({ id, name }) => (
          <TickBox key={id} isTicked={attendance.includes(id)} onTick={(ticked) => setAttendance(ticked ? [...attendance, id] : attendance.filter((one) => one !== id))}>{name}</TickBox>
        ))}
      </fieldset>
      <OvertakenNote isOvertaken={newest.revision > meeting.revision} isTyped={isTyped} onAgain={onAgain} />
      <p className="meeting-ways">
        <Button kind="primary" isDisabled={busy} onPress={() => void save()}>{words.editor.save}</Button>
        <Button kind="quiet" onPress={onCancel}>{words.editor.cancel}</Button>
      </p>
      <FailureNote error={failure} />
    </div>
  )
}
