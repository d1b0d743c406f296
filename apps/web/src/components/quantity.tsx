// A number as it stands on a page: "41", "minst 41", or the sign for what is no number, always with its words.
import type { Quantity as Count } from '@lykta/incident'
import type { ReactNode } from 'react'
import { renderCount } from '../format/numbers.ts'
import { signCharacters, signOf } from '../format/sign.ts'
import { useLanguage, useMessages } from '../messages/messages.ts'

/** `months` of exposure tell what was not collected from what is zero. */
export function Quantity({ value, months }: { readonly value: Count; readonly months: number }): ReactNode {
  const { number } = useMessages()
  const language = useLanguage()
  const sign = signOf(value, months)
  if (sign.sign === 'zero') return <span className="zero">0</span>
  if (sign.sign !== 'number') {
    return (
      <span className="sign" title={number.signs[sign.sign]}>
        <span aria-hidden="true">{signCharacters[sign.sign]}</span>
        <span className="unseen">{number.signWords[sign.sign]}</span>
      </span>
    )
  }
  return (
    <>
      {value.atLeast && <span className="bound">{number.atLeastWord} </span>}
      {renderCount(value.count, language)}
    </>
  )
}
