// Closing a case with a reason, reopening it, and the neutral word to those who reported.
import { type CloseReason, closeReasons, type ReopenReason, reopenReasons } from '@lykta/incident'
import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import type { CaseAnswer } from '../../../../server/src/api/case-types.ts'
import type { NewMessage, OutcomeCode } from '../../../../server/src/api/member-types.ts'
import { ask } from '../../api/ask.ts'
import { ActOutcome } from '../../components/act-outcome.tsx'
import { Button } from '../../components/button.tsx'
import { OneOf } from '../../components/one-of.tsx'
import { SelectField } from '../../components/select-field.tsx'
import { useAct } from '../../components/use-act.ts'
import { useFormFocus } from '../../components/use-form-focus.ts'
import { useOwnIncidentWords } from '../own/own-words.ts'
import { useCaseWords } from './case-words.ts'
import type { AddToCase } from './use-case-act.ts'

export function Closing({ answer, add }: { readonly answer: CaseAnswer; readonly add: AddToCase }): ReactNode {
  const words = useCaseWords()
  const acting = useAct()
  const [isOpen, setIsOpen] = useState(false)
  const { form, opener } = useFormFocus(isOpen ? 'form' : undefined)
  const [close, setClose] = useState<CloseReason | null>(answer.incidents.every(({ withdrawn }) => withdrawn) ? 'withdrawn' : null)
  const [again, setAgain] = useState<ReopenReason | null>(null)
  const isClosed = answer.closed !== null
  const save = (): Promise<void> => acting.act(async () => {
    if (isClosed && again !== null) await add({ kind: 'reopen', reason: again })
    else if (!isClosed && close !== null) await add({ kind: 'close', reason: close })
    else return undefined
    setIsOpen(false)
    return isClosed ? words.reopened : words.closedDone
  })
  return (
    <section aria-labelledby="closing" className="case-closing">
      <h2 id="closing">{isClosed ? words.reopen : words.closing}</h2>
      {!isOpen && <p className="case-ways"><Button kind="secondary" ref={opener('form')} onPress={() => setIsOpen(true)}>{isClosed ? words.reopen : words.closing}</Button></p>}
      {isOpen && (
        <div ref={form} className="case-form" role="group" aria-labelledby="closing">
          {isClosed
            ? <OneOf label={words.reopenWhy} selected={again} onSelect={setAgain} options={reopenReasons.map((id) => ({ id, text: words.reopenReasons[id] }))} />
            : <OneOf label={words.closeWhy} selected={close} onSelect={setClose} options={closeReasons.map((id) => ({ id, text: words.closeReasons[id] }))} />}
          <p className="case-ways">
            <Button kind="primary" isDisabled={acting.busy || (isClosed ? again : close) === null} onPress={() => void save()}>{isClosed ? words.reopen : words.closeDeed}</Button>
            <Button kind="quiet" onPress={() => setIsOpen(false)}>{words.cancel}</Button>
          </p>
        </div>
      )}
      <ActOutcome acting={acting} />
    </section>
  )
}

const outcomes: readonly OutcomeCode[] = ['handled', 'passed-on', 'not-followed']

export function Feedback({ answer }: { readonly answer: CaseAnswer }): ReactNode {
  const words = useCaseWords()
  const refs = new Map(answer.incidents.map(({ id, ref }) => [id, ref]))
  return (
    <section aria-labelledby="feedback">
      <h2 id="feedback">{words.feedback}</h2>
      <p className="hint">{words.feedbackHelp}</p>
      <ul className="case-list">
        {answer.feedback.map(({ incident, state }) => (
          <li key={incident}>
            <code>{refs.get(incident)}</code> <span>{words.feedbackState[state]}</span>
            <SendWord incident={refs.get(incident) ?? ''} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function SendWord({ incident }: { readonly incident: string }): ReactNode {
  const words = useCaseWords()
  const sentences = useOwnIncidentWords()
  const client = useQueryClient()
  const acting = useAct()
  const [isOpen, setIsOpen] = useState(false)
  const { form, opener } = useFormFocus(isOpen ? 'form' : undefined)
  const [code, setCode] = useState('')
  const send = (): Promise<void> => acting.act(async () => {
    if (code === '') return undefined
    const message: NewMessage = { id: crypto.randomUUID(), kind: 'outcome', code: code as OutcomeCode, to: null }
    await ask(`incidents/${encodeURIComponent(incident)}/messages`, { method: 'POST', body: message })
    await Promise.all([['cases'], ['messages', incident]].map((queryKey) => client.invalidateQueries({ queryKey })))
    setIsOpen(false)
    return words.feedbackSent
  })
  return (
    <>
      {isOpen ? (
        <div ref={form} className="case-form" role="group" aria-label={words.feedbackWhat(incident)}>
          <SelectField label={words.feedbackWhat(incident)} none="–" selected={code} onSelect={setCode} options={outcomes.map((id) => ({ id, text: sentences.outcome[id] }))} />
          <p className="case-ways">
            <Button kind="primary" isDisabled={acting.busy || code === ''} onPress={() => void send()}>{words.feedbackSend}</Button>
            <Button kind="quiet" onPress={() => setIsOpen(false)}>{words.cancel}</Button>
          </p>
        </div>
      ) : <Button kind="quiet" ref={opener('form')} aria-label={`${words.feedbackSend}: ${incident}`} onPress={() => setIsOpen(true)}>{words.feedbackSend}</Button>}
      <ActOutcome acting={acting} />
    </>
  )
}
