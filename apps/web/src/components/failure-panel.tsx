// What went wrong, whether anything changed, and what to do.
import type { ReactNode } from 'react'
import { FailureError } from '../api/ask.ts'
import { useMessages } from '../messages/messages.ts'
import { Button } from './button.tsx'
import { PageHeading } from './page-heading.tsx'
import { ProblemList } from './problem-list.tsx'
import './states.css'

export function FailurePanel({ error, onAgain }: { readonly error: unknown; readonly onAgain: () => void }): ReactNode {
  const { failure: words } = useMessages()
  const failure = error instanceof FailureError ? error.failure : undefined
  const offline = failure?.status === 0
  return (
    <section className="failure">
      <PageHeading title={offline ? words.offlineTitle : words.title} />
      {failure && failure.problems.length > 0 ? <ProblemList problems={failure.problems} /> : <p role="alert">{offline ? words.offlineText : words.text}</p>}
      <p>
        <Button kind="primary" onPress={onAgain}>{words.again}</Button>
      </p>
    </section>
  )
}
