// A few figures in large type, each with the periods before it.
import type { ProtectedTable } from '@lykta/disclosure'
import { type Edition, renderPeriod } from '../binding/edition.ts'
import { renderQuantity } from '../words/quantity.ts'
import { periodIndexes } from '../binding/figure-value.ts'
import type { Highlights } from '../document/document.ts'
import { tableName } from './breakdown-table.ts'

/** Figures of the edition's year, or of the merged years that hold it; a hidden one is left out. */
export function keyFigures(edition: Edition, ids: readonly string[]): Highlights | undefined {
  const items = ids.flatMap((id) => {
    const table = edition.tables.get(id)
    const item = table && keyFigure(edition, table)
    return item ? [item] : []
  })
  return items.length > 0 ? { kind: 'highlights', items } : undefined
}

function keyFigure(edition: Edition, table: ProtectedTable): Highlights['items'][number] | undefined {
  const [latest] = periodIndexes(table, edition.context, { word: 'latest' })
  const told = (index: number): { text: string; period: string } | undefined => {
    const [cell, period] = [table.base[index], table.periods[index]]
    if (cell?.state !== 'shown' || !period) return undefined
    return { text: renderQuantity(edition.words, cell.count, cell.atLeast), period: renderPeriod(edition, period) }
  }
  const value = latest === undefined ? undefined : told(latest)
  if (latest === undefined || !value) return undefined
  const earlier = Array.from({ length: latest }, (_, back) => told(latest - 1 - back)).filter((found) => found !== undefined)
  return {
    label: `${tableName(edition, table.id)}, ${value.period}`,
    value: [{ kind: 'figure', binding: `${table.id}.latest`, text: value.text }],
    remarks: earlier.map(({ text, period }) => `${period}: ${text}`),
  }
}
