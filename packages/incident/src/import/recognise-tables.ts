// Finds out which table each sheet is, and which column of it each header names.
import { knownProblem, knownWarning } from '../messages/known-problem.ts'
import { renderFound } from '../messages/render-found.ts'
import { columnsOf, foldName, readMeSheet, tableIds, tables } from './columns.ts'
import type { ColumnId, TableId } from './columns.ts'
import type { Problems } from './collect-problems.ts'
import { findNear } from './find-near.ts'
import type { Sheet, SheetCell } from './sheet.ts'

export type TableColumn = {
  readonly index: number
  /** As the user wrote it. */
  readonly header: string
}

export type Table = {
  readonly id: TableId
  readonly sheet: Sheet
  readonly columns: ReadonlyMap<string, TableColumn>
}

/** Tables whose columns are all understood; everything else becomes a problem. */
export function recogniseTables(sheets: readonly Sheet[], problems: Problems): ReadonlyMap<TableId, Table> {
  const recognised = new Map<TableId, Sheet>()
  const found = new Map<TableId, Table>()
  for (const sheet of sheets) {
    if (isReadMe(sheet)) continue
    const id = findTable(sheet)
    const where = { file: sheet.place }
    if (id === undefined) {
      problems.add(sheet.exactWidth ? knownProblem('import.table-unknown', {}, where) : knownWarning('import.sheet-ignored', {}, where))
      continue
    }
    const other = recognised.get(id)
    if (other) {
      problems.add(knownProblem('import.table-twice', { table: id, other: other.place }, where))
      continue
    }
    recognised.set(id, sheet)
    const columns = recogniseColumns(id, sheet, problems)
    if (columns) found.set(id, { id, sheet, columns })
  }
  reportMissingTables(new Set(recognised.keys()), problems)
  return found
}

/** Persons belong to incidents: one without the other would import, or later revise, half an incident. */
function reportMissingTables(recognised: ReadonlySet<TableId>, problems: Problems): void {
  if (recognised.has('incidents') !== recognised.has('persons')) {
    problems.add(knownProblem('import.table-missing', { table: recognised.has('incidents') ? 'persons' : 'incidents' }))
  }
  if (recognised.size === 0 && !problems.hasErrors()) problems.add(knownProblem('import.table-missing', { table: 'incidents' }))
}

/** The template's own sheet of explanations. */
export function isReadMe({ names }: Sheet): boolean {
  return names.some((name) => Object.values(readMeSheet).some((known) => foldName(known) === foldName(name)))
}

/** Which of our tables a sheet is, by its name, else by its headers. */
export function findTable(sheet: Sheet): TableId | undefined {
  return findTableByName(sheet) ?? findTableByHeaders(sheet)
}

function findTableByName(sheet: Sheet): TableId | undefined {
  for (const name of sheet.names) {
    const id = tableIds.find((table) => [foldName(tables[table].sv), foldName(tables[table].en)].includes(foldName(name)))
    if (id) return id
  }
  return undefined
}

/** The table that owns most of the headers, if it owns at least half of them. */
function findTableByHeaders(sheet: Sheet): TableId | undefined {
  const headers = headersOf(sheet).filter((header) => header !== '')
  const owned = (table: TableId) => headers.filter((header) => findColumn(table, header) !== undefined).length
  const best = tableIds.reduce((left, right) => (owned(right) > owned(left) ? right : left))
  return owned(best) >= 2 && owned(best) * 2 >= headers.length ? best : undefined
}

function headersOf(sheet: Sheet): readonly string[] {
  return (sheet.rows[0] ?? []).map((cell) => (typeof cell === 'string' ? cell.trim() : ''))
}

export function findColumn(table: TableId, header: string): string | undefined {
  const folded = foldName(header)
  return columnsOf(table).find(([, { sv, en }]) => foldName(sv) === folded || foldName(en) === folded)?.[0]
}

/** Undefined when a column is missing or wrong: its rows would only repeat that. */
function recogniseColumns(table: TableId, sheet: Sheet, problems: Problems): ReadonlyMap<string, TableColumn> | undefined {
  const columns = new Map<string, TableColumn>()
  const headers = headersOf(sheet)
  if (headers.every((header) => header === '')) {
    problems.add(knownProblem('import.header-missing', {}, { file: sheet.place, row: 1 }))
    return undefined
  }
  let sound = true
  const report: Problems['add'] = (found) => {
    sound = false
    problems.add(found)
  }
  for (const [index, header] of headers.entries()) {
    const shown = renderFound(sheet.origin ? (sheet.origin.headers[index] ?? '') : header)
    const where = { file: sheet.place, row: 1, column: shown }
    const column = findColumn(table, header)
    const other = column && columns.get(conflictOf(column, columns))
    if (header === '') {
      const row = sheet.rows.findIndex((cells) => isFilled(cells[index]))
      if (row !== -1) report(knownProblem('import.column-unnamed', { letter: columnLetter(index) }, { file: sheet.place, row: row + 1 }))
    } else if (column === undefined) {
      report(knownProblem('import.column-unknown', { table, near: nearColumn(table, header, headers) }, where))
    } else if (other) report(knownProblem('import.column-twice', { other: renderFound(other.header) }, where))
    else columns.set(column, { index, header: shown })
  }
  for (const [column, { required }] of columnsOf(table)) {
    if (required && !columns.has(column)) {
      report(knownProblem('import.column-missing', { column: `${table}.${column}` as ColumnId }, { file: sheet.place, row: 1 }))
    }
  }
  return sound ? columns : undefined
}

/** "source" and "external" ask the same question in two ways, so a table has one of them. */
function conflictOf(column: string, columns: ReadonlyMap<string, TableColumn>): string {
  if (column === 'source' && columns.has('external')) return 'external'
  if (column === 'external' && columns.has('source')) return 'source'
  return column
}

function nearColumn(table: TableId, header: string, headers: readonly string[]): ColumnId | '' {
  const taken = new Set(headers.map((other) => findColumn(table, other)))
  const free = columnsOf(table).filter(([column]) => !taken.has(column))
  const near = findNear(foldName(header), free.flatMap(([, { sv, en }]) => [sv, en]))
  const column = free.find(([, { sv, en }]) => near === sv || near === en)?.[0]
  return column === undefined ? '' : (`${table}.${column}` as ColumnId)
}

export function isFilled(cell: SheetCell | undefined): boolean {
  return cell !== undefined && (typeof cell !== 'string' || cell.trim() !== '')
}

export function columnLetter(index: number): string {
  const rest = Math.floor(index / 26)
  return (rest > 0 ? columnLetter(rest - 1) : '') + String.fromCharCode(65 + (index % 26))
}
