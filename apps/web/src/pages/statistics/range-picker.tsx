// From which year to which: two lists, kept in the address.
import { useNavigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { Choice } from '../../components/choice.tsx'
import { useMessages } from '../../messages/messages.ts'
import { useNetwork } from '../../network.ts'

export function RangePicker({ from, to }: { readonly from: number; readonly to: number }): ReactNode {
  const { statistics: words } = useMessages()
  const { years } = useNetwork()
  const navigate = useNavigate()
  const go = (range: { readonly from: number; readonly to: number }): void => void navigate({ to: '/statistics', search: range, resetScroll: false })
  const options = (list: readonly number[]): readonly { readonly id: string; readonly text: string }[] => list.map((year) => ({ id: String(year), text: String(year) }))
  return (
    <div className="range" role="group" aria-label={words.range}>
      {/* The other end follows, so that no choice is refused. */}
      <Choice label={words.from} options={options(years)} selected={String(from)} onSelect={(year) => go({ from: Number(year), to: Math.max(to, Number(year)) })} />
      <Choice label={words.to} options={options(years)} selected={String(to)} onSelect={(year) => go({ from: Math.min(from, Number(year)), to: Number(year) })} />
    </div>
  )
}
