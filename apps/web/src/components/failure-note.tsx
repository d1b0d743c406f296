// What went wrong with one act, beside the button that was pressed; nothing of what was entered is lost.
import type { ReactNode } from 'react'
import { ProblemError } from '@lykta/incident'
import { findSealText } from '@lykta/seal'
import { FailureError } from '../api/ask.ts'
import { useLanguage, useMessages } from '../messages/messages.ts'
import { ProblemList } from './problem-list.tsx'
import './states.css'

/** `error`: what was thrown; nothing is shown for undefined. */
export function FailureNote({ error }: { readonly error: unknown }): ReactNode {
  const { failure: words } = useMessages()
  const language = useLanguage()
  if (error === undefined || error === null) return null
  if (error instanceof FailureError && error.failure.problems.length > 0) return <ProblemList problems={error.failure.problems} />
  const sealed = error instanceof ProblemError ? error.problems.map(({ code, values }) => findSealText(code, language, values)).filter((text) => text !== undefined) : []
  if (sealed.length > 0) {
    return (
      <ul className="problems" role="alert">
        {sealed.map((text) => <li key={text} className="problem problem-error">{text}</li>)}
      </ul>
    )
  }
  const offline = error instanceof FailureError && error.failure.status === 0
  return <p className="problem problem-error" role="alert">{offline ? words.offlineText : words.text}</p>
}
