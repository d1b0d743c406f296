// Per cent of the base under a number, only where the rules of counting allow it; the base row stands in the same table.
import type { Quantity } from '@lykta/incident'
import type { ReactNode } from 'react'
import { findPercent } from '../format/share.ts'
import { useMessages } from '../messages/messages.ts'

export function ShareOfBase({ part, base }: { readonly part: Quantity; readonly base: Quantity }): ReactNode {
  const { number } = useMessages()
  const percent = findPercent(part, base)
  if (percent === undefined || part.count === 0) return null
  return <small className="share">{number.percent(String(percent))}</small>
}
