// Police reports of the case's incidents: what they are and are not, those that are known, and one more.
import type { Offence } from '@lykta/incident'
import { offences } from '@lykta/incident'
import { type ReactNode, useState } from 'react'
import type { CaseAnswer } from '../../../../server/src/api/case-types.ts'
import { ActOutcome } from '../../components/act-outcome.tsx'
import { Button } from '../../components/button.tsx'
import { SelectField } from '../../components/select-field.tsx'
import { TextField } from '../../components/text-field.tsx'
import { TickBox } from '../../components/tick-box.tsx'
import { useAct } from '../../components/use-act.ts'
import { useFormFocus } from '../../components/use-form-focus.ts'
import { renderDay } from '../../format/dates.ts'
import { renderQuantity } from '../../format/quantity.ts'
import { useLanguage, useMessages } from '../../messages/messages.ts'
import { useCaseWords } from './case-words.ts'
import type { AddToCase } from './use-case-act.ts'

export function PoliceReports({ answer, add }: { readonly answer: CaseAnswer; readonly add: AddToCase }): ReactNode {
  const words = useCaseWords()
  const language = useLanguage()
  const messages = useMessages()
  const acting = useAct()
  const [isOpen, setIsOpen] = useState(false)
  const { form, opener } = useFormFocus(isOpen ? 'form' : undefined)
  const [incident, setIncident] = useState(answer.incidents[0]?.ref ?? '')
  const [filedOn, setFiledOn] = useState('')
  const [offence, setOffence] = useState<Offence>('unknown')
  const [counted, setCounted] = useState(false)
  const refs = new Map(answer.incidents.map(({ id, ref }) => [id, ref]))
  const known = answer.timeline.flatMap((entry) => (entry.what === 'event' && entry.act.kind === 'police-report' && !entry.voided ? [{ id: entry.id, act: entry.act }] : []))
  const save = (): Promise<void> => acting.act(async () => {
    await add({ kind: 'police-report', incident, filedOn: filedOn === '' ? null : filedOn, offence, counted })
    setIsOpen(false)
    setFiledOn('')
    setCounted(false)
    return words.saved
  })
  return (
    <section aria-labelledby="police">
      <h2 id="police">{words.police}</h2>
      <p className="hint">{words.policeHelp}</p>
      <ul className="case-list">
        {answer.incidents.map(({ id, ref, policeReports }) => (
          <li key={id}><code>{ref}</code> <span>{words.policeNumber(policeReports === null ? words.policeUnknown : renderQuantity(policeReports, language, messages))}</span></li>
        ))}
      </ul>
      {known.length === 0 ? <p className="faint">{words.policeNone}</p> : (
        <ol className="case-list">
          {known.map(({ id, act }) => (
            <li key={id}>
              <strong>{words.offences[act.offence]}</strong> <span>{act.filedOn === null ? words.noDay : renderDay(act.filedOn, language)}</span> <code>{refs.get(act.incident) ?? words.otherIncident}</code>
            </li>
          ))}
        </ol>
      )}
      {!isOpen && <p className="case-ways"><Button kind="secondary" ref={opener('form')} onPress={() => setIsOpen(true)}>{words.policeAdd}</Button></p>}
      {isOpen && (
        <div ref={form} className="case-form" role="group" aria-label={words.policeAdd}>
          {answer.incidents.length > 1 && <SelectField label={words.ofIncident} selected={incident} onSelect={setIncident} options={answer.incidents.map(({ ref }) => ({ id: ref, text: ref }))} />}
          <TextField type="date" label={words.filedOn} hint={words.onHint} value={filedOn} onChange={setFiledOn} />
          <SelectField label={words.offence} selected={offence} onSelect={(one) => setOffence(one as Offence)} options={offences.map((id) => ({ id, text: words.offences[id] }))} />
          <TickBox isTicked={counted} onTick={setCounted}>{words.counted}</TickBox>
          <p className="hint">{words.countedHint}</p>
          <p className="case-ways">
            <Button kind="primary" isDisabled={acting.busy} onPress={() => void save()}>{words.save}</Button>
            <Button kind="quiet" onPress={() => setIsOpen(false)}>{words.cancel}</Button>
          </p>
        </div>
      )}
      <ActOutcome acting={acting} />
    </section>
  )
}
