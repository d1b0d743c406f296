// Possibly exploited persons and those in direct contact, each over its own periods: the years of one may be merged.
import type { ProtectedTable } from '@lykta/disclosure'
import { type Edition, renderPeriod, shownCell } from '../binding/edition.ts'
import { renderQuantity } from '../words/quantity.ts'
import { periodIndexes } from '../binding/figure-value.ts'
import { cellOf } from '../document/cell.ts'
import type { Chart } from '../document/document.ts'
import { tableName } from '../tables/breakdown-table.ts'
import { keyFigures } from '../tables/years-table.ts'
import { type Bar, drawBars } from './bars.ts'
import { chartFrame } from './chart-frame.ts'
import { renderCellInWords } from '../document/render-cell.ts'

const ids = ['persons', 'personsInContact'] as const

export function personsChart(edition: Edition): Chart | undefined {
  const tables = ids.flatMap((id) => edition.tables.get(id) ?? [])
  if (!tables.some((table) => table.base.some(shownCell))) return undefined
  const { words } = edition
  const bars = tables.flatMap((table) => barsOf(edition, table))
  const full = Math.max(1, ...bars.map((bar) => bar.length))
  const printed = keyFigures(edition)
  const names = ids.map((id) => tableName(edition, id))
  return chartFrame(edition, {
    id: 'chart-persons',
    title: titleOf(edition) ?? words.chart.persons.plain,
    subtitle: [words.chart.persons.subtitle, ...(bars.some((bar) => bar.hatched) ? [words.chart.partial] : [])],
    values: tables.flatMap((table) => barsOf(edition, table).map((bar) => [`${tableName(edition, table.id)}, ${bar.label}`, bar.value] as const)),
    table: { ...printed, caption: words.chart.persons.plain, rows: printed.rows.filter((row) => names.includes(row.header)) },
    from: tables.map(({ id }) => id),
    draw: (size, alt) => drawBars({ id: 'persons', alt, bars, full, size }),
  })
}

function barsOf(edition: Edition, table: ProtectedTable): readonly Bar[] {
  return table.periods.map((period, index): Bar => {
    const cell = cellOf(table.base[index], period)
    return {
      label: renderPeriod(edition, period),
      cell,
      value: renderCellInWords(cell, edition.words),
      hatched: renderPeriod(edition, period).includes('('),
      emphasised: table.id === 'personsInContact',
      length: cell.sign === 'number' ? cell.count : 0,
      group: index === 0 ? tableName(edition, table.id) : null,
    }
  })
}

/** "Minst 41 … 2019, 25 i direkt kontakt 2019" from the periods that hold the edition's year. */
function titleOf(edition: Edition): string | undefined {
  const told = (id: (typeof ids)[number]): { count: string; period: string } | null => {
    const table = edition.tables.get(id)
    const [index] = table ? periodIndexes(table, edition.context, { word: 'latest' }) : []
    const [cell, period] = index === undefined ? [] : [shownCell(table?.base[index]), table?.periods[index]]
    return cell && period ? { count: renderQuantity(edition.words, cell.count, cell.atLeast), period: renderPeriod(edition, period) } : null
  }
  const persons = told('persons')
  return persons ? capitalised(edition.words.chart.persons.title(persons, told('personsInContact'))) : undefined
}

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
