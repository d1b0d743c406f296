// For the import's tests: the reference files as tables of text, and writers that put such tables into any kind of file.
import { readFileSync } from 'node:fs'
import { writeOds } from 'hucre/ods'
import { writeXlsx } from 'hucre/xlsx'
import type { CellValue } from 'hucre/xlsx'
import { importFiles, renderProblem } from '../src/index.ts'
import type { ImportContext, ImportFile, Language, Problem } from '../src/index.ts'

/** The first row is the header. */
export type TextTable = readonly (readonly string[])[]

/** Tables by the name their file or sheet has. */
export type TextTables = Readonly<Record<string, TextTable>>

function readReference(name: string): TextTable {
  const text = readFileSync(new URL(`data/reference/${name}.csv`, import.meta.url), 'utf8').slice(1)
  return text.trimEnd().split('\r\n').map((line) => line.split(';'))
}

export const reference: TextTables = {
  organisationer: readReference('organisationer'),
  incidenter: readReference('incidenter'),
  personer: readReference('personer'),
}

const columnOf = (table: TextTable, header: string) => {
  const index = table[0]?.indexOf(header) ?? -1
  return table.slice(1).map((row) => row[index] ?? '')
}

export const indicatorIds: ReadonlySet<string> =
  new Set(columnOf(reference['incidenter'] ?? [], 'indikatorer').flatMap((cell) => cell.split('|')))

export const context: ImportContext = { today: '2020-03-01', indicatorIds }

export type CsvStyle = {
  readonly delimiter?: ';' | ','
  readonly eol?: '\r\n' | '\n'
  readonly bom?: boolean
  readonly quoteAll?: boolean
  readonly encoding?: 'utf8' | 'latin1'
}

/** Windows-1252 equals Latin-1 in every character the reference uses. */
export function toCsv(table: TextTable, style: CsvStyle = {}): Uint8Array {
  const { delimiter = ';', eol = '\r\n', bom = false, quoteAll = false, encoding = 'utf8' } = style
  const field = (text: string) => (quoteAll || /["\r\n;,]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
  const text = table.map((row) => row.map(field).join(delimiter) + eol).join('')
  return new Uint8Array(Buffer.from((bom ? '\ufeff' : '') + text, encoding))
}

export function csvFiles(tables: TextTables, style: CsvStyle = {}): readonly ImportFile[] {
  return Object.entries(tables).map(([name, table]) => ({ name: `${name}.csv`, bytes: toCsv(table, style) }))
}

/** As a person types it into a spreadsheet: numbers become number cells, full dates date cells. */
function typed(text: string): CellValue {
  if (text === '') return null
  if (/^\d+$/.test(text)) return Number(text)
  return /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : text
}

export async function workbookFile(kind: 'xlsx' | 'ods', tables: TextTables): Promise<ImportFile> {
  const sheets = Object.entries(tables).map(([name, table]) => ({ name, rows: table.map((row) => row.map(typed)) }))
  return { name: `register.${kind}`, bytes: kind === 'xlsx' ? await writeXlsx({ sheets }) : await writeOds({ sheets }) }
}

/** The reference with single cells replaced; `at` is the spreadsheet's row number. */
export function withCells(
  changes: readonly { readonly table: string; readonly at: number; readonly column: string; readonly value: string }[],
): TextTables {
  const tables: Record<string, string[][]> = {}
  for (const [name, table] of Object.entries(reference)) tables[name] = table.map((row) => [...row])
  for (const { table, at, column, value } of changes) {
    const rows = tables[table] ?? []
    const row = rows[at - 1]
    const index = rows[0]?.indexOf(column) ?? -1
    if (!row || index === -1) throw new Error(`withCells: no ${column} in row ${at} of ${table}`)
    row[index] = value
  }
  return tables
}

/** The reference with a column added; the header first, `fill` in every row. */
export function withColumn(tables: TextTables, name: string, header: string, fill: string): TextTables {
  return { ...tables, [name]: (tables[name] ?? []).map((row, index) => [...row, index === 0 ? header : fill]) }
}

export async function problemsOf(tables: TextTables, more: Partial<ImportContext> = {}): Promise<readonly Problem[]> {
  return (await importFiles(csvFiles(tables), { ...context, ...more })).problems
}

export async function problemsOfFile(name: string, content: Uint8Array | string): Promise<readonly Problem[]> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  return (await importFiles([{ name, bytes }], context)).problems
}

export const codesOf = (problems: readonly Problem[]) => problems.map(({ code }) => code)
export const textsOf = (problems: readonly Problem[], language: Language) => problems.map((each) => renderProblem(each, language))
