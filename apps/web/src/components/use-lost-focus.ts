// Where focus goes when something was said of an act, and its button went with what it stood at.
import { type RefObject, useEffect, useRef } from 'react'

/** `said`: empty between acts. For a heading, or what stands in its place. */
export function useLostFocus<Place extends HTMLElement = HTMLHeadingElement>(said: string): RefObject<Place | null> {
  const place = useRef<Place>(null)
  useEffect(() => {
    if (said === '') return undefined
    // The list is drawn anew by a timer of the query's, which came first.
    const timer = setTimeout(() => {
      if (document.activeElement === null || document.activeElement === document.body) place.current?.focus()
    })
    return () => clearTimeout(timer)
  }, [said])
  return place
}
