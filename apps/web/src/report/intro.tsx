// The first screen: whom to call, what not to do, who sees what; then begin.
import { type ReactNode, useId } from 'react'
import type { SessionAnswer } from '../../../server/src/api/member-types.ts'
import { Heading } from './heading.tsx'
import type { ReportMessages } from './messages/sv.ts'
import { mayKeepDraft } from './kept-draft/use-kept-draft.ts'
import { Notices } from './notices.tsx'
import type { Outbox } from './outbox/use-outbox.ts'
import { FieldGroup } from './questions/field-group.tsx'
import { Tick } from './questions/tick.tsx'
import { Safety } from './safety.tsx'
import type { Open } from './standing.ts'
import { useForm, useReportMessages } from './words.tsx'

export type IntroProps = {
  readonly steps: number
  readonly onBehalf: boolean
  /** Reference of the incident that is added to or corrected. */
  readonly change: string | null
  readonly outbox: Outbox
  /** Of a member: whether what she writes is kept, and what waits. */
  readonly draftNote: ReactNode
  readonly onChoose: (onBehalf: boolean) => void
  readonly onStart: () => void
  /** To what has been sent from here, and how it went. */
  readonly onOwn: () => void
}

export function Intro({ steps, onBehalf, change, outbox, draftNote, onChoose, onStart, onOwn }: IntroProps): ReactNode {
  const { intro, title, privacy, change: changeWords } = useReportMessages()
  const { context, open } = useForm()
  const isDevice = open.session.state === 'device'
  const id = useId()
  return (
    <div className="intro">
      <Heading>{change === null ? title : changeWords.title(change)}</Heading>
      <p className="lead">{change === null ? intro.lead : changeWords.lead}</p>
      <Notices outbox={outbox} onOwn={onOwn} />
      <Safety numbers={open.session.emergencyNumbers} />
      {draftNote}
      <section aria-labelledby={`${id}-privacy`}>
        <h2 id={`${id}-privacy`}>{privacy.title}</h2>
        <ul className="privacy">
          {[privacy.coded, privacy.reason, ...sourceWords(open.session.state, privacy), context.authority === true ? privacy.authorityRuns : privacy.authority, draftWords(open, privacy)].map((text) => <li key={text}>{text}</li>)}
        </ul>
      </section>
      {isDevice && (
        <p>
          <button type="button" className="button button-secondary" onClick={onOwn}>{intro.sent}</button>
        </p>
      )}
      {change === null && context.reporterOrganisation !== null && open.session.rights.includes('incident.enter-for-others') && (
        <FieldGroup id={`f-whose`} label={intro.whose} help="" errors={[]}>
          <div className="ticks">
            <Tick kind="radio" name="f-whose" checked={!onBehalf} onChange={() => onChoose(false)}>{intro.own}</Tick>
            <Tick kind="radio" name="f-whose" checked={onBehalf} onChange={() => onChoose(true)}>{intro.other}</Tick>
          </div>
        </FieldGroup>
      )}
      {change === null && open.session.rights.includes('incident.enter-for-others') && (
        <p>
          <a href="/paper-form">{intro.onPaper}</a>
        </p>
      )}
      <p>
        <a href={intro.guideAt} target="_blank" rel="noreferrer">{intro.guide}</a>
      </p>
      <p className="step-foot pager-foot">
        <button type="button" className="button button-primary" onClick={onStart}>{intro.start}</button>
        <span className="faint">{intro.steps(steps)}</span>
      </p>
    </div>
  )
}

/** What happens to what is half written: it depends on whether there is a key to seal it to. */
export function draftWords(open: Open, privacy: ReportMessages['privacy']): string {
  if (mayKeepDraft(open)) return privacy.draftOfMember
  return open.session.state === 'local' ? privacy.draft : privacy.draftKept
}

/** The organisation is seen by all who may read, the person by the coordinator alone; a device has no person. */
function sourceWords(state: SessionAnswer['state'], privacy: ReportMessages['privacy']): readonly string[] {
  return state === 'local' ? [privacy.source] : state === 'device' ? [privacy.sourceOfDevice] : [privacy.sourceOfMember]
}
