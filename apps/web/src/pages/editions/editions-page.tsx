// Approved editions for whoever reads; frozen drafts for those who are asked; the years of which one can be made, for whoever makes them.
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { EditionSummary } from '../../../../server/src/api/types.ts'
import { sessionQuery } from '../../api/member-queries.ts'
import { editionsQuery } from '../../api/queries.ts'
import { EmptyState } from '../../components/empty-state.tsx'
import { Loaded } from '../../components/loaded.tsx'
import { PageHeading } from '../../components/page-heading.tsx'
import { renderMoment } from '../../format/dates.ts'
import { useLanguage, useMessages } from '../../messages/messages.ts'
import { useNetwork } from '../../network.ts'
import { DraftList, PublishedList } from '../workshop/edition-lists.tsx'
import { draftsQuery, publishedQuery } from '../workshop/workshop-queries.ts'
import { useWorkshopWords } from '../workshop/workshop-words.ts'
import { EditionState } from './edition-state.tsx'
import './editions.css'
import { yearExposure } from './year-exposure.ts'

export function EditionsPage(): ReactNode {
  const { editions: words, edition: { examples } } = useMessages()
  const { data: session } = useQuery(sessionQuery)
  const may = (right: string): boolean => session?.rights.includes(right) === true
  const published = useQuery(publishedQuery)
  const drafts = useQuery({ ...draftsQuery, enabled: may('edition.approve') })
  return (
    <>
      <PageHeading title={words.title} />
      <p className="lead">{words.lead}</p>
      {drafts.data && <DraftList drafts={drafts.data.drafts} />}
      <Loaded query={published}>{({ editions }) => <PublishedList editions={editions} />}</Loaded>
      {may('example.approve') && <p><Link to="/examples">{examples}</Link></p>}
      {may('edition.make') && <Making />}
    </>
  )
}

function Making(): ReactNode {
  const { editions: words } = useMessages()
  const { list } = useWorkshopWords()
  const { incidents, latestYear } = useNetwork()
  const query = useQuery(editionsQuery)
  return (
    <section className="workshop-section" aria-labelledby="make-edition">
      <h2 id="make-edition">{list.years}</h2>
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
    </section>
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
