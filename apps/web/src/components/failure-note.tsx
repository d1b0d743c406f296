// What went wrong with one act, beside the button that was pressed; nothing of what was entered is lost.
import type { ReactNode } from 'react'
import { FailureError } from '../api/ask.ts'
import { askingAgain } from '../auth/asking-again.ts'
import { useAuthWords } from '../auth/messages.ts'
import { useProblemTexts } from '../keys/problem-text.ts'
import { Button } from './button.tsx'
import './states.css'

/** `error`: what was thrown; nothing is shown for undefined. */
export function FailureNote({ error }: { readonly error: unknown }): ReactNode {
  const textsOf = useProblemTexts()
  const { again } = useAuthWords()
  if (error === undefined || error === null) return null
  return (
    <div role="alert">
      <ul className="problems">
        {textsOf(error).map((text) => <li key={text} className="problem problem-error">{text}</li>)}
      </ul>
      {asksAgain(error) && <Button kind="secondary" onPress={askingAgain.open}>{again}</Button>}
    </div>
  )
}

/** Where nothing is wrong but that she signed in a while ago (auth/sign-in-again.tsx). */
function asksAgain(error: unknown): boolean {
  return error instanceof FailureError && error.failure.problems.some(({ code }) => code === 'sign-in.not-recent')
}
