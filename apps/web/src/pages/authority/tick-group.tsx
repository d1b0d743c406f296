// Any of several, as boxes under one question.
import type { ReactNode } from 'react'
import { TickBox } from '../../components/tick-box.tsx'

export type TickGroupProps<Code extends string> = {
  readonly label: string
  readonly options: readonly { readonly id: Code; readonly text: string }[]
  readonly chosen: readonly Code[]
  readonly onChoose: (ids: readonly Code[]) => void
  readonly hint?: string
  readonly error?: string | undefined
}

export function TickGroup<Code extends string>({ label, options, chosen, onChoose, hint, error }: TickGroupProps<Code>): ReactNode {
  return (
    <fieldset className="tick-group">
      <legend className="label">{label}</legend>
      {hint !== undefined && <p className="hint">{hint}</p>}
      {options.map(({ id, text }) => (
        <TickBox key={id} isTicked={chosen.includes(id)} onTick={(on) => onChoose(options.map((one) => one.id).filter((one) => (one === id ? on : chosen.includes(one))))}>{text}</TickBox>
      ))}
      {error !== undefined && <p className="field-error" role="alert">{error}</p>}
    </fieldset>
  )
}
