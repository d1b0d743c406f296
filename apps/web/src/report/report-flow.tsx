// From the first screen to the receipt: one step at a time on a phone, all on one page on a desk; what is entered is one draft.
import { type FormAnswers, withoutHidden } from '@lykta/incident'
import { type ReactNode, useEffect, useEffectEvent, useMemo, useRef, useState } from 'react'
import type { ReceiptAnswer } from '../../../server/src/api/types.ts'
import { tabletQuery, useMedia } from '../components/use-media.ts'
import type { Slip } from './check-answers.ts'
import { answersOfDraft, type Entries, type Entry, withUnknown } from './draft.ts'
import { ErrorSummary } from './error-summary.tsx'
import { fieldId, focusField } from './field.ts'
import { Heading, ScreenContext } from './heading.tsx'
import { Intro } from './intro.tsx'
import { goToStep, OnePage } from './one-page.tsx'
import { Pager, Progress } from './pager.tsx'
import { Receipt } from './receipt.tsx'
import { Review } from './review.tsx'
import { SendingState } from './sending-state.tsx'
import { idsOfStep, StepFields } from './step-fields.tsx'
import { useChecker } from './use-checker.ts'
import { useSending } from './use-sending.ts'
import { useForm, useReportLanguage, useReportMessages } from './words.tsx'

type Stage = 'intro' | 'filling' | 'review' | 'receipt'

export type ReportFlowProps = {
  /** Whether there is something that would be lost. */
  readonly onDirty: (dirty: boolean) => void
  /** The form is to be fetched again: the server knows it otherwise. */
  readonly onOld: () => void
}

export function ReportFlow({ onDirty, onOld }: ReportFlowProps): ReactNode {
  const { version, context } = useForm()
  const messages = useReportMessages()
  const language = useReportLanguage()
  const desk = useMedia(tabletQuery)
  const [stage, setStage] = useState<Stage>('intro')
  const [screen, setScreen] = useState(0)
  const [step, setStep] = useState(0)
  const [chosen, setChosen] = useState(false)
  const [draft, setDraft] = useState<Entries>({})
  const [receipt, setReceipt] = useState<ReceiptAnswer>()
  const goTo = useRef<Slip | number>(undefined)

  const onBehalf = context.reporterOrganisation === null || chosen
  const steps = version.steps.filter((one) => !one.onBehalf || onBehalf)
  const answers: FormAnswers = useMemo(() => withoutHidden(version, answersOfDraft(version, draft)), [version, draft])
  const checker = useChecker(answers, draft)
  const { sending, send } = useSending((got) => {
    setReceipt(got)
    setDraft({})
    show('receipt')
  }, onOld)
  const locked = sending.state === 'unsure' || sending.state === 'sending' || sending.state === 'sealing'
  const dirty = stage !== 'receipt' && Object.keys(draft).length > 0
  useEffect(() => onDirty(dirty), [dirty, onDirty])

  function show(next: Stage, at = step): void {
    setStage(next)
    setStep(at)
    setScreen((count) => count + 1)
    checker.hide()
  }
  const change = (id: string, entry: Entry): void => setDraft((before) => ({ ...before, [id]: entry }))
  const goToSlip = (slip: Slip): void => {
    const at = steps.findIndex((one) => idsOfStep(one).has(slip.question ?? ''))
    goTo.current = slip
    show('filling', Math.max(0, at))
    checker.show('all')
  }
  const goToPart = (at: number): void => {
    if (desk) goTo.current = at
    show('filling', at)
  }
  // After the screen has come: the heading took the focus first.
  const arrive = useEffectEvent(() => {
    const place = goTo.current
    goTo.current = undefined
    if (typeof place === 'number') goToStep(steps[place]?.id ?? '')
    else if (place) focusField(fieldId(place.question ?? '', place.group))
  })
  useEffect(() => arrive(), [screen])

  async function nextStep(): Promise<void> {
    const found = await checker.check(idsOfStep(steps[step]!))
    if (found === 0) goOn()
  }
  function sayUnknown(): void {
    setDraft(withUnknown(steps[step]!.questions, draft))
    goOn()
  }
  function goOn(): void {
    if (step + 1 < steps.length) show('filling', step + 1)
    else show('review')
  }
  async function review(): Promise<void> {
    if ((await checker.check('all')) === 0) show('review')
  }
  async function submit(): Promise<void> {
    if (locked && sending.state !== 'unsure') return
    if (sending.state === 'unsure') return send(null)
    const createdAt = new Date().toISOString()
    const checked = await checker.read(createdAt)
    if (!checked || !('incident' in checked)) return void checker.check('all')
    await send({ form: version, context, answers, incident: checked.incident, reason: reasonOf(), createdAt })
  }
  const reasonOf = (): string => {
    const sealed = version.steps.flatMap(({ questions }) => questions).find(({ kind }) => kind === 'sealed-text')
    return draft[sealed?.id ?? '']?.text ?? ''
  }

  const summary = (
    <>
      {checker.failed && <p className="not-sent" role="alert">{messages.errors.notLoaded}</p>}
      <ErrorSummary slips={checker.slips} checks={checker.checks} />
    </>
  )
  const fields = (at: number): ReactNode => <StepFields step={steps[at]!} draft={draft} answers={answers} onChange={change} slips={checker.slips} />

  return (
    <ScreenContext value={screen}>
      {stage === 'intro' && <Intro steps={steps.length} onBehalf={onBehalf} onChoose={setChosen} onStart={() => show('filling', 0)} />}
      {stage === 'filling' && desk && (
        <OnePage steps={steps} summary={summary} onBack={() => show('intro')} onReview={() => void review()}>
          {(one) => fields(steps.indexOf(one))}
        </OnePage>
      )}
      {stage === 'filling' && !desk && (
        <Pager
          key={steps[step]!.id} step={steps[step]!} number={step + 1} of={steps.length + 1} summary={summary}
          onBack={() => (step === 0 ? show('intro') : show('filling', step - 1))}
          onUnknown={sayUnknown} onNext={() => void nextStep()}
        >
          {fields(step)}
        </Pager>
      )}
      {stage === 'review' && (
        <div className="review-page" lang={language}>
          {!desk && <Progress number={steps.length + 1} of={steps.length + 1} onBack={() => !locked && show('filling', steps.length - 1)} />}
          <Heading>{messages.review.title}</Heading>
          <p>{messages.review.help}</p>
          {checker.failed && <p className="not-sent" role="alert">{messages.errors.notLoaded}</p>}
          <ErrorSummary slips={sending.state === 'refused' ? sending.slips : checker.slips} checks={checker.checks} onGo={goToSlip} />
          <Review
            steps={steps} draft={draft} answers={answers} onChange={change}
            onGo={locked ? null : goToPart}
          />
          <SendingState sending={sending} onAgain={() => void submit()} />
          {sending.state !== 'unsure' && sending.state !== 'not-sealed' && (
            <p className="step-foot">
              <button type="button" className="button button-primary" aria-disabled={locked} onClick={() => void submit()}>{messages.review.send}</button>
              {desk && !locked && <button type="button" className="button button-quiet" onClick={() => show('filling')}>{messages.review.back}</button>}
            </p>
          )}
        </div>
      )}
      {stage === 'receipt' && receipt && <Receipt reference={receipt.ref} onAnother={() => { setReceipt(undefined); show('intro', 0) }} />}
    </ScreenContext>
  )
}
