// The heading of a step of signing in; it takes the focus when the step has changed.
import { type ReactNode, useEffect, useRef } from 'react'
import { useSignInWords } from './sign-in-words.ts'

export function SignInHeading({ title, network }: { readonly title: string; readonly network?: string }): ReactNode {
  const { title: tab } = useSignInWords()
  useEffect(() => {
    document.title = `${tab} – Lykta`
  }, [tab])
  return (
    <div className="page-heading">
      <Heading key={title} title={title} />
      {network !== undefined && <p className="faint">{network}</p>}
    </div>
  )
}

let isFirst = true

/** The first page leaves focus where the browser put it. */
function Heading({ title }: { readonly title: string }): ReactNode {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (!isFirst) heading.current?.focus({ preventScroll: true })
    isFirst = false
  }, [])
  return <h1 ref={heading} tabIndex={-1}>{title}</h1>
}
