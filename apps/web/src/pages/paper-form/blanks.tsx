// What is filled in by hand: a box to tick, a line, boxes for digits.
import type { ReactNode } from 'react'
import { usePaperWords } from './paper-words.ts'

export function Tick({ children }: { readonly children: ReactNode }): ReactNode {
  return (
    <span className="paper-tick">
      <span className="paper-box" aria-hidden="true" />
      {children}
    </span>
  )
}

/** A line as long as its place. */
export function Line({ short = false }: { readonly short?: boolean }): ReactNode {
  return <span className={short ? 'paper-line paper-line-short' : 'paper-line'} aria-hidden="true" />
}

export function Day(): ReactNode {
  const words = usePaperWords()
  return (
    <span className="paper-day">
      {([[words.year, 4], [words.month, 2], [words.day, 2]] as const).map(([name, digits]) => (
        <span key={name} className="paper-tick">
          {name}
          <span className="paper-digits" aria-hidden="true">
            {Array.from({ length: digits }, (_, at) => <span key={at} className="paper-box" />)}
          </span>
        </span>
      ))}
    </span>
  )
}
