// Another password; other computers are signed out with it.
import { type FormEvent, type ReactNode, useState } from 'react'
import { signIn } from '../../auth/sign-in.ts'
import { ActOutcome } from '../../components/act-outcome.tsx'
import { Button } from '../../components/button.tsx'
import { TextField } from '../../components/text-field.tsx'
import { useAct } from '../../components/use-act.ts'
import { useAccountWords } from './account-words.ts'

const shortest = 12

export function PasswordPart(): ReactNode {
  const words = useAccountWords()
  const [[current, next], setPasswords] = useState<readonly [string, string]>(['', ''])
  const [checked, setChecked] = useState(false)
  const acting = useAct()
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setChecked(true)
    if (current === '' || next.length < shortest) return
    void acting.act(async () => {
      await signIn.changePassword(current, next)
      setPasswords(['', ''])
      setChecked(false)
      return words.changed
    })
  }
  return (
    <details className="account-part">
      <summary>{words.password}</summary>
      <form className="account-form" noValidate onSubmit={submit}>
        <TextField label={words.current} type="password" autoComplete="current-password" value={current} onChange={(text) => setPasswords([text, next])} error={checked && current === '' ? words.missing : undefined} maxLength={128} />
        <TextField label={words.next} hint={words.nextHint} type="password" autoComplete="new-password" value={next} onChange={(text) => setPasswords([current, text])} error={checked && next.length < shortest ? words.short : undefined} maxLength={128} />
        <ActOutcome acting={acting} />
        <Button kind="secondary" type="submit" isDisabled={acting.busy}>{words.change}</Button>
      </form>
    </details>
  )
}
