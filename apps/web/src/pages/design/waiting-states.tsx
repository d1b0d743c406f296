// What stands where a page cannot: on its way, nothing yet, failed, out of reach.
import type { ReactNode } from 'react'
import { FailureError } from '../../api/ask.ts'
import { Busy } from '../../components/busy.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { FailurePanel } from '../../components/failure-panel.tsx'
import { useMessages } from '../../messages/messages.ts'

const failure = (status: number): FailureError => new FailureError({ type: 'about:blank', title: '', status, problems: [] })

export function WaitingStates(): ReactNode {
  const { incidents, edition, shell } = useMessages()
  return (
    <div className="waiting">
      <Busy />
      <label className="progress-sample">
        {edition.progress}
        <progress value={0.6} />
      </label>
      <EmptyState title={incidents.emptyTitle}>
        <p>{incidents.emptyText}</p>
        <pre className="command"><code>{shell.importCommand}</code></pre>
      </EmptyState>
      <FailurePanel error={failure(500)} onAgain={() => undefined} />
      <FailurePanel error={failure(0)} onAgain={() => undefined} />
    </div>
  )
}
