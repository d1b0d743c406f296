// The four buttons, each in its states.
import type { ReactNode } from 'react'
import { Button } from '../../components/button.tsx'
import { useMessages } from '../../messages/messages.ts'
import { shownClass, States } from './states.tsx'

export function ButtonStates(): ReactNode {
  const { design } = useMessages()
  return (['primary', 'secondary', 'quiet', 'danger'] as const).map((kind) => (
    <States key={kind} states={['rest', 'hover', 'focus', 'pressed', 'disabled']}>
      {(state) => (
        <Button kind={kind} className={shownClass(state)} isDisabled={state === 'disabled'}>
          {design[kind]}
        </Button>
      )}
    </States>
  ))
}
