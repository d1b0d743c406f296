// What a meeting decided, sealed; and the form for a new decision or a new action, which are written alike.
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import type { ActionRequest, DecisionEntry, DecisionRequest, MeetingAnswer } from '../../../../server/src/api/meeting-types.ts'
import { ask } from '../../api/ask.ts'
import { meetingQuery } from '../../api/meeting-queries.ts'
import { sessionQuery } from '../../api/member-queries.ts'
import { orLookAgain } from '../../api/or-look-again.ts'
import { ActOutcome } from '../../components/act-outcome.tsx'
import { AskOnce } from '../../components/ask-once.tsx'
import { Button } from '../../components/button.tsx'
import { SelectField } from '../../components/select-field.tsx'
import { TextField } from '../../components/text-field.tsx'
import { type Acting, useAct } from '../../components/use-act.ts'
import { useListAct } from '../../components/use-list-act.ts'
import type { OpenedReason } from '../../keys/keys.ts'
import { useWarnBeforeLeaving } from '../../shell/use-warn-before-leaving.ts'
import { useMeetingWords } from './meeting-words.ts'
import { OpenedLines } from './opened-lines.tsx'
import { sealMeetingText } from './seal-meeting-text.ts'
import { SealedField } from './sealed-field.tsx'
import { timeNow } from './time-now.ts'
import { useMembersOn } from './use-members-on.ts'

export type DecisionsProps = { readonly answer: MeetingAnswer; readonly opened: ReadonlyMap<string, OpenedReason> | null; readonly manages: boolean; readonly onWritten: (id: string, text: string) => void }

export function Decisions({ answer, opened, manages, onWritten }: DecisionsProps): ReactNode {
  const words = useMeetingWords()
  const { decisions } = answer
  const { acting, heading } = useListAct()
  return (
    <section aria-labelledby="decisions">
      <h2 id="decisions" ref={heading} tabIndex={-1}>{words.decisions}</h2>
      {decisions.length === 0 ? <p className="hint">{words.decisionsNone}</p> : (
        <ol className="meeting-items">{decisions.map((decision, index) => <Decision key={decision.id} answer={answer} decision={decision} number={index + 1} opened={opened?.get(decision.text.id)} manages={manages} acting={acting} />)}</ol>
      )}
      <ActOutcome acting={acting} />
      {manages && <NewItem kind="decision" answer={answer} onWritten={onWritten} />}
    </section>
  )
}

type DecisionProps = { readonly answer: MeetingAnswer; readonly decision: DecisionEntry; readonly number: number; readonly opened: OpenedReason | undefined; readonly manages: boolean; readonly acting: Acting }

function Decision({ answer: { meeting }, decision: { id, revision, line }, number, opened, manages, acting: { busy, act } }: DecisionProps): ReactNode {
  const words = useMeetingWords()
  const client = useQueryClient()
  const [asking, setAsking] = useState(false)
  const undo = (): Promise<void> => act(async () => {
    const body: DecisionRequest = { id, revision: revision + 1, line, withdrawn: true, sealed: 'kept', createdAt: timeNow() }
    const { queryKey } = meetingQuery(meeting.id)
    await orLookAgain(client, [queryKey], () => ask(`meetings/${meeting.id}/decisions`, { method: 'POST', body }))
    await client.invalidateQueries({ queryKey })
    return words.note.undone
  })
  const way = meeting.state === 'held' ? words.mistake.was : words.note.undo
  return (
    <li>
      {line !== null && meeting.agenda[line] !== undefined && <p className="hint">{meeting.agenda[line]}</p>}
      {opened ? <OpenedLines opened={opened} /> : <p className="faint">{words.sealed}</p>}
      {manages && <p className="meeting-ways"><Button kind="quiet" isDisabled={busy} aria-label={`${way}: ${words.decision(number)}`} onPress={() => setAsking(true)}>{way}</Button></p>}
      <AskOnce isOpen={asking} onOpenChange={setAsking} title={`${way}: ${words.decision(number)}`} deed={words.note.undo} back={words.mistake.back} onDo={undo}>
        <p>{words.mistake.decision}</p>
      </AskOnce>
    </li>
  )
}

function NewItem({ kind, answer: { meeting }, onWritten }: Pick<DecisionsProps, 'answer' | 'onWritten'> & { readonly kind: 'decision' | 'action' }): ReactNode {
  const words = useMeetingWords()
  const client = useQueryClient()
  const session = useQuery(sessionQuery)
  const members = useMembersOn(meeting.date)
  const [{ text, line, organisation, due }, setItem] = useState({ text: '', line: '', organisation: '', due: '' })
  useWarnBeforeLeaving(text.trim() !== '')
  const [empty, setEmpty] = useState(false)
  const { busy, failure, said, act } = useAct()
  // By its title: the agenda may change while the form is open, and places with it.
  const lines = meeting.agenda.map((title, index) => ({ id: `${meeting.agenda.slice(0, index).filter((one) => one === title).length} ${title}`, text: title }))
  const chosen = lines.findIndex(({ id }) => id === line)
  const put = (change: Partial<{ text: string; line: string; organisation: string; due: string }>): void => setItem({ text, line, organisation, due, ...change })
  const save = (): Promise<void> => act(async () => {
    setEmpty(text.trim() === '')
    if (text.trim() === '' || !session.data) return undefined
    const [id, createdAt] = [crypto.randomUUID(), timeNow()]
    const sealed = await sealMeetingText(session.data, { text: text.trim(), coded: { meeting: meeting.id, circle: meeting.circle, kind, organisation: null }, item: id, revision: 1, previous: null }, createdAt)
    if (sealed === null) return words.give.noKeys
    const common = { id, revision: 1, line: chosen === -1 ? null : chosen, sealed, createdAt }
    const body: DecisionRequest | ActionRequest = kind === 'decision' ? { ...common, withdrawn: false } : { ...common, organisation: organisation || null, due: due || null, state: 'open' }
    await ask(`meetings/${meeting.id}/${kind}s`, { method: 'POST', body })
    await client.invalidateQueries({ queryKey: meetingQuery(meeting.id).queryKey })
    onWritten(sealed.sealedId, text.trim())
    setItem({ text: '', line: '', organisation: '', due: '' })
    return kind === 'decision' ? words.note.savedDecision : words.note.savedAction
  })
  if (meeting.state === 'cancelled') return null
  return (
    <details className="meeting-form">
      <summary>{words.note[kind]}</summary>
      <SealedField label={`${words.note[kind]}: ${words.note.text.toLocaleLowerCase('sv')}`} value={text} onChange={(one) => put({ text: one })} error={empty ? words.note.empty : undefined} />
      <div className="meeting-fields">
        <SelectField label={words.note.line} none={words.note.noLine} selected={chosen === -1 ? '' : line} onSelect={(one) => put({ line: one })} options={lines} />
        {kind === 'action' && <SelectField label={words.action.owner} none={words.action.nobody} selected={organisation} onSelect={(one) => put({ organisation: one })} options={members.map(({ id, name }) => ({ id, text: name }))} />}
        {kind === 'action' && <TextField type="date" label={words.action.due} value={due} onChange={(one) => put({ due: one })} />}
      </div>
      <Button kind="primary" isDisabled={busy} onPress={() => void save()}>{words.note.save}</Button>
      <ActOutcome acting={{ said, failure }} />
    </details>
  )
}

Decisions.New = NewItem
