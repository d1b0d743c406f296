// The page's name: first heading, the tab's title, and where focus goes when one arrives from another page.
import { type ReactNode, useEffect, useRef } from 'react'
import { arrival } from './arrival.ts'
import './page-heading.css'

export type PageHeadingProps = {
  readonly title: string
  /** The tab's title when the heading says more than a tab may. */
  readonly tab?: string
  readonly before?: ReactNode
  readonly level?: 1 | 2
}

export function PageHeading({ title, tab = title, before, level = 1 }: PageHeadingProps): ReactNode {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    document.title = `${tab} – Lykta`
  }, [tab])
  useEffect(() => {
    if (arrival.take()) heading.current?.focus({ preventScroll: true })
  }, [])
  const Heading = level === 1 ? 'h1' : 'h2'
  return (
    <div className="page-heading">
      {before}
      <Heading ref={heading} tabIndex={-1}>{title}</Heading>
    </div>
  )
}
