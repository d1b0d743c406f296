// Asks before the tab is closed or the page left while something would be lost; quick exit asks nothing.
import { useBlocker } from '@tanstack/react-router'
import { useEffect } from 'react'

/** `question`: asked by the browser when another page of the app is chosen; when the tab is closed it has words of its own. */
export function useWarnBeforeLeaving(wouldLose: boolean, question: string): void {
  useBlocker({
    shouldBlockFn: () => wouldLose && !globalThis.confirm(question),
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
