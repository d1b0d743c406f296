// Quick exit: the page is replaced by a neutral one at once, by the button or by Esc pressed twice.
import { type ReactNode, useEffect, useId } from 'react'
import { Button } from '../components/button.tsx'
import { useMessages } from '../messages/messages.ts'

const neutralPage = '/neutral/'
const twiceWithin = 700

/** Takes this page's place in the history, so that "back" does not return to it; what stood on screen goes first. */
export function leave(): void {
  document.body.hidden = true
  document.title = ''
  location.replace(neutralPage)
}

/** Hears Esc before any dialog does, and counts presses, not a key held down. */
export function useQuickExitKeys(): void {
  useEffect(() => {
    let last = Number.NEGATIVE_INFINITY
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || event.repeat) return
      if (event.timeStamp - last < twiceWithin) leave()
      last = event.timeStamp
    }
    window.addEventListener('keydown', onKeyDown, { capture: true })
    return () => window.removeEventListener('keydown', onKeyDown, { capture: true })
  }, [])
}

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
