// First and last: nobody reads this at once, whom to call, and what not to do.
import type { ReactNode } from 'react'
import { useReportMessages } from './words.tsx'

export function Safety(): ReactNode {
  const { safety } = useReportMessages()
  return (
    <div className="safety">
      <p className="safety-danger">{safety.dangerTitle}</p>
      <p>{safety.danger} {safety.police}</p>
      <p className="safety-rules">{safety.rulesTitle}</p>
      <ul>
        {safety.rules.map((rule) => <li key={rule}>{rule}</li>)}
      </ul>
    </div>
  )
}
