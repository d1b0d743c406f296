// Finding one number among the counted tables, with what must stand beside it.
import type { CountCell, CountTable } from '@lykta/statistics'

/** Throws when the server left a table out: a defect, since it promises the whole set. */
export function getTable(tables: readonly CountTable[], id: string): CountTable {
  const table = tables.find((one) => one.spec.id === id)
  if (!table) throw new Error(`getTable: ${id}`)
  return table
}

/** The base cell of a table without dimensions, in one of its periods. */
export function getTotal(tables: readonly CountTable[], id: string, period: number): CountCell {
  const cell = getTable(tables, id).base[period]
  if (!cell) throw new Error(`getTotal: ${id} in period ${period}`)
  return cell
}

/** Undefined where no such table was counted: a measure without that companion. */
export function findTotal(tables: readonly CountTable[], id: string, period: number): CountCell | undefined {
  return tables.find((one) => one.spec.id === id)?.base[period]
}
