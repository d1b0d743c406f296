// What the signs in the tables mean: zero, unknown, not collected and hidden are four different things.
import type { ReactNode } from 'react'
import { signCharacters } from '../format/sign.ts'
import { useMessages } from '../messages/messages.ts'
import './sign-key.css'

const order = ['zero', 'unknown', 'not-collected', 'hidden'] as const

export type SignKeyProps = {
  /** The whole sentence of each; else its few words. */
  readonly long?: boolean
}

export function SignKey({ long = false }: SignKeyProps): ReactNode {
  const { number } = useMessages()
  const words = long ? number.signs : number.signWords
  return (
    <dl className={long ? 'sign-key sign-key-long' : 'sign-key'} aria-label={number.signKey}>
      {order.map((sign) => (
        <div key={sign}>
          <dt className="sign">{signCharacters[sign]}</dt>
          <dd>{words[sign]}</dd>
        </div>
      ))}
    </dl>
  )
}
