// When: a day, around a day, only the month, only the year, or unknown; what was typed under another choice stays.
import type { DateQuestion as Asked } from '@lykta/incident'
import type { ReactNode } from 'react'
import { type Entry, halfTyped } from '../draft.ts'
import { describedBy, fieldId, type FieldProps } from '../field.ts'
import { useForm, useReportLanguage, useReportMessages } from '../words.tsx'
import { Beside } from './beside.tsx'
import { FieldGroup } from './field-group.tsx'
import { Tick } from './tick.tsx'

export function DateQuestion(props: FieldProps<Asked>): ReactNode {
  return props.question.precisions.length === 1 ? <SingleDay {...props} /> : <AnyDate {...props} />
}

function SingleDay({ question, group, entry, onChange, errors }: FieldProps<Asked>): ReactNode {
  const { words } = useForm()
  const id = fieldId(question.id, group)
  const { label, help } = words.questions[question.id]!
  return (
    <div className={errors.length > 0 ? 'question question-wrong' : 'question'}>
      <label className="label" htmlFor={id}>{label}</label>
      <Beside id={id} help={help} errors={errors} />
      <DayInput id={id} entry={entry} onChange={onChange} describedBy={describedBy(id, help, errors)} wrong={errors.length > 0} />
    </div>
  )
}

function AnyDate({ question, group, entry, onChange, errors }: FieldProps<Asked>): ReactNode {
  const { words } = useForm()
  const { date } = useReportMessages()
  const language = useReportLanguage()
  const id = fieldId(question.id, group)
  const chosen = entry.unknown ? 'unknown' : (entry.precision ?? 'day')
  const wrong = errors.length > 0
  const month = new Intl.DateTimeFormat(language === 'sv' ? 'sv-SE' : 'en-GB', { month: 'long', timeZone: 'UTC' })
  return (
    <FieldGroup id={id} {...words.questions[question.id]!} errors={errors}>
      <div className="ticks" role="radiogroup" aria-label={date.precision}>
        {question.precisions.map((precision) => (
          <Tick key={precision} kind="radio" name={id} checked={chosen === precision} onChange={() => onChange({ ...entry, unknown: false, precision })}>
            {words.precisions[precision]}
          </Tick>
        ))}
        <Tick kind="radio" name={id} checked={chosen === 'unknown'} onChange={() => onChange({ ...entry, unknown: true })}>{words.unknown}</Tick>
      </div>
      {chosen !== 'unknown' && (
        <div className="date">
          {chosen === 'day' && (
            <div className="small-field">
              <label className="label" htmlFor={`${id}-day`}>{date.day}</label>
              <DayInput id={`${id}-day`} entry={entry} onChange={onChange} wrong={wrong} />
            </div>
          )}
          {chosen === 'month' && (
            <div className="small-field">
              <label className="label" htmlFor={`${id}-month`}>{date.month}</label>
              <select id={`${id}-month`} className="input" autoComplete="off" value={entry.month ?? ''} aria-invalid={wrong} onChange={(event) => onChange({ ...entry, month: event.currentTarget.value })}>
                <option value="">{date.choose}</option>
                {Array.from({ length: 12 }, (_, index) => (
                  <option key={index} value={String(index + 1).padStart(2, '0')}>{month.format(Date.UTC(2000, index, 1))}</option>
                ))}
              </select>
            </div>
          )}
          {chosen !== 'day' && (
            <div className="small-field">
              <label className="label" htmlFor={`${id}-year`}>{date.year}</label>
              <input
                id={`${id}-year`} className="input" inputMode="numeric" autoComplete="off" maxLength={4} value={entry.year ?? ''} aria-invalid={wrong}
                onChange={(event) => onChange({ ...entry, year: event.currentTarget.value })}
              />
            </div>
          )}
          {question.about && <Tick checked={entry.about ?? false} onChange={(about) => onChange({ ...entry, about })}>{words.about}</Tick>}
        </div>
      )}
    </FieldGroup>
  )
}

type DayInputProps = { readonly id: string; readonly entry: Entry; readonly onChange: (entry: Entry) => void; readonly describedBy?: string | undefined; readonly wrong: boolean }

/** The browser's own; of a day that is not whole it gives nothing, and says so on the side. */
function DayInput({ id, entry, onChange, describedBy, wrong }: DayInputProps): ReactNode {
  const { context } = useForm()
  const take = ({ value, validity }: HTMLInputElement): void => {
    const day = validity.badInput ? halfTyped : value
    if (day !== (entry.day ?? '')) onChange({ ...entry, day })
  }
  return (
    <input
      id={id} className="input day" type="date" autoComplete="off" max={context.today} value={entry.day === halfTyped ? '' : (entry.day ?? '')}
      aria-describedby={describedBy} aria-invalid={wrong} onChange={(event) => take(event.currentTarget)} onBlur={(event) => take(event.currentTarget)}
    />
  )
}
