// What has been sent from this device: that it arrived, what is asked, how it went. No answer is shown: others sit here too.
import { type ReactNode, useCallback, useEffect, useId, useState } from 'react'
import type { AnswerCode, MessageEntry, NewMessage, OwnIncident, OwnIncidentsAnswer, QuietMonth } from '../../../../server/src/api/member-types.ts'
import type { WithdrawalRequest } from '../../../../server/src/api/types.ts'
import { ask } from '../../api/ask.ts'
import { renderDay, renderMoment, renderMonth } from '../../format/dates.ts'
import { en as sentencesEn } from '../../pages/own/messages/en.ts'
import { sv as sentencesSv } from '../../pages/own/messages/sv.ts'
import { Heading } from '../heading.tsx'
import { useForm, useReportLanguage, useReportMessages } from '../words.tsx'
import type { AskedMore } from './asked-more.ts'
import { en } from './messages/en.ts'
import { sv } from './messages/sv.ts'
import { WithdrawReport } from './withdraw-report.tsx'
import './own.css'

export type OwnReportsProps = { readonly onBack: () => void; readonly onMore: (more: NonNullable<AskedMore>) => void }

export function OwnReports({ onBack, onMore }: OwnReportsProps): ReactNode {
  const language = useReportLanguage()
  const { step, busy, failure } = useReportMessages()
  const words = language === 'sv' ? sv : en
  const [own, setOwn] = useState<OwnIncidentsAnswer>()
  const [failed, setFailed] = useState(false)
  const [said, setSaid] = useState('')
  const load = useCallback(() => {
    void ask<OwnIncidentsAnswer>('own-incidents').then((answer) => {
      setOwn(answer)
      return setFailed(false)
    }, () => setFailed(true))
  }, [])
  useEffect(load, [load])
  /** Tells the server and looks again; what could not be told is said, and nothing has changed. */
  async function tell(path: string, body: NewMessage | QuietMonth | WithdrawalRequest, done: string): Promise<void> {
    try {
      await ask(path, { method: 'POST', body })
      setSaid(done)
    } catch {
      setSaid('')
      return setFailed(true)
    }
    load()
  }
  const answer = (ref: string, question: string, code: AnswerCode): Promise<void> =>
    tell(`incidents/${ref}/messages`, { id: crypto.randomUUID(), kind: 'answer', code, to: question }, words.answered)

  const withdraw = ({ ref, revision }: OwnIncident, reason: WithdrawalRequest['reason']): Promise<void> =>
    tell(`incidents/${ref}/withdrawal`, { base: revision, reason }, words.withdrawn)

  const waiting = own?.incidents.filter(({ state, withdrawn }) => state === 'question' && !withdrawn) ?? []
  const others = own?.incidents.filter((incident) => !waiting.includes(incident)) ?? []
  return (
    <div className="own">
      <p>
        <button type="button" className="button button-quiet" onClick={onBack}>‹ {step.back}</button>
      </p>
      <Heading>{words.title}</Heading>
      <p>{words.lead}</p>
      {failed && (
        <div className="not-sent" role="alert">
          <p>{words.failed}</p>
          <p>
            <button type="button" className="button button-secondary" onClick={load}>{failure.again}</button>
          </p>
        </div>
      )}
      <p className="unseen" role="status">{said}</p>
      {!own && !failed && <p className="busy" role="status">{busy}</p>}
      {own && (
        <>
          {[...waiting, ...others].map((incident) => <Report key={incident.ref} incident={incident} onAnswer={answer} onMore={onMore} onWithdraw={withdraw} />)}
          {own.incidents.length === 0 && <p>{words.empty}</p>}
          <QuietMonths own={own} onTell={tell} />
        </>
      )}
    </div>
  )
}

type ReportProps = { readonly incident: OwnIncident; readonly onAnswer: (ref: string, question: string, code: AnswerCode) => Promise<void>; readonly onMore: (more: NonNullable<AskedMore>) => void; readonly onWithdraw: (incident: OwnIncident, reason: WithdrawalRequest['reason']) => Promise<void> }

function Report({ incident, onAnswer, onMore, onWithdraw }: ReportProps): ReactNode {
  const { ref, reportedOn, state, withdrawn, messages } = incident
  const language = useReportLanguage()
  const { context } = useForm()
  const words = language === 'sv' ? sv : en
  const sentences = language === 'sv' ? sentencesSv : sentencesEn
  const id = useId()
  const open = withdrawn ? undefined : messages.findLast((one) => one.kind === 'question' && !messages.some(({ to }) => to === one.id))
  return (
    <section className="own-report" aria-labelledby={`${id}-ref`}>
      <div className="own-head">
        <h2 id={`${id}-ref`} className="reference">{ref}</h2>
        <p className={open ? 'own-state own-state-waits' : 'own-state'}>{sentences.state[withdrawn ? 'withdrawn' : state]}</p>
      </div>
      <p className="faint">{sentences.reported(renderDay(reportedOn, language))}</p>
      {messages.length > 0 && (
        <ol className="own-messages" aria-label={sentences.messages}>
          {messages.map((message) => (
            <li key={message.id}>
              <span className="faint">{sentences.from[message.kind]}, {renderMoment(message.at, context.network.timeZone, language)}: </span>
              {sentenceOf(message, sentences)}
            </li>
          ))}
        </ol>
      )}
      {open && (
        <p className="own-ways" role="group" aria-label={sentences.answerGroup}>
          <button type="button" className="button button-secondary" onClick={() => onMore({ ref, question: open.id })}>{words.more}</button>
          {(['not-known', 'will-call'] as const).map((code) => (
            <button key={code} type="button" className="button button-secondary" onClick={() => void onAnswer(ref, open.id, code)}>{sentences.answerButton[code]}</button>
          ))}
        </p>
      )}
      {!open && !withdrawn && (
        <p className="own-ways">
          <button type="button" className="button button-quiet" onClick={() => onMore({ ref, question: null })}>{words.more}</button>
        </p>
      )}
      {!withdrawn && <WithdrawReport refName={ref} onWithdraw={(reason) => onWithdraw(incident, reason)} />}
    </section>
  )
}

function sentenceOf({ kind, code }: MessageEntry, sentences: typeof sentencesSv): string {
  const known: Readonly<Record<string, string>> = sentences[kind]
  return known[code] ?? code
}

type QuietProps = { readonly own: OwnIncidentsAnswer; readonly onTell: (path: string, body: QuietMonth, done: string) => Promise<void> }

/** "Nothing to report" is an answer too: for the month that is on, and the one before. */
function QuietMonths({ own, onTell }: QuietProps): ReactNode {
  const language = useReportLanguage()
  const { context } = useForm()
  const sentences = language === 'sv' ? sentencesSv : sentencesEn
  const nameOf = (month: string): string => renderMonth(`${month}-01`, language)
  const [year, month] = [Number(context.today.slice(0, 4)), Number(context.today.slice(5, 7))]
  const before = month === 1 ? `${year - 1}-12` : `${year}-${String(month - 1).padStart(2, '0')}`
  return (
    <section className="own-report">
      <h2>{sentences.quietTitle}</h2>
      <p>{sentences.quietText}</p>
      {[before, context.today.slice(0, 7)].map((one) => {
        const said = sentences.quietSaid(nameOf(one))
        if (own.incidents.some(({ reportedOn, withdrawn }) => !withdrawn && reportedOn.startsWith(one))) return <p key={one}>{sentences.quietReported(nameOf(one))}</p>
        return own.quietMonths.includes(one) ? (
          <p key={one}>
            {said} <button type="button" className="plain" onClick={() => void onTell('quiet-months', { month: one, withdrawn: true }, '')}>{sentences.quietUndo(nameOf(one))}</button>
          </p>
        ) : (
          <p key={one}>
            <button type="button" className="button button-secondary" onClick={() => void onTell('quiet-months', { month: one, withdrawn: false }, said)}>{sentences.quiet(nameOf(one))}</button>
          </p>
        )
      })}
    </section>
  )
}
