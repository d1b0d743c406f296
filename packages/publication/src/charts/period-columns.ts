// The cells of one row over its periods, ready to be drawn as columns.
import type { ProtectedCell, ProtectedTable } from '@lykta/disclosure'
import { type Period, poissonRate } from '@lykta/statistics'
import { type Edition, renderColumn, renderPeriod } from '../binding/edition.ts'
import { cellOf } from '../document/cell.ts'
import { renderCellInWords } from '../document/render-cell.ts'
import type { Column } from './columns.ts'

/** Intervals are for incidents only: persons cluster in incidents. */
export function periodColumns(edition: Edition, table: ProtectedTable): readonly Column[] {
  const latest = table.periods.findIndex((period) => period.to >= `${edition.context.year}-12-31`)
  return table.periods.map((period, index): Column => {
    const cell = cellOf(table.base[index], period)
    const value = renderCellInWords(cell, edition.words)
    const drawn = cell.sign === 'number' || cell.sign === 'zero'
    const { label, remark } = renderColumn(edition, period)
    return {
      label,
      remark,
      cell,
      value: drawn ? value : cell.sign === 'hidden' ? edition.words.signs.hidden.text : '',
      missing: drawn ? null : value,
      partial: remark !== null,
      emphasised: table.periods.length <= 4 && index === latest,
      interval: table.unit === 'incident' ? countInterval(table.base[index], period) : null,
    }
  })
}

function countInterval(cell: ProtectedCell | undefined, { months }: Period): Column['interval'] {
  if (cell?.state !== 'shown' || cell.atLeast || months === 0) return null
  const { lower, upper } = poissonRate({ count: cell.count, months })
  return { lower: lower * months, upper: upper * months }
}

/** Name and value of every period, for the alternative text. */
export function periodValues(edition: Edition, table: ProtectedTable): readonly (readonly [string, string])[] {
  return table.periods.map((period, index) => [renderPeriod(edition, period), renderCellInWords(cellOf(table.base[index], period), edition.words)])
}
