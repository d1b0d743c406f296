// One sheet: its first rows as they stand in the file, and each of its columns.
import type { MappedSheet } from '@lykta/incident'
import type { ReactNode } from 'react'
import { Button } from '../../components/button.tsx'
import { DataTable } from '../../components/data-table.tsx'
import { TextField } from '../../components/text-field.tsx'
import { renderCount } from '../../format/numbers.ts'
import { useLanguage } from '../../messages/messages.ts'
import { withIgnored, withSheet } from './change-mapping.ts'
import type { SheetView } from './import-worker.ts'
import { useImportWords } from './import-words.ts'
import { MappedColumnPart } from './mapped-column.tsx'
import { MissingTargets } from './missing-targets.tsx'
import type { MappingWork } from './use-mapping.ts'

export function MappedSheetPart({ work, view, index }: { readonly work: MappingWork; readonly view: SheetView; readonly index: number }): ReactNode {
  const words = useImportWords()
  const language = useLanguage()
  const sheet = work.mapping!.sheets[index]!
  const onSheet = (change: (sheet: MappedSheet) => MappedSheet): void => work.change((mapping) => withSheet(mapping, index, change))
  const moveHeader = async (text: string): Promise<void> => {
    const row = Number(text)
    if (!Number.isInteger(row) || row < 1 || row > 1000 || row === sheet.headerRow) return
    const next = await work.sheetAt(view.name, row)
    onSheet((before) => ({ ...next, names: before.names }))
  }
  const skip = (): void => work.change((mapping) => ({ ...mapping, sheets: mapping.sheets.filter((_, at) => at !== index), ignoredSheets: [...mapping.ignoredSheets, view.name] }))
  return (
    <section className="mapped-sheet" aria-labelledby={`sheet-${index}`}>
      <h2 id={`sheet-${index}`}>{words.sheet(view.name)} <small>{words.sheetAbout(renderCount(view.rows, language))}</small></h2>
      <FirstRows view={view} headerRow={sheet.headerRow} />
      <div className="sheet-ways">
        <TextField key={sheet.headerRow} label={words.headerRow} inputMode="numeric" value={String(sheet.headerRow)} maxLength={4} onChange={(text) => void moveHeader(text)} />
        <TextField
          label={words.skippedRows} hint={words.skippedRowsHint} value={sheet.skippedRows.join(', ')} maxLength={200}
          onChange={(text) => onSheet((before) => ({ ...before, skippedRows: text === '' ? [] : text.split(', ') }))}
        />
        <Button kind="quiet" onPress={skip}>{words.skipSheet}</Button>
      </div>
      {sheet.columns.some(({ group }) => group) && <p>{words.groupsAbout}</p>}
      <MissingTargets work={work} sheet={sheet} onSheet={onSheet} />
      <ul className="mapped-columns">
        {sheet.columns.map(({ from, to }, at) => (
          // The same column may stand twice, with another target.
          <MappedColumnPart key={`${from} ${sheet.columns.slice(0, at).filter((one) => one.from === from).length} ${to === null}`} work={work} sheet={sheet} name={view.name} index={at} onSheet={onSheet} />
        ))}
        {sheet.ignored.map((from) => (
          <li key={from} className="mapped-column is-ignored">
            <div className="column-head">
              <h3>{from}</h3>
              <p>{words.skip}</p>
              <p className="column-state"><Button kind="quiet" aria-label={`${words.undo}: ${from}`} onPress={() => onSheet((before) => withIgnored(before, from, false))}>{words.undo}</Button></p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}

function FirstRows({ view: { name, first }, headerRow }: { readonly view: SheetView; readonly headerRow: number }): ReactNode {
  const words = useImportWords()
  const language = useLanguage()
  const width = Math.max(...first.map((row) => row.length))
  const numbers = Array.from({ length: width }, (_, index) => index)
  return (
    <details className="first-rows" open>
      <summary>{words.firstRows}</summary>
      <DataTable caption={words.firstRowsOf(name)} className="rows-as-read">
        <tbody>
          {first.map((row, index) => (
            // oxlint-disable-next-line react/no-array-index-key -- a row of a file is its number.
            <tr key={index} className={index + 1 === headerRow ? 'header-row' : undefined}>
              <th scope="row">{renderCount(index + 1, language)}</th>
              {numbers.map((column) => <td key={column}>{row[column] ?? ''}</td>)}
            </tr>
          ))}
        </tbody>
      </DataTable>
    </details>
  )
}
