// A protected table as CSV (RFC 4180, UTF-8 with BOM): one line a cell, the same columns for every table.
import type { ProtectedCell, ProtectedTable } from '@lykta/disclosure'
import { type Edition, renderRowLabel } from '../binding/edition.ts'

/** Code of the lines that hold the base. */
export const baseCode = '_base'

const columns = ['table', 'unit', 'code', 'label', 'period', 'from', 'to', 'months', 'value', 'atLeast', 'moreThan', 'status'] as const

/** Numbers with a decimal point and no separators, so that a program reads them alike in both languages. */
export function renderCsv(edition: Edition, table: ProtectedTable): string {
  const { words } = edition
  const lines: (readonly string[])[] = [columns.map((column) => words.columns[column])]
  const add = (code: string, label: string, cells: readonly ProtectedCell[]): void => {
    for (const [index, period] of table.periods.entries()) {
      const cell = cells[index] ?? { state: 'hidden' }
      const months = String(Math.round(period.months * 1000) / 1000)
      const value = cell.state === 'shown' ? String(cell.count) : ''
      const atLeast = cell.state === 'shown' ? String(cell.atLeast) : ''
      const moreThan = cell.state === 'band' ? `${cell.numerator}/${cell.denominator}` : ''
      lines.push([table.id, table.unit, code, label, period.id, period.from, period.to, months, value, atLeast, moreThan, cell.state])
    }
  }
  for (const row of table.rows) add(row.codes.join('/'), renderRowLabel(edition, table, row), row.cells)
  add(baseCode, table.by.length === 0 ? (words.tables[table.id] ?? table.id) : words.baseRow, table.base)
  return `\ufeff${lines.map((line) => line.map(quoted).join(',')).join('\r\n')}\r\n`
}

/** A text that a spreadsheet would take for a formula is led by an apostrophe: labels may come from a network's own catalogue. */
function quoted(text: string): string {
  const safe = /^[=+@\t\r-]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
