// Shows that it is still she, without leaving the page: a passkey, or password and code together. What was open stays open.
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, type ReactNode, useState } from 'react'
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { sessionQuery } from '../api/member-queries.ts'
import { Button } from '../components/button.tsx'
import '../components/dialog.css'
import { FailureNote } from '../components/failure-note.tsx'
import { TextField } from '../components/text-field.tsx'
import { askingAgain, useAskingAgain } from './asking-again.ts'
import './auth.css'
import { useAuthWords } from './messages.ts'
import { PasskeyCancelled, passkeysHere, signInWithPasskey } from './passkeys.ts'
import { signIn } from './sign-in.ts'

export function SignInAgain(): ReactNode {
  const isOpen = useAskingAgain()
  // By its button or Escape alone, as where keys are unlocked.
  return (
    <ModalOverlay className="overlay" isOpen={isOpen} onOpenChange={(open) => !open && askingAgain.close()}>
      <Modal className="dialog">
        <Dialog>
          <AgainForm />
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

function AgainForm(): ReactNode {
  const words = useAuthWords()
  const client = useQueryClient()
  const caller = useQuery(sessionQuery).data?.caller
  const [password, setPassword] = useState('')
  const [code, setCode] = useState('')
  const [checked, setChecked] = useState(false)
  const [busy, setBusy] = useState(false)
  const [note, setNote] = useState('')
  const [failure, setFailure] = useState<unknown>()
  const byPasskey = (caller?.passkeys ?? 0) > 0 && passkeysHere() === 'yes'

  async function show(how: () => Promise<unknown>): Promise<void> {
    setBusy(true)
    setNote('')
    setFailure(undefined)
    try {
      await how()
      await client.invalidateQueries({ queryKey: sessionQuery.queryKey })
      askingAgain.close()
    } catch (error) {
      if (error instanceof PasskeyCancelled) setNote(words.passkeyCancelled)
      else setFailure(error)
    } finally {
      setBusy(false)
    }
  }
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setChecked(true)
    if (busy || password === '' || code.trim() === '') return
    void show(() => signIn.again(password, code))
  }
  return (
    <form className="auth-way" noValidate onSubmit={submit} autoComplete="off">
      <Heading slot="title" className="dialog-title">{words.again}</Heading>
      <p>{words.againText}</p>
      {byPasskey && <Button kind="primary" isDisabled={busy} onPress={() => void show(signInWithPasskey)}>{words.againPasskey}</Button>}
      {caller?.totp && (
        <>
          <TextField label={words.password} type="password" autoComplete="current-password" value={password} onChange={setPassword} error={checked && password === '' ? words.passwordMissing : undefined} maxLength={128} />
          <TextField label={words.againCode} hint={words.againCodeHint} value={code} onChange={setCode} error={checked && code.trim() === '' ? words.codeMissing : undefined} autoComplete="one-time-code" maxLength={40} />
        </>
      )}
      {!byPasskey && !caller?.totp && <p>{words.againOut}</p>}
      <p role="status" className={note === '' ? 'unseen' : 'hint'}>{note}</p>
      <FailureNote error={failure} />
      <div className="auth-buttons">
        {caller?.totp && <Button kind={byPasskey ? 'secondary' : 'primary'} type="submit" isDisabled={busy}>{words.againGo}</Button>}
        <Button kind="quiet" onPress={() => askingAgain.close()}>{words.againCancel}</Button>
      </div>
    </form>
  )
}
