// It waits on the device, sealed: what happens next, and again whom to call.
import type { ReactNode } from 'react'
import { Heading } from './heading.tsx'
import type { Outbox } from './outbox/use-outbox.ts'
import { Safety } from './safety.tsx'
import { useForm, useReportLanguage, useReportMessages } from './words.tsx'

export function KeptReceipt({ outbox: { waiting, unconfirmed, early, refused, arrived }, onAnother }: { readonly outbox: Outbox; readonly onAnother: () => void }): ReactNode {
  const { kept, receipt, outbox } = useReportMessages()
  const { open } = useForm()
  const language = useReportLanguage()
  const words = early > 0 ? { title: kept.early, text: outbox.early(early) } : unconfirmed > 0 ? kept.unconfirmed : kept
  // Never thanks for what was not taken.
  const title = waiting > 0 ? words.title : refused.length > 0 ? outbox.refusedTitle : receipt.title
  return (
    <div className="receipt">
      <Heading>{title}</Heading>
      {refused.length > 0 && (
        <div className="not-sent" role="alert">
          <p>{outbox.refused}</p>
          {refused.flatMap(({ id, refused: texts }) => (texts ?? []).map((text) => <p key={`${id} ${text.en}`}>{text[language]}</p>))}
        </div>
      )}
      <p role="status">
        {waiting > 0 ? outbox.waiting(waiting) : arrived.length > 0 && outbox.arrived(arrived.length)}{' '}
        {arrived.map((ref) => <output key={ref} className="reference">{ref}</output>)}
      </p>
      {waiting > 0 ? (
        <>
          <p>{words.text}</p>
          <p>{kept.reference}</p>
        </>
      ) : arrived.length > 0 && <p>{receipt.refHelp}</p>}
      <p className="hint">{kept.gone}</p>
      <p className="step-foot">
        <button type="button" className="button button-primary" onClick={onAnother}>{receipt.another}</button>
      </p>
      <Safety numbers={open.session.emergencyNumbers} />
    </div>
  )
}
