// The coordinator's code has been read: what this is, for which organisation, a name for the device, and what happens next.
import { type ReactNode, useCallback, useEffect, useId, useRef, useState } from 'react'
import type { OpenInvitationAnswer } from '../../../../server/src/api/member-types.ts'
import { Heading, ScreenContext } from '../heading.tsx'
import type { DeviceInvitation } from '../invitation.ts'
import { Safety } from '../safety.tsx'
import { useReportLanguage, useReportMessages } from '../words.tsx'
import { enrolDevice, openInvitation } from './enrol-device.ts'
import { en } from './messages/en.ts'
import { sv } from './messages/sv.ts'

type Stage =
  | { readonly at: 'opening' }
  | { readonly at: 'failed'; readonly why: 'used' | 'offline' | 'other' | 'log-wrong' }
  | { readonly at: 'asking'; readonly answer: OpenInvitationAnswer; readonly failed?: 'offline' | 'other' }
  | { readonly at: 'enrolling'; readonly answer: OpenInvitationAnswer }
  | { readonly at: 'done'; readonly answer: OpenInvitationAnswer }

const longestName = 60

export function Enrolment({ invitation, onDone }: { readonly invitation: DeviceInvitation; readonly onDone: () => void }): ReactNode {
  const { failure, busy } = useReportMessages()
  const words = useReportLanguage() === 'sv' ? sv : en
  const [stage, setStage] = useState<Stage>({ at: 'opening' })
  const [name, setName] = useState('')
  const [empty, setEmpty] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  const id = useId()
  const open = useCallback(() => {
    void openInvitation(invitation).then((opened) => setStage('answer' in opened ? { at: 'asking', answer: opened.answer } : { at: 'failed', why: opened.failed }))
  }, [invitation])
  useEffect(open, [open])

  async function enrol(answer: OpenInvitationAnswer): Promise<void> {
    const called = name.trim()
    setEmpty(called === '')
    if (called === '') return field.current?.focus()
    setStage({ at: 'enrolling', answer })
    const enrolled = await enrolDevice(invitation, answer, called)
    if ('device' in enrolled) setStage({ at: 'done', answer })
    else if (enrolled.failed === 'offline' || enrolled.failed === 'other') setStage({ at: 'asking', answer, failed: enrolled.failed })
    else setStage({ at: 'failed', why: enrolled.failed })
  }

  if (stage.at === 'opening') return <p className="busy" role="status">{busy}</p>
  if (stage.at === 'failed') {
    const { title, text } = words.failed[stage.why]
    return (
      <div className="intro">
        <div className="not-sent" role="alert">
          <h1>{title}</h1>
          <p>{text}</p>
          {(stage.why === 'offline' || stage.why === 'other') && (
            <p>
              <button type="button" className="button button-primary" onClick={() => { setStage({ at: 'opening' }); open() }}>{failure.again}</button>
            </p>
          )}
        </div>
        <Safety numbers={[]} />
      </div>
    )
  }
  const { network, organisation, emergencyNumbers } = stage.answer
  if (stage.at === 'done') {
    return (
      <ScreenContext value={1}>
        <div className="intro">
          <Heading>{words.doneTitle}</Heading>
          <p className="lead">{words.done}</p>
          <ol className="next">
            {words.next.map((text) => <li key={text}>{text}</li>)}
          </ol>
          <p className="step-foot">
            <button type="button" className="button button-primary" onClick={onDone}>{words.toForm}</button>
          </p>
          <Safety numbers={emergencyNumbers} />
        </div>
      </ScreenContext>
    )
  }
  const enrolling = stage.at === 'enrolling'
  return (
    <div className="intro">
      <h1>{words.title}</h1>
      <p className="lead">{words.lead(organisation?.name ?? '', network.name)}</p>
      <ul className="privacy">
        {words.facts.map((text) => <li key={text}>{text}</li>)}
      </ul>
      <div className="field">
        <label className="label" htmlFor={`${id}-name`}>{words.name}</label>
        <p className="hint" id={`${id}-name-help`}>{words.nameHelp}</p>
        {empty && <p className="field-error" id={`${id}-name-error`}>{words.nameMissing}</p>}
        <input
          ref={field} className="input" id={`${id}-name`} type="text" value={name} maxLength={longestName} autoComplete="off" spellCheck={false} aria-invalid={empty}
          aria-describedby={`${id}-name-help${empty ? ` ${id}-name-error` : ''}`} onChange={(event) => { setName(event.target.value); setEmpty(false) }}
          onKeyDown={(event) => { if (event.key === 'Enter') void enrol(stage.answer) }}
        />
      </div>
      {stage.at === 'asking' && stage.failed && <p className="not-sent" role="alert">{words.failed[stage.failed].text}</p>}
      {enrolling && <p className="busy" role="status">{words.enrolling}</p>}
      <p className="step-foot">
        <button type="button" className="button button-primary" aria-disabled={enrolling} onClick={() => { if (!enrolling) void enrol(stage.answer) }}>{words.enrol}</button>
      </p>
      <Safety numbers={emergencyNumbers} />
    </div>
  )
}
