// The overview of a network without incidents: what will stand here, and how to start.
import type { ReactNode } from 'react'
import { EmptyState } from '../../components/empty-state.tsx'
import { useMessages } from '../../messages/messages.ts'

export function FirstSteps(): ReactNode {
  const { overview } = useMessages()
  return (
    <EmptyState title={overview.emptyTitle}>
      <p>{overview.emptyText}</p>
      <pre className="command"><code>npx lykta import MAPP</code></pre>
      <p>{overview.emptyAfter}</p>
      <p>{overview.emptyTemplate}</p>
      <pre className="command"><code>npx lykta template</code></pre>
    </EmptyState>
  )
}
