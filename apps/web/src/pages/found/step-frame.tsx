// One step: its heading, which takes the focus when one comes to it; what is to be mended; the buttons; what comes next.
import { type FormEvent, type ReactNode, useEffect, useRef } from 'react'
import { Button } from '../../components/button.tsx'
import { type FormError, FormErrors } from '../../components/form-errors.tsx'
import { useFoundingWords } from './found-words.ts'

export type StepFrameProps = {
  readonly title: string
  readonly lead: string
  readonly children: ReactNode
  readonly errors?: readonly FormError[]
  readonly checks?: number
  readonly onNext?: () => void
  readonly nextText?: string
  readonly isBusy?: boolean
  /** Undefined where there is no way back. */
  readonly onBack?: (() => void) | undefined
  /** What comes next, said beside the button. */
  readonly after?: string
  /** Beside the two buttons. */
  readonly also?: ReactNode
}

export function StepFrame({ title, lead, children, errors = [], checks = 0, onNext, nextText, isBusy = false, onBack, after, also }: StepFrameProps): ReactNode {
  const words = useFoundingWords()
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (!isBusy) onNext?.()
  }
  return (
    <form className="step" noValidate onSubmit={submit} autoComplete="off">
      <StepHeading key={title} title={title} />
      <FormErrors title={words.errorsTitle(errors.length)} errors={errors} checks={checks} />
      <p className="lead">{lead}</p>
      {children}
      <div className="step-foot">
        {onBack && <Button kind="secondary" onPress={onBack} isDisabled={isBusy}>{words.back}</Button>}
        {onNext && <Button kind="primary" type="submit" isDisabled={isBusy}>{nextText ?? words.next}</Button>}
        {also}
      </div>
      {after !== undefined && <p className="hint step-after">{after}</p>}
    </form>
  )
}

function StepHeading({ title }: { readonly title: string }): ReactNode {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus({ preventScroll: true }), [])
  return <h1 ref={heading} tabIndex={-1}>{title}</h1>
}
