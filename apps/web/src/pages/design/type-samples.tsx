// The scale of type, one sentence in each size and in the serif of editions.
import type { ReactNode } from 'react'
import { useMessages } from '../../messages/messages.ts'

const sizes = ['figure', 'h1', 'h2', 'h3', 'lead', 'body', 'small'] as const

export function TypeSamples(): ReactNode {
  const { design } = useMessages()
  return (
    <>
      {sizes.map((size) => <p key={size} className={`type-${size}`}>{design.sentence}</p>)}
      <p className="type-serif">{design.sentence}</p>
    </>
  )
}
