// The network's incidents and other publishers' series side by side, each by itself, and in words why they are not the same.
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { sessionQuery } from '../../api/member-queries.ts'
import { officialQuery } from '../../api/official-queries.ts'
import '../../components/data-table.css'
import { EmptyState } from '../../components/empty-state.tsx'
import { Loaded } from '../../components/loaded.tsx'
import { PageHeading } from '../../components/page-heading.tsx'
import { EnterSeries } from './enter-series.tsx'
import { useOfficialWords } from './official-words.ts'
import './official.css'
import { OwnIncidentsPanel } from './own-incidents-panel.tsx'
import { SeriesPanel } from './series-panel.tsx'
import { TakeAway } from './take-away.tsx'

export function OfficialPage(): ReactNode {
  const words = useOfficialWords()
  const query = useQuery(officialQuery)
  const session = useQuery(sessionQuery)
  const manages = session.data?.rights.includes('series.manage') === true
  return (
    <>
      <PageHeading title={words.title} />
      <p className="lead">{words.lead}</p>
      <Loaded query={query}>
        {({ series }) => (
          <>
            {series.length === 0 && <EmptyState title={words.emptyTitle}><p>{words.empty}</p></EmptyState>}
            <div className="series-beside">
              <OwnIncidentsPanel />
              {series.map((one) => (
                <SeriesPanel key={one.id} series={one}>{manages && <TakeAway id={one.id} name={one.name} />}</SeriesPanel>
              ))}
            </div>
          </>
        )}
      </Loaded>
      <section className="series-why" aria-labelledby="series-why">
        <h2 id="series-why">{words.whyTitle}</h2>
        {words.why.map((text) => <p key={text}>{text}</p>)}
      </section>
      {manages && <EnterSeries />}
    </>
  )
}
