// Setting up the app that shows codes: QR code, first code, and the backup codes that are shown once.
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import type { TotpSetUp as SetUp } from '../../../server/src/api/member-types.ts'
import { Button } from '../components/button.tsx'
import { Paper } from '../components/paper.tsx'
import { QrCode } from '../components/qr-code.tsx'
import { TextField } from '../components/text-field.tsx'
import { useAct } from '../components/use-act.ts'
import { ActOutcome } from '../components/act-outcome.tsx'
import './auth.css'
import { useAuthWords } from './messages.ts'
import { signIn } from './sign-in.ts'

export type TotpSetUpProps = {
  /** Known from a moment ago; else it is asked for. */
  readonly password?: string
  /** Once the app has shown a right code; the backup codes are shown after it. */
  readonly onConfirmed: () => void
  readonly onFinish: () => void
}

export function TotpSetUp({ password: known, onConfirmed, onFinish }: TotpSetUpProps): ReactNode {
  const words = useAuthWords()
  const [password, setPassword] = useState('')
  const [setUp, setSetUp] = useState<SetUp | null>(null)
  const [code, setCode] = useState('')
  const [confirmed, setConfirmed] = useState(false)
  const [error, setError] = useState<string>()
  const acting = useAct()
  const scanning = useRef<HTMLFormElement>(null)
  // The button that was pressed is gone.
  useEffect(() => {
    if (setUp) scanning.current?.querySelector('input')?.focus()
  }, [setUp])

  const start = (): void => {
    const given = known ?? password
    setError(given === '' ? words.passwordMissing : undefined)
    if (given === '') return
    void acting.act(async () => {
      setSetUp(await signIn.startTotp(given))
      setPassword('')
      return undefined
    })
  }
  const confirm = (): void => {
    const isCode = /^\s*\d{3}\s?\d{3}\s*$/.test(code)
    setError(isCode ? undefined : words.codeMissing)
    if (!isCode) return
    void acting.act(async () => {
      await signIn.withCode(code)
      setConfirmed(true)
      onConfirmed()
      return words.appThere
    })
  }
  const submit = (go: () => void) => (event: FormEvent): void => {
    event.preventDefault()
    go()
  }

  if (setUp && confirmed) return <BackupCodes codes={setUp.backupCodes} onFinish={onFinish} />
  if (!setUp) {
    return (
      <form className="auth-way" noValidate onSubmit={submit(start)}>
        {known === undefined && (
          <TextField label={words.password} type="password" autoComplete="current-password" value={password} onChange={setPassword} error={error} maxLength={128} />
        )}
        <ActOutcome acting={acting} />
        <Button kind="secondary" type="submit" isDisabled={acting.busy}>{words.appStart}</Button>
      </form>
    )
  }
  const secret = new URL(setUp.totpURI).searchParams.get('secret') ?? ''
  return (
    <form ref={scanning} className="auth-way" noValidate onSubmit={submit(confirm)}>
      <p>{words.scan}</p>
      <QrCode text={setUp.totpURI} label={words.qr} />
      {/* Nobody scans the screen that she holds. */}
      <p><a href={setUp.totpURI}>{words.openApp}</a></p>
      <details>
        <summary>{words.byHand}</summary>
        <p className="auth-key">
          <span className="unseen">{words.key} </span>
          <code>{secret.replaceAll(/(.{4})(?!$)/g, '$1 ')}</code>
        </p>
      </details>
      <TextField label={words.code} hint={words.codeHint} value={code} onChange={setCode} error={error} inputMode="numeric" autoComplete="one-time-code" maxLength={10} />
      <ActOutcome acting={acting} />
      <Button kind="primary" type="submit" isDisabled={acting.busy}>{words.confirm}</Button>
    </form>
  )
}

function BackupCodes({ codes, onFinish }: { readonly codes: readonly string[]; readonly onFinish: () => void }): ReactNode {
  const words = useAuthWords()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const list = (
    <ul className="auth-codes" aria-label={words.backupTitle}>
      {codes.map((code) => <li key={code}><code>{code}</code></li>)}
    </ul>
  )
  return (
    <section className="auth-way" aria-label={words.backupTitle}>
      <h3 ref={heading} tabIndex={-1}>{words.backupTitle}</h3>
      <p role="status">{words.appThere}</p>
      <p>{words.backupText}</p>
      {list}
      <div className="auth-buttons">
        <Button kind="secondary" onPress={() => globalThis.print()}>{words.backupPrint}</Button>
        <Button kind="primary" onPress={onFinish}>{words.backupKept}</Button>
      </div>
      <Paper>
        <section>
          <h1>{words.backupPaper}</h1>
          <p>{words.backupText}</p>
          {list}
        </section>
      </Paper>
    </section>
  )
}
