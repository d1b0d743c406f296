// The signs: by category, with a search, each a box to tick; ticks stay when "I do not know" is ticked by mistake.
import { catalogueOf, categoryOfIndicator, type Indicator, indicatorCategories, indicatorsOn, type SeveralQuestion as Asked } from '@lykta/incident'
import { type ReactNode, useMemo, useState } from 'react'
import { fieldId, type FieldProps } from '../field.ts'
import { useForm, useReportLanguage, useReportMessages } from '../words.tsx'
import { FieldGroup } from './field-group.tsx'
import { Tick } from './tick.tsx'

export function SignsQuestion({ question, entry, onChange, errors }: FieldProps<Asked>): ReactNode {
  const { words, context } = useForm()
  const { signs } = useReportMessages()
  const language = useReportLanguage()
  const [search, setSearch] = useState('')
  const catalogue = useMemo(() => indicatorsOn(context.today, catalogueOf(context.ownIndicators)), [context])
  const id = fieldId(question.id)
  const ids = entry.ids ?? []
  const sought = search.trim().toLocaleLowerCase(language).split(/\s+/).filter((word) => word !== '')
  const found = catalogue.filter((one) => sought.every((word) => one[language].toLocaleLowerCase(language).includes(word)))
  const sources = [...new Set(catalogue.map(({ source }) => source).filter((source) => source !== ''))]
  const toggle = ({ id: sign }: Indicator, on: boolean): void =>
    onChange({ ...entry, unknown: false, ids: on ? [...ids, sign] : ids.filter((one) => one !== sign) })
  return (
    <FieldGroup id={id} {...words.questions[question.id]!} errors={errors} className="signs">
      <label className="small-field">
        <span className="label">{signs.search}</span>
        <input className="input" type="search" autoComplete="off" spellCheck={false} value={search} onChange={(event) => setSearch(event.currentTarget.value)} />
      </label>
      <span className={found.length === 0 ? 'hint' : 'unseen'} role="status">{sought.length === 0 ? '' : signs.found(found.length)}</span>
      {indicatorCategories.map(({ id: category, [language]: name }) => {
        const list = found.filter((one) => categoryOfIndicator(one.id) === category)
        const ticked = entry.unknown ? 0 : ids.filter((one) => categoryOfIndicator(one) === category).length
        if (list.length === 0) return null
        return (
          // Searched for, all are open; else the first, and those where something is ticked can be opened by hand.
          <details key={`${category}${sought.length > 0}`} className="category" open={sought.length > 0 || category === indicatorCategories[0]!.id ? true : undefined}>
            <summary>
              {name} <span className="faint">{signs.ticked(ticked)}</span>
            </summary>
            <div className="ticks sign-list">
              {list.map((one) => (
                <Tick key={one.id} checked={!entry.unknown && ids.includes(one.id)} onChange={(on) => toggle(one, on)}>{one[language]}</Tick>
              ))}
            </div>
          </details>
        )
      })}
      <Tick checked={entry.unknown ?? false} onChange={(unknown) => onChange({ ...entry, unknown })}>{words.unknown}</Tick>
      <details className="about-signs">
        <summary>{signs.help}</summary>
        <p>{signs.helpText}</p>
        <ul>
          {sources.map((source) => <li key={source} className="hint">{source}</li>)}
        </ul>
      </details>
    </FieldGroup>
  )
}
