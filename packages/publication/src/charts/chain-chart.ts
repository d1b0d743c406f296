// The response chain of the edition's year: how many incidents reached each step that the form asked about.
import { responseChain } from '@lykta/statistics'
import { wasAskedAbout } from '../binding/asked-about.ts'
import { type Edition, renderPeriod, shownCell } from '../binding/edition.ts'
import { periodIndexes } from '../binding/figure-value.ts'
import { renderShare } from '../binding/share.ts'
import { cellOf } from '../document/cell.ts'
import type { Chart, TableRow } from '../document/document.ts'
import { tableName } from '../tables/breakdown-table.ts'
import { keyFigures } from '../tables/years-table.ts'
import { type Bar, drawBars } from './bars.ts'
import { chartFrame } from './chart-frame.ts'
import { renderCellInWords } from '../document/render-cell.ts'

export function chainChart(edition: Edition): Chart | undefined {
  const { words, context } = edition
  const steps = responseChain.flatMap((id) => {
    const table = edition.tables.get(id)
    const [index] = table ? periodIndexes(table, context, { word: 'year' }) : []
    const [cell, period] = index === undefined ? [] : [table?.base[index], table?.periods[index]]
    return table && cell && period && wasAskedAbout(edition, id, period) ? [{ id, protectedCell: cell, cell: cellOf(cell, period), period }] : []
  })
  const [known] = steps
  const base = shownCell(known?.protectedCell)
  if (known?.id !== 'incidents' || !base || steps.length < 2) return undefined
  const bars = steps.map(({ id, cell }): Bar => ({
    label: tableName(edition, id),
    cell,
    value: renderCellInWords(cell, edition.words),
    hatched: false,
    emphasised: id === 'incidents',
    length: cell.sign === 'number' ? cell.count : 0,
    group: null,
  }))
  const police = shownCell(steps.find((step) => step.id === 'policeContacted')?.protectedCell)
  const share = renderShare(edition, police, base, 'incident')
  const printed = keyFigures(edition)
  const rows = steps.map(({ id, cell }): TableRow => ({ header: tableName(edition, id), indented: false, cells: [{ cell, span: 1, remark: null }] }))
  return chartFrame(edition, {
    id: 'chart-chain',
    title: share === undefined ? words.chart.chain.plain : words.chart.chain.title(share),
    subtitle: [words.chart.chain.subtitle, renderPeriod(edition, known.period)],
    values: bars.map((bar) => [bar.label, bar.value]),
    table: { ...printed, caption: words.chart.chain.plain, columns: printed.columns.slice(-1), rows, notes: [] },
    from: steps.map(({ id }) => id),
    draw: (size, alt) => drawBars({ id: 'chain', alt, bars, full: base.count, size }),
  })
}
