// The key figures side by side over the years; a figure whose years were merged stretches over their columns.
import type { ProtectedTable } from '@lykta/disclosure'
import { exposureMonths } from '@lykta/statistics'
import { type Edition, renderColumn, renderExposure, renderSource } from '../binding/edition.ts'
import type { Table, TableCell, TableRow } from '../document/document.ts'
import { periodLabel } from '../words/period-label.ts'
import { tableName } from './breakdown-table.ts'
import { printedCell } from './printed-cell.ts'
import { trendNotes } from './trend-notes.ts'

/** Table ids in the order in which they are printed; an indented one is a part of the one above it, or what is not known about it. */
const rows: readonly { readonly id: string; readonly indented?: boolean }[] = [
  { id: 'incidents' },
  { id: 'persons' },
  { id: 'persons.incidentsUnknown', indented: true },
  { id: 'personsInContact' },
  { id: 'personsInContact.unknown', indented: true },
  { id: 'personsInContact.notAsked', indented: true },
  { id: 'incidentsAccepting' },
  { id: 'incidentsAccepting.unknown', indented: true },
  { id: 'incidentsAccepting.notAsked', indented: true },
  { id: 'personsAccepting' },
  { id: 'personsAccepting.unknown', indented: true },
  { id: 'personsAccepting.notAsked', indented: true },
  { id: 'policeContacted' },
  { id: 'policeContacted.unknown', indented: true },
  { id: 'policeReports' },
  { id: 'policeReports.unknown', indented: true },
  { id: 'perpetrators' },
  { id: 'buyers', indented: true },
  { id: 'procurers', indented: true },
  { id: 'otherPerpetrators', indented: true },
  { id: 'participants' },
  { id: 'participants.reporting', indented: true },
]

export function yearsTable(edition: Edition): Table {
  const table = keyFigures(edition)
  return { ...table, notes: [...table.notes, ...trendNotes(edition)] }
}

/** Without what may be said of the years, which is of incidents alone and has no place below other figures. */
export function keyFigures(edition: Edition): Table {
  const { words, context, tables } = edition
  const years = Array.from({ length: context.year - context.firstYear + 1 }, (_, index) => context.firstYear + index)
  const printed = rows.flatMap(({ id, indented }): readonly TableRow[] => {
    const table = tables.get(id)
    return table && !isSilent(table) ? [{ header: tableName(edition, id), indented: indented ?? false, cells: cellsOf(edition, table, years) }] : []
  })
  const cells = printed.flatMap((row) => row.cells)
  const notes = [
    words.note.personsByYear,
    ...(cells.some((cell) => cell.span > 1) ? [words.note.mergedYears] : []),
    ...(cells.some(({ cell }) => cell.sign === 'number' && cell.atLeast) ? [words.note.unknownPersons] : []),
  ]
  return {
    kind: 'table',
    id: 'years',
    caption: tableName(edition, 'years'),
    corner: words.measureHead,
    columns: years.map((year) => renderColumn(edition, yearOf(edition, year))),
    rows: printed,
    notes,
    source: renderSource(edition),
  }
}

/** Nothing shown and nothing to learn from its signs. */
function isSilent(table: ProtectedTable): boolean {
  return table.base.every((cell) => cell.state === 'hidden')
}

function yearOf({ context }: Edition, year: number): ProtectedTable['periods'][number] {
  const [from, to] = [`${year}-01-01`, `${year}-12-31`]
  return { id: String(year), from, to, months: exposureMonths(from, to, { from: context.network.collectionStart, to: context.collectedTo }) }
}

/** A cell for every year, merged ones once and with the months of all their years; a year for which nothing was published is hidden. */
function cellsOf(edition: Edition, table: ProtectedTable, years: readonly number[]): readonly TableCell[] {
  const cells: TableCell[] = []
  for (let index = 0; index < years.length; ) {
    const year = yearOf(edition, years[index] ?? 0)
    const found = table.periods.findIndex((period) => period.from <= year.from && period.to >= year.to)
    const period = table.periods[found] ?? year
    const span = Math.min(years.length - index, Number(period.to.slice(0, 4)) - (years[index] ?? 0) + 1)
    cells.push({ cell: printedCell(edition, table.id, table.base[found], period), span, remark: span > 1 ? `${periodLabel(period, edition.words.language)}, ${renderExposure(edition, period.months)}` : null })
    index += span
  }
  return cells
}
