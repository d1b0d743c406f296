// Shows what was asked for when it has come, and says so while it has not or could not.
import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Busy } from './busy.tsx'
import { FailurePanel } from './failure-panel.tsx'

export function Loaded<Answer>({ query, children }: { readonly query: UseQueryResult<Answer>; readonly children: (answer: Answer) => ReactNode }): ReactNode {
  if (query.data !== undefined) return <div className={query.isPlaceholderData ? 'stale' : undefined} aria-busy={query.isPlaceholderData}>{children(query.data)}</div>
  if (query.error) return <FailurePanel error={query.error} onAgain={() => void query.refetch()} />
  return <Busy />
}
