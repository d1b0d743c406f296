// Asks who uses the page and for its form once, and again when something has turned out to be old; nothing entered depends on it.
import { useCallback, useEffect, useState } from 'react'
import { type Standing, takeStanding } from './standing.ts'

export type StandingState = { readonly standing: Standing | undefined; readonly again: () => void }

/**
 * `waits`: not before somebody has said what this browser is. `isHeld`: something has been entered, which stays whatever the
 * server says meanwhile: a sign-in that has ended, a device that was removed.
 */
export function useStanding(waits: boolean, isHeld: () => boolean): StandingState {
  const [standing, setStanding] = useState<Standing>()
  const again = useCallback(() => {
    void takeStanding().then(
      (found) => setStanding((before) => (before && 'open' in before && !('open' in found) && ('failed' in found || isHeld()) ? before : found)),
      () => setStanding((before) => before ?? { failed: 'other' }),
    )
  }, [isHeld])
  useEffect(() => {
    if (!waits) again()
  }, [again, waits])
  return { standing, again }
}
