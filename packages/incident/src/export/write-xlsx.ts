// Sheets to fill in as an Office Open XML workbook, written by hucre behind this one function.
import type { CellStyle, CellValue, DataValidation, WriteSheet } from 'hucre/xlsx'
import type { CivilDate } from '../civil-date.ts'
import type { FormCell, FormColumn, FormSheet } from './form-sheet.ts'

export async function writeXlsx(sheets: readonly FormSheet[], modified: CivilDate): Promise<Uint8Array> {
  const { writeXlsx: writeWithHucre } = await import('hucre/xlsx')
  const date = new Date(`${modified}T00:00:00Z`)
  return writeWithHucre({ sheets: sheets.map(writeSheet), properties: { created: date, modified: date } })
}

const headerStyle: CellStyle = { font: { bold: true, name: 'Calibri', size: 11 }, numFmt: '@' }
const numberFormats = { date: 'yyyy-mm-dd', text: '@' } as const

function writeSheet({ name, columns, rows, emptyRows }: FormSheet): WriteSheet {
  const empty = columns.map(() => null)
  const headers = rows.flatMap((row, rowIndex) => row.flatMap((cell, column) =>
    isHeader(cell) ? [[`${rowIndex},${column}`, { value: cell.header, style: headerStyle }] as const] : []))
  return {
    name,
    columns: columns.map(({ width, format }) => ({ width, ...(format && { numFmt: numberFormats[format] }) })),
    rows: [...rows.map((row) => row.map(valueOf)), ...Array.from({ length: emptyRows }, () => empty)],
    cells: new Map(headers),
    ...(emptyRows > 0 && { freezePane: { rows: 1 } }),
    dataValidations: columns.flatMap((column, index) => dropDown(column, index, rows.length + emptyRows)),
  }
}

const isHeader = (cell: FormCell) => cell !== null && typeof cell === 'object' && 'header' in cell

function valueOf(cell: FormCell): CellValue {
  if (cell === null) return cell
  if (typeof cell === 'string') return escapeEscapes(cell)
  return 'header' in cell ? cell.header : new Date(`${cell.day}T00:00:00Z`)
}

/** "_x000D_" in a workbook stands for a carriage return (ECMA-376 part 1, §22.4.2.4), and hucre 1.0.0 does not escape it. */
const escapeEscapes = (text: string) => text.replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_')

function dropDown({ choice }: FormColumn, index: number, lastRow: number): DataValidation[] {
  if (!choice) return []
  const { from } = choice
  const letter = String.fromCharCode(65 + index)
  return [{
    type: 'list',
    range: `${letter}2:${letter}${lastRow}`,
    allowBlank: true,
    showErrorMessage: true,
    errorStyle: 'stop',
    errorTitle: choice.title,
    errorMessage: choice.message,
    ...('words' in from ? { values: [...from.words] } : { formula1: `${from.sheet}!$${from.letter}$2:$${from.letter}$${from.lastRow}` }),
  }]
}
