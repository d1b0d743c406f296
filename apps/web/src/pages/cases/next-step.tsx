// What is to be done next, by whom and by when; deciding it; and writing down a step that was taken.
import { type ReactNode, type RefObject, useState } from 'react'
import type { CaseAnswer } from '../../../../server/src/api/case-types.ts'
import { ActOutcome } from '../../components/act-outcome.tsx'
import { Button } from '../../components/button.tsx'
import { focusWrong } from '../../components/focus-wrong.ts'
import { Mark } from '../../components/mark.tsx'
import { OneOf } from '../../components/one-of.tsx'
import { SelectField } from '../../components/select-field.tsx'
import { TextField } from '../../components/text-field.tsx'
import { useAct } from '../../components/use-act.ts'
import { useFormFocus } from '../../components/use-form-focus.ts'
import { renderDay } from '../../format/dates.ts'
import { useLanguage } from '../../messages/messages.ts'
import { useNetwork } from '../../network.ts'
import { stepWords, useCaseWords } from './case-words.ts'
import { ReachNote } from './reach-note.tsx'
import type { AddToCase } from './use-case-act.ts'

type Props = { readonly answer: CaseAnswer; readonly add: AddToCase }
type Form = 'step' | 'plan'

export function NextStep({ answer, add }: Props): ReactNode {
  const words = useCaseWords()
  const language = useLanguage()
  const { organisations } = useNetwork()
  const [form, setForm] = useState<Form>()
  const [said, setSaid] = useState('')
  const focus = useFormFocus(form)
  const { next, steps, overdue, due } = answer
  const by = organisations.find(({ id }) => id === next?.organisation)?.name ?? words.nobody
  const done = (): void => {
    setForm(undefined)
    setSaid(words.saved)
  }
  const show = (one: Form): void => {
    setSaid('')
    setForm(one)
  }
  return (
    <section className={`case-next${overdue ? ' case-next-late' : ''}`} aria-labelledby="next">
      <h2 id="next">{words.next}</h2>
      {next === null ? <p>{words.noNext}</p> : (
        <p className="case-next-line">
          <strong>{words.planned(stepWords(steps, next.step, language), by)}</strong>
          {due !== null && <span>{overdue ? <Mark kind="lamp">{words.overdue(renderDay(due, language))}</Mark> : words.due(renderDay(due, language))}</span>}
          {next.remind !== null && <span>{words.remindOn(renderDay(next.remind, language))}</span>}
        </p>
      )}
      {answer.closed === null && form === undefined && next !== null && <ReachNote answer={answer} organisation={next.organisation ?? ''} />}
      {answer.closed === null && form === undefined && (
        <p className="case-ways">
          <Button kind="primary" ref={focus.opener('step')} onPress={() => show('step')}>{words.addStep}</Button>
          <Button kind="secondary" ref={focus.opener('plan')} onPress={() => show('plan')}>{words.plan}</Button>
        </p>
      )}
      <p role="status" className={said === '' ? 'unseen' : 'outcome'}>{said}</p>
      {form === 'step' && <StepForm form={focus.form} answer={answer} add={add} onDone={done} onCancel={() => setForm(undefined)} />}
      {form === 'plan' && <PlanForm form={focus.form} answer={answer} add={add} onDone={done} onCancel={() => setForm(undefined)} />}
    </section>
  )
}

type FormProps = Props & { readonly form: RefObject<HTMLDivElement | null>; readonly onDone: () => void; readonly onCancel: () => void }

/** Organisations that are members now, by name. */
function useOrganisationOptions(today: string): readonly { readonly id: string; readonly text: string }[] {
  const { organisations } = useNetwork()
  return organisations.filter(({ joined, left }) => joined !== null && (left === null || left >= today)).map(({ id, name }) => ({ id, text: name })).toSorted((a, b) => a.text.localeCompare(b.text, 'sv'))
}

function StepForm({ form, answer: { steps, today, next }, add, onDone, onCancel }: FormProps): ReactNode {
  const words = useCaseWords()
  const language = useLanguage()
  const acting = useAct()
  const options = useOrganisationOptions(today)
  const [step, setStep] = useState(next?.step ?? '')
  const [on, setOn] = useState(today)
  const [organisation, setOrganisation] = useState(next?.organisation ?? '')
  const [outcome, setOutcome] = useState<'reached' | 'tried'>('reached')
  const [checked, setChecked] = useState(false)
  const save = (): Promise<void> => acting.act(async () => {
    setChecked(true)
    if (step === '') return focusWrong(form.current)
    await add({ kind: 'step', step, on: on === '' ? null : on, organisation: organisation === '' ? null : organisation, outcome })
    onDone()
    return undefined
  })
  return (
    <div ref={form} className="case-form" role="group" aria-label={words.addStep}>
      <SelectField label={words.step} none={words.chooseStep} selected={step} onSelect={setStep} options={steps.filter(({ validTo }) => validTo === null).map((one) => ({ id: one.id, text: one[language] }))} error={checked && step === '' ? words.chooseFirst : undefined} />
      <TextField type="date" label={words.on} hint={words.onHint} value={on} onChange={setOn} />
      <SelectField label={words.who} none={words.unknownWho} selected={organisation} onSelect={setOrganisation} options={options} />
      <OneOf label={words.outcome} selected={outcome} onSelect={setOutcome} options={[{ id: 'reached', text: words.outcomes.reached }, { id: 'tried', text: words.outcomes.tried }]} />
      <Ways acting={acting} onSave={save} onCancel={onCancel} />
    </div>
  )
}

function PlanForm({ form, answer, add, onDone, onCancel }: FormProps): ReactNode {
  const { steps, today, next } = answer
  const words = useCaseWords()
  const language = useLanguage()
  const acting = useAct()
  const options = useOrganisationOptions(today)
  const [step, setStep] = useState(next?.step ?? '')
  const [organisation, setOrganisation] = useState(next?.organisation ?? '')
  const [due, setDue] = useState(next?.due ?? '')
  const [remind, setRemind] = useState(next?.remind ?? '')
  const orNull = (text: string): string | null => (text === '' ? null : text)
  const save = (): Promise<void> => acting.act(async () => {
    await add({ kind: 'plan', step: orNull(step), organisation: step === '' ? null : orNull(organisation), due: step === '' ? null : orNull(due), remind: step === '' ? null : orNull(remind) })
    onDone()
    return undefined
  })
  return (
    <div ref={form} className="case-form" role="group" aria-label={words.plan}>
      <SelectField label={words.step} none={words.planClear} selected={step} onSelect={setStep} options={steps.filter(({ kind, validTo, means }) => kind === 'way' && validTo === null && means !== 'known').map((one) => ({ id: one.id, text: one[language] }))} />
      {step !== '' && (
        <>
          <SelectField label={words.responsible} none={words.nobody} selected={organisation} onSelect={setOrganisation} options={options} />
          <ReachNote answer={answer} organisation={organisation} />
          <TextField type="date" label={words.planDue} value={due} onChange={setDue} />
          <TextField type="date" label={words.planRemind} hint={words.planRemindHint} value={remind} onChange={setRemind} />
        </>
      )}
      <Ways acting={acting} onSave={save} onCancel={onCancel} />
    </div>
  )
}

function Ways({ acting, onSave, onCancel }: { readonly acting: ReturnType<typeof useAct>; readonly onSave: () => Promise<void>; readonly onCancel: () => void }): ReactNode {
  const words = useCaseWords()
  return (
    <>
      <p className="case-ways">
        <Button kind="primary" isDisabled={acting.busy} onPress={() => void onSave()}>{words.save}</Button>
        <Button kind="quiet" onPress={onCancel}>{words.cancel}</Button>
      </p>
      <ActOutcome acting={acting} />
    </>
  )
}
