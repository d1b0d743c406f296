// Who is signed in, whether her keys are open, and the way out.
import { useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { Button as AriaButton, Dialog, DialogTrigger, Popover } from 'react-aria-components'
import type { Caller } from '../../../server/src/api/member-types.ts'
import { signIn } from '../auth/sign-in.ts'
import { Button } from '../components/button.tsx'
import { FailureNote } from '../components/failure-note.tsx'
import { tabletQuery, useMedia } from '../components/use-media.ts'
import { keys } from '../keys/keys.ts'
import { LockButton } from './lock-button.tsx'
import { useSessionWords } from './session-words.ts'

export function AccountMenu({ caller }: { readonly caller: Caller }): ReactNode {
  const words = useSessionWords()
  const client = useQueryClient()
  const navigate = useNavigate()
  const [isOpen, setIsOpen] = useState(false)
  const [failure, setFailure] = useState<unknown>()
  const name = caller.name ?? ''
  const hasRail = useMedia(tabletQuery)

  async function signOut(): Promise<void> {
    setFailure(undefined)
    try {
      await signIn.out()
    } catch (error) {
      return setFailure(error)
    }
    keys.setOwner(null)
    // What was half written is not for whoever sits down next, sealed or not.
    await import('../report/kept-draft/draft-store.ts').then(({ dropAllDrafts }) => dropAllDrafts()).catch(() => undefined)
    await import('../pages/editor/kept-texts.ts').then(({ dropAllKeptTexts }) => dropAllKeptTexts()).catch(() => undefined)
    await navigate({ to: '/' })
    // Nothing of what was shown is kept for whoever sits down next.
    client.clear()
    location.reload()
  }
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={setIsOpen}>
      <AriaButton className="account-button">
        {initialsOf(name)}
        <span className="unseen"> {words.accountOf(name)}</span>
      </AriaButton>
      <Popover className="popover" placement={hasRail ? 'right bottom' : 'bottom end'}>
        <Dialog className="account" aria-label={words.account}>
          <p className="account-name">
            <strong>{name}</strong>
            <span>{words.role[caller.role]}</span>
            <span>{caller.email}</span>
          </p>
          {caller.keys !== 'none' && <LockButton explains onDone={() => setIsOpen(false)} />}
          <Link to="/account" onClick={() => setIsOpen(false)}>{words.settings}</Link>
          <FailureNote error={failure} />
          <Button kind="secondary" onPress={() => void signOut()}>{words.signOut}</Button>
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}

/** "Anna Berg" AB; at most two letters. */
function initialsOf(name: string): string {
  const parts = name.trim().split(/\s+/)
  return [parts[0], parts.length > 1 ? parts.at(-1) : undefined].map((part) => part?.[0]?.toLocaleUpperCase('sv') ?? '').join('') || '?'
}
