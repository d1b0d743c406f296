// A number that tells what it rests on when it is pressed; all numbers of a page share one popover.
import { createContext, type ReactNode, use, useCallback, useRef, useState } from 'react'
import { Dialog, Popover } from 'react-aria-components'
import { useMessages } from '../messages/messages.ts'
import './dialog.css'
import { NumberFacts, type NumberFactsProps } from './number-facts.tsx'
import { Quantity } from './quantity.tsx'

type Show = (facts: NumberFactsProps, beside: HTMLElement) => void

const FactsContext = createContext<Show>(() => undefined)

export function NumberFactsPopover({ children }: { readonly children: ReactNode }): ReactNode {
  const { facts: words } = useMessages()
  const [facts, setFacts] = useState<NumberFactsProps | null>(null)
  const [isOpen, setIsOpen] = useState(false)
  const anchor = useRef<HTMLElement>(null)
  const show = useCallback<Show>((asked, beside) => {
    anchor.current = beside
    setFacts(asked)
    setIsOpen(true)
  }, [])
  return (
    <FactsContext value={show}>
      {children}
      <Popover className="popover" triggerRef={anchor} isOpen={isOpen} onOpenChange={setIsOpen} placement="bottom start" offset={4}>
        <Dialog aria-label={facts?.label ?? words.title}>{facts && <NumberFacts {...facts} onFollow={() => setIsOpen(false)} />}</Dialog>
      </Popover>
    </FactsContext>
  )
}

export type PressableNumberProps = NumberFactsProps & {
  /** In a table only one number is a tab stop; arrow keys reach the others (data-table.tsx). */
  readonly tabStop?: boolean
}

export function PressableNumber({ tabStop = true, ...facts }: PressableNumberProps): ReactNode {
  const { facts: words } = useMessages()
  const show = use(FactsContext)
  return (
    <button
      type="button"
      className="number"
      tabIndex={tabStop ? 0 : -1}
      aria-haspopup="dialog"
      title={words.press(facts.label)}
      onClick={(event) => show(facts, event.currentTarget)}
    >
      <Quantity value={facts.value} months={facts.period.months} />
    </button>
  )
}
