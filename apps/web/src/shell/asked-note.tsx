// To the core group, on every page: somebody has asked to read many sealed texts, and it can still be refused.
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { SessionAnswer } from '../../../server/src/api/member-types.ts'
import { sessionsQuery } from '../pages/sharing/sharing-queries.ts'
import { useAskedNoteWords } from './asked-note-words.ts'

const minute = 60_000

export function AskedNote({ session: { rights } }: { readonly session: SessionAnswer }): ReactNode {
  const words = useAskedNoteWords()
  const query = useQuery({ ...sessionsQuery, enabled: rights.includes('reading.many'), staleTime: minute, refetchInterval: 5 * minute })
  if (query.data?.sessions.some(({ may }) => may.includes('refuse')) !== true) return null
  return (
    <aside className="alarm recovery-note" aria-label={words.title}>
      <p><strong>{words.title}</strong> {words.text} <Link to="/sessions">{words.see}</Link></p>
    </aside>
  )
}
