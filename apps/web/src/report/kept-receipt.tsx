// It waits on the device, sealed: what happens next, and again whom to call.
import type { ReactNode } from 'react'
import { Heading } from './heading.tsx'
import type { Outbox } from './outbox/use-outbox.ts'
import { Safety } from './safety.tsx'
import { useForm, useReportMessages } from './words.tsx'

export function KeptReceipt({ outbox: { waiting, unconfirmed, arrived }, onAnother }: { readonly outbox: Outbox; readonly onAnother: () => void }): ReactNode {
  const { kept, receipt, outbox } = useReportMessages()
  const { open } = useForm()
  const words = unconfirmed > 0 ? kept.unconfirmed : kept
  return (
    <div className="receipt">
      <Heading>{waiting > 0 ? words.title : receipt.title}</Heading>
      <p role="status">
        {waiting > 0 ? outbox.waiting(waiting) : outbox.arrived(arrived.length)}{' '}
        {arrived.map((ref) => <output key={ref} className="reference">{ref}</output>)}
      </p>
      {waiting > 0 ? (
        <>
          <p>{words.text}</p>
          <p>{kept.reference}</p>
        </>
      ) : <p>{receipt.refHelp}</p>}
      <p className="hint">{kept.gone}</p>
      <p className="step-foot">
        <button type="button" className="button button-primary" onClick={onAnother}>{receipt.another}</button>
      </p>
      <Safety numbers={open.session.emergencyNumbers} />
    </div>
  )
}
