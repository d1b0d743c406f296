// What a sheet must say and does not: from another column, or the same on every row; and what was said so.
import { type ColumnId, kindOf, type MappedSheet, missingTargets } from '@lykta/incident'
import type { ReactNode } from 'react'
import { Button } from '../../components/button.tsx'
import { SelectField } from '../../components/select-field.tsx'
import { useLanguage } from '../../messages/messages.ts'
import { useNetwork } from '../../network.ts'
import { useImportWords } from './import-words.ts'
import { meaningsOf } from './meanings.ts'
import type { MappingWork } from './use-mapping.ts'

type MissingTargetsProps = { readonly work: MappingWork; readonly sheet: MappedSheet; readonly onSheet: (change: (sheet: MappedSheet) => MappedSheet) => void }

export function MissingTargets({ work, sheet, onSheet }: MissingTargetsProps): ReactNode {
  const words = useImportWords()
  const language = useLanguage()
  const network = useNetwork()
  const meanings = (to: ColumnId) => meaningsOf(to, { language, words, network, mapping: work.mapping! })
  const missing = missingTargets(sheet)
  const constants = Object.entries(sheet.constants) as [ColumnId, string][]
  const headers = [...new Set([...sheet.columns.map(({ from }) => from), ...sheet.ignored])]
  const take = (to: ColumnId, chosen: string): void => {
    const [kind, value] = [chosen.slice(0, 2), chosen.slice(2)]
    if (kind === '= ') return onSheet((before) => ({ ...before, constants: { ...before.constants, [to]: value } }))
    // The same column may answer two questions: when it happened and when it was reported.
    const twin = sheet.columns.find(({ from, dates }) => from === value && dates)
    onSheet((before) => ({ ...before, columns: [...before.columns, { from: value, to, ...(twin?.dates && kindOf(to).kind === 'day' ? { dates: twin.dates } : {}) }], ignored: before.ignored.filter((one) => one !== value) }))
  }
  if (missing.length === 0 && constants.length === 0) return null
  return (
    <section className="missing-targets">
      {missing.length > 0 && (
        <>
          <h3>{words.missing}</h3>
          <p className="hint">{words.missingText}</p>
          {missing.map((to) => (
            <SelectField
              key={to} label={words.columns[to]} none={words.undecided} selected="" onSelect={(chosen) => take(to, chosen)}
              options={[...(kindOf(to).kind === 'quantity' ? [] : meanings(to)).map(({ id, text }) => ({ id: `= ${id}`, text: words.always(text) })), ...headers.map((header) => ({ id: `< ${header}`, text: words.fromColumn(header) }))]}
            />
          ))}
        </>
      )}
      {constants.length > 0 && (
        <>
          <h3>{words.constants}</h3>
          <ul className="constants">
            {constants.map(([to, value]) => (
              <li key={to}>
                {`${words.columns[to]}: ${meanings(to).find(({ id }) => id === value)?.text ?? value}`}
                <Button kind="quiet" aria-label={words.removeOf(words.columns[to])} onPress={() => onSheet((before) => ({ ...before, constants: Object.fromEntries(Object.entries(before.constants).filter(([one]) => one !== to)) }))}>{words.remove}</Button>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
