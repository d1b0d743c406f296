// How a column is written: its dates, what parts its values, what "about 3" counts as, what stands before its references.
import { type About, isAbout, kindOf, isList, type MappedColumn, readerOfFormat } from '@lykta/incident'
import { type ReactNode, useState } from 'react'
import { SelectField } from '../../components/select-field.tsx'
import { TextField } from '../../components/text-field.tsx'
import type { ColumnView } from './import-worker.ts'
import { useImportWords } from './import-words.ts'

type ColumnWaysProps = { readonly column: MappedColumn; readonly view: ColumnView; readonly onChange: (column: MappedColumn) => void; readonly onSplit: (split: string) => void; /** Several sheets have references of their own. */ readonly severalSheets: boolean }

const separators = ['|', ';', ',', '/', '\n'] as const

export function ColumnWays({ column, view, onChange, onSplit, severalSheets }: ColumnWaysProps): ReactNode {
  const words = useImportWords()
  const { to, split = '|', about, prefix } = column
  if (to === null) return null
  const { kind } = kindOf(to)
  const isNumbered = kind === 'quantity' && (about !== undefined || view.words.some(({ word }) => isAbout(word)))
  return (
    <>
      {(kind === 'day' || kind === 'occurrence') && <DateWays key={(column.dates ?? []).join()} column={column} view={view} onChange={onChange} />}
      {isList(to) && (
        <SelectField label={words.split} selected={split} onSelect={onSplit} options={separators.map((id) => ({ id, text: words.splits[id] }))} />
      )}
      {isNumbered && (
        <SelectField
          label={words.about} selected={about ?? ''} none={words.undecided} options={Object.entries(words.abouts).map(([id, text]) => ({ id, text }))}
          onSelect={(id) => {
            const { about: _, ...rest } = column
            onChange(id === '' ? rest : { ...rest, about: id as About })
          }}
        />
      )}
      {(to === 'incidents.ref' || to === 'persons.incident') && (severalSheets || prefix !== undefined) && (
        <TextField label={words.prefix} hint={words.prefixHint} value={prefix ?? ''} maxLength={30} onChange={(text) => {
          const { prefix: _, ...rest } = column
          onChange(text === '' ? rest : { ...rest, prefix: text })
        }} />
      )}
    </>
  )
}

/** Written in peace: it holds when it can be read. */
function DateWays({ column, view, onChange }: Omit<ColumnWaysProps, 'onSplit' | 'severalSheets'>): ReactNode {
  const words = useImportWords()
  const [text, setText] = useState((column.dates ?? []).join('; '))
  const formats = text.split(';').map((format) => format.trim()).filter((format) => format !== '')
  const isBad = formats.some((format) => !readerOfFormat(format))
  const samples = view.words.slice(0, 3).flatMap(({ word }) => {
    const read = formats.map((format) => readerOfFormat(format)?.(word)).find((date) => date !== undefined)
    return read === undefined ? [] : [`${word} → ${read}`]
  })
  const write = (next: string): void => {
    setText(next)
    const found = next.split(';').map((format) => format.trim()).filter((format) => format !== '')
    if (found.every((format) => readerOfFormat(format)) && found.join() !== (column.dates ?? []).join()) {
      const { dates: _, ...rest } = column
      onChange(found.length === 0 ? rest : { ...rest, dates: found })
    }
  }
  return (
    <div className="date-ways">
      <TextField label={words.dates} hint={words.datesHint} value={text} onChange={write} maxLength={200} error={isBad ? words.badFormat : undefined} />
      {samples.length > 0 && <p className="hint">{samples.join(' · ')}</p>}
      {view.ambiguous && <p className="look-here">{words.ambiguous}</p>}
    </div>
  )
}
