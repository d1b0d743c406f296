// The places one can go: a rail on a desk, a bar at the foot of a phone. What a role cannot do is not shown.
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { SessionAnswer } from '../../../server/src/api/member-types.ts'
import { tabletQuery, useMedia } from '../components/use-media.ts'
import { useMessages } from '../messages/messages.ts'
import { barFor } from './bar-for.ts'
import { Icon } from './icons.tsx'
import { MorePlaces } from './more-places.tsx'
import { placesFor } from './places-for.ts'

export function Places({ session }: { readonly session: SessionAnswer }): ReactNode {
  const messages = useMessages()
  const hasRail = useMedia(tabletQuery)
  const hasForm = session.rights.includes('incident.enter')
  const places = placesFor(session)
  const { shown, more } = hasRail ? { shown: places, more: [] } : barFor(places, hasForm)
  return (
    <nav className="places" aria-label={messages.shell.places}>
      <ul>
        {shown.map(({ name, to }) => (
          <li key={name}>
            <Link to={to} activeOptions={{ exact: to === '/', includeSearch: false }}>
              <Icon name={name} />
              <span>{messages.places[name]}</span>
            </Link>
          </li>
        ))}
        {hasForm && (
          <li>
            {/* A page of its own (docs/decisions/0011), at a neutral address. */}
            <a href="/day/">
              <Icon name="report" />
              <span>{messages.places.report}</span>
            </a>
          </li>
        )}
        {more.length > 0 && <li><MorePlaces places={more} /></li>}
      </ul>
    </nav>
  )
}
