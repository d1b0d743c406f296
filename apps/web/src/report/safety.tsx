// First and last: nobody reads this at once, whom to call, and what not to do.
import type { ReactNode } from 'react'
import type { EmergencyNumber } from '../../../server/src/api/member-types.ts'
import { useReportMessages } from './words.tsx'

export function Safety({ numbers }: { readonly numbers: readonly EmergencyNumber[] }): ReactNode {
  const { safety } = useReportMessages()
  return (
    <div className="safety">
      <p className="safety-danger">{safety.dangerTitle}</p>
      <p>{safety.danger} {safety.police}</p>
      {numbers.length > 0 && (
        <ul className="safety-numbers">
          {numbers.map(({ name, number, hours }) => (
            <li key={`${name} ${number}`}>
              {name}: <span className="number">{number}</span>
              {hours !== '' && <span className="hint"> {hours}</span>}
            </li>
          ))}
        </ul>
      )}
      <p className="safety-rules">{safety.rulesTitle}</p>
      <ul>
        {safety.rules.map((rule) => <li key={rule}>{rule}</li>)}
      </ul>
    </div>
  )
}
