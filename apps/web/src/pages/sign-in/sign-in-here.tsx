// The sign-in at an address of its own; whoever is signed in already is taken to the start.
import { useQuery } from '@tanstack/react-query'
import { Navigate, useNavigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { sessionQuery } from '../../api/member-queries.ts'
import { Loaded } from '../../components/loaded.tsx'
import { SignInPage } from './sign-in-page.tsx'

export function SignInHere(): ReactNode {
  const session = useQuery(sessionQuery)
  const navigate = useNavigate()
  return (
    <Loaded query={session}>
      {(answer) => (answer.state === 'signed-in' || answer.state === 'local' ? <Navigate to="/" replace /> : <SignInPage session={answer} onSignedIn={() => void navigate({ to: '/' })} />)}
    </Loaded>
  )
}
