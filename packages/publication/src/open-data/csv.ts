// A file of open data as CSV (RFC 4180, UTF-8 with BOM): one line a cell, the same columns in every file.
import type { Words } from '../words/words.ts'
import type { DataTable } from './data-table.ts'

export const columns = ['table', 'figure', 'unit', 'code', 'label', 'period', 'from', 'to', 'months', 'value', 'sign', 'moreThan', 'marks'] as const

/**
 * Numbers with a decimal point and no separators, so that a program reads them alike in both languages. `marks` (a draft,
 * invented figures) stand in each line: a line that is copied elsewhere takes them along.
 */
export function renderCsv(table: DataTable, words: Words, marks: readonly string[]): string {
  const lines: (readonly string[])[] = [columns.map((column) => words.columns[column])]
  for (const { figure, unit, code, label, cells } of table.rows) {
    for (const [index, { id, from, to, months }] of table.periods.entries()) {
      const cell = cells[index]
      if (!cell) throw new Error(`open data: ${table.id} lacks a cell`)
      const value = cell.value === null ? '' : String(cell.value)
      lines.push([table.id, figure, unit, code, label, id, from, to, String(roundedMonths(months)), value, cell.sign, cell.moreThan ?? '', marks.join('; ')])
    }
  }
  return csvLines(lines)
}

export const csvLines = (lines: readonly (readonly string[])[]): string => `\ufeff${lines.map((line) => line.map(quoted).join(',')).join('\r\n')}\r\n`

export const roundedMonths = (months: number): number => Math.round(months * 1000) / 1000

/**
 * A text that a spreadsheet would take for a formula is led by an apostrophe: labels may come from a network's own
 * catalogue. Some spreadsheets read the full-width signs as their narrow twins.
 */
function quoted(text: string): string {
  const safe = /^[=+@\t\r\n＝＋－＠-]/u.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
