// From the first screen to the receipt: one step at a time on a phone, all on one page on a desk; what is entered is one draft.
import { type FormAnswers, type FormVersion, type Question } from '@lykta/incident'
import { lazy, type ReactNode, Suspense, useEffect, useEffectEvent, useMemo, useRef, useState } from 'react'
import type { CorrectionReason, ReceiptAnswer } from '../../../server/src/api/types.ts'
import { timeOfReport } from '../api/clock.ts'
import { tabletQuery, useMedia } from '../components/use-media.ts'
import { answersOfTask, type Change, prepareTask } from './change/task.ts'
import { ChangeReason } from './change/change-reason.tsx'
import type { Slip } from './check-answers.ts'
import { type Entries, type Entry, withUnknown } from './draft.ts'
import type { DraftContent } from './kept-draft/draft-keeper.ts'
import { useKeptDraft } from './kept-draft/use-kept-draft.ts'
import { ErrorSummary } from './error-summary.tsx'
import { fieldId, focusField } from './field.ts'
import { Heading, ScreenContext } from './heading.tsx'
import { Intro } from './intro.tsx'
import { KeptReceipt } from './kept-receipt.tsx'
import { goToStep, OnePage } from './one-page.tsx'
import type { Outbox } from './outbox/use-outbox.ts'
import { type AskedMore, tellAdded } from './own/asked-more.ts'
import { Pager, Progress } from './pager.tsx'
import { Receipt } from './receipt.tsx'
import { Review } from './review.tsx'
import { SendingState } from './sending-state.tsx'
import { idsOfStep, StepFields } from './step-fields.tsx'
import type { ToldAtMeeting } from './told-at-meeting.ts'
import { useChecker } from './use-checker.ts'
import { useSending } from './use-sending.ts'
import { useForm, useReportLanguage, useReportMessages } from './words.tsx'

const DraftNote = lazy(() => import('./kept-draft/draft-note.tsx').then(({ DraftNote: component }) => ({ default: component })))
const OwnReports = lazy(() => import('./own/own-reports.tsx').then(({ OwnReports: component }) => ({ default: component })))

type Stage = 'intro' | 'filling' | 'review' | 'receipt' | 'kept' | 'own'

export type ReportFlowProps = {
  readonly outbox: Outbox
  /** The incident that is added to or corrected; null for a new one. */
  readonly change: Change | null
  /** A line of a meeting is to be asked for, from the tab that opened this one. */
  readonly isTold: boolean
  /** Whether there is something that would be lost. */
  readonly onDirty: (dirty: boolean) => void
  /** The form is to be fetched again: the server knows it otherwise. */
  readonly onOld: () => void
}

const nothing: Entries = {}

export function ReportFlow({ outbox, change, isTold, onDirty, onOld }: ReportFlowProps): ReactNode {
  const { version, context, open } = useForm()
  const messages = useReportMessages()
  const language = useReportLanguage()
  const desk = useMedia(tabletQuery)
  const [stage, setStage] = useState<Stage>('intro')
  const [screen, setScreen] = useState(0)
  const [step, setStep] = useState(0)
  const [chosen, setChosen] = useState(false)
  const [draft, setDraft] = useState<Entries>(change?.before ?? nothing)
  const [correction, setCorrection] = useState<CorrectionReason>('addition')
  const [receipt, setReceipt] = useState<ReceiptAnswer>()
  const goTo = useRef<Slip | number>(undefined)
  const [asked, setAsked] = useState<AskedMore>(null)

  const onBehalf = !change && (context.reporterOrganisation === null || chosen)
  const steps = version.steps.filter((one) => !one.onBehalf || onBehalf)
  const answers: FormAnswers = useMemo(() => answersOfTask(version, change, draft), [version, change, draft])
  const checker = useChecker(answers, draft)
  const { sending, send } = useSending({
    prepare: (report) => prepareTask(change, correction, report),
    onReceipt: (got) => {
      setReceipt(got)
      setDraft(nothing)
      tellAdded(asked)
      setAsked(null)
      show('receipt')
    },
    onKept: () => {
      setDraft(nothing)
      setAsked(null)
      show('kept')
    },
    onRefused: onOld,
  })
  const locked = sending.state === 'unsure' || sending.state === 'sending' || sending.state === 'sealing'
  const dirty = stage !== 'receipt' && stage !== 'kept' && draft !== change?.before && Object.keys(draft).length > 0
  useEffect(() => onDirty(dirty), [dirty, onDirty])
  const content = useMemo((): DraftContent | null => {
    return dirty ? { v: 1, change: change && { ref: change.ref, revision: change.base.revision }, onBehalf: chosen, correction, entries: draft } : null
  }, [dirty, change, chosen, correction, draft])
  const keeper = useKeptDraft(open, { ref: change?.ref, revision: change?.base.revision }, content)

  function show(next: Stage, at = step): void {
    setStage(next)
    setStep(at)
    setScreen((count) => count + 1)
    checker.hide()
  }
  const enter = (id: string, entry: Entry): void => setDraft((before) => ({ ...before, [id]: entry }))
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
  const arrive = useEffectEvent((at: number) => {
    const place = goTo.current
    if (at === 0) return
    goTo.current = undefined
    if (typeof place === 'number') goToStep(steps[place]?.id ?? '')
    else if (place) focusField(fieldId(place.question ?? '', place.group))
  })
  useEffect(() => arrive(screen), [screen])

  const beginWith = useEffectEvent(({ organisation, text }: ToldAtMeeting) => {
    setDraft({ channel: { code: 'meeting' }, reportedBy: { code: organisation }, [sealedQuestion(version).id]: { text } })
    setChosen(true)
    show('filling', 0)
  })
  useEffect(() => {
    if (!isTold) return undefined
    // Whoever was not told anything at a meeting need not load how it is asked for.
    const listening = import('./told-at-meeting.ts').then(({ awaitTold }) => awaitTold((told) => beginWith(told)))
    return () => void listening.then((stop) => stop())
  }, [isTold])

  /** A device cannot read what it sent, so it cannot change it: more is a report of its own, which says what it adds to. */
  function tellMore(more: NonNullable<AskedMore>): void {
    setAsked(more)
    const { id } = sealedQuestion(version)
    setDraft((before) => ({ ...before, [id]: { ...before[id], text: messages.reason.addition(more.ref) } }))
    show('filling', 0)
  }
  function goOnWith({ onBehalf: was, correction: why, entries }: DraftContent): void {
    setDraft(entries)
    setChosen(was)
    setCorrection(why)
    show('filling', 0)
  }
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
    const createdAt = timeOfReport({ today: context.today, timeZone: context.network.timeZone })
    const checked = await checker.read(createdAt)
    if (!checked || !('incident' in checked)) return void checker.check('all')
    await send({ form: version, open, answers, incident: checked.incident, reason: draft[sealedQuestion(version).id]?.text ?? '', createdAt })
  }

  const note = (part: 'all' | 'status'): ReactNode => keeper && (
    <Suspense fallback={null}>
      <DraftNote keeper={keeper} part={part} onContinue={goOnWith} />
    </Suspense>
  )
  const summary = (
    <>
      {note('status')}
      {asked && <p className="notice">{messages.reason.adds(asked.ref)}</p>}
      {checker.failed && <p className="not-sent" role="alert">{messages.errors.notLoaded}</p>}
      <ErrorSummary slips={checker.slips} checks={checker.checks} />
    </>
  )
  const fields = (at: number): ReactNode => <StepFields step={steps[at]!} draft={draft} answers={answers} onChange={enter} slips={checker.slips} />
  const mayPress = sending.state !== 'unknown' && sending.state !== 'unsure' && sending.state !== 'not-sealed' && sending.state !== 'log-wrong' && sending.state !== 'locked'

  return (
    <ScreenContext value={screen}>
      {stage === 'intro' && (
        <Intro draftNote={note('all')} steps={steps.length + 1} onBehalf={onBehalf} change={change?.ref ?? null} outbox={outbox} onChoose={setChosen} onStart={() => show('filling', 0)} onOwn={() => show('own')} />
      )}
      {stage === 'own' && (
        <Suspense fallback={<p className="busy" role="status">{messages.busy}</p>}>
          <OwnReports onBack={() => show('intro')} onMore={tellMore} />
        </Suspense>
      )}
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
            steps={steps} draft={draft} answers={answers} onChange={enter}
            onGo={locked ? null : goToPart}
          />
          {change && <ChangeReason reason={correction} onChange={setCorrection} isLocked={locked} />}
          <SendingState sending={sending} onAgain={() => void submit()} />
          {mayPress && (
            <p className="step-foot">
              <button type="button" className="button button-primary" aria-disabled={locked} onClick={() => void submit()}>{messages.review.send}</button>
              {desk && !locked && <button type="button" className="button button-quiet" onClick={() => show('filling')}>{messages.review.back}</button>}
            </p>
          )}
        </div>
      )}
      {stage === 'kept' && <KeptReceipt outbox={outbox} onAnother={() => show('intro', 0)} />}
      {stage === 'receipt' && receipt && <Receipt reference={receipt.ref} isChange={change !== null} onAnother={() => { setReceipt(undefined); show('intro', 0) }} />}
    </ScreenContext>
  )
}

function sealedQuestion({ id, steps }: FormVersion): Question {
  const found = steps.flatMap(({ questions }): readonly Question[] => questions).find(({ kind }) => kind === 'sealed-text')
  if (!found) throw new Error(`form ${id}: no reason is asked for`)
  return found
}
