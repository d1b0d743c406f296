// A number with its bar from zero, on the scale of its own series.
import type { ReactNode } from 'react'

export function ValueBar({ value, highest, text, hatched }: { readonly value: number; readonly highest: number; readonly text: string; readonly hatched: boolean }): ReactNode {
  return (
    <span className="value-bar">
      <span className="value-track" aria-hidden="true"><span className={hatched ? 'value-fill value-hatched' : 'value-fill'} style={{ width: `${(100 * value) / highest}%` }} /></span>
      <span className="value-number">{text}</span>
    </span>
  )
}
