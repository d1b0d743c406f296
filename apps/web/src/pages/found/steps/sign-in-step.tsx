// Founding: what is added to the password from now on: an app, a passkey, or both.
import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { sessionQuery } from '../../../api/member-queries.ts'
import { useAuthWords } from '../../../auth/messages.ts'
import { PasskeySetUp } from '../../../auth/passkey-set-up.tsx'
import { TotpSetUp } from '../../../auth/totp-set-up.tsx'
import { useFoundingWords } from '../found-words.ts'
import { StepFrame } from '../step-frame.tsx'

export function SignInStep({ password, onNext }: { readonly password: string; readonly onNext: () => void }): ReactNode {
  const { signIn: words, step } = useFoundingWords()
  const auth = useAuthWords()
  const client = useQueryClient()
  const [ways, setWays] = useState(0)
  const [codesKept, setCodesKept] = useState(false)
  const [checks, setChecks] = useState(0)
  const added = (): void => {
    setWays(ways + 1)
    void client.invalidateQueries({ queryKey: sessionQuery.queryKey })
  }
  const error = checks > 0 && ways === 0 ? [{ field: 'ways', text: words.need }] : []
  return (
    // No form around forms: each way has its own.
    <div className="step-outside">
      <StepFrame title={step['sign-in']} lead={words.lead} errors={error} checks={checks} after={words.after} onNext={() => (ways > 0 ? onNext() : setChecks(checks + 1))} nextText={words.finish}>
        {null}
      </StepFrame>
      <div className="step-ways" id="ways" tabIndex={-1}>
        <section aria-labelledby="way-app">
          <h2 id="way-app">{auth.app}</h2>
          <p>{auth.appText}</p>
          {codesKept ? <p className="outcome">{auth.appThere}</p> : <TotpSetUp password={password} onConfirmed={added} onFinish={() => setCodesKept(true)} />}
        </section>
        <section aria-labelledby="way-passkey">
          <h2 id="way-passkey">{auth.passkey}</h2>
          <p>{auth.passkeyText}</p>
          <PasskeySetUp onAdded={added} />
        </section>
      </div>
    </div>
  )
}
