// One of a few, all of them in sight.
import type { ReactNode } from 'react'
import { Label, Radio, RadioGroup } from 'react-aria-components'
import './one-of.css'

export type OneOfProps<Id extends string> = {
  readonly label: string
  readonly options: readonly { readonly id: Id; readonly text: string; readonly hint?: string }[]
  /** Null: nothing is chosen yet. */
  readonly selected: Id | null
  readonly onSelect: (id: Id) => void
}

export function OneOf<Id extends string>({ label, options, selected, onSelect }: OneOfProps<Id>): ReactNode {
  return (
    <RadioGroup className="one-of" value={selected} onChange={(id) => onSelect(id as Id)}>
      <Label className="label">{label}</Label>
      {options.map(({ id, text, hint }) => (
        <Radio key={id} value={id} className="one-of-option">
          <span className="one-of-dot" aria-hidden="true" />
          <span>
            {text}
            {hint !== undefined && <span className="one-of-hint">{hint}</span>}
          </span>
        </Radio>
      ))}
    </RadioGroup>
  )
}
