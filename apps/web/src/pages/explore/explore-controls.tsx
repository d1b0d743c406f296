// What is shown: edition, table, periods and form; every choice stands in the address, so that a link leads to exactly this.
import type { ExploredTable } from '@lykta/publication'
import { useNavigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { ExplorerEdition } from '../../../../server/src/api/explorer-types.ts'
import { SelectField } from '../../components/select-field.tsx'
import { useLanguage } from '../../messages/messages.ts'
import { useExploreWords } from './explore-words.ts'

export type ExploreSearch = { readonly edition?: string; readonly table?: string; readonly view?: 'chart' | 'table'; readonly from?: string; readonly to?: string }

export type ExploreControlsProps = {
  readonly editions: readonly ExplorerEdition[]
  readonly edition: ExplorerEdition
  readonly search: ExploreSearch
  readonly periods: ExploredTable['periods']
}

export function ExploreControls({ editions, edition, search, periods }: ExploreControlsProps): ReactNode {
  const words = useExploreWords()
  const language = useLanguage()
  const navigate = useNavigate()
  const go = (changed: ExploreSearch): void => void navigate({ to: '/explore', search: { ...search, ...changed }, resetScroll: false, replace: true })
  const place = (id: string | undefined, otherwise: number): number => {
    const found = periods.findIndex((period) => period.id === id)
    return found === -1 ? otherwise : found
  }
  const [from, to] = [place(search.from, 0), place(search.to, periods.length - 1)]
  const options = periods.map(({ id, label }) => ({ id, text: label[language] }))
  return (
    <div className="explore-controls">
      <SelectField
        label={words.edition} selected={edition.id} onSelect={(id) => go({ edition: id })}
        options={editions.map(({ id, year, audience }) => ({ id, text: words.editionName(String(year), words.audience[audience]) }))}
      />
      <SelectField
        label={words.table} selected={search.table ?? ''} onSelect={(id) => void navigate({ to: '/explore', search: { edition: edition.id, table: id, ...(search.view ? { view: search.view } : {}) }, resetScroll: false, replace: true })}
        options={edition.tables.map(({ id, title }) => ({ id, text: title[language] }))}
        {...(edition.tables.some(({ id }) => id === search.table) ? {} : { none: '–' })}
      />
      {periods.length > 1 && (
        <>
          {/* The other end follows, so that no choice is refused. */}
          <SelectField label={words.from} options={options} selected={options[from]!.id} onSelect={(id) => go({ from: id, to: options[Math.max(place(id, 0), to)]!.id })} />
          <SelectField label={words.to} options={options} selected={options[to]!.id} onSelect={(id) => go({ to: id, from: options[Math.min(place(id, 0), from)]!.id })} />
        </>
      )}
      <SelectField
        label={words.view} selected={search.view ?? 'chart'} onSelect={(view) => go({ view: view === 'table' ? 'table' : 'chart' })}
        options={(['chart', 'table'] as const).map((id) => ({ id, text: words.views[id] }))}
      />
    </div>
  )
}
