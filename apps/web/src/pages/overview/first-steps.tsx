// The overview of a network without incidents: what will stand here, and how to start.
import type { ReactNode } from 'react'
import { EmptyState } from '../../components/empty-state.tsx'
import { useMessages } from '../../messages/messages.ts'

export function FirstSteps(): ReactNode {
  const { overview, shell } = useMessages()
  return (
    <EmptyState title={overview.emptyTitle}>
      <p>{overview.emptyText}</p>
      <pre className="command"><code>{shell.importCommand}</code></pre>
      <p>{overview.emptyAfter}</p>
      <p>{overview.emptyTemplate}</p>
      <pre className="command"><code>{shell.templateCommand}</code></pre>
    </EmptyState>
  )
}
