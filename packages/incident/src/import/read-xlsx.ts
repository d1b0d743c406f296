// Office Open XML workbooks as rows of text, read by hucre behind this one function.
import { zipSync } from 'fflate'
import type { Cell, CellValue } from 'hucre/xlsx'
import { knownProblem } from '../messages/known-problem.ts'
import { ProblemError } from '../problem.ts'
import { precisionOfFormat, renderDate } from './date-precision.ts'
import { maxCells, maxColumns, maxRows, maxSheets, maxTreeTags } from './limits.ts'
import type { SheetCell, WorkbookSheet } from './sheet.ts'
import type { ZipParts } from './unpack-zip.ts'

/** The parts needed for cells; drawings, comments and whatever else a workbook carries are never unpacked. */
export function isXlsxPart(name: string): boolean {
  return /^(?:\[Content_Types\]\.xml|_rels\/\.rels|xl\/[^/]+\.xml|xl\/_rels\/[^/]+\.rels|xl\/worksheets\/[^/]+\.xml)$/i.test(name)
}

/** Throws ProblemError for what is too large, and any Error for a broken file. */
export async function readXlsx(parts: ZipParts, mostColumns = maxColumns): Promise<readonly WorkbookSheet[]> {
  refuseLarge(parts)
  // Loaded with the first workbook: most files, and most commands, have none.
  const { readXlsx: readWithHucre } = await import('hucre/xlsx')
  const workbook = await readWithHucre(zipSync(Object.fromEntries(parts), { level: 0 }), { readStyles: hasMonthFormat(parts) })
  return workbook.sheets.map(({ name, rows, cells }) => {
    const texts = rows.map((row, rowIndex) =>
      withoutEmptyEnd(row.map((value, column) => textOf(value, cells?.get(`${rowIndex},${column}`))), (cell) => cell === ''))
    const used = withoutEmptyEnd(texts, (row) => row.length === 0)
    if (used.length > maxRows) throw tooMany('import.rows-too-many', maxRows)
    if (used.some((row) => row.length > mostColumns)) throw tooMany('import.columns-too-many', mostColumns)
    return { name, rows: used }
  })
}

function textOf(value: CellValue, cell: Cell | undefined): SheetCell {
  if (cell?.formula !== undefined || cell?.type === 'formula') return { refused: 'formula' }
  if (cell?.type === 'error') return { refused: 'error' }
  if (value === null) return ''
  if (typeof value === 'string') return value.replace(/\r\n?/g, '\n')
  if (typeof value === 'boolean') return String(value).toUpperCase()
  if (typeof value === 'number') return String(value)
  // hucre puts the cell's own calendar day and time into the UTC fields, so that no time zone moves it.
  if (Number.isNaN(value.getTime())) return { refused: 'error' }
  return renderDate(value.toISOString().split('T')[0] ?? '', precisionOfFormat(cell?.style?.numFmt ?? ''))
}

function withoutEmptyEnd<Item>(items: Item[], isEmpty: (item: Item) => boolean): Item[] {
  return items.slice(0, items.findLastIndex((item) => !isEmpty(item)) + 1)
}

/** Styles of every cell cost much memory, so they are read only when some format shows less than a day. */
function hasMonthFormat(parts: ZipParts): boolean {
  const styles = parts.get('xl/styles.xml')
  if (!styles) return false
  const xml = new TextDecoder().decode(styles)
  const codes = [...xml.matchAll(/formatCode="([^"]*)"/g)].map((match) => match[1] ?? '')
  // 17 is the built-in format mmm-yy.
  return xml.includes('numFmtId="17"') || codes.some((code) => precisionOfFormat(code.replaceAll('&quot;', '"')) !== 'day')
}

/**
 * hucre fills the rectangle from A1 to the furthest cell, reads all parts but the sheets as trees, and reads a sheet as often as
 * the workbook lists it: each is bounded first.
 */
function refuseLarge(parts: ZipParts): void {
  let cells = 0
  let sheets = 0
  let listed = 0
  for (const [name, bytes] of parts) {
    const xml = new TextDecoder().decode(bytes)
    if (name.startsWith('xl/worksheets/')) {
      sheets += 1
      cells += rectangleOf(xml)
    } else {
      if (countTags(bytes) > maxTreeTags) throw tooMany('import.cells-too-many', maxCells)
      listed += xml.match(/<(?:\w+:)?sheet\s/g)?.length ?? 0
    }
    if (cells > maxCells) throw tooMany('import.cells-too-many', maxCells)
  }
  if (listed > maxSheets) throw tooMany('import.sheets-too-many', maxSheets)
  if (listed > sheets) throw new Error('readXlsx: the workbook lists a sheet that is not there')
}

function rectangleOf(xml: string): number {
  let row = 0
  let column = 0
  let rows = 0
  let columns = 0
  for (const [, tag, attributes = ''] of xml.matchAll(/<(?:\w+:)?(row|c)(?=[\s/>])([^>]*)/g)) {
    const reference = /\sr="([A-Za-z]{0,3})(\d{1,7})"/.exec(attributes)
    if (tag === 'row') {
      row = reference ? Number(reference[2]) : row + 1
      column = 0
    } else {
      column = reference ? columnNumber(reference[1] ?? '') : column + 1
      row = reference ? Number(reference[2]) : row
      columns = Math.max(columns, column)
      rows = Math.max(rows, row)
    }
  }
  return rows * columns
}

function columnNumber(letters: string): number {
  return Array.from(letters.toUpperCase()).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)
}

function countTags(bytes: Uint8Array): number {
  let tags = 0
  for (const byte of bytes) if (byte === 0x3c) tags += 1
  return tags
}

function tooMany(
  code: 'import.rows-too-many' | 'import.columns-too-many' | 'import.sheets-too-many' | 'import.cells-too-many', allowed: number,
): ProblemError {
  return new ProblemError([knownProblem(code, { allowed })])
}
