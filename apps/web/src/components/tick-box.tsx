// A box to tick, with its sentence; an error stands under it.
import type { ReactNode } from 'react'
import { Checkbox } from 'react-aria-components'
import './field.css'

export type TickBoxProps = {
  readonly id?: string
  readonly isTicked: boolean
  readonly onTick: (ticked: boolean) => void
  readonly children: ReactNode
  readonly error?: string | undefined
}

export function TickBox({ id, isTicked, onTick, children, error }: TickBoxProps): ReactNode {
  return (
    <div>
      <Checkbox className="checkbox" {...(id === undefined ? {} : { id })} isSelected={isTicked} onChange={onTick} isInvalid={error !== undefined}>
        <span className="checkbox-box" aria-hidden="true" />
        {children}
      </Checkbox>
      {error !== undefined && <span className="field-error">{error}</span>}
    </div>
  )
}
