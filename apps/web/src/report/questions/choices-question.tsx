// Any number of the codes; "I do not know" stands alone.
import type { ChoicesQuestion as Asked } from '@lykta/incident'
import type { ReactNode } from 'react'
import { fieldId, type FieldProps } from '../field.ts'
import { useForm } from '../words.tsx'
import { FieldGroup } from './field-group.tsx'
import { Tick } from './tick.tsx'

export function ChoicesQuestion({ question, group, entry, onChange, errors }: FieldProps<Asked>): ReactNode {
  const { words } = useForm()
  const id = fieldId(question.id, group)
  const ids = entry.ids ?? []
  return (
    <FieldGroup id={id} {...words.questions[question.id]!} errors={errors}>
      <div className="ticks">
        {question.codes.map((code) => {
          const unknown = code === 'unknown'
          return (
            <Tick
              key={code} checked={unknown ? entry.unknown === true : !entry.unknown && ids.includes(code)}
              onChange={(checked) => onChange(unknown ? { ...entry, unknown: checked } : { unknown: false, ids: checked ? [...ids, code] : ids.filter((one) => one !== code) })}
            >
              {words.codes[question.id]?.[code] ?? words.unknown}
            </Tick>
          )
        })}
      </div>
    </FieldGroup>
  )
}
