// The frame of the three pages: back to where one came from, the heading, and the way between them; without members, what they are for.
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { sessionQuery } from '../../api/member-queries.ts'
import { PageHeading } from '../../components/page-heading.tsx'
import { Icon } from '../../shell/icons.tsx'
import './sharing.css'
import { useSharingWords } from './sharing-words.ts'

const pages = [
  { name: 'log', to: '/shares', right: 'incident.share' },
  { name: 'reads', to: '/reads', right: 'reading.see' },
  { name: 'sessions', to: '/sessions', right: 'reading.many' },
] as const

export function SharingFrame({ page, children }: { readonly page: (typeof pages)[number]['name']; readonly children: ReactNode }): ReactNode {
  const words = useSharingWords()
  const session = useQuery(sessionQuery)
  const rights = session.data?.rights ?? []
  const isLocal = session.data?.state === 'local'
  const mine = pages.filter(({ right }) => isLocal || rights.includes(right))
  const desk = rights.includes('incident.search')
  return (
    <div className="sharing">
      <PageHeading title={words[page]} before={<Link to={desk ? '/incidents' : '/own'} className="back"><Icon name="back" />{desk ? words.back : words.backOwn}</Link>} />
      {mine.length > 1 && (
        <nav className="sharing-pages" aria-label={words.parts}>
          {mine.map(({ name, to }) => <Link key={name} to={to} activeOptions={{ includeSearch: false }}>{words[name]}</Link>)}
        </nav>
      )}
      {isLocal ? <p>{words.withMembers[page]}</p> : session.data && children}
    </div>
  )
}
