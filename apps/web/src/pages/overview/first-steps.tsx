// The overview of a network without incidents: what will stand here, and how to start.
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { sessionQuery } from '../../api/member-queries.ts'
import { EmptyState } from '../../components/empty-state.tsx'
import { useMessages } from '../../messages/messages.ts'

export function FirstSteps(): ReactNode {
  const { overview, shell } = useMessages()
  const session = useQuery(sessionQuery)
  return (
    <EmptyState title={overview.emptyTitle}>
      <p>{overview.emptyText}</p>
      <pre className="command"><code>{shell.importCommand}</code></pre>
      <p>{overview.emptyAfter}</p>
      {session.data?.rights.includes('organisations.manage') && <p><Link to="/import">{overview.emptyMapping}</Link></p>}
      <p>{overview.emptyTemplate}</p>
      <pre className="command"><code>{shell.templateCommand}</code></pre>
    </EmptyState>
  )
}
