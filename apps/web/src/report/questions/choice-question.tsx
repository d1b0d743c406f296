// One of several codes; "I do not know" is always among them.
import type { ChoiceQuestion as Asked } from '@lykta/incident'
import type { ReactNode } from 'react'
import { fieldId, type FieldProps } from '../field.ts'
import { useForm } from '../words.tsx'
import { FieldGroup } from './field-group.tsx'
import { Tick } from './tick.tsx'

export function ChoiceQuestion({ question, group, entry, onChange, errors }: FieldProps<Asked>): ReactNode {
  const { words } = useForm()
  const id = fieldId(question.id, group)
  const texts = words.codes[question.id] ?? {}
  const codes = question.codes.includes('unknown') ? question.codes : [...question.codes, 'unknown']
  return (
    <FieldGroup id={id} {...words.questions[question.id]!} errors={errors} className={codes.length <= 4 ? 'question-short' : ''}>
      <div className="ticks">
        {codes.map((code) => (
          <Tick key={code} kind="radio" name={id} checked={entry.code === code} onChange={() => onChange({ ...entry, code })}>
            {texts[code] ?? words.unknown}
          </Tick>
        ))}
      </div>
    </FieldGroup>
  )
}
