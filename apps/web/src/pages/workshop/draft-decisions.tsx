// What an attacker could say of each cell, before it was protected and after: the private protocol, for whoever makes editions.
import { type ReactNode, useState } from 'react'
import type { DraftDecision } from '../../../../server/src/api/edition-types.ts'
import { Choice } from '../../components/choice.tsx'
import { renderCount } from '../../format/numbers.ts'
import { useLanguage, useMessages } from '../../messages/messages.ts'
import { DecisionTable } from '../editions/decision-table.tsx'
import { familyOf, tableName } from '../editions/decision-words.ts'
import { useWorkshopWords } from './workshop-words.ts'

type Filter = 'changed' | 'all' | DraftDecision['action']
const filters: readonly Filter[] = ['changed', 'hidden', 'band', 'merged', 'waits', 'shown', 'all']

export function DraftDecisions({ decisions }: { readonly decisions: readonly DraftDecision[] }): ReactNode {
  const messages = useMessages()
  const { edition: words, raw } = messages
  const { draft: own } = useWorkshopWords()
  const [filter, setFilter] = useState<Filter>('changed')
  const wanted = decisions.filter(({ action }) => filter === 'all' || (filter === 'changed' ? action !== 'shown' : action === filter))
  const families = [...new Set(wanted.map(({ table }) => familyOf(table)))]
  return (
    <section className="edition-section" aria-labelledby="draft-decisions">
      <h2 id="draft-decisions">{own.decisions}</h2>
      <p className="raw-notice"><strong>{raw.markCoordinator}.</strong> {own.decisionsText}</p>
      <div className="edition-filter">
        <Choice label={words.filter} options={filters.map((id) => ({ id, text: words.filters[id] }))} selected={filter} onSelect={(id) => setFilter(id as Filter)} />
      </div>
      {families.length === 0 && <p role="status">{filter === 'changed' ? words.decisionsNone : words.decisionsNothing}</p>}
      <div className="decision-families">
        {families.map((family) => (
          <details key={family} className="decision-family">
            <summary><strong>{tableName(family, messages)}</strong> <small>{wanted.filter(({ table }) => familyOf(table) === family).length}</small></summary>
            <Cells decisions={wanted.filter(({ table }) => familyOf(table) === family)} all={decisions} caption={tableName(family, messages)} />
          </details>
        ))}
      </div>
    </section>
  )
}

function Cells({ decisions, all, caption }: { readonly decisions: readonly DraftDecision[]; readonly all: readonly DraftDecision[]; readonly caption: string }): ReactNode {
  const language = useLanguage()
  const { draft: { column, between, exactly, notAsked } } = useWorkshopWords()
  const after = ({ action, low, high }: DraftDecision): string => {
    if (action === 'shown') return exactly
    return low === null || high === null ? notAsked : between(renderCount(low, language), renderCount(high, language))
  }
  return <DecisionTable decisions={decisions} all={all} caption={caption} columns={{ ...column, count: column.before }} after={{ column: column.after, of: after }} />
}
