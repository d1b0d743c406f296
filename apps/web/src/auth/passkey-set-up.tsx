// Adding a passkey, and, where it can, letting it open the keys as well.
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { sessionQuery } from '../api/member-queries.ts'
import { FailureNote } from '../components/failure-note.tsx'
import { Button } from '../components/button.tsx'
import { TextField } from '../components/text-field.tsx'
import { keys } from '../keys/keys.ts'
import './auth.css'
import { addressByName } from './localhost.ts'
import { useAuthWords } from './messages.ts'
import { addPasskey, PasskeyCancelled, passkeysHere, touchForKeys } from './passkeys.ts'

type Stage =
  | { readonly at: 'start' }
  /** Made; its secret takes another touch. */
  | { readonly at: 'link'; readonly credential: string }
  | { readonly at: 'done'; readonly said: string }

export function PasskeySetUp({ onAdded }: { readonly onAdded: () => void }): ReactNode {
  const words = useAuthWords()
  const hasKeys = useQuery(sessionQuery).data?.caller?.keys !== 'none'
  const [name, setName] = useState(words.passkeyDefault)
  const [stage, setStage] = useState<Stage>({ at: 'start' })
  const [busy, setBusy] = useState(false)
  const [note, setNote] = useState<string>()
  const [failure, setFailure] = useState<unknown>()

  async function act(work: () => Promise<void>): Promise<void> {
    setBusy(true)
    setNote(undefined)
    setFailure(undefined)
    try {
      await work()
    } catch (error) {
      if (error instanceof PasskeyCancelled) setNote(words.passkeyCancelled)
      else if (error instanceof DOMException && error.name === 'InvalidStateError') setNote(words.passkeyExists)
      else setFailure(error)
    } finally {
      setBusy(false)
    }
  }
  async function link(credential: string, prf: Uint8Array): Promise<void> {
    await keys.addPasskey({ credential, prf })
    setStage({ at: 'done', said: words.passkeyOpens })
  }
  const add = (): Promise<void> => act(async () => {
    const made = await addPasskey(name.trim() || words.passkeyDefault)
    onAdded()
    if (!hasKeys) return setStage({ at: 'done', said: words.passkeyAdded })
    if (made.prf && keys.view.state === 'unlocked') return link(made.credential, made.prf)
    setStage(made.canOpenKeys ? { at: 'link', credential: made.credential } : { at: 'done', said: words.passkeyOpensNot })
  })
  const linkNow = (credential: string): Promise<void> => act(async () => {
    // Asked before the touch: what it gives is of no use while the keys are locked.
    if (!(await keys.askUnlock())) return
    const { prf } = await touchForKeys([credential])
    if (!prf) return setStage({ at: 'done', said: words.passkeyOpensNot })
    await link(credential, prf)
  })

  const here = passkeysHere()
  if (here === 'no') return <p className="hint">{words.passkeyNotHere}</p>
  if (here === 'only-localhost') return <p className="hint">{words.passkeyLocalhost} <a href={addressByName()}>{addressByName()}</a></p>
  if (stage.at === 'done') return <p role="status" className="outcome">{stage.said}</p>
  return (
    <div className="auth-way">
      {stage.at === 'start' ? (
        <>
          <TextField label={words.passkeyName} hint={words.passkeyNameHint} value={name} onChange={setName} maxLength={60} />
          <Button kind="secondary" isDisabled={busy} onPress={() => void add()}>{words.passkeyAdd}</Button>
        </>
      ) : (
        <>
          <p role="status">{words.passkeyAdded} {words.passkeyAgain}</p>
          <div className="auth-buttons">
            <Button kind="primary" isDisabled={busy} onPress={() => void linkNow(stage.credential)}>{words.passkeyLink}</Button>
            <Button kind="quiet" isDisabled={busy} onPress={() => setStage({ at: 'done', said: words.passkeyAdded })}>{words.passkeySkip}</Button>
          </div>
        </>
      )}
      {note !== undefined && <p role="status" className="hint">{note}</p>}
      <FailureNote error={failure} />
    </div>
  )
}
