// Locks the keys, or asks for what opens them.
import type { ReactNode } from 'react'
import { Button } from '../components/button.tsx'
import { keys } from '../keys/keys.ts'
import { useKeys } from '../keys/use-keys.ts'
import { Icon } from './icons.tsx'
import { useSessionWords } from './session-words.ts'

export type LockButtonProps = {
  /** With a sentence about how they stand. */
  readonly explains?: boolean
  readonly onDone?: () => void
}

export function LockButton({ explains = false, onDone }: LockButtonProps): ReactNode {
  const words = useSessionWords()
  const { state } = useKeys()
  const isOpen = state === 'unlocked'
  const press = (): void => {
    if (isOpen) keys.lock()
    else void keys.askUnlock()
    onDone?.()
  }
  return (
    <div className="lock">
      {explains && <p>{isOpen ? words.open : words.closed}</p>}
      <Button kind="secondary" className="lock-button" onPress={press}>
        <Icon name={isOpen ? 'unsealed' : 'sealed'} />
        {isOpen ? words.lock : words.unlock}
      </Button>
      {explains && isOpen && <p className="hint">{words.lockHint}</p>}
    </div>
  )
}
