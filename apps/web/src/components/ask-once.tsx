// Before something goes: what will go, in words, asked once; the way back stands before the deed.
import type { ReactNode } from 'react'
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
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
  /** False keeps it open: something has to be chosen first, and it says so. */
  readonly isReady?: () => boolean
}

/** Answered, it is gone: the deed may ask for more, and its progress stands on the page. */
export function AskOnce({ isOpen, onOpenChange, title, children, deed, back, danger = true, onDo, isReady = () => true }: AskOnceProps): ReactNode {
  const act = (): void => {
    if (!isReady()) return
    onOpenChange(false)
    void onDo()
  }
  // By a button or Escape alone: the second click of a double one would take it away unseen.
  return (
    <ModalOverlay className="overlay" isOpen={isOpen} onOpenChange={onOpenChange}>
      <Modal className="dialog">
        <Dialog>
          <Heading slot="title" className="dialog-title">{title}</Heading>
          {children}
          <p className="ask-once-buttons">
            <Button kind="secondary" slot="close">{back}</Button>
            <Button kind={danger ? 'danger' : 'primary'} onPress={act}>{deed}</Button>
          </p>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
