// What went wrong, whether anything changed, and what to do.
import type { ReactNode } from 'react'
import { FailureError } from '../api/ask.ts'
import { useMessages } from '../messages/messages.ts'
import { Button } from './button.tsx'
import { PageHeading } from './page-heading.tsx'
import { ProblemList } from './problem-list.tsx'
import './states.css'

export type FailurePanelProps = {
  readonly error: unknown
  readonly onAgain: () => void
  /** It stands in place of the whole page, and gives it its heading. */
  readonly wholePage?: boolean
}

export function FailurePanel({ error, onAgain, wholePage = false }: FailurePanelProps): ReactNode {
  const { failure: words } = useMessages()
  const failure = error instanceof FailureError ? error.failure : undefined
  const offline = failure?.status === 0
  const title = offline ? words.offlineTitle : words.title
  return (
    <section className="failure">
      {wholePage ? <PageHeading title={title} /> : <h2>{title}</h2>}
      {failure && failure.problems.length > 0 ? <ProblemList problems={failure.problems} /> : <p role="alert">{offline ? words.offlineText : words.text}</p>}
      <p>
        <Button kind="primary" onPress={onAgain}>{words.again}</Button>
      </p>
    </section>
  )
}
