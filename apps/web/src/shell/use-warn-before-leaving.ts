// Asks before the tab is closed or the page left while something would be lost; quick exit asks nothing.
import { useBlocker } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useMessages } from '../messages/messages.ts'

/** One question for all forms of a page: each asks as the page is left, one after the other. */
let leaves = false

/** `question`: asked by the browser when another page of the app is chosen (else that what is written is lost); when the tab is closed it has words of its own. */
export function useWarnBeforeLeaving(wouldLose: boolean, question?: string): void {
  const { leaving } = useMessages().shell
  useBlocker({
    shouldBlockFn: () => {
      if (!wouldLose || leaves) return false
      leaves = globalThis.confirm(question ?? leaving)
      setTimeout(() => {
        leaves = false
      })
      return !leaves
    },
    // Below, since quick exit must not be held up.
    enableBeforeUnload: false,
    disabled: !wouldLose,
  })
  useEffect(() => {
    if (!wouldLose) return undefined
    const onBeforeUnload = (event: BeforeUnloadEvent): void => {
      // `leave` hides what stands on screen first.
      if (!document.body.hidden) event.preventDefault()
    }
    addEventListener('beforeunload', onBeforeUnload)
    return () => removeEventListener('beforeunload', onBeforeUnload)
  }, [wouldLose])
}
