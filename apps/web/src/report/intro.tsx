// The first screen: whom to call, what not to do, who sees what; then begin.
import { type ReactNode, useId } from 'react'
import { Heading } from './heading.tsx'
import { FieldGroup } from './questions/field-group.tsx'
import { Tick } from './questions/tick.tsx'
import { Safety } from './safety.tsx'
import { useForm, useReportMessages } from './words.tsx'

export type IntroProps = {
  readonly steps: number
  readonly onBehalf: boolean
  readonly onChoose: (onBehalf: boolean) => void
  readonly onStart: () => void
}

export function Intro({ steps, onBehalf, onChoose, onStart }: IntroProps): ReactNode {
  const { intro, title, privacy } = useReportMessages()
  const { context } = useForm()
  const id = useId()
  return (
    <div className="intro">
      <Heading>{title}</Heading>
      <p className="lead">{intro.lead}</p>
      <Safety />
      <section aria-labelledby={`${id}-privacy`}>
        <h2 id={`${id}-privacy`}>{privacy.title}</h2>
        <ul className="privacy">
          {[privacy.coded, privacy.reason, privacy.source, privacy.authority, privacy.draft].map((text) => <li key={text}>{text}</li>)}
        </ul>
      </section>
      {context.reporterOrganisation !== null && (
        <FieldGroup id={`f-whose`} label={intro.whose} help="" errors={[]}>
          <div className="ticks">
            <Tick kind="radio" name="f-whose" checked={!onBehalf} onChange={() => onChoose(false)}>{intro.own}</Tick>
            <Tick kind="radio" name="f-whose" checked={onBehalf} onChange={() => onChoose(true)}>{intro.other}</Tick>
          </div>
        </FieldGroup>
      )}
      <p className="step-foot pager-foot">
        <button type="button" className="button button-primary" onClick={onStart}>{intro.start}</button>
        <span className="faint">{intro.steps(steps)}</span>
      </p>
    </div>
  )
}
