// The button that leaves at once.
import { type ReactNode, useId } from 'react'
import { Button } from '../components/button.tsx'
import { useMessages } from '../messages/messages.ts'
import { leave } from './leave.ts'

export function QuickExit(): ReactNode {
  const { shell } = useMessages()
  const hint = useId()
  return (
    <>
      <Button kind="secondary" className="quick-exit" onPress={leave} aria-describedby={hint}>
        {shell.leave}
      </Button>
      <span id={hint} hidden>{shell.leaveHint}</span>
    </>
  )
}
