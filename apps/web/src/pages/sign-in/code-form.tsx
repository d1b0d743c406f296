// The second half: the code from the app, or one of the backup codes.
import { type FormEvent, type ReactNode, useState } from 'react'
import { Button } from '../../components/button.tsx'
import { FailureNote } from '../../components/failure-note.tsx'
import { TextField } from '../../components/text-field.tsx'
import { SignInHeading } from './sign-in-heading.tsx'
import { useSignInWords } from './sign-in-words.ts'

export type CodeFormProps = {
  readonly onCode: (code: string) => Promise<void>
  readonly onBackupCode: (code: string) => Promise<void>
  readonly onAgain: () => void
}

export function CodeForm({ onCode, onBackupCode, onAgain }: CodeFormProps): ReactNode {
  const words = useSignInWords()
  const [isBackup, setIsBackup] = useState(false)
  const [code, setCode] = useState('')
  const [error, setError] = useState<string>()
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<unknown>()

  async function go(): Promise<void> {
    const isWritten = isBackup ? code.trim() !== '' : /^\d{6}$/.test(code.replaceAll(/\s/g, ''))
    setError(isWritten ? undefined : isBackup ? words.backupMissing : words.codeMissing)
    setFailure(undefined)
    if (!isWritten) return document.getElementById('code')?.focus()
    setBusy(true)
    try {
      await (isBackup ? onBackupCode(code) : onCode(code))
    } catch (thrown) {
      setFailure(thrown)
      setCode('')
    } finally {
      setBusy(false)
    }
  }
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (!busy) void go()
  }
  const change = (): void => {
    setIsBackup(!isBackup)
    setCode('')
    setError(undefined)
    setFailure(undefined)
  }
  return (
    <div className="sign-in">
      <SignInHeading title={words.codeTitle} />
      <p className="lead">{words.codeLead}</p>
      <form className="sign-in-form" noValidate onSubmit={submit}>
        {isBackup ? (
          <TextField key="backup" id="code" label={words.backup} hint={words.backupHint} value={code} onChange={setCode} error={error} maxLength={40} />
        ) : (
          <TextField key="code" id="code" className="sign-in-code" label={words.code} value={code} onChange={setCode} error={error} inputMode="numeric" autoComplete="one-time-code" maxLength={10} />
        )}
        <FailureNote error={failure} />
        <div className="sign-in-buttons">
          <Button kind="primary" type="submit" isDisabled={busy}>{words.signIn}</Button>
          <Button kind="quiet" onPress={onAgain}>{words.again}</Button>
        </div>
        <Button kind="quiet" className="sign-in-other" onPress={change}>{isBackup ? words.useCode : words.useBackup}</Button>
      </form>
    </div>
  )
}
