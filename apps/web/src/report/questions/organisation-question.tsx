// One of the network's organisations, or of the sources outside it that the network has named.
import { type OrganisationQuestion as Asked, supportingSectors } from '@lykta/incident'
import type { ReactNode } from 'react'
import { describedBy, fieldId, type FieldProps } from '../field.ts'
import { useForm, useReportLanguage, useReportMessages } from '../words.tsx'
import { Beside } from './beside.tsx'

export function OrganisationQuestion({ question, group, entry, onChange, errors }: FieldProps<Asked>): ReactNode {
  const { words, context } = useForm()
  const { organisation, date } = useReportMessages()
  const language = useReportLanguage()
  const id = fieldId(question.id, group)
  const { label, help } = words.questions[question.id]!
  const order = new Intl.Collator(language)
  const offered = context.organisations
    .filter(({ sector }) => question.from === 'all' || supportingSectors.includes(sector))
    .toSorted((a, b) => order.compare(a.name, b.name))
  const groups = [
    { name: organisation.members, list: offered.filter(({ joined, left }) => joined !== null && (left === null || left >= context.today)) },
    { name: organisation.former, list: offered.filter(({ joined, left }) => joined !== null && left !== null && left < context.today) },
    { name: words.outside, list: question.outside ? offered.filter(({ joined }) => joined === null) : [] },
  ].filter(({ list }) => list.length > 0)
  // Whoever belongs to no organisation has to say whose account it is; everything else may be unknown.
  const none = question.outside && context.reporterOrganisation === null ? date.choose : words.unknown
  return (
    <div className={errors.length > 0 ? 'question question-wrong' : 'question'}>
      <label className="label" htmlFor={id}>{label}</label>
      <Beside id={id} help={help} errors={errors} />
      <select id={id} className="input" autoComplete="off" value={entry.code ?? ''} aria-describedby={describedBy(id, help, errors)} aria-invalid={errors.length > 0} onChange={(event) => onChange({ ...entry, code: event.currentTarget.value })}>
        <option value="">{none}</option>
        {groups.map(({ name, list }) => (
          <optgroup key={name} label={name}>
            {list.map((one) => <option key={one.id} value={one.id}>{one.name}</option>)}
          </optgroup>
        ))}
      </select>
    </div>
  )
}
