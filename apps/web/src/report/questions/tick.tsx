// One box or one dot with its words: the browser's own, large enough for a thumb.
import type { ReactNode } from 'react'

export type TickProps = {
  readonly kind?: 'checkbox' | 'radio'
  readonly name?: string
  readonly checked: boolean
  readonly onChange: (checked: boolean) => void
  readonly children: ReactNode
}

export function Tick({ kind = 'checkbox', name, checked, onChange, children }: TickProps): ReactNode {
  return (
    <label className="tick">
      <input type={kind} name={name} checked={checked} onChange={(event) => onChange(event.currentTarget.checked)} autoComplete="off" />
      <span>{children}</span>
    </label>
  )
}
