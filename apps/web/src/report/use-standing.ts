// Asks who uses the page and for its form once, and again when something has turned out to be old; nothing entered depends on it.
import { useCallback, useEffect, useState } from 'react'
import { findStanding, type Standing } from './standing.ts'

export type StandingState = { readonly standing: Standing | undefined; readonly again: () => void }

/** `waits`: not before somebody has said what this browser is. */
export function useStanding(waits: boolean): StandingState {
  const [standing, setStanding] = useState<Standing>()
  const again = useCallback(() => {
    void findStanding().then(
      (found) => setStanding((before) => ('failed' in found && before && 'open' in before ? before : found)),
      () => setStanding((before) => before ?? { failed: 'other' }),
    )
  }, [])
  useEffect(() => {
    if (!waits) again()
  }, [again, waits])
  return { standing, again }
}
