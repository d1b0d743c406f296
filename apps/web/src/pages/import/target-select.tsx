// What a column becomes: a choice of all columns of ours, by table, with one for each kind of person that a column may count.
import { ageGroups, columnIds, type ColumnId, type MappedColumn, personsLabel, sexes, type TableId } from '@lykta/incident'
import { type ReactNode, useId } from 'react'
import { useLanguage } from '../../messages/messages.ts'
import { useImportWords } from './import-words.ts'

export type Target = { readonly to: ColumnId | null; readonly group?: NonNullable<MappedColumn['group']> } | 'skip'

type TargetSelectProps = { readonly target: Target; readonly column: string; readonly onChoose: (target: Target) => void }

const tables: readonly TableId[] = ['incidents', 'persons', 'organisations', 'indicators']
const idOf = (target: Target): string => (target === 'skip' ? 'skip' : target.to === null ? '' : target.group ? `${target.to} ${target.group.sex} ${target.group.ageGroup}` : target.to)

export function TargetSelect({ target, column, onChoose }: TargetSelectProps): ReactNode {
  const words = useImportWords()
  const language = useLanguage()
  const id = useId()
  const groups = sexes.flatMap((sex) => ageGroups.map((ageGroup) => ({ to: 'persons.count' as const, group: { sex, ageGroup } })))
  const all: readonly Target[] = ['skip', { to: null }, ...columnIds.map((to) => ({ to })), ...groups]
  return (
    <div className="field">
      <label className="label" htmlFor={id}><span aria-hidden="true">{words.becomes}</span><span className="unseen">{`${column}: ${words.becomes}`}</span></label>
      <select id={id} className="input" value={idOf(target)} onChange={(event) => onChoose(all.find((one) => idOf(one) === event.target.value)!)}>
        <option value="">{words.undecided}</option>
        <option value="skip">{words.skip}</option>
        {tables.map((table) => (
          <optgroup key={table} label={words.tables[table]}>
            {columnIds.filter((to) => to.startsWith(`${table}.`)).map((to) => <option key={to} value={to}>{words.columns[to]}</option>)}
            {table === 'persons' && groups.map((one) => <option key={idOf(one)} value={idOf(one)}>{words.countOf(personsLabel(one.group.sex, one.group.ageGroup, language).toLowerCase())}</option>)}
          </optgroup>
        ))}
      </select>
    </div>
  )
}
