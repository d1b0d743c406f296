// Asks for what opens the keys: passphrase, passkey, or one's own sheet. Opened by `keys.askUnlock`.
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, type ReactNode, useState } from 'react'
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { keysQuery } from '../api/member-queries.ts'
import { useAuthWords } from '../auth/messages.ts'
import { PasskeyCancelled, passkeysHere, touchForKeys } from '../auth/passkeys.ts'
import { Button } from '../components/button.tsx'
import '../components/dialog.css'
import { TextField } from '../components/text-field.tsx'
import { TickBox } from '../components/tick-box.tsx'
import { useRecoveryNoteWords } from '../shell/recovery-note-words.ts'
import { useSessionWords } from '../shell/session-words.ts'
import type { Secret } from './key-work.ts'
import { keys } from './keys.ts'
import { useProblemTexts } from './problem-text.ts'
import './unlock-dialog.css'
import { useKeys } from './use-keys.ts'

export function UnlockDialog(): ReactNode {
  const { asking } = useKeys()
  // By its button or Escape alone: the second click of a double one, or a stray one, would take it away with what has been typed.
  return (
    <ModalOverlay className="overlay" isOpen={asking} onOpenChange={(open) => !open && keys.cancelUnlock()}>
      <Modal className="dialog">
        <Dialog>
          <UnlockForm />
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

function UnlockForm(): ReactNode {
  const words = useSessionWords()
  const recovery = useRecoveryNoteWords()
  const auth = useAuthWords()
  const textsOf = useProblemTexts()
  const { lockedBy } = useKeys()
  const { data } = useQuery(keysQuery)
  const [way, setWay] = useState<'passphrase' | 'sheet'>('passphrase')
  const [typed, setTyped] = useState('')
  const [shows, setShows] = useState(false)
  const [busy, setBusy] = useState(false)
  const [problems, setProblems] = useState<readonly string[]>([])
  const credentials = (data?.bundles ?? []).flatMap((one) => (one.way === 'passkey' && one.credential !== null ? [one.credential] : []))
  const hasSheet = data?.bundles.some((one) => one.way === 'sheet') ?? false

  async function unlock(find: () => Promise<{ readonly secret: Secret; readonly credential: string | null } | string>): Promise<void> {
    setBusy(true)
    setProblems([])
    try {
      const found = await find()
      if (typeof found === 'string') setProblems([found])
      else await keys.unlock(found.secret, found.credential)
    } catch (error) {
      setProblems(error instanceof PasskeyCancelled ? [auth.passkeyCancelled] : textsOf(error))
    } finally {
      setBusy(false)
    }
  }
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (busy) return
    if (typed.trim() === '') return setProblems([way === 'sheet' ? words.sheetMissing : words.passphraseMissing])
    const secret: Secret = way === 'sheet' ? { way: 'sheet', rows: typed } : { way: 'passphrase', passphrase: typed }
    void unlock(async () => ({ secret, credential: null }))
  }
  const byPasskey = (): Promise<void> =>
    unlock(async () => {
      const { credential, prf } = await touchForKeys(credentials)
      return prf ? { secret: { way: 'passkey', prf }, credential } : auth.passkeyOpensNot
    })
  return (
    <form className="unlock" noValidate onSubmit={submit} autoComplete="off">
      <Heading slot="title" className="dialog-title">{words.unlockTitle}</Heading>
      {lockedBy !== null && lockedBy !== 'asked' && <p>{words.lockedBy[lockedBy]}</p>}
      <p>{words.unlockText}</p>
      {credentials.length > 0 && passkeysHere() === 'yes' && (
        <>
          <Button kind="primary" isDisabled={busy} onPress={() => void byPasskey()}>{words.byPasskey}</Button>
          <p className="hint unlock-or">{words.or}</p>
        </>
      )}
      {way === 'sheet' ? (
        <TextField key="sheet" label={words.sheet} hint={words.sheetHint} lines={4} value={typed} onChange={setTyped} maxLength={400} error={problems[0]} />
      ) : (
        <>
          <TextField key="passphrase" type={shows ? 'text' : 'password'} label={words.passphrase} hint={words.passphraseHint} value={typed} onChange={setTyped} error={problems[0]} maxLength={200} />
          <TickBox isTicked={shows} onTick={setShows}>{words.show}</TickBox>
        </>
      )}
      <p role="status" className={problems.length === 0 && !busy ? 'unseen' : 'hint'}>{busy ? words.unlocking : problems.slice(0, 1).map((text) => <span key={text} className="unseen">{text}</span>)}</p>
      <div className="unlock-buttons">
        <Button kind={credentials.length > 0 ? 'secondary' : 'primary'} type="submit" isDisabled={busy}>{words.unlock}</Button>
        <Button kind="quiet" onPress={() => keys.cancelUnlock()}>{words.cancel}</Button>
      </div>
      {hasSheet && (
        <Button
          kind="quiet" className="unlock-other"
          onPress={() => {
            setWay(way === 'sheet' ? 'passphrase' : 'sheet')
            setTyped('')
            setProblems([])
          }}
        >
          {way === 'sheet' ? words.byPassphrase : words.bySheet}
        </Button>
      )}
      {/* A page of its own, so that the camera may be used there. */}
      <p className="hint unlock-lost"><a href="/recovery">{recovery.way}</a></p>
    </form>
  )
}
