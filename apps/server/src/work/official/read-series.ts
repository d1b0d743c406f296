// A file of series as it came: CSV, XLSX, ODS or JSON-stat 2.0, told apart by what it holds; every fault with its place.
import { type ImportFile, type Problem, problem, ProblemError, readSheets, type Sheet, type SheetCell } from '@lykta/incident'
import type { DatedBy, OfficialSeries, SeriesValue } from '../../api/official-types.ts'
import { gatherSeries, type SeriesRow } from './gather-series.ts'
import { allowedWords, columns, datedByWords, findCode, kindWords, longest, type SeriesColumn, statusWords } from './series-columns.ts'
import { findSeriesPeriod } from './series-period.ts'
import { findSeriesNumber } from './series-number.ts'

/** What is said beside a file that does not say it itself. */
export type SeriesDefaults = {
  readonly datedBy?: DatedBy | undefined
  readonly source?: string | undefined
  readonly unit?: string | undefined
  readonly status?: SeriesValue['status'] | undefined
  readonly kind?: OfficialSeries['kind'] | undefined
}

/** Refuses (`ProblemError`) a file with any fault. */
export async function readSeriesFile(file: ImportFile, defaults: SeriesDefaults): Promise<readonly OfficialSeries[]> {
  const start = new TextDecoder().decode(file.bytes.subarray(0, 200)).replace(/^\uFEFF/, '').trimStart()
  // Loaded here: what checks shapes takes a while, and most commands read no such file.
  if (start.startsWith('{')) return gatherSeries((await import('./read-json-stat.ts')).readJsonStat(file, defaults), file.name)
  const { sheets: [sheet], problems } = await readSheets([file])
  const errors = problems.filter(({ severity }) => severity === 'error')
  if (errors.length > 0 || !sheet) throw new ProblemError(errors.map((one) => (isOtherKind(one) ? problem('official.file-kind', { kind: one.code }, { file: file.name }) : one)))
  return gatherSeries(readRows(sheet, file.name, defaults), sheet.place)
}

/** Read here is more than the register's own tables are: JSON-stat too. */
const isOtherKind = ({ code }: Problem): boolean => code === 'import.file-kind' || code === 'import.file-pdf' || code === 'import.file-web-page'

const required: readonly SeriesColumn[] = ['series', 'source', 'unit', 'datedBy', 'period', 'value', 'status']

function readRows(sheet: Sheet, file: string, defaults: SeriesDefaults): readonly SeriesRow[] {
  const [header = [], ...rows] = sheet.rows
  const places = new Map((Object.keys(columns) as SeriesColumn[]).flatMap((column) => {
    const index = header.findIndex((cell) => isNamed(cell, column))
    return index === -1 ? [] : [[column, index] as const]
  }))
  const missing = required.filter((column) => !places.has(column) && defaults[column as keyof SeriesDefaults] === undefined)
  if (missing.length > 0) throw new ProblemError(missing.map((column) => problem('official.column-missing', columns[column], { file, row: 1 })))
  const faults: Problem[] = []
  const read = rows.flatMap((row, index): readonly SeriesRow[] => {
    if (row.every((cell) => textOf(cell).trim() === '')) return []
    const found = readRow(row, places, defaults, index + 2, (column, code, values = {}) =>
      void faults.push(problem(code, values, { file: sheet.place, row: index + 2, column: textOf(header[places.get(column) ?? -1] ?? columns[column].sv) })))
    return found ? [found] : []
  })
  if (faults.length > 0) throw new ProblemError(faults)
  return read
}

type Report = (column: SeriesColumn, code: string, values?: Problem['values']) => void

function readRow(row: readonly SheetCell[], places: ReadonlyMap<SeriesColumn, number>, defaults: SeriesDefaults, at: number, report: Report): SeriesRow | undefined {
  let faulty = false
  const refuse: Report = (...told) => {
    faulty = true
    report(...told)
  }
  const cell = (column: SeriesColumn): string => {
    const found = row[places.get(column) ?? -1] ?? ''
    if (typeof found !== 'string') refuse(column, 'official.formula')
    return textOf(found).trim()
  }
  const text = (column: 'series' | 'area' | 'source' | 'unit' | 'label' | 'break', needed: boolean, otherwise = ''): string => {
    const found = cell(column) || otherwise
    if (needed && found === '') refuse(column, 'official.empty')
    if (found.length > longest[column]!) refuse(column, 'official.long', { longest: longest[column]! })
    return found
  }
  const code = <Code extends string>(column: 'status' | 'datedBy' | 'kind', words: Readonly<Record<Code, readonly string[]>>, otherwise: Code | undefined): Code | undefined => {
    const written = cell(column)
    const found = written === '' ? otherwise : findCode(written, words)
    if (found === undefined) refuse(column, 'official.word', { found: written.slice(0, 40), ...allowedWords[column] })
    return found
  }
  const period = findSeriesPeriod(cell('period'))
  if (!period) refuse('period', 'official.period', { found: cell('period').slice(0, 40) })
  const value = findSeriesNumber(cell('value'))
  if (value === undefined) refuse('value', 'official.value', { found: cell('value').slice(0, 40) })
  const read = {
    name: text('series', true), area: text('area', false) || null, source: text('source', true, defaults.source), unit: text('unit', true, defaults.unit),
    label: text('label', false) || null, break: text('break', false) || null,
    kind: code('kind', kindWords, defaults.kind ?? 'official'), datedBy: code('datedBy', datedByWords, defaults.datedBy), status: code('status', statusWords, defaults.status),
  }
  return faulty ? undefined : { ...read, ...period!, value: value!, kind: read.kind!, datedBy: read.datedBy!, status: read.status!, row: at }
}

function isNamed(cell: SheetCell, column: SeriesColumn): boolean {
  const text = textOf(cell).trim().toLowerCase().replaceAll(' ', '_')
  return text === columns[column].sv || text === columns[column].en
}

const textOf = (cell: SheetCell): string => (typeof cell === 'string' ? cell : '')
