// To the core group, on every page: somebody has asked to read many sealed texts, and it can still be refused; or did not wait, and it is to be reviewed.
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
  if (isThere || !query.data) return null
  const { sessions, glasses } = query.data
  // What somebody did without asking comes before what somebody asks.
  if (glasses.some(({ by, state }) => !by.me && state !== 'reviewed')) return <Note title={words.glassTitle} text={words.glassText} see={words.glassSee} />
  return sessions.some(({ may }) => may.includes('refuse')) ? <Note title={words.title} text={words.text} see={words.see} /> : null
}

function Note({ title, text, see }: Readonly<Record<'title' | 'text' | 'see', string>>): ReactNode {
  return (
    <aside className="sample" aria-label={title}>
      <span className="sample-lamp" aria-hidden="true" />
      <p><strong>{title}</strong> {text} <Link to="/sessions">{see}</Link></p>
    </aside>
  )
}
