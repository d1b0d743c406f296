// What came of an act: said where it was pressed, and to those who listen.
import type { ReactNode } from 'react'
import type { Acting } from './use-act.ts'
import { FailureNote } from './failure-note.tsx'
import './states.css'

export function ActOutcome({ acting: { said, failure } }: { readonly acting: Pick<Acting, 'said' | 'failure'> }): ReactNode {
  return (
    <>
      <p role="status" className={said === '' ? 'unseen' : 'outcome'}>{said}</p>
      <FailureNote error={failure} />
    </>
  )
}
