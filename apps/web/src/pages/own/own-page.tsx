// "Our incidents": what the caller's organisation has reported, what became of it, and what the coordinator asks.
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { OwnIncident } from '../../../../server/src/api/member-types.ts'
import { ownIncidentsQuery, sessionQuery } from '../../api/member-queries.ts'
import { EmptyState } from '../../components/empty-state.tsx'
import { Loaded } from '../../components/loaded.tsx'
import { PageHeading } from '../../components/page-heading.tsx'
import { AskedNotice } from '../meetings/asked-notice.tsx'
import { SharingLink } from '../sharing/sharing-link.tsx'
import { OwnIncidentCard } from './own-incident-card.tsx'
import { useOwnIncidentWords } from './own-words.ts'
import './own.css'
import { QuietMonths } from './quiet-months.tsx'

export function OwnPage(): ReactNode {
  const words = useOwnIncidentWords()
  const session = useQuery(sessionQuery)
  const query = useQuery(ownIncidentsQuery)
  return (
    <>
      <PageHeading title={words.title} />
      <p className="lead">{session.data?.state === 'device' ? words.leadDevice : words.lead}</p>
      <p>
        {/* The reporting page is a page of its own (docs/decisions/0011). */}
        <a className="button button-primary own-report" href="/day/">{words.report}</a>
      </p>
      <SharingLink />
      <AskedNotice />
      <Loaded query={query}>
        {({ incidents, quietMonths }) => {
          const asked = incidents.filter(({ state, withdrawn }) => state === 'question' && !withdrawn)
          const others = incidents.filter((one) => !asked.includes(one))
          return (
            <>
              {asked.length > 0 && <Incidents title={words.waiting} incidents={asked} />}
              <QuietMonths quietMonths={quietMonths} incidents={incidents} />
              {incidents.length === 0 ? (
                <EmptyState title={words.emptyTitle}><p>{words.empty}</p></EmptyState>
              ) : (
                others.length > 0 && <Incidents title={asked.length > 0 ? words.others : words.all} incidents={others} />
              )}
            </>
          )
        }}
      </Loaded>
    </>
  )
}

function Incidents({ title, incidents }: { readonly title: string; readonly incidents: readonly OwnIncident[] }): ReactNode {
  return (
    <section className="own-list">
      <h2>{title}</h2>
      <ul>
        {incidents.map((incident) => (
          <li key={incident.ref}><OwnIncidentCard incident={incident} /></li>
        ))}
      </ul>
    </section>
  )
}
