// What one file of open data holds: a figure with all that is counted beside it, or a breakdown with its base.
import type { ProtectedCell, ProtectedTable } from '@lykta/disclosure'
import type { Period, Unit } from '@lykta/statistics'
import { wasAskedAbout } from '../binding/asked-about.ts'
import { type Edition, renderRowLabel } from '../binding/edition.ts'
import { type DataCell, dataCell, notAsked } from './data-cell.ts'

/** Code of the rows that hold the base. */
export const baseCode = '_base'

export type DataRow = {
  /** Id of the protected table that it comes from: "persons.occurrences" stands in the file "persons". */
  readonly figure: string
  readonly unit: Unit
  /** Code of the row of a breakdown; empty where the figure is a total. */
  readonly code: string
  readonly label: string
  readonly cells: readonly DataCell[]
}

export type DataTable = {
  /** The file's name. Stable: the id of the specification. */
  readonly id: string
  readonly title: string
  /** True when its rows are the categories of one figure; false when each row is a figure of its own. */
  readonly breakdown: boolean
  readonly periods: readonly Period[]
  readonly rows: readonly DataRow[]
  readonly severalAnswers: boolean
}

/** In the order of the release plan. What belongs to a figure (unknowns, occurrences) always has its periods. */
export function dataTables(edition: Edition): readonly DataTable[] {
  const groups = Map.groupBy(edition.tables.values(), ({ id }) => id.split('.')[0] ?? id)
  return [...groups].map(([id, tables]) => dataTable(edition, id, tables))
}

function dataTable(edition: Edition, id: string, tables: readonly ProtectedTable[]): DataTable {
  const [first] = tables
  if (!first || tables.some((table) => table.periods.length !== first.periods.length)) throw new Error(`open data: ${id} has parts of other periods`)
  return {
    id,
    title: edition.words.tables[id] ?? id,
    breakdown: first.by.length > 0,
    periods: first.periods,
    rows: tables.flatMap((table) => rowsOf(edition, table)),
    severalAnswers: first.severalAnswers,
  }
}

function rowsOf(edition: Edition, table: ProtectedTable): readonly DataRow[] {
  const { words } = edition
  const cellsOf = (cells: readonly ProtectedCell[]): readonly DataCell[] =>
    table.periods.map((period, index) => (wasAskedAbout(edition, table.id, period) ? dataCell(cells[index], period) : notAsked))
  const row = (code: string, label: string, cells: readonly ProtectedCell[]): DataRow => ({
    figure: table.id, unit: table.unit, code, label, cells: cellsOf(cells),
  })
  if (table.by.length === 0) return [row('', words.tables[table.id] ?? table.id, table.base)]
  return [
    ...table.rows.map((part) => row(part.codes.join('/'), renderRowLabel(edition, table, part), part.cells)),
    row(baseCode, `${words.baseRow}: ${words.unit[table.unit]}`, table.base),
  ]
}
