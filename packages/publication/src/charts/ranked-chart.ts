// The rows of a breakdown from the most frequent down, for one period, with the base in the subtitle.
import type { ProtectedTable } from '@lykta/disclosure'
import { type Edition, renderPeriod, shownCell } from '../binding/edition.ts'
import { renderQuantity } from '../words/quantity.ts'
import { renderShare } from '../binding/share.ts'
import { cellOf } from '../document/cell.ts'
import type { Chart } from '../document/document.ts'
import { breakdownTable } from '../tables/breakdown-table.ts'
import { orderedRows } from '../tables/row-order.ts'
import { type Bar, drawBars } from './bars.ts'
import { chartFrame } from './chart-frame.ts'
import { renderCellInWords } from '../document/render-cell.ts'

/** Of the block where the table is of one, which may have ended before the edition's year; else of the period that holds that year, and while it waits of the last before. */
export function rankedChart(edition: Edition, id: 'indicators' | 'nationalities', tableId: string): Chart | undefined {
  const table = edition.tables.get(tableId)
  if (!table) return undefined
  const holding = table.periods.findIndex(({ to }) => to >= `${edition.context.year}-12-31`)
  const index = holding < 0 ? table.periods.length - 1 : holding
  const period = table.periods[index]
  if (!period) return undefined
  const { words } = edition
  const base = table.base[index]
  const bars = orderedRows(edition, table).flatMap(({ row, label }): readonly Bar[] => {
    const cell = cellOf(row.cells[index], period)
    if (cell.sign === 'hidden') return []
    const baseCount = shownCell(base)?.count ?? 0
    const length = cell.sign === 'number' ? cell.count : cell.sign === 'band' ? (baseCount * cell.numerator) / cell.denominator : 0
    const value = renderCellInWords(cell, edition.words)
    return [{ label, cell, value, hatched: cell.sign === 'band', emphasised: false, length, group: null }]
  })
  const [first] = bars
  if (!first) return undefined
  const texts = words.chart[id]
  const shownBase = shownCell(base)
  const told = renderPeriod(edition, period)
  const baseText = shownBase ? words.chart.base(renderQuantity(edition.words, shownBase.count, shownBase.atLeast), told) : `${words.facts.period}: ${told}.`
  const share = first.cell.sign === 'number' && isForemost(table, index, first.cell.count) ? renderShare(edition, first.cell, shownBase, table.unit) : undefined
  return chartFrame(edition, {
    id: `chart-${id}`,
    title: share === undefined ? texts.plain : texts.title(lowered(first.label, id), share),
    subtitle: [texts.subtitle, baseText, ...(bars.length < table.rows.length ? [words.chart.hiddenRows] : [])],
    values: bars.map((bar) => [bar.label, bar.value]),
    table: breakdownTable(edition, table),
    from: [table.id],
    draw: (size, alt) => drawBars({ id, alt, bars, full: Math.max(...bars.map((bar) => bar.length)), size }),
  })
}

/**
 * "Most often" is said of a row that stands alone when every other is shown and smaller. What is hidden may be larger (one
 * organisation may have seen it all), and so may be one of a merged row's when that row is.
 */
function isForemost({ rows }: ProtectedTable, index: number, most: number): boolean {
  const reaching = rows.filter(({ cells }) => !((shownCell(cells[index])?.count ?? Infinity) < most))
  return reaching.length === 1 && reaching[0]?.members.length === 0
}

/** Indicators are sentences, names of countries are names. */
function lowered(label: string, id: 'indicators' | 'nationalities'): string {
  return id === 'indicators' ? label.charAt(0).toLowerCase() + label.slice(1) : label
}
