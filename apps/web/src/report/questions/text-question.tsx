// A line in clear, or the reason that leaves the device encrypted: both under the guard.
import type { SealedTextQuestion, TextQuestion as LineQuestion } from '@lykta/incident'
import type { ReactNode } from 'react'
import { describedBy, fieldId, type FieldProps } from '../field.ts'
import { useForm, useReportMessages, whySealless } from '../words.tsx'
import { Beside } from './beside.tsx'
import { GuardedText } from './guarded-text.tsx'

export function TextQuestion({ question, group, entry, onChange, errors }: FieldProps<LineQuestion | SealedTextQuestion>): ReactNode {
  const form = useForm()
  const { words } = form
  const { reason, step } = useReportMessages()
  const id = fieldId(question.id, group)
  const { label, help } = words.questions[question.id]!
  const why = whySealless(form)
  if (question.kind === 'sealed-text' && why !== null) return <p className="question notice">{why === 'network' ? reason.noKeys : reason.noOwnKeys}</p>
  return (
    <div className={errors.length > 0 ? 'question question-wrong question-wide' : 'question question-wide'}>
      <label className="label" htmlFor={id}>
        {label} <span className="faint">({step.optional})</span>
      </label>
      <Beside id={id} help={help} errors={errors} />
      <GuardedText
        id={id} lines={question.kind === 'text' ? 'one' : 'many'} text={entry.text ?? ''} wrong={errors.length > 0}
        describedBy={describedBy(id, help, errors)} onChange={(text) => onChange({ ...entry, text })}
      />
    </div>
  )
}
