// Incidents over the parts of the edition's year: months, quarters or half-years, whichever may be shown.
import { type Edition, shownCell } from '../binding/edition.ts'
import type { Chart } from '../document/document.ts'
import { breakdownTable } from '../tables/breakdown-table.ts'
import { renderCount } from '../words/numbers.ts'
import type { Words } from '../words/words.ts'
import { chartFrame } from './chart-frame.ts'
import { drawColumns } from './columns.ts'
import { periodColumns, periodValues } from './period-columns.ts'

export function monthsChart(edition: Edition): Chart | undefined {
  const table = edition.tables.get('months')
  const counts = table?.base.flatMap((cell) => shownCell(cell)?.count ?? []) ?? []
  if (!table || counts.length === 0) return undefined
  const { words } = edition
  const columns = periodColumns(edition, table).map((column) => ({ ...column, interval: null, emphasised: false }))
  const [least, most] = [Math.min(...counts), Math.max(...counts)].map((count) => renderCount(count, words.language))
  return chartFrame(edition, {
    id: 'chart-months',
    // "Between" is said of all parts: what is hidden or was not collected may lie beside it.
    title: counts.length > 1 && counts.length === table.base.length && least && most ? titleOf(words, least, most) : words.chart.months.plain,
    subtitle: [words.chart.months.subtitle, ...(columns.some((column) => column.partial) ? [words.chart.partial] : [])],
    values: periodValues(edition, table),
    table: breakdownTable(edition, table),
    from: [table.id],
    draw: (size, alt) => drawColumns({ id: 'months', alt, columns, size }),
  })
}

function titleOf({ chart }: Words, least: string, most: string): string {
  return least === most ? chart.months.even(least) : chart.months.title(least, most)
}
