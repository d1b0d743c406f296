// The places one can go: a rail on a desk, a bar at the foot of a phone.
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useMessages } from '../messages/messages.ts'
import { Icon } from './icons.tsx'

const places = [
  { name: 'overview', to: '/' },
  { name: 'incidents', to: '/incidents' },
  { name: 'statistics', to: '/statistics' },
  { name: 'editions', to: '/editions' },
  { name: 'method', to: '/method' },
] as const

export function Places(): ReactNode {
  const messages = useMessages()
  return (
    <nav className="places" aria-label={messages.shell.places}>
      <ul>
        {places.map(({ name, to }) => (
          <li key={name}>
            <Link to={to} activeOptions={{ exact: to === '/', includeSearch: false }}>
              <Icon name={name} />
              <span>{messages.places[name]}</span>
            </Link>
          </li>
        ))}
        <li>
          {/* A page of its own (docs/decisions/0011), at a neutral address. */}
          <a href="/day/">
            <Icon name="report" />
            <span>{messages.places.report}</span>
          </a>
        </li>
      </ul>
    </nav>
  )
}
