// A protected table as it is printed: a row per code, a column per period, the base last.
import type { ProtectedTable } from '@lykta/disclosure'
import { type Edition, renderColumn, renderSource, shownCell } from '../binding/edition.ts'
import type { Cell } from '../document/cell.ts'
import type { Table, TableRow } from '../document/document.ts'
import { renderQuantity } from '../words/quantity.ts'
import { mergedNotes } from './merged-notes.ts'
import { printedCell } from './printed-cell.ts'
import { orderedRows } from './row-order.ts'

export function breakdownTable(edition: Edition, table: ProtectedTable): Table {
  const { words } = edition
  const rowOf = (header: string, cells: readonly (ProtectedTable['base'][number])[], indented = false): TableRow => ({
    header,
    indented,
    cells: table.periods.map((period, index) => ({ cell: printedCell(edition, table.id, cells[index], period), span: 1, remark: null })),
  })
  const rows = orderedRows(edition, table).map(({ row, label }) => rowOf(label, row.cells))
  const base = rowOf(table.by.length === 0 ? tableName(edition, table.id) : `${words.baseRow}: ${words.unit[table.unit]}`, table.base)
  return {
    kind: 'table',
    id: table.id,
    caption: tableName(edition, table.id),
    corner: words.rowHeads[table.id] ?? words.measureHead,
    columns: table.periods.map((period) => renderColumn(edition, period)),
    rows: [...rows, base],
    notes: notesOf(edition, table, [...rows, base].flatMap((row) => row.cells.map(({ cell }) => cell))),
    source: renderSource(edition),
  }
}

export function tableName({ words }: Edition, id: string): string {
  return words.tables[id] ?? id
}

function notesOf(edition: Edition, table: ProtectedTable, cells: readonly Cell[]): readonly string[] {
  const { words } = edition
  const notes: string[] = [...partsNote(edition, table)]
  notes.push(...(edition.context.apart === table.id ? [words.note.apart] : mergedNotes(edition, table)))
  if (table.severalAnswers) notes.push(words.note.severalAnswers)
  if (table.unit === 'person' && table.periods.length > 1) notes.push(words.note.personsByYear)
  if (cells.some((cell) => cell.sign === 'number' && cell.atLeast)) notes.push(words.note.unknownPersons)
  return notes
}

/** What the parts of the year are parts of: they need not add up to it. */
function partsNote({ words, context, tables }: Edition, table: ProtectedTable): readonly string[] {
  const whole = table.id === 'months' ? tables.get('incidents') : undefined
  const year = shownCell(whole?.base[whole.periods.findIndex(({ id }) => id === String(context.year))])
  return year ? [words.note.partsOf(renderQuantity(words, year.count, year.atLeast))] : []
}
