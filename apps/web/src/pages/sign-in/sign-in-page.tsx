// Signing in: with a passkey, which may open the keys too, or with a password and a code. Nothing else is shown before it.
import { useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type ReactNode, useEffect, useState } from 'react'
import type { SessionAnswer } from '../../../../server/src/api/member-types.ts'
import { sessionQuery } from '../../api/member-queries.ts'
import { signIn } from '../../auth/sign-in.ts'
import { TotpSetUp } from '../../auth/totp-set-up.tsx'
import { Button } from '../../components/button.tsx'
import { keys } from '../../keys/keys.ts'
import { useRecoveryNoteWords } from '../../shell/recovery-note-words.ts'
import type { Touched } from '../../auth/passkeys.ts'
import { CodeForm } from './code-form.tsx'
import { PasskeyButton } from './passkey-button.tsx'
import { PasswordForm } from './password-form.tsx'
import { ProviderButton } from './provider-button.tsx'
import './sign-in.css'
import { SignInHeading } from './sign-in-heading.tsx'
import { useSignInWords } from './sign-in-words.ts'

type Next = 'password' | 'code' | 'passkey' | 'set-up-code' | 'kept'

export type SignInPageProps = {
  readonly session: SessionAnswer
  /** What is asked for next, after the identity provider's half. */
  readonly begin?: Next
  /** Signed in: what was asked for can be shown. */
  readonly onSignedIn: (session: SessionAnswer) => void
}

export function SignInPage({ session, begin, onSignedIn }: SignInPageProps): ReactNode {
  const words = useSignInWords()
  const recovery = useRecoveryNoteWords()
  const client = useQueryClient()
  // After a reload the server knows that half of it is done, and that a code is what it waits for.
  const [next, setNext] = useState<Next>(begin ?? (session.state === 'half' ? 'code' : 'password'))
  const [password, setPassword] = useState('')
  useEffect(() => () => setPassword(''), [])

  async function finish(touched?: Touched): Promise<void> {
    const answer = await client.fetchQuery({ ...sessionQuery, staleTime: 0 })
    if (answer.state !== 'signed-in' || !answer.caller) return
    keys.setOwner({ network: answer.network.id, member: answer.caller.id })
    // One touch does both, where the passkey can; where it cannot, the keys stay locked and are opened when they are needed.
    if (touched?.prf && answer.caller.keys !== 'none') await keys.unlock({ way: 'passkey', prf: touched.prf }, touched.credential).catch(() => undefined)
    onSignedIn(answer)
  }

  if (next === 'code') {
    return (
      <CodeForm
        onCode={(code) => signIn.withCode(code).then(() => finish())} onBackupCode={(code) => signIn.withBackupCode(code).then(() => finish())}
        onAgain={() => void signIn.out().catch(() => undefined).then(() => setNext('password'))}
      />
    )
  }
  if (next === 'passkey') {
    return (
      <div className="sign-in">
        <SignInHeading title={words.passkeyNextTitle} />
        <p className="lead">{words.passkeyNext}</p>
        <PasskeyButton onTouched={finish} />
      </div>
    )
  }
  if (next === 'set-up-code' || next === 'kept') {
    return (
      <div className="sign-in">
        <SignInHeading title={words.setUpTitle} />
        <p className="lead">{words.setUp}</p>
        {next === 'kept' ? <p><Button kind="primary" onPress={() => void finish()}>{words.begin}</Button></p> : <TotpSetUp {...(password === '' ? {} : { password })} onConfirmed={() => undefined} onFinish={() => setNext('kept')} />}
      </div>
    )
  }
  return (
    <div className="sign-in">
      <SignInHeading title={words.title} {...(session.network.sample ? {} : { network: session.network.name })} />
      {session.state === 'device' && (
        <p className="sign-in-note">
          {words.device} <a href="/day/">{words.toReport}</a>
        </p>
      )}
      <PasskeyButton onTouched={finish} />
      {session.provider && <ProviderButton name={session.provider.name} way="in" />}
      <p className="sign-in-or"><span>{words.or}</span></p>
      <PasswordForm
        onAnswer={(answer, given) => {
          if (answer.state === 'signed-in') return void finish()
          if (answer.next === 'set-up-code') setPassword(given)
          setNext(answer.next)
        }}
      />
      {session.provider && <ProviderButton name={session.provider.name} way="out" />}
      <ul className="sign-in-help hint">
        <li><a href={words.guideAt}>{words.guide}</a></li>
        {session.canFound && <li><Link to="/found">{words.found}</Link></li>}
        {!session.network.sample && !session.canFound && <li><a href="/recovery">{recovery.way}</a></li>}
        {[words.invited, words.help, words.emailNone].map((text) => <li key={text}>{text}</li>)}
      </ul>
    </div>
  )
}
