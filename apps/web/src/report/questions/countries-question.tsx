// Nationalities: chosen from the list, added one by one, taken away again.
import { nationalities, nationalityName, type SeveralQuestion as Asked } from '@lykta/incident'
import { type ReactNode, useMemo, useState } from 'react'
import { fieldId, type FieldProps } from '../field.ts'
import { useForm, useReportLanguage, useReportMessages } from '../words.tsx'
import { FieldGroup } from './field-group.tsx'
import { Tick } from './tick.tsx'

export function CountriesQuestion({ question, group, entry, onChange, errors }: FieldProps<Asked>): ReactNode {
  const { words } = useForm()
  const { countries } = useReportMessages()
  const language = useReportLanguage()
  const [chosen, setChosen] = useState('')
  const [said, setSaid] = useState('')
  const id = fieldId(question.id, group)
  const ids = entry.ids ?? []
  const options = useMemo(() => {
    const order = new Intl.Collator(language)
    return nationalities.map((code) => ({ code, name: nationalityName(code, language) })).sort((a, b) => order.compare(a.name, b.name))
  }, [language])
  const add = (): void => {
    if (chosen === '' || ids.includes(chosen)) return
    onChange({ ...entry, ids: [...ids, chosen], unknown: false })
    setSaid(countries.added(nationalityName(chosen, language)))
    setChosen('')
  }
  return (
    <FieldGroup id={id} {...words.questions[question.id]!} errors={errors}>
      {ids.length > 0 && !entry.unknown && (
        <ul className="chosen">
          {ids.map((code) => (
            <li key={code}>
              {nationalityName(code, language)}
              <button type="button" className="plain" aria-label={countries.remove(nationalityName(code, language))} onClick={() => onChange({ ...entry, ids: ids.filter((one) => one !== code) })}>×</button>
            </li>
          ))}
        </ul>
      )}
      <div className="country">
        <select className="input" autoComplete="off" aria-label={countries.choose} value={chosen} disabled={entry.unknown} onChange={(event) => setChosen(event.currentTarget.value)}>
          <option value="">{countries.choose}</option>
          {options.map(({ code, name }) => <option key={code} value={code}>{name}</option>)}
        </select>
        <button type="button" className="button button-secondary" disabled={entry.unknown} onClick={add}>{countries.add}</button>
        <Tick checked={entry.unknown ?? false} onChange={(unknown) => onChange({ ...entry, unknown })}>{words.unknown}</Tick>
      </div>
      <span className="unseen" role="status">{said}</span>
    </FieldGroup>
  )
}
