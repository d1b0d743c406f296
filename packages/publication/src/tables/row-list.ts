// The shown rows of one period as a list: "label: 14 av 30 (47 procent)".
import type { FigureRef } from '../binding/binding.ts'
import { renderBand } from '../words/band.ts'
import { type Edition, shownCell } from '../binding/edition.ts'
import { periodIndexes } from '../binding/figure-value.ts'
import { renderShare } from '../binding/share.ts'
import type { List } from '../document/document.ts'
import { type Inline, plain } from '../document/inline.ts'
import { orderedRows } from './row-order.ts'

/** Hidden rows are left out: a list says what is known, the table beside it says what is not shown. */
export function rowList(edition: Edition, ref: FigureRef, source: string): List | undefined {
  const table = edition.tables.get(ref.table)
  if (!table) return undefined
  const [index, ...more] = periodIndexes(table, edition.context, ref.period)
  if (index === undefined || more.length > 0) return undefined
  const base = shownCell(table.base[index])
  const items = orderedRows(edition, table).flatMap(({ row, label }): readonly (readonly Inline[])[] => {
    const cell = row.cells[index]
    const text = cell?.state === 'band' ? renderBand(edition.words, cell.numerator, cell.denominator) : renderShare(edition, shownCell(cell), base)
    return text === undefined ? [] : [[plain(`${label}: `), { kind: 'figure', binding: source, text }]]
  })
  return items.length > 0 ? { kind: 'list', ordered: false, items } : undefined
}
