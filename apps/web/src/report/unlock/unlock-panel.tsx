// A member's text is signed with her own key: opened here, by her passphrase or her passkey, for as long as the page is in use.
import { ProblemError } from '@lykta/incident'
import { type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { PasskeyCancelled, passkeysHere, touchForKeys } from '../../auth/passkeys.ts'
import { keys } from '../../keys/keys.ts'
import { watchPage } from '../../keys/lock-clock.ts'
import { useForm, useReportLanguage } from '../words.tsx'
import { en } from './messages/en.ts'
import { sv } from './messages/sv.ts'

let watching = false

/** Locked again as on the desk: after five minutes without a touch, or two out of sight. */
function watch(): void {
  if (watching) return
  watching = true
  watchPage((reason) => keys.lock(reason))
}

/** `why`: what they are opened for. */
export function UnlockPanel({ why, onUnlocked }: { readonly why: 'send' | 'draft'; readonly onUnlocked: () => void }): ReactNode {
  const { open } = useForm()
  const words = useReportLanguage() === 'sv' ? sv : en
  const id = useId()
  const [passphrase, setPassphrase] = useState('')
  const [state, setState] = useState<'idle' | 'busy' | 'wrong' | 'failed'>('idle')
  const field = useRef<HTMLInputElement>(null)
  const member = open.session.caller?.id ?? ''
  useEffect(() => keys.setOwner({ network: open.session.network.id, member }), [open.session.network.id, member])
  useEffect(() => field.current?.focus(), [])

  async function unlock(work: () => Promise<void>): Promise<void> {
    if (state === 'busy') return
    setState('busy')
    try {
      await work()
      setPassphrase('')
      watch()
      onUnlocked()
    } catch (error) {
      if (error instanceof PasskeyCancelled) return setState('idle')
      setState(error instanceof ProblemError ? 'wrong' : 'failed')
      field.current?.focus()
    }
  }
  const byPassphrase = (): void => void unlock(() => keys.unlock({ way: 'passphrase', passphrase }))
  const byPasskey = (): void => void unlock(async () => {
    const { prf, credential } = await touchForKeys([])
    if (!prf) throw new Error('unlock: the passkey gives no secret')
    await keys.unlock({ way: 'passkey', prf }, credential)
  })
  return (
    <div className="told" role="group" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{words[why].title}</h2>
      <p>{words[why].text}</p>
      <div className="field">
        <label className="label" htmlFor={`${id}-passphrase`}>{words.passphrase}</label>
        <input
          ref={field} id={`${id}-passphrase`} className="input" type="password" autoComplete="off" value={passphrase} aria-invalid={state === 'wrong'}
          aria-describedby={state === 'wrong' || state === 'failed' ? `${id}-error` : undefined}
          onChange={(event) => setPassphrase(event.target.value)} onKeyDown={(event) => { if (event.key === 'Enter') byPassphrase() }}
        />
        {(state === 'wrong' || state === 'failed') && <p className="field-error" id={`${id}-error`} role="alert">{words[state]}</p>}
      </div>
      {state === 'busy' && <p className="busy" role="status">{words.busy}</p>}
      <p className="step-foot">
        <button type="button" className="button button-primary" aria-disabled={state === 'busy'} onClick={byPassphrase}>{words[why].unlock}</button>
        {passkeysHere() === 'yes' && (open.session.caller?.passkeys ?? 0) > 0 && (
          <button type="button" className="button button-secondary" aria-disabled={state === 'busy'} onClick={byPasskey}>{words.passkey}</button>
        )}
      </p>
    </div>
  )
}
