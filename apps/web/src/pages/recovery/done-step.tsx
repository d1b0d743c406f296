// The network is back: its texts taken to the new key, and what to do today, new sheets first.
import { Link } from '@tanstack/react-router'
import { type ReactNode, useEffect } from 'react'
import { rewrapJob } from '../network/rewrap-job.ts'
import { Rewrapping } from '../network/rewrapping.tsx'
import { useRecoveryWords } from './recovery-words.ts'

export type DoneStepProps = {
  readonly network: string
  /** Earlier epochs that the sheets could not open. */
  readonly closed: number
  /** Her second factor is gone, or was never there. */
  readonly isNew: boolean
}

export function DoneStep({ network, closed, isNew }: DoneStepProps): ReactNode {
  const words = useRecoveryWords()
  useEffect(() => void rewrapJob.run(), [])
  return (
    <>
      <p className="lead">{words.doneLead(network)}</p>
      {closed > 0 && <p role="alert" className="problem problem-error">{words.closedEpochs(closed)}</p>}
      <h2>{words.next}</h2>
      <section className="recovery-next">
        <p>{words.nextSheetsText}</p>
        <Link to="/network" search={{ part: 'keys' }} className="button button-primary">{words.nextSheets}</Link>
      </section>
      {isNew && (
        <section className="recovery-next">
          <p>{words.nextSignInText}</p>
          <Link to="/account" className="button button-secondary">{words.nextSignIn}</Link>
        </section>
      )}
      <Rewrapping />
      <p className="join-ways"><Link to="/">{words.toOverview}</Link></p>
    </>
  )
}
