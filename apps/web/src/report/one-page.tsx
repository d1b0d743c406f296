// On a desk: all steps on one page, with their names beside it.
import type { FormStep } from '@lykta/incident'
import { Fragment, type ReactNode } from 'react'
import { Heading } from './heading.tsx'
import { draftWords } from './intro.tsx'
import { useForm, useReportMessages } from './words.tsx'

export type OnePageProps = {
  readonly steps: readonly FormStep[]
  readonly summary: ReactNode
  readonly onBack: () => void
  readonly onReview: () => void
  readonly children: (step: FormStep) => ReactNode
}

export function OnePage({ steps, summary, onBack, onReview, children }: OnePageProps): ReactNode {
  const { step: messages, title, safety, privacy } = useReportMessages()
  const { words, open } = useForm()
  return (
    <div className="one-page">
      <nav className="contents" aria-label={messages.contents}>
        <ol>
          {steps.map(({ id }) => (
            <li key={id}>
              {/* No link: an address with a place in it would stay in the history. */}
              <button type="button" className="plain" onClick={() => goToStep(id)}>{words.steps[id]!.title}</button>
            </li>
          ))}
        </ol>
        <p className="contents-danger">{safety.dangerTitle}</p>
        <p className="hint">{draftWords(open, privacy)}</p>
      </nav>
      <div className="one-page-steps">
        <Heading>{title}</Heading>
        {summary}
        {steps.map((step) => {
          const { title, help } = words.steps[step.id]!
          return (
            <section key={step.id} id={`step-${step.id}`} className="step" aria-labelledby={`step-${step.id}-title`}>
              <div className="step-head">
                <h2 id={`step-${step.id}-title`} tabIndex={-1}>{title}</h2>
                {help !== '' && <p>{help}</p>}
              </div>
              <Fragment>{children(step)}</Fragment>
            </section>
          )
        })}
        <p className="step-foot">
          <button type="button" className="button button-primary" onClick={onReview}>{messages.review}</button>
          <button type="button" className="button button-quiet" onClick={onBack}>{messages.back}</button>
        </p>
      </div>
    </div>
  )
}

export function goToStep(id: string): void {
  const heading = document.querySelector<HTMLElement>(`#step-${id}-title`)
  heading?.scrollIntoView({ block: 'start' })
  heading?.focus({ preventScroll: true })
}
