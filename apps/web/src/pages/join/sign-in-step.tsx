// What is added to the password: an app's code, a passkey, or both.
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import type { Caller } from '../../../../server/src/api/member-types.ts'
import { sessionQuery } from '../../api/member-queries.ts'
import { useAuthWords } from '../../auth/messages.ts'
import { provider as away } from '../../auth/provider.ts'
import { PasskeySetUp } from '../../auth/passkey-set-up.tsx'
import { TotpSetUp } from '../../auth/totp-set-up.tsx'
import { ActOutcome } from '../../components/act-outcome.tsx'
import { Button } from '../../components/button.tsx'
import { useAct } from '../../components/use-act.ts'
import { useJoinWords } from './join-words.ts'

export function SignInStep({ caller, onNext }: { readonly caller: Caller; readonly onNext: () => void }): ReactNode {
  const words = useJoinWords()
  const auth = useAuthWords()
  const queries = useQueryClient()
  const provider = useQuery(sessionQuery).data?.provider
  const acting = useAct()
  const [ready, setReady] = useState(caller.totp || caller.passkeys > 0)
  const [appDone, setAppDone] = useState(caller.totp)
  const done = (): void => {
    setReady(true)
    void queries.invalidateQueries({ queryKey: sessionQuery.queryKey })
  }
  // Leaves the page; what was done before is stored, and the invitation goes on here afterwards.
  const link = (): Promise<void> =>
    acting.act(async () => {
      await away.link('join')
      return undefined
    })
  return (
    <>
      <p>{words.signIn}</p>
      <section className="join-way" aria-label={auth.app}>
        <h2>{auth.app}</h2>
        <p>{auth.appText}</p>
        {appDone ? <p className="outcome">{auth.appThere}</p> : <TotpSetUp onConfirmed={done} onFinish={() => setAppDone(true)} />}
      </section>
      <section className="join-way" aria-label={auth.passkey}>
        <h2>{auth.passkey}</h2>
        <p>{auth.passkeyText}</p>
        <PasskeySetUp onAdded={done} />
      </section>
      {provider && (
        <section className="join-way" aria-label={provider.name}>
          <h2>{provider.name}</h2>
          <p>{auth.providerText(provider.name)} {auth.providerBeside}</p>
          <ActOutcome acting={acting} />
          <Button kind="secondary" isDisabled={acting.busy} onPress={() => void link()}>{auth.providerLink}</Button>
        </section>
      )}
      {!ready && <p className="hint">{words.signInNeed}</p>}
      <p className="join-ways">
        <Button kind="primary" isDisabled={!ready} onPress={onNext}>{words.next}</Button>
      </p>
    </>
  )
}
