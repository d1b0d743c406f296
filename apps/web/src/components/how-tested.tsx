// One click away from the sentences about differences: how they were tested, with the words that a statistician would use.
import { howTested, type HowTestedPart, howTestedParts } from '@lykta/statistics'
import type { ReactNode } from 'react'
import { useLanguage } from '../messages/messages.ts'
import './how-tested.css'

/** `without`: what the sentences beside it do not tell. */
export function HowTested({ without = [] }: { readonly without?: readonly HowTestedPart[] }): ReactNode {
  const { summary, lead, parts } = howTested[useLanguage()]
  return (
    <details className="how-tested">
      <summary>{summary}</summary>
      <p>{lead}</p>
      <dl>
        {howTestedParts.filter((part) => !without.includes(part)).map((part) => (
          <div key={part}>
            <dt>{parts[part][0]}</dt>
            <dd>{parts[part][1]}</dd>
          </div>
        ))}
      </dl>
    </details>
  )
}
