// Search and selection over the list: the selection stands in the address, the search text does not.
import { exploitations, placeTypes } from '@lykta/incident'
import { useNavigate } from '@tanstack/react-router'
import type { ReactNode, RefObject } from 'react'
import { Button as AriaButton, Input, Label, SearchField } from 'react-aria-components'
import { Button } from '../../components/button.tsx'
import { Choice } from '../../components/choice.tsx'
import '../../components/field.css'
import { tabletQuery, useMedia } from '../../components/use-media.ts'
import { codeWord } from '../../format/code-words.ts'
import { useLanguage, useMessages } from '../../messages/messages.ts'
import { useNetwork } from '../../network.ts'
import { Icon } from '../../shell/icons.tsx'
import { shownYears } from '../overview/shown-years.ts'
import type { Filters } from './incidents-page.tsx'

const any = 'any'

export type IncidentFiltersProps = {
  readonly filters: Filters
  readonly text: string
  readonly onText: (text: string) => void
  readonly field: RefObject<HTMLInputElement | null>
  /** Whether incidents have register numbers, which are searched too. */
  readonly hasDiary: boolean
  /** Beside an open incident. */
  readonly folds: boolean
}

export function IncidentFilters({ filters, text, onText, field, hasDiary, folds }: IncidentFiltersProps): ReactNode {
  const { incidents: words } = useMessages()
  const language = useLanguage()
  const network = useNetwork()
  const navigate = useNavigate()
  const { waiting, year, form, organisation, place } = filters
  const filtered = Object.keys(filters).length > (waiting === undefined ? 0 : 1) || text !== ''

  function choose(name: keyof Filters, id: string): void {
    const { [name]: _, ...others } = filters
    const value = name === 'year' ? Number(id) : id
    void navigate({ to: '.', search: id === any ? others : { ...others, [name]: value }, resetScroll: false, replace: true })
  }
  const withAny = (name: 'year' | 'form' | 'organisation' | 'place', options: readonly { id: string; text: string }[]): readonly { id: string; text: string }[] => [
    { id: any, text: words.all[name] }, ...options,
  ]

  return (
    <div className="filters" role="search">
      <SearchField className="search" value={text} onChange={onText}>
        <Label className="label">{words.search}</Label>
        <div className="search-box">
          <Icon name="search" />
          <Input ref={field} className="input" placeholder={hasDiary ? words.searchHintDiary : words.searchHint} autoComplete="off" spellCheck={false} maxLength={100} />
          <AriaButton className="search-clear" aria-label={words.clear}>
            <Icon name="close" />
          </AriaButton>
        </div>
      </SearchField>
      <Folded folds={folds} words={words.filters} chosen={Object.keys(filters).length}>
        <Choice
          label={words.year} selected={year === undefined ? any : String(year)} onSelect={(id) => choose('year', id)}
          options={withAny('year', shownYears(network, year ?? 0).toReversed().map((one) => ({ id: String(one), text: String(one) })))}
        />
        <Choice
          label={words.form} selected={form ?? any} onSelect={(id) => choose('form', id)}
          options={withAny('form', exploitations.map((id) => ({ id, text: codeWord('exploitation', id, language) })))}
        />
        <Choice
          label={words.organisation} selected={organisation ?? any} onSelect={(id) => choose('organisation', id)}
          options={withAny('organisation', network.organisations.map(({ id, name }) => ({ id, text: name })))}
        />
        <Choice
          label={words.place} selected={place ?? any} onSelect={(id) => choose('place', id)}
          options={withAny('place', placeTypes.map((id) => ({ id, text: codeWord('place-type', id, language) })))}
        />
      </Folded>
      {filtered && (
        <Button
          kind="quiet"
          className="filters-clear"
          onPress={() => {
            onText('')
            void navigate({ to: '.', search: waiting === undefined ? {} : { waiting }, replace: true })
          }}
        >
          {words.clearAll}
        </Button>
      )}
    </div>
  )
}

type FoldedProps = { readonly folds: boolean; readonly words: string; readonly chosen: number; readonly children: ReactNode }

/** Where there is little room the selection folds away, so that the list comes first; what is chosen shows as a number. */
function Folded({ folds, words, chosen, children }: FoldedProps): ReactNode {
  const wide = useMedia(tabletQuery)
  if (wide && !folds) return <div className="filters-choices">{children}</div>
  return (
    <details className="filters-folded">
      <summary>{chosen === 0 ? words : `${words} (${chosen})`}</summary>
      <div className="filters-choices">{children}</div>
    </details>
  )
}
