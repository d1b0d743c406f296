// "Our incidents": what the caller's organisation has reported, what became of it, and what the coordinator asks.
import { useQuery } from '@tanstack/react-query'
import type { ReactNode, RefObject } from 'react'
import type { OwnIncident } from '../../../../server/src/api/member-types.ts'
import { ownIncidentsQuery, sessionQuery } from '../../api/member-queries.ts'
import { ActOutcome } from '../../components/act-outcome.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { Loaded } from '../../components/loaded.tsx'
import { PageHeading } from '../../components/page-heading.tsx'
import type { Acting } from '../../components/use-act.ts'
import { useListAct } from '../../components/use-list-act.ts'
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
  const { acting, heading } = useListAct()
  // She reports from the first day, and changes nothing of her house until the coordinator knows that she is who she says.
  const isUnheard = session.data?.state === 'signed-in' && !session.data.rights.includes('incident.correct')
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
      {isUnheard && <p className="notice">{words.unheard}</p>}
      <Loaded query={query}>
        {({ incidents, quietMonths }) => {
          const asked = incidents.filter(({ state, withdrawn }) => state === 'question' && !withdrawn)
          const others = incidents.filter((one) => !asked.includes(one))
          return (
            <>
              <ActOutcome acting={acting} />
              {asked.length > 0 && <Incidents title={words.waiting} incidents={asked} acting={acting} heading={heading} />}
              <QuietMonths quietMonths={quietMonths} incidents={incidents} />
              {incidents.length === 0 ? (
                <EmptyState title={words.emptyTitle}><p>{words.empty}</p></EmptyState>
              ) : (
                others.length > 0 && <Incidents title={asked.length > 0 ? words.others : words.all} incidents={others} acting={acting} {...(asked.length > 0 ? {} : { heading })} />
              )}
            </>
          )
        }}
      </Loaded>
    </>
  )
}

type IncidentsProps = { readonly title: string; readonly incidents: readonly OwnIncident[]; readonly acting: Acting; readonly heading?: RefObject<HTMLHeadingElement | null> }

function Incidents({ title, incidents, acting, heading }: IncidentsProps): ReactNode {
  return (
    <section className="own-list">
      <h2 ref={heading} tabIndex={-1}>{title}</h2>
      <ul>
        {incidents.map((incident) => (
          <li key={incident.ref}><OwnIncidentCard incident={incident} acting={acting} /></li>
        ))}
      </ul>
    </section>
  )
}
