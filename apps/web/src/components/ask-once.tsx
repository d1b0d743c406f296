// Before something goes: what will go, in words, asked once; the way back stands before the deed.
import { type ReactNode, useState } from 'react'
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { useMessages } from '../messages/messages.ts'
import { Button } from './button.tsx'
import './dialog.css'
import './ask-once.css'

export type AskOnceProps = {
  readonly isOpen: boolean
  readonly onOpenChange: (open: boolean) => void
  readonly title: string
  /** What will go, and what stays. */
  readonly children: ReactNode
  /** The deed, as a verb. */
  readonly deed: string
  readonly back: string
  readonly danger?: boolean
  readonly onDo: () => void | Promise<void>
}

/** The dialog closes when the deed is done; while it goes on, the button says so and cannot be pressed twice. */
export function AskOnce({ isOpen, onOpenChange, title, children, deed, back, danger = true, onDo }: AskOnceProps): ReactNode {
  const { shell } = useMessages()
  const [busy, setBusy] = useState(false)
  async function act(): Promise<void> {
    setBusy(true)
    try {
      await onDo()
    } finally {
      setBusy(false)
      onOpenChange(false)
    }
  }
  return (
    <ModalOverlay className="overlay" isOpen={isOpen} onOpenChange={(open) => !busy && onOpenChange(open)} isDismissable>
      <Modal className="dialog">
        <Dialog>
          <Heading slot="title" className="dialog-title">{title}</Heading>
          {children}
          <p className="ask-once-buttons">
            <Button kind="secondary" slot="close" isDisabled={busy}>{back}</Button>
            <Button kind={danger ? 'danger' : 'primary'} isDisabled={busy} onPress={() => void act()}>{busy ? shell.update : deed}</Button>
          </p>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
