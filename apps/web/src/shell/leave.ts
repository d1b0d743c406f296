// Leaving at once: the page is replaced by a neutral one, also by Esc pressed twice.
import { useEffect, useEffectEvent } from 'react'

/** The second is the same page, which the reporting page's service worker has without a connection too. */
const neutralPage = (): string => (navigator.serviceWorker?.controller ? '/day/week/' : '/neutral/')
const twiceWithin = 700

/** Takes this page's place in the history, so that "back" does not return to it; what stood on screen goes first. */
export function leave(): void {
  document.body.hidden = true
  document.title = ''
  location.replace(neutralPage())
}

/** Hears Esc before any dialog does, and counts presses, not a key held down. */
export function useQuickExitKeys(go: () => void = leave): void {
  const act = useEffectEvent(go)
  useEffect(() => {
    let last = Number.NEGATIVE_INFINITY
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || event.repeat) return
      if (event.timeStamp - last < twiceWithin) act()
      last = event.timeStamp
    }
    window.addEventListener('keydown', onKeyDown, { capture: true })
    return () => window.removeEventListener('keydown', onKeyDown, { capture: true })
  }, [])
}
