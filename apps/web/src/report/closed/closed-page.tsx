// Nothing can be reported here: why, and what to do instead; whom to call stands here all the same.
import type { ReactNode } from 'react'
import { Safety } from '../safety.tsx'
import type { Closed } from '../standing.ts'
import { useReportLanguage, useReportMessages } from '../words.tsx'
import { en } from './messages/en.ts'
import { sv } from './messages/sv.ts'

export type ClosedPageProps = { readonly why: Closed | 'broken-code'; readonly waiting: number; readonly onForget: () => void }

export function ClosedPage({ why, waiting, onForget }: ClosedPageProps): ReactNode {
  const { outbox } = useReportMessages()
  const closed = useReportLanguage() === 'sv' ? sv : en
  const { title, text } = closed[why]
  return (
    <div className="intro">
      <h1>{title}</h1>
      <p className="lead">{text}</p>
      {waiting > 0 && <p className="told">{outbox.waiting(waiting)} {outbox.unknown}</p>}
      {why === 'signed-out' && (
        <p>
          <a className="button button-primary" href="/sign-in">{closed.signIn}</a>
        </p>
      )}
      {why === 'removed' && (
        <p>
          <button type="button" className="button button-secondary" onClick={onForget}>{closed.forget}</button>
        </p>
      )}
      <Safety numbers={[]} />
    </div>
  )
}
