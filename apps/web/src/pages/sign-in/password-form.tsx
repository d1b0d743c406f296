// The first half of signing in without a passkey.
import { type FormEvent, type ReactNode, useState } from 'react'
import type { SignInAnswer } from '../../../../server/src/api/member-types.ts'
import { signIn } from '../../auth/sign-in.ts'
import { Button } from '../../components/button.tsx'
import { FailureNote } from '../../components/failure-note.tsx'
import { FormErrors } from '../../components/form-errors.tsx'
import { TextField } from '../../components/text-field.tsx'
import { TickBox } from '../../components/tick-box.tsx'
import { useSignInWords } from './sign-in-words.ts'

export function PasswordForm({ onAnswer }: { readonly onAnswer: (answer: SignInAnswer, password: string) => void }): ReactNode {
  const words = useSignInWords()
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const [shows, setShows] = useState(false)
  const [checks, setChecks] = useState(0)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<unknown>()
  const errors = checks === 0 ? [] : [
    ...(email.trim() === '' ? [{ field: 'email', text: words.emailMissing }] : []),
    ...(password === '' ? [{ field: 'password', text: words.passwordMissing }] : []),
  ]

  async function go(): Promise<void> {
    if (email.trim() === '' || password === '') return setChecks(checks + 1)
    setBusy(true)
    setFailure(undefined)
    try {
      const answer = await signIn.withPassword(email.trim(), password)
      setPassword('')
      onAnswer(answer, password)
    } catch (error) {
      setFailure(error)
    } finally {
      setBusy(false)
    }
  }
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (!busy) void go()
  }
  const errorOf = (field: string): string | undefined => errors.find((one) => one.field === field)?.text
  return (
    <form className="sign-in-form" noValidate onSubmit={submit}>
      <FormErrors title={words.errorsTitle(errors.length)} errors={errors} checks={checks} />
      <TextField id="email" type="email" label={words.email} autoComplete="username" value={email} onChange={setEmail} error={errorOf('email')} />
      <TextField id="password" type={shows ? 'text' : 'password'} label={words.password} autoComplete="current-password" value={password} onChange={setPassword} error={errorOf('password')} maxLength={128} />
      <TickBox isTicked={shows} onTick={setShows}>{words.show}</TickBox>
      <FailureNote error={failure} />
      <Button kind="secondary" type="submit" isDisabled={busy}>{words.go}</Button>
    </form>
  )
}
