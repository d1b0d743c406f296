// Help for the keyboard: which keys do what, and a switch for those without a modifier.
import type { ReactNode } from 'react'
import { Checkbox, Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { Button } from '../components/button.tsx'
import '../components/dialog.css'
import '../components/field.css'
import { useMessages } from '../messages/messages.ts'
import { usePreferences } from '../preferences.tsx'

export function KeysDialog({ isOpen, onOpenChange }: { readonly isOpen: boolean; readonly onOpenChange: (open: boolean) => void }): ReactNode {
  const { keys, shell } = useMessages()
  const { letterKeys, choose } = usePreferences()
  const rows: readonly (readonly [readonly string[], string])[] = [
    [['/'], keys.search],
    [['j'], keys.down],
    [['k'], keys.up],
    [['Enter'], keys.open],
    [['?'], keys.help],
    [['Esc'], keys.closePanel],
    [['Esc', 'Esc'], keys.leave],
  ]
  return (
    <ModalOverlay className="overlay" isOpen={isOpen} onOpenChange={onOpenChange} isDismissable>
      <Modal className="dialog">
        <Dialog>
          <Heading slot="title" className="dialog-title">{keys.title}</Heading>
          <dl className="keys">
            {rows.map(([pressed, meaning]) => (
              <div key={meaning}>
                <dt>
                  {pressed.map((key, index) => <kbd key={`${key}${index}`}>{key}</kbd>)}
                </dt>
                <dd>{meaning}</dd>
              </div>
            ))}
          </dl>
          <Checkbox className="checkbox" isSelected={letterKeys} onChange={(selected) => choose({ letterKeys: selected })}>
            <span className="checkbox-box" aria-hidden="true" />
            {keys.toggle}
          </Checkbox>
          <p className="hint">{keys.toggleHint}</p>
          <Button kind="secondary" slot="close">{shell.close}</Button>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
