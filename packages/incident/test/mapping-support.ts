// For the tests of mappings: two invented towns' files, and a mapping that renames everything of a register in our own words.
import { readFileSync } from 'node:fs'
import { type CheckedImport, type ImportContext, importFiles, type ImportFile, type Mapping, parseMapping, shippedIndicators } from '../src/index.ts'
import { findCoded } from '../src/import/code-list.ts'
import { columnsOf, type ColumnId, type TableId, tableIds, tables } from '../src/import/columns.ts'
import { isList, kindOf } from '../src/mapping/column-kind.ts'
import type { MappedColumn } from '../src/mapping/mapping.ts'
import { csvFiles, type TextTable, type TextTables } from './import-support.ts'

const folder = new URL('../../../samples/other-towns/', import.meta.url)
export const context: ImportContext = { today: '2024-06-01', indicatorIds: new Set(shippedIndicators.map(({ id }) => id)) }

export function townFile(name: string): ImportFile {
  return { name, bytes: new Uint8Array(readFileSync(new URL(name, folder))) }
}

export function townMapping(name: string): Mapping {
  const parsed = parseMapping(readFileSync(new URL(name, folder), 'utf8'), name)
  if ('problems' in parsed) throw new Error(parsed.problems.map(({ code }) => code).join())
  return parsed.mapping
}

export const grankoping = { files: [townFile('grankoping.csv')], mapping: townMapping('grankoping.mapping.json') }
export const eastmere = { files: ['agencies', 'cases', 'people'].map((part) => townFile(`eastmere-${part}.csv`)), mapping: townMapping('eastmere.mapping.json') }

/** With one text of the file replaced. */
export function changed(file: ImportFile, from: string, to: string): ImportFile {
  const text = new TextDecoder().decode(file.bytes)
  if (!text.includes(from)) throw new Error(`changed: no ${from}`)
  return { ...file, bytes: new TextEncoder().encode(text.replace(from, () => to)) }
}

export function importTown({ files, mapping }: { readonly files: readonly ImportFile[]; readonly mapping: Mapping }, more: Partial<ImportContext> = {}): Promise<CheckedImport> {
  return importFiles(files, { ...context, mapping, ...more })
}

export type Renamed = { readonly files: readonly ImportFile[]; readonly mapping: Mapping }

/** Tables in our words, written in words of nobody's; `salt` makes them other words each time. */
export function renameEverything(own: TextTables, salt: string): Renamed {
  const renamed = Object.entries(own).map(([name, table]) => renameTable(tableOf(name), table, salt))
  return {
    files: csvFiles(Object.fromEntries(renamed.map(({ name, rows }) => [name, rows]))),
    mapping: { lykta: 'mapping', version: 1, organisations: [], ignoredSheets: [], sheets: renamed.map(({ name, columns }) => ({ names: [name], headerRow: 2, columns, ignored: [`onödig ${salt}`], constants: {}, skippedRows: [`summa ${salt}`] })) },
  }
}

function tableOf(name: string): TableId {
  return tableIds.find((table) => tables[table].sv === name || tables[table].en === name)!
}

function renameTable(table: TableId, [header = [], ...rows]: TextTable, salt: string): { readonly name: string; readonly rows: TextTable; readonly columns: readonly MappedColumn[] } {
  const written = header.map((own, index) => {
    const to = `${table}.${columnsOf(table).find(([, { sv, en }]) => sv === own || en === own)![0]}` as ColumnId
    const { kind } = kindOf(to)
    const words = new Map<string, string>()
    const other = (word: string): string => {
      if (word === '') return ''
      if (!words.has(word)) words.set(word, `${salt}${index}x${words.size}`)
      return words.get(word)!
    }
    const cells = rows.map((row) => {
      const cell = row[index] ?? ''
      if (kind === 'day' || kind === 'occurrence') return renameDate(cell)
      if (isList(to)) return cell === '' ? '' : cell.split('|').map(other).join(' ; ')
      return kind === 'code' || kind === 'organisation' ? other(cell) : cell
    })
    const values = Object.fromEntries([...words].map(([ours, theirs]) => [theirs.toUpperCase(), codeOf(to, ours)]))
    const column: MappedColumn = { from: `${salt} ${index}`, to, values, ...(isList(to) ? { split: ';' } : {}), dates: ['D/M/YYYY', 'M.YYYY', "'YY"] }
    return { cells, column }
  })
  const last = written.map(() => '')
  return {
    name: `${table} ${salt}`,
    rows: [
      [`påhittad titel ${salt}`, ...last],
      [...written.map(({ column }) => column.from), `onödig ${salt}`],
      ...rows.map((_, row) => [...written.map(({ cells }) => cells[row] ?? ''), 'bort med det']),
      [`Summa  ${salt}`, ...last],
    ],
    columns: written.map(({ column }) => column),
  }
}

/** The code itself, for a list's word in Swedish. */
function codeOf(to: ColumnId, word: string): string {
  const what = kindOf(to)
  return what.kind === 'code' ? (findCoded(what.list, word) ?? word) : word
}

function renameDate(text: string): string {
  const [year = '', month, day] = text.split('-')
  if (day !== undefined) return `${Number(day)}/${Number(month)}/${year}`
  return month === undefined ? (year === '' ? '' : `'${year.slice(2)}`) : `${Number(month)}.${year}`
}
