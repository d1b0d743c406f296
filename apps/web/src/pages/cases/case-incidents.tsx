// The incidents of a case: each with its link, one more, and taking one out.
import { Link } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import type { CaseAnswer, CaseIncident } from '../../../../server/src/api/case-types.ts'
import { ActOutcome } from '../../components/act-outcome.tsx'
import { AskOnce } from '../../components/ask-once.tsx'
import { Button } from '../../components/button.tsx'
import { focusWrong } from '../../components/focus-wrong.ts'
import { Mark } from '../../components/mark.tsx'
import { TextField } from '../../components/text-field.tsx'
import { useAct } from '../../components/use-act.ts'
import { useFormFocus } from '../../components/use-form-focus.ts'
import { renderDay } from '../../format/dates.ts'
import { useLanguage, useMessages } from '../../messages/messages.ts'
import { useNetwork } from '../../network.ts'
import { useCaseWords } from './case-words.ts'
import type { AddToCase } from './use-case-act.ts'

export function CaseIncidents({ answer, add }: { readonly answer: CaseAnswer; readonly add: AddToCase }): ReactNode {
  const words = useCaseWords()
  const changes = answer.manages && answer.closed === null
  return (
    <section aria-labelledby="incidents">
      <h2 id="incidents">{words.incidents}</h2>
      {answer.incidents.every(({ withdrawn }) => withdrawn) && <p>{words.allWithdrawn}</p>}
      <ul className="case-list">
        {answer.incidents.map((incident) => <Incident key={incident.id} incident={incident} add={add} mayLeave={changes && answer.incidents.length > 1} />)}
      </ul>
      {changes && <Join add={add} />}
    </section>
  )
}

function Incident({ incident: { ref, diary, reportedBy, reportedOn, exploitation, withdrawn }, add, mayLeave }: { readonly incident: CaseIncident; readonly add: AddToCase; readonly mayLeave: boolean }): ReactNode {
  const words = useCaseWords()
  const { codes } = useMessages()
  const language = useLanguage()
  const { organisations } = useNetwork()
  const acting = useAct()
  const [asks, setAsks] = useState(false)
  return (
    <li>
      <Link to="/incidents/$ref" params={{ ref }}><code>{ref}</code></Link>
      {diary !== null && <span>{diary}</span>}
      <span>{codes.exploitation[exploitation]}</span>
      <span>{words.reportedBy(organisations.find(({ id }) => id === reportedBy)?.name ?? '–', renderDay(reportedOn, language))}</span>
      {withdrawn && <Mark kind="lamp">{words.withdrawn}</Mark>}
      {mayLeave && <Button kind="quiet" isDisabled={acting.busy} aria-label={words.leaveTitle(ref)} onPress={() => setAsks(true)}>{words.leave}</Button>}
      <AskOnce isOpen={asks} onOpenChange={setAsks} title={words.leaveTitle(ref)} deed={words.leave} back={words.cancel} danger={false} onDo={() => acting.act(async () => {
        await add({ kind: 'leave', incident: ref })
        return undefined
      })}>
        <p>{words.leaveText}</p>
      </AskOnce>
      <ActOutcome acting={acting} />
    </li>
  )
}

function Join({ add }: { readonly add: AddToCase }): ReactNode {
  const words = useCaseWords()
  const acting = useAct()
  const [isOpen, setIsOpen] = useState(false)
  const { form, opener } = useFormFocus(isOpen ? 'form' : undefined)
  const [ref, setRef] = useState('')
  const [checked, setChecked] = useState(false)
  const save = (): Promise<void> => acting.act(async () => {
    setChecked(true)
    if (ref.trim() === '') return focusWrong(form.current)
    await add({ kind: 'join', incident: ref.trim() })
    setRef('')
    setIsOpen(false)
    setChecked(false)
    return words.saved
  })
  return (
    <>
      {isOpen ? (
        <div ref={form} className="case-form" role="group" aria-label={words.join}>
          <TextField label={words.joinRef} hint={words.joinHint} value={ref} onChange={setRef} maxLength={20} error={checked && ref.trim() === '' ? words.joinMissing : undefined} />
          <p className="case-ways">
            <Button kind="primary" isDisabled={acting.busy} onPress={() => void save()}>{words.join}</Button>
            <Button kind="quiet" onPress={() => setIsOpen(false)}>{words.cancel}</Button>
          </p>
        </div>
      ) : <p className="case-ways"><Button kind="secondary" ref={opener('form')} onPress={() => setIsOpen(true)}>{words.join}</Button></p>}
      <ActOutcome acting={acting} />
    </>
  )
}
