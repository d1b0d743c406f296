// Something is on its way: said to everyone, and drawn only when it takes a while.
import type { ReactNode } from 'react'
import { useMessages } from '../messages/messages.ts'
import './states.css'

export function Busy({ text }: { readonly text?: string }): ReactNode {
  const { shell } = useMessages()
  return (
    <div className="busy" role="status">
      <span className="busy-lamp" aria-hidden="true" />
      {text ?? shell.busy}
    </div>
  )
}
