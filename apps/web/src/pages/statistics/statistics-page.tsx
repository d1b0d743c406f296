// Every table of the annual report, raw, for the coordinator: with unit, base, exposure, unknowns and as of.
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { sessionQuery } from '../../api/member-queries.ts'
import { statisticsQuery } from '../../api/queries.ts'
import { EmptyState } from '../../components/empty-state.tsx'
import { Loaded } from '../../components/loaded.tsx'
import { PageHeading } from '../../components/page-heading.tsx'
import { SignKey } from '../../components/sign-key.tsx'
import { renderMoment } from '../../format/dates.ts'
import { renderCount } from '../../format/numbers.ts'
import { useLanguage, useMessages } from '../../messages/messages.ts'
import { useNetwork } from '../../network.ts'
import { CompletionPart } from './completion.tsx'
import { Contents } from './contents.tsx'
import { DarkFigurePart } from './dark-figure.tsx'
import { RangePicker } from './range-picker.tsx'
import { Sections } from './sections.tsx'
import './statistics.css'

const route = getRouteApi('/statistics')

export function StatisticsPage(): ReactNode {
  const { statistics: words, overview, raw, places, chart, facts, shell } = useMessages()
  const language = useLanguage()
  const { network, years, latestYear, incidents } = useNetwork()
  const crosses = useQuery(sessionQuery).data?.rights.includes('statistics.cross') === true
  const asked = route.useSearch()
  const known = (year: number | undefined, otherwise: number): number => (year !== undefined && years.includes(year) ? year : otherwise)
  const from = known(asked.from, years[0]!)
  const to = Math.max(from, known(asked.to, latestYear))
  const query = useQuery({ ...statisticsQuery(from, to), enabled: incidents > 0 })
  if (incidents === 0) {
    return (
      <>
        <PageHeading title={words.title} />
        <EmptyState title={overview.emptyTitle}>
          <p>{words.emptyText}</p>
          <pre className="command"><code>{shell.importCommand}</code></pre>
        </EmptyState>
      </>
    )
  }
  return (
    <>
      <div className="statistics-head">
        <div>
          <PageHeading title={words.title} />
          <p className="lead">{words.lead(String(from), String(to))}</p>
        </div>
        <RangePicker from={from} to={to} />
      </div>
      <div className="statistics-about">
        <p className="raw-notice"><strong>{raw.mark}.</strong> {raw.long}</p>
        <p className="hint">
          {words.press}{' '}
          {query.data && chart.asOf(facts.asOfValue(renderMoment(query.data.asOf.at, network.timeZone, language), renderCount(query.data.asOf.position, language)))}{' '}
          <Link to="/method">{places.method}</Link>
          {' · '}
          <Link to="/explore">{words.published}</Link>
          {' · '}
          <Link to="/official">{words.official}</Link>
          {crosses && (
            <>
              {' · '}
              <Link to="/crossing">{words.crossing}</Link>
            </>
          )}
        </p>
        <SignKey />
      </div>
      <Loaded query={query}>
        {(answer) => (
          <div className="statistics">
            <Contents />
            <div className="statistics-all">
              <Sections answer={answer} />
              {crosses && <CompletionPart />}
              {crosses && <DarkFigurePart from={from} to={to} />}
            </div>
          </div>
        )}
      </Loaded>
    </>
  )
}
