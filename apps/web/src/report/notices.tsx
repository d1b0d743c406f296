// Above the first screen: what waits to be sent, what has arrived or was refused, and what this device may do yet.
import type { Language } from '@lykta/incident'
import type { ReactNode } from 'react'
import { clockAhead, worthTelling } from '../api/clock.ts'
import type { Outbox } from './outbox/use-outbox.ts'
import { useOpenQuestions } from './own/use-open-questions.ts'
import { useForm, useReportLanguage, useReportMessages } from './words.tsx'

export function Notices({ outbox, onOwn }: { readonly outbox: Outbox; readonly onOwn: () => void }): ReactNode {
  const { outbox: words, device: deviceWords } = useReportMessages()
  const { open } = useForm()
  const language = useReportLanguage()
  const ahead = clockAhead()
  const { waiting, early, refused, arrived, unknown } = outbox
  const questions = useOpenQuestions(open)
  return (
    <div className="notices">
      {open.kept && <p className="told" role="status">{words.noConnection}</p>}
      {Math.abs(ahead) > worthTelling && <p className="told" role="status">{words.clock(lengthOf(Math.abs(ahead), language), ahead > 0)}</p>}
      {open.session.state === 'device' && open.session.caller?.keys === 'waiting' && (
        <div className="told" role="status">
          <p><strong>{deviceWords.waitingTitle}</strong></p>
          <p>{deviceWords.waiting}</p>
        </div>
      )}
      {questions > 0 && (
        <div className="told told-waits" role="status">
          <p><strong>{deviceWords.questions(questions)}</strong></p>
          <p>
            <button type="button" className="button button-secondary" onClick={onOwn}>{deviceWords.toQuestions}</button>
          </p>
        </div>
      )}
      {waiting > 0 && (
        <div className="told told-waits" role="status">
          <p><strong>{words.waiting(waiting)}</strong></p>
          {early > 0 && <p>{words.early(early)}</p>}
          {(unknown || waiting > early) && <p>{unknown ? words.unknown : words.waitingHelp}</p>}
          <p>
            <button type="button" className="button button-secondary" onClick={outbox.tryNow}>{words.tryNow}</button>
          </p>
        </div>
      )}
      {arrived.length > 0 && (
        <div className="told" role="status">
          <p><strong>{words.arrived(arrived.length)}</strong></p>
          <p>{words.references} {arrived.map((ref) => <output key={ref} className="reference">{ref}</output>)}</p>
        </div>
      )}
      {refused.map(({ id, refused: texts }) => <Refused key={id} texts={texts ?? []} onSeen={() => outbox.drop([id])} />)}
    </div>
  )
}

/** In the largest unit of which it is at least two; from 5 minutes on. */
function lengthOf(milliseconds: number, language: Language): string {
  const minutes = Math.round(milliseconds / 60_000)
  const [count, unit] = minutes < 120 ? [minutes, 'minute'] : minutes < 2880 ? [Math.round(minutes / 60), 'hour'] : [Math.round(minutes / 1440), 'day']
  return new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' }).format(count)
}

function Refused({ texts, onSeen }: { readonly texts: readonly { readonly sv: string; readonly en: string }[]; readonly onSeen: () => void }): ReactNode {
  const { outbox: words } = useReportMessages()
  const language = useReportLanguage()
  return (
    <div className="not-sent" role="alert">
      <h2>{words.refusedTitle}</h2>
      <p>{words.refused}</p>
      {texts.map((text) => <p key={text.en}>{text[language]}</p>)}
      <p>
        <button type="button" className="button button-secondary" onClick={onSeen}>{words.seen}</button>
      </p>
    </div>
  )
}
