// The explorer: a table of an approved edition, chosen in the address, with chart, what may be said of it, its link and its files.
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { ExplorerEdition, ExplorerTableAnswer } from '../../../../server/src/api/explorer-types.ts'
import { explorerQuery, exploredQuery } from '../../api/explorer-queries.ts'
import { EmptyState } from '../../components/empty-state.tsx'
import { Loaded } from '../../components/loaded.tsx'
import { PageHeading } from '../../components/page-heading.tsx'
import { renderDay, renderMoment } from '../../format/dates.ts'
import { dayOfInstant } from '../../format/day-of-instant.ts'
import { useLanguage, useMessages } from '../../messages/messages.ts'
import { useNetwork } from '../../network.ts'
import './explore.css'
import { ExploreControls, type ExploreSearch } from './explore-controls.tsx'
import { useExploreWords } from './explore-words.ts'
import { RatesOfShown } from './rates-of-shown.tsx'
import { ShownChart } from './shown-chart.tsx'
import { ShownTable } from './shown-table.tsx'
import { ShownTrends } from './shown-trends.tsx'
import { TakeAlong } from './take-along.tsx'

const route = getRouteApi('/explore')

export function ExplorePage(): ReactNode {
  const words = useExploreWords()
  const query = useQuery(explorerQuery)
  return (
    <>
      <PageHeading title={words.title} />
      <p className="lead">{words.lead}</p>
      <Loaded query={query}>
        {({ editions }) => (editions.length === 0 ? <EmptyState title={words.emptyTitle}><p>{words.empty}</p></EmptyState> : <Chosen editions={editions} />)}
      </Loaded>
    </>
  )
}

function Chosen({ editions }: { readonly editions: readonly ExplorerEdition[] }): ReactNode {
  const words = useExploreWords()
  const asked = route.useSearch()
  const edition = editions.find(({ id }) => id === asked.edition) ?? editions[0]!
  const table = asked.table ?? edition.tables[0]!.id
  const isThere = edition.tables.some(({ id }) => id === table)
  const query = useQuery({ ...exploredQuery(edition.id, table), enabled: isThere })
  const search: ExploreSearch = { ...asked, edition: edition.id, table }
  return (
    <div className="explore">
      <ExploreControls editions={editions} edition={edition} search={search} periods={query.data?.table.id === table ? query.data.table.periods : []} />
      {isThere ? <Loaded query={query}>{(answer) => <View answer={answer} search={search} />}</Loaded> : <p role="alert">{words.missing}</p>}
    </div>
  )
}

function View({ answer: { edition, table, trends, efforts, files }, search }: { readonly answer: ExplorerTableAnswer; readonly search: ExploreSearch }): ReactNode {
  const words = useExploreWords()
  const { chart } = useMessages()
  const language = useLanguage()
  const { network } = useNetwork()
  const { timeZone } = network
  const all = table.periods.map((_, index) => index)
  const at = (id: string | undefined, otherwise: number): number => (id === undefined ? otherwise : Math.max(table.periods.findIndex((period) => period.id === id), 0))
  const [from, to] = [at(search.from, 0), at(search.to, all.length - 1)]
  const chosen = all.filter((index) => index >= from && index <= Math.max(from, to))
  return (
    <>
      {search.view !== 'table' && (
        <figure className="shown" aria-labelledby="shown-title">
          <figcaption>
            <h2 id="shown-title">{table.title[language]}</h2>
            <p className="chart-subtitle">{chosen.map((index) => table.periods[index]!.label[language]).join(', ')}</p>
          </figcaption>
          <ShownChart table={table} chosen={chosen} />
          {table.id === 'incidents' && <RatesOfShown table={table} chosen={chosen} />}
        </figure>
      )}
      <div className="shown-beside">
        <ShownTable table={table} chosen={chosen} />
        {table.notes.map((note) => <p key={note.en} className="chart-note">{note[language]}</p>)}
        <p className="chart-note">
          {chart.source(network.name)} {words.facts(renderDay(dayOfInstant(edition.approvedAt, timeZone), language), renderMoment(edition.asOf.at, timeZone, language))}
        </p>
      </div>
      {trends && <ShownTrends trends={trends} efforts={efforts ?? []} />}
      <TakeAlong files={files} search={search} />
    </>
  )
}
