// What went wrong with one act, beside the button that was pressed; nothing of what was entered is lost.
import type { ReactNode } from 'react'
import { useProblemTexts } from '../keys/problem-text.ts'
import './states.css'

/** `error`: what was thrown; nothing is shown for undefined. */
export function FailureNote({ error }: { readonly error: unknown }): ReactNode {
  const textsOf = useProblemTexts()
  if (error === undefined || error === null) return null
  return (
    <div role="alert">
      <ul className="problems">
        {textsOf(error).map((text) => <li key={text} className="problem problem-error">{text}</li>)}
      </ul>
    </div>
  )
}
