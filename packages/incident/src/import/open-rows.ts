// One row of a table at a time: gives a cell's text by its column, and says where a problem with it stands.
import { isLikeFormula } from '../is-like-formula.ts'
import { knownProblem, knownWarning } from '../messages/known-problem.ts'
import type { ProblemCode, ProblemValues } from '../messages/problem-values.ts'
import { renderFound } from '../messages/render-found.ts'
import type { Place, Problem } from '../problem.ts'
import type { Problems } from './collect-problems.ts'
import type { ColumnId, ColumnOf, TableId } from './columns.ts'
import { findNear } from './find-near.ts'
import { maxTextLength } from './limits.ts'
import { isFilled } from './recognise-tables.ts'
import type { Table } from './recognise-tables.ts'
import { placeOfRow, type SheetCell } from './sheet.ts'

export type Row<Id extends TableId> = {
  /** As the spreadsheet numbers it. */
  readonly number: number
  readonly file: string
  /** Whether the row's own sheet has the column. */
  has(column: ColumnOf<Id>): boolean
  /** NFC, trimmed, on one line; '' for an empty cell or an absent column; undefined for a cell that was reported. */
  text(column: ColumnOf<Id>, longest?: number): string | undefined
  /** The same with its line breaks. */
  prose(column: ColumnOf<Id>, longest: number): string | undefined
  report<Code extends ProblemCode>(column: ColumnOf<Id>, code: Code, values: ProblemValues[Code]): void
  warn<Code extends ProblemCode>(column: ColumnOf<Id>, code: Code, values: ProblemValues[Code]): void
  /** As `findNear`, but '' once no more errors are shown: a file of a million slips would else be searched a million times. */
  near(written: string, candidates: Iterable<string>): string
}

/** The rows that hold anything, each as wide as the header. */
export function openRows<Id extends TableId>(table: Table & { readonly id: Id }, problems: Problems): readonly Row<Id>[] {
  const rows: Row<Id>[] = []
  const width = table.sheet.rows[0]?.length ?? 0
  for (const [index, cells] of table.sheet.rows.entries()) {
    if (index === 0 || !cells.some(isFilled)) continue
    const where = placeOfRow(table.sheet, index)
    const fault = findRowFault(cells, width, table.sheet.exactWidth, where)
    if (fault) problems.add(fault)
    else rows.push(openRow(table, cells, { ...where, lacks: table.sheet.lacks?.get(index) }, problems))
  }
  return rows
}

/** A row that is wider than the header, or was cut off. */
export function findRowFault(cells: readonly SheetCell[], width: number, exactWidth: boolean, where: Place): Problem | undefined {
  if (cells.some((cell, column) => column >= width && isFilled(cell))) return knownProblem('import.row-too-long', { columns: width }, where)
  return exactWidth && cells.length < width ? knownProblem('import.row-too-short', { fields: cells.length, columns: width }, where) : undefined
}

type RowPlace = { readonly file?: string; readonly row: number }

function openRow<Id extends TableId>(
  table: Table & { readonly id: Id }, cells: readonly SheetCell[], { lacks, ...place }: RowPlace & { readonly lacks: ReadonlySet<ColumnId> | undefined }, problems: Problems,
): Row<Id> {
  const where = (column: ColumnOf<Id>) => {
    const known = table.columns.get(column)
    return known && known.header !== '' ? { ...place, column: known.header } : place
  }
  const report: Row<Id>['report'] = (column, code, values) => problems.add(knownProblem(code, values, where(column)))
  const prose: Row<Id>['prose'] = (column, longest) => {
    const known = table.columns.get(column)
    const cell = known === undefined ? '' : cells[known.index] ?? ''
    if (typeof cell !== 'string') {
      if (cell.refused !== 'told') report(column, cell.refused === 'formula' ? 'import.formula' : 'import.cell-error', {})
      return undefined
    }
    const text = cell.normalize('NFC').trim()
    if (hasControlCharacter(text)) report(column, 'import.control-character', {})
    else if (text.length > longest) report(column, 'import.text-too-long', { length: text.length, allowed: longest })
    else return text
    return undefined
  }
  return {
    number: place.row,
    file: place.file ?? table.sheet.place,
    has: (column) => table.columns.has(column) && lacks?.has(`${table.id}.${column}` as ColumnId) !== true,
    text: (column, longest = maxTextLength) => prose(column, longest)?.replace(/\s+/g, ' '),
    prose,
    report,
    warn: (column, code, values) => problems.add(knownWarning(code, values, where(column))),
    near: (written, candidates) => (problems.isFull() ? '' : findNear(written, candidates)),
  }
}

/** Line breaks and tabs are text; lone surrogates are refused too, since they are no characters and have no UTF-8. */
function hasControlCharacter(text: string): boolean {
  // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
  return /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/.test(text) || !text.isWellFormed()
}

/**
 * A name or a reference; starting with = + - @, or their full-width twins, it would run as a formula in whoever's
 * spreadsheet opens it next.
 */
export function readName<Id extends TableId>(row: Row<Id>, column: ColumnOf<Id>): string | undefined {
  const name = row.text(column)
  if (name === undefined || !isLikeFormula(name)) return name
  row.report(column, 'import.text-like-formula', {})
  return undefined
}

/** A name that must be there. */
export function readRequiredName<Id extends TableId>(row: Row<Id>, column: ColumnOf<Id>): string | undefined {
  const name = readName(row, column)
  if (name !== '') return name
  row.report(column, 'import.cell-empty', {})
  return undefined
}

/** For the sentence: what stood there, shortened. Never for the reason or the area. */
export const found = (text: string) => ({ found: renderFound(text) })
