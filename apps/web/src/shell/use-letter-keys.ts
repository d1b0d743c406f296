// Keys without a modifier that act on the page, while no field is being written in; a reader may turn them off.
import { useEffect, useEffectEvent } from 'react'
import { usePreferences } from '../preferences.tsx'

/** `act` gets the key and says whether it meant something. */
export function useLetterKeys(act: (key: string) => boolean): void {
  const { letterKeys } = usePreferences()
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isWriting(event.target)) return
    if (document.querySelector('[role="dialog"], [role="listbox"]')) return
    if (act(event.key)) event.preventDefault()
  })
  useEffect(() => {
    if (!letterKeys) return undefined
    const listener = (event: KeyboardEvent): void => onKey(event)
    window.addEventListener('keydown', listener)
    return () => window.removeEventListener('keydown', listener)
  }, [letterKeys])
}

function isWriting(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'))
}
