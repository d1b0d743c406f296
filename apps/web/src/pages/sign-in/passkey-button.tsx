// Signing in with one touch; what the browser's window came to is said, and nothing is wrong when it was closed.
import { type ReactNode, useState } from 'react'
import { addressByName } from '../../auth/localhost.ts'
import { useAuthWords } from '../../auth/messages.ts'
import { PasskeyCancelled, passkeysHere, signInWithPasskey, type Touched } from '../../auth/passkeys.ts'
import { Button } from '../../components/button.tsx'
import { FailureNote } from '../../components/failure-note.tsx'
import { useSignInWords } from './sign-in-words.ts'

export function PasskeyButton({ onTouched }: { readonly onTouched: (touched: Touched) => Promise<void> }): ReactNode {
  const words = useSignInWords()
  const auth = useAuthWords()
  const [busy, setBusy] = useState(false)
  const [note, setNote] = useState('')
  const [failure, setFailure] = useState<unknown>()

  async function go(): Promise<void> {
    setBusy(true)
    setNote(words.waiting)
    setFailure(undefined)
    try {
      await onTouched(await signInWithPasskey())
      setNote('')
    } catch (error) {
      setNote(error instanceof PasskeyCancelled ? auth.passkeyCancelled : '')
      if (!(error instanceof PasskeyCancelled)) setFailure(error)
    } finally {
      setBusy(false)
    }
  }

  const here = passkeysHere()
  if (here === 'only-localhost') return <p className="hint">{auth.passkeyLocalhost} <a href={addressByName()}>{addressByName()}</a></p>
  if (here === 'no') return <p className="hint">{auth.passkeyNotHere}</p>
  return (
    <div className="sign-in-passkey">
      <Button kind="primary" isDisabled={busy} onPress={() => void go()}>{words.passkey}</Button>
      <p className="hint">{words.passkeyHint}</p>
      <p role="status" className="hint">{note}</p>
      <FailureNote error={failure} />
    </div>
  )
}
