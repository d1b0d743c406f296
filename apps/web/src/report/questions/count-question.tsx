// How many: a number, exact or at least; empty or "I do not know" when nobody knows.
import type { CountQuestion as Asked } from '@lykta/incident'
import type { ReactNode } from 'react'
import { describedBy, fieldId, type FieldProps } from '../field.ts'
import { useForm, useReportMessages } from '../words.tsx'
import { FieldGroup } from './field-group.tsx'
import { Tick } from './tick.tsx'

export function CountQuestion({ question, group, entry, onChange, errors }: FieldProps<Asked>): ReactNode {
  const { words } = useForm()
  const { count } = useReportMessages()
  const id = fieldId(question.id, group)
  const texts = words.questions[question.id]!
  return (
    <FieldGroup id={id} {...texts} errors={errors}>
      <div className="count">
        <Tick checked={entry.atLeast ?? false} onChange={(atLeast) => onChange({ ...entry, atLeast, unknown: false })}>{words.atLeast}</Tick>
        <input
          className="input" inputMode="numeric" autoComplete="off" aria-label={count.number} aria-describedby={describedBy(id, '', errors)}
          aria-invalid={errors.length > 0} value={entry.text ?? ''} disabled={entry.unknown}
          onChange={(event) => onChange({ ...entry, text: event.currentTarget.value })}
        />
        <Tick checked={entry.unknown ?? false} onChange={(unknown) => onChange({ ...entry, unknown })}>{words.unknown}</Tick>
      </div>
    </FieldGroup>
  )
}
