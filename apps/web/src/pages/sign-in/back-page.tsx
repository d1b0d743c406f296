// Back from the town's identity provider: in, half way, an account that is now hers, or why not. What it brought is out of the address before anything is drawn.
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { type ReactNode, useEffect, useEffectEvent, useRef, useState } from 'react'
import type { ProviderAnswer, SessionAnswer } from '../../../../server/src/api/member-types.ts'
import { sessionQuery } from '../../api/member-queries.ts'
import { type Brought, provider, takeBrought } from '../../auth/provider.ts'
import { ActOutcome } from '../../components/act-outcome.tsx'
import { Busy } from '../../components/busy.tsx'
import { Button } from '../../components/button.tsx'
import { FailureNote } from '../../components/failure-note.tsx'
import { useAct } from '../../components/use-act.ts'
import { keys } from '../../keys/keys.ts'
import './sign-in.css'
import { SignInHeading } from './sign-in-heading.tsx'
import { SignInPage } from './sign-in-page.tsx'
import { useSignInWords } from './sign-in-words.ts'

const brought = takeBrought()

export function BackPage(): ReactNode {
  const words = useSignInWords()
  const client = useQueryClient()
  const navigate = useNavigate()
  const session = useQuery(sessionQuery)
  const [answer, setAnswer] = useState<ProviderAnswer>()
  const [failure, setFailure] = useState<unknown>()
  const asked = useRef(false)

  const enter = (found: SessionAnswer): void => {
    if (found.caller) keys.setOwner({ network: found.network.id, member: found.caller.id })
    void navigate({ to: '/', replace: true })
  }
  const finish = useEffectEvent(async (given: Brought): Promise<void> => {
    try {
      const came = await provider.finish(given)
      const found = await client.fetchQuery({ ...sessionQuery, staleTime: 0 })
      if (came.state === 'signed-in') enter(found)
      else setAnswer(came)
    } catch (error) {
      setFailure(error)
    }
  })
  useEffect(() => {
    // It counts once: not when React draws the page a second time.
    if (asked.current || !brought) return
    asked.current = true
    void finish(brought)
  }, [])

  if (failure !== undefined || !brought) {
    return (
      <div className="sign-in">
        <SignInHeading title={words.backTitle} />
        {brought ? <FailureNote error={failure} /> : <p>{words.backNothing}</p>}
        <p>{session.data?.state === 'signed-in' ? <Link to="/account">{words.backAccount}</Link> : <Link to="/sign-in">{words.backSignIn}</Link>}</p>
      </div>
    )
  }
  if (!answer || !session.data) return <Busy />
  if (answer.state === 'half') return <SignInPage session={session.data} begin={answer.next} onSignedIn={enter} />
  return answer.state === 'linked' ? <Linked {...answer} name={session.data.provider?.name ?? ''} /> : <Busy />
}

type LinkedProps = { readonly from: 'account' | 'join'; readonly account: string | null; readonly name: string }

/** On a shared computer it may have been a colleague who was signed in there. */
function Linked({ from, account, name }: LinkedProps): ReactNode {
  const words = useSignInWords()
  const navigate = useNavigate()
  const acting = useAct()
  const [gone, setGone] = useState(false)
  const unlink = (): Promise<void> =>
    acting.act(async () => {
      await provider.unlink()
      setGone(true)
      return words.unlinked
    })
  return (
    <div className="sign-in">
      <SignInHeading title={gone ? words.backTitle : words.linkedTitle} />
      {!gone && <p className="lead">{words.linked(name, account)}</p>}
      <ActOutcome acting={acting} />
      <p className="sign-in-buttons">
        <Button kind="primary" onPress={() => void navigate({ to: from === 'join' ? '/join' : '/account', replace: true })}>{words.goOn}</Button>
        {!gone && <Button kind="quiet" isDisabled={acting.busy} onPress={() => void unlink()}>{words.notMine}</Button>}
      </p>
    </div>
  )
}
