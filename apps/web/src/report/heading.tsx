// The screen's name; focus goes to it when one screen follows another, and not when the page is opened.
import { createContext, type ReactNode, use, useEffect, useRef } from 'react'

/** Counts the screens that have been shown; 0 is the first. */
export const ScreenContext = createContext(0)

export function Heading({ children }: { readonly children: ReactNode }): ReactNode {
  const heading = useRef<HTMLHeadingElement>(null)
  const screen = use(ScreenContext)
  useEffect(() => {
    if (screen === 0) return
    scrollTo(0, 0)
    heading.current?.focus({ preventScroll: true })
  }, [screen])
  return <h1 ref={heading} tabIndex={-1}>{children}</h1>
}
