// Incidents by year, with exposure and with what chance alone can give.
import { directionOf, isPerhapsChance } from '../binding/direction-sentence.ts'
import { type Edition, renderPeriod, shownCell } from '../binding/edition.ts'
import { renderQuantity } from '../words/quantity.ts'
import type { Chart } from '../document/document.ts'
import { breakdownTable } from '../tables/breakdown-table.ts'
import { chartFrame } from './chart-frame.ts'
import { drawColumns } from './columns.ts'
import { periodColumns, periodValues } from './period-columns.ts'

export function incidentsChart(edition: Edition): Chart | undefined {
  const table = edition.tables.get('incidents')
  if (!table?.base.some(shownCell)) return undefined
  const { words } = edition
  const columns = periodColumns(edition, table)
  const subtitle = [words.chart.incidents.subtitle]
  if (columns.some((column) => column.partial)) subtitle.push(words.chart.partial)
  if (columns.some((column) => column.interval)) subtitle.push(words.chart.interval)
  return chartFrame(edition, {
    id: 'chart-incidents',
    title: titleOf(edition) ?? words.chart.incidents.plain,
    subtitle,
    values: periodValues(edition, table),
    table: breakdownTable(edition, table),
    from: [table.id],
    draw: (size, alt) => drawColumns({ id: 'incidents', alt, columns, size }),
  })
}

/** "30 incidenter 2019 mot 23 2018: skillnaden kan vara slump", when both are shown. */
function titleOf(edition: Edition): string | undefined {
  const { words, context } = edition
  const later = { table: 'incidents', codes: [], period: { word: 'year' } } as const
  const direction = directionOf(edition, later, { ...later, period: { word: 'previous' } })
  if (!direction) return undefined
  const told = (value: typeof direction.later): { count: string; period: string } => ({
    count: renderQuantity(edition.words, value.count, value.atLeast),
    period: value.periods.map((period) => renderPeriod(edition, period)).join(', '),
  })
  const compared = words.direction.compared(told(direction.later), told(direction.earlier))
  const verdict = direction.verdict !== 'none' || isPerhapsChance(direction) ? words.chart.incidents.chance[direction.verdict] : words.direction.verdict.none
  return context.year > context.firstYear ? `${compared}: ${verdict}` : undefined
}
