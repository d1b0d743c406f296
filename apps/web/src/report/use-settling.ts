// A step that has just come takes no second click of a double one: it was meant for the step before, and would skip this one unseen.
import { type MouseEvent, useEffect, useState } from 'react'

/** Longer than a double press takes, shorter than reading a heading does. */
const settlingFor = 350

export type Settling = {
  /** Said to whoever presses by touch, where each quick press counts as a second one. */
  readonly isSettling: boolean
  /** Does it, unless the press is the second of two and the step has just come; by the keyboard at any time. */
  readonly unlessSecond: (act: () => void) => (event: MouseEvent) => void
}

/** Counts from when the component first stands: give it a key for each step. */
export function useSettling(): Settling {
  const [shownAt] = useState(() => performance.now())
  const [isSettling, setSettling] = useState(() => matchMedia('(pointer: coarse)').matches)
  useEffect(() => {
    const timer = setTimeout(() => setSettling(false), settlingFor)
    return () => clearTimeout(timer)
  }, [])
  return {
    isSettling,
    unlessSecond: (act) => ({ detail, timeStamp }) => {
      if (detail < 2 || timeStamp - shownAt >= settlingFor) act()
    },
  }
}
