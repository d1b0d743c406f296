// A question of several inputs: its words are the group's name, its help and errors stand under them.
import type { ReactNode } from 'react'
import { describedBy } from '../field.ts'
import { Beside } from './beside.tsx'

export type FieldGroupProps = {
  readonly id: string
  readonly label: string
  readonly help: string
  readonly errors: readonly string[]
  readonly className?: string
  readonly children: ReactNode
}

export function FieldGroup({ id, label, help, errors, className = '', children }: FieldGroupProps): ReactNode {
  return (
    <fieldset id={id} className={`question ${errors.length > 0 ? 'question-wrong' : ''} ${className}`} aria-describedby={describedBy(id, help, errors)} tabIndex={-1}>
      <legend>{label}</legend>
      <Beside id={id} help={help} errors={errors} />
      {children}
    </fieldset>
  )
}
