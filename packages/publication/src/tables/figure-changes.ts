// Which printed figures an edition changes, compared with the one that it replaces: protected values alone, before and after.
import type { ProtectedCell, ProtectedTable } from '@lykta/disclosure'
import type { Period } from '@lykta/statistics'
import { type Edition, renderPeriod, renderSource } from '../binding/edition.ts'
import type { Cell } from '../document/cell.ts'
import type { Table } from '../document/document.ts'
import { tableName } from './breakdown-table.ts'
import { printedCell } from './printed-cell.ts'
import { orderedRows } from './row-order.ts'

export type FigureChange = { readonly name: string; readonly before: Cell; readonly after: Cell }

export type FigureChanges = {
  readonly changes: readonly FigureChange[]
  /** Names of tables whose years or categories are merged otherwise than before, or that one of the two does not have. */
  readonly otherwise: readonly string[]
}

export function figureChanges(edition: Edition, before: readonly ProtectedTable[]): FigureChanges {
  const older: Edition = { ...edition, tables: new Map(before.map((table) => [table.id, table])) }
  const changes: FigureChange[] = []
  const otherwise = new Set<string>()
  for (const id of new Set([...edition.tables.keys(), ...older.tables.keys()])) {
    const [table, old] = [edition.tables.get(id), older.tables.get(id)]
    if (!table || !old) {
      otherwise.add(tableName(edition, id))
      continue
    }
    if (!isAlike(table, old)) otherwise.add(tableName(edition, id))
    for (const [index, period] of table.periods.entries()) {
      const at = old.periods.findIndex((one) => one.id === period.id)
      if (at === -1) continue
      const compare = (name: string, was: ProtectedCell | undefined, is: ProtectedCell | undefined): void => {
        if (!was || !is) return
        const [first, second] = [printedCell(older, id, was, old.periods[at]!), printedCell(edition, id, is, period)]
        if (JSON.stringify(first) !== JSON.stringify(second)) changes.push({ name: `${name}, ${renderPeriod(edition, period)}`, before: first, after: second })
      }
      compare(tableName(edition, id), old.base[at], table.base[index])
      for (const { row, label } of orderedRows(edition, table)) {
        const same = old.rows.find((one) => isSameRow(one, row))
        if (same) compare(`${tableName(edition, id)}: ${label}`, same.cells[at], row.cells[index])
      }
    }
  }
  return { changes, otherwise: [...otherwise] }
}

/** Before and after as a table of the report; undefined where nothing that can be compared has changed. */
export function changesTable(edition: Edition, { changes }: FigureChanges): Table | undefined {
  if (changes.length === 0) return undefined
  const { words } = edition
  return {
    kind: 'table', id: 'changes', caption: words.changes.caption, corner: words.measureHead,
    columns: [words.changes.before, words.changes.after].map((label) => ({ label, remark: null })),
    rows: changes.map(({ name, before, after }) => ({ header: name, indented: false, cells: [before, after].map((cell) => ({ cell, span: 1, remark: null })) })),
    notes: [], source: renderSource(edition),
  }
}

type Row = ProtectedTable['rows'][number]

const isSameRow = (a: Row, b: Row): boolean => a.codes.join('/') === b.codes.join('/') && a.members.join() === b.members.join()

function isAlike(a: ProtectedTable, b: ProtectedTable): boolean {
  const periods = ({ periods: list }: { readonly periods: readonly Period[] }): string => list.map(({ id }) => id).join()
  return periods(a) === periods(b) && a.rows.length === b.rows.length && a.rows.every((row) => b.rows.some((other) => isSameRow(other, row)))
}
