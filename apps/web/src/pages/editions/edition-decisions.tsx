// The private protocol: which cells are shown, merged, hidden or only hinted at, and why. Raw counts: never published.
import { type ReactNode, useState } from 'react'
import type { Decision } from '../../../../server/src/api/types.ts'
import { Choice } from '../../components/choice.tsx'
import { renderCount } from '../../format/numbers.ts'
import { useLanguage, useMessages } from '../../messages/messages.ts'
import { DecisionTable } from './decision-table.tsx'
import { familyOf, tableName } from './decision-words.ts'

const actions = ['shown', 'merged', 'band', 'hidden', 'waits'] as const
type Filter = 'changed' | 'all' | Decision['action']
const filters: readonly Filter[] = ['changed', 'hidden', 'band', 'merged', 'waits', 'shown', 'all']

export function EditionDecisions({ decisions }: { readonly decisions: readonly Decision[] }): ReactNode {
  const messages = useMessages()
  const language = useLanguage()
  const { edition: words, raw } = messages
  const [filter, setFilter] = useState<Filter>('changed')
  const count = (list: readonly Decision[], ...of: readonly Decision['action'][]): string =>
    renderCount(list.filter(({ action }) => of.includes(action)).length, language)
  const wanted = decisions.filter(({ action }) => filter === 'all' || (filter === 'changed' ? action !== 'shown' : action === filter))
  const families = [...new Set(wanted.map(({ table }) => familyOf(table)))]
  return (
    <section className="edition-section" aria-labelledby="edition-decisions">
      <h2 id="edition-decisions">{words.decisions}</h2>
      <p className="raw-notice"><strong>{raw.markCoordinator}.</strong> {words.decisionsText}</p>
      <p>{words.decisionCounts(count(decisions, 'shown'), count(decisions, 'merged'), count(decisions, 'hidden', 'band'), count(decisions, 'waits'))}.</p>
      <div className="edition-filter">
        <Choice label={words.filter} options={filters.map((id) => ({ id, text: words.filters[id] }))} selected={filter} onSelect={(id) => setFilter(id as Filter)} />
      </div>
      {families.length === 0 && <p role="status">{filter === 'changed' ? words.decisionsNone : words.decisionsNothing}</p>}
      <div className="decision-families">
        {families.map((family) => {
          const own = wanted.filter(({ table }) => familyOf(table) === family)
          const told = actions.flatMap((action) => {
            const number = own.filter((one) => one.action === action).length
            return number === 0 ? [] : [words.told[action](renderCount(number, language), number === 1)]
          })
          return (
            <details key={family} className="decision-family">
              <summary><strong>{tableName(family, messages)}</strong> <small>{told.join(', ')}</small></summary>
              <DecisionTable decisions={own} all={decisions} caption={tableName(family, messages)} columns={words.decision} />
            </details>
          )
        })}
      </div>
    </section>
  )
}
