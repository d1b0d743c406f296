// A number as text: "41", "minst 41", or the words for what is no number.
import type { Language, Quantity } from '@lykta/incident'
import type { Messages } from '../messages/messages.ts'
import { renderCount } from './numbers.ts'
import { signOf } from './sign.ts'

/** `months` of exposure tell what was not collected from what is zero; leave them out where everything was collected. */
export function renderQuantity(quantity: Quantity, language: Language, { number }: Messages, months = 1): string {
  const sign = signOf(quantity, months)
  if (sign.sign === 'zero') return '0'
  if (sign.sign !== 'number') return number.signWords[sign.sign]
  const count = renderCount(quantity.count, language)
  return quantity.atLeast ? number.atLeast(count) : count
}
