// The years of which an edition can be made, and where each stands.
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { EditionSummary } from '../../../../server/src/api/types.ts'
import { editionsQuery } from '../../api/queries.ts'
import { EmptyState } from '../../components/empty-state.tsx'
import { Loaded } from '../../components/loaded.tsx'
import { PageHeading } from '../../components/page-heading.tsx'
import { renderMoment } from '../../format/dates.ts'
import { useLanguage, useMessages } from '../../messages/messages.ts'
import { useNetwork } from '../../network.ts'
import { EditionState } from './edition-state.tsx'
import './editions.css'
import { yearExposure } from './year-exposure.ts'

export function EditionsPage(): ReactNode {
  const { editions: words } = useMessages()
  const { incidents, latestYear } = useNetwork()
  const query = useQuery(editionsQuery)
  return (
    <>
      <PageHeading title={words.title} />
      <p className="lead">{words.lead}</p>
      <p>{words.each}</p>
      {incidents === 0 ? (
        <EmptyState title={words.emptyTitle}><p>{words.empty}</p></EmptyState>
      ) : (
        <Loaded query={query}>
          {({ editions }) => {
            // A year after the last incident is rarely what one came for.
            const later = editions.filter(({ year, state, job }) => year > latestYear && state === 'none' && job === null)
            return (
              <>
                <Years editions={editions.filter((edition) => !later.includes(edition))} label={words.title} />
                {later.length > 0 && (
                  <details className="later-years">
                    <summary>{words.later(String(later.at(-1)!.year), String(later[0]!.year))}</summary>
                    <Years editions={later} label={words.later(String(later.at(-1)!.year), String(later[0]!.year))} />
                  </details>
                )}
              </>
            )
          }}
        </Loaded>
      )}
    </>
  )
}

function Years({ editions, label }: { readonly editions: readonly EditionSummary[]; readonly label: string }): ReactNode {
  const messages = useMessages()
  const language = useLanguage()
  const network = useNetwork()
  const { editions: words, edition: editionWords } = messages
  return (
    <ul className="editions" aria-label={label}>
      {editions.map((edition) => {
        const { year, madeAt } = edition
        return (
          <li key={year}>
            <Link to="/editions/$year" params={{ year: String(year) }} aria-label={words.open(String(year))}>{year}</Link>
            <span className="edition-exposure">{words.column.exposure}: {yearExposure(year, network, language, messages)}</span>
            <span className="edition-made">{madeAt !== null && `${editionWords.made} ${renderMoment(madeAt, network.network.timeZone, language)}`}</span>
            <span className="edition-state"><EditionState edition={edition} /></span>
          </li>
        )
      })}
    </ul>
  )
}
