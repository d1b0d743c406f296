// What stands in the middle: the page that was asked for, or in its place whatever has to come first.
import type { UseQueryResult } from '@tanstack/react-query'
import { Link, Navigate, Outlet, useRouterState } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { SessionAnswer } from '../../../server/src/api/member-types.ts'
import type { NetworkAnswer } from '../../../server/src/api/types.ts'
import { Busy } from '../components/busy.tsx'
import { FailurePanel } from '../components/failure-panel.tsx'
import { PageHeading } from '../components/page-heading.tsx'
import { NumberFactsPopover } from '../components/pressable-number.tsx'
import { NetworkContext } from '../network.ts'
import { SignInPage } from '../pages/sign-in/sign-in-page.tsx'
import { placesFor } from './places-for.ts'
import { useSessionWords } from './session-words.ts'

export type ContentProps = {
  readonly session: UseQueryResult<SessionAnswer>
  readonly network: UseQueryResult<NetworkAnswer>
  readonly isAlone: boolean
  readonly onSignedIn: () => void
}

export function Content({ session, network, isAlone, onSignedIn }: ContentProps): ReactNode {
  const path = useRouterState({ select: ({ matches }) => matches.at(-1)?.fullPath ?? '/' })
  if (!session.data) return session.error ? <FailurePanel wholePage error={session.error} onAgain={() => void session.refetch()} /> : <Busy />
  if (isAlone) return <Outlet />
  const { state, rights, caller } = session.data
  if (state !== 'local' && state !== 'signed-in') return <SignInPage session={session.data} onSignedIn={onSignedIn} />
  if (!rights.includes('network.read')) return path === '/account' ? <Outlet /> : caller?.role === 'operator' ? <OperatorPage /> : <WaitingPage />
  // Whoever has no overview lands at her first place.
  const first = placesFor(session.data)[0]
  if (path === '/' && first && first.to !== '/') return <Navigate to={first.to} replace />
  if (network.data) {
    return (
      <NetworkContext value={network.data}>
        <NumberFactsPopover>
          <Outlet />
        </NumberFactsPopover>
      </NetworkContext>
    )
  }
  return network.error ? <FailurePanel wholePage error={network.error} onAgain={() => void network.refetch()} /> : <Busy />
}

function OperatorPage(): ReactNode {
  const words = useSessionWords()
  return (
    <>
      <PageHeading title={words.operator} />
      <p>{words.operatorText}</p>
    </>
  )
}

/** Invited to read, and no coordinator has heard her words yet: keys are made and words read out where the invitation led. */
function WaitingPage(): ReactNode {
  const words = useSessionWords()
  return (
    <>
      <PageHeading title={words.waiting} />
      <p>{words.waitingText}</p>
      <p><Link to="/join" className="button button-primary">{words.waitingGo}</Link></p>
    </>
  )
}
