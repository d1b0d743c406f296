// The ticked indicators in words, by category.
import type { ReactNode } from 'react'
import { categoryWord, indicatorWord } from '../../format/code-words.ts'
import { useLanguage, useMessages } from '../../messages/messages.ts'
import { useNetwork } from '../../network.ts'

export function IndicatorList({ ids }: { readonly ids: readonly string[] | null }): ReactNode {
  const { incident: words } = useMessages()
  const language = useLanguage()
  const network = useNetwork()
  if (ids === null) return <p>{words.indicatorsNotAsked}</p>
  if (ids.length === 0) return <p>{words.indicatorsNone}</p>
  const byCategory = Map.groupBy(ids, (id) => network.indicators.find((one) => one.id === id)?.category ?? id.split('.')[0]!)
  return (
    <dl className="indicators">
      {[...byCategory].map(([category, own]) => (
        <div key={category}>
          <dt>{categoryWord(category, language, network)}</dt>
          {own.map((id) => <dd key={id}>{indicatorWord(id, language, network)}</dd>)}
        </div>
      ))}
    </dl>
  )
}
