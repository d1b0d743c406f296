// It has arrived: the reference, what happens next, and again whom to call.
import type { ReactNode } from 'react'
import { Heading } from './heading.tsx'
import { Safety } from './safety.tsx'
import { useForm, useReportMessages } from './words.tsx'

export function Receipt({ reference, isChange, onAnother }: { readonly reference: string; readonly isChange: boolean; readonly onAnother: () => void }): ReactNode {
  const { receipt } = useReportMessages()
  const { open } = useForm()
  const list = open.session.state === 'signed-in' ? '/own' : '/incidents'
  return (
    <div className="receipt">
      <Heading>{isChange ? receipt.changed : receipt.title}</Heading>
      <p className="receipt-ref">
        <span className="label">{receipt.ref}</span>
        <output className="reference">{reference}</output>
      </p>
      <p>{receipt.refHelp}</p>
      <p>{receipt.next}</p>
      <p className="hint">{receipt.gone}</p>
      <p className="step-foot">
        {!isChange && <button type="button" className="button button-primary" onClick={onAnother}>{receipt.another}</button>}
        {open.session.state !== 'device' && <a className="button button-secondary" href={list}>{receipt.list}</a>}
      </p>
      <Safety numbers={open.session.emergencyNumbers} />
    </div>
  )
}
