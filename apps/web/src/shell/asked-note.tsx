// To the core group, on every page: somebody has asked to read many sealed texts, and it can still be refused.
import { useQuery } from '@tanstack/react-query'
import { Link, useRouterState } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { SessionAnswer } from '../../../server/src/api/member-types.ts'
import { sessionsQuery } from '../pages/sharing/sharing-queries.ts'
import { useAskedNoteWords } from './asked-note-words.ts'

const minute = 60_000

export function AskedNote({ session: { rights } }: { readonly session: SessionAnswer }): ReactNode {
  const words = useAskedNoteWords()
  const query = useQuery({ ...sessionsQuery, enabled: rights.includes('reading.many'), staleTime: minute, refetchInterval: 5 * minute })
  const isThere = useRouterState({ select: ({ location }) => location.pathname === '/sessions' })
  if (isThere || query.data?.sessions.some(({ may }) => may.includes('refuse')) !== true) return null
  return (
    <aside className="sample" aria-label={words.title}>
      <span className="sample-lamp" aria-hidden="true" />
      <p><strong>{words.title}</strong> {words.text} <Link to="/sessions">{words.see}</Link></p>
    </aside>
  )
}
