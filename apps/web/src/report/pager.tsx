// On a phone: one step at a time, with how far one has come; "I do not know" and "continue" at the thumb.
import type { FormStep } from '@lykta/incident'
import type { ReactNode } from 'react'
import { Heading } from './heading.tsx'
import { useSettling } from './use-settling.ts'
import { useForm, useReportMessages } from './words.tsx'

export type PagerProps = {
  readonly step: FormStep
  /** From 1, of all with the review. */
  readonly number: number
  readonly of: number
  readonly summary: ReactNode
  readonly onBack: () => void
  readonly onUnknown: (() => void) | null
  readonly onNext: () => void
  readonly children: ReactNode
}

export function Pager({ step, number, of, summary, onBack, onUnknown, onNext, children }: PagerProps): ReactNode {
  const { step: messages } = useReportMessages()
  const { words } = useForm()
  const { title, help } = words.steps[step.id]!
  const { isSettling, unlessSecond } = useSettling()
  return (
    <div className="pager">
      <Progress number={number} of={of} onBack={onBack} />
      {summary}
      <div className="step-head">
        <Heading>{title}</Heading>
        {help !== '' && <p>{help}</p>}
      </div>
      {children}
      <p className="step-foot pager-foot">
        {onUnknown ? <button type="button" className="button button-secondary" aria-disabled={isSettling} onClick={unlessSecond(onUnknown)}>{words.unknown}</button> : <span />}
        <button type="button" className="button button-primary" aria-disabled={isSettling} onClick={unlessSecond(onNext)}>{number + 1 === of ? messages.review : messages.next}</button>
      </p>
    </div>
  )
}

export function Progress({ number, of, onBack }: { readonly number: number; readonly of: number; readonly onBack: () => void }): ReactNode {
  const { step, title } = useReportMessages()
  return (
    <div className="pager-head">
      <button type="button" className="button button-quiet" onClick={onBack}>‹ {step.back}</button>
      <span>
        <span className="faint">{title} </span>
        <span aria-hidden="true">{step.of(number, of)}</span>
        <span className="unseen">{step.ofLong(number, of)}</span>
      </span>
      <progress value={number} max={of} aria-label={step.ofLong(number, of)} />
    </div>
  )
}
