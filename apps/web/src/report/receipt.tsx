// It has arrived: the reference, what happens next, and again whom to call.
import type { ReactNode } from 'react'
import { Heading } from './heading.tsx'
import { Safety } from './safety.tsx'
import { useReportMessages } from './words.tsx'

export function Receipt({ reference, onAnother }: { readonly reference: string; readonly onAnother: () => void }): ReactNode {
  const { receipt } = useReportMessages()
  return (
    <div className="receipt">
      <Heading>{receipt.title}</Heading>
      <p className="receipt-ref">
        <span className="label">{receipt.ref}</span>
        <output className="reference">{reference}</output>
      </p>
      <p>{receipt.refHelp}</p>
      <p>{receipt.next}</p>
      <p className="hint">{receipt.gone}</p>
      <p className="step-foot">
        <button type="button" className="button button-primary" onClick={onAnother}>{receipt.another}</button>
        <a className="button button-secondary" href="/incidents">{receipt.list}</a>
      </p>
      <Safety />
    </div>
  )
}
