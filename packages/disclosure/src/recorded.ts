// The counts that protection works on, looked up by the name of the cell.
import { type CountCell, type CountTable, emptyCell, type TableSpec } from '@lykta/statistics'
import { type CellKey, cellKey, type Family, marginFamily, rowFamily } from './cell-key.ts'

export type Recorded = {
  /** Zero for a row that does not occur; throws for what was never counted. */
  readonly cell: (family: Family, period: string) => CountCell
  /** Codes of the rows that occur in some period counted, joined by "/" where there are two. */
  readonly codes: (spec: TableSpec) => readonly string[]
}

/** Tables without filter and groups. */
export function recordCounts(tables: readonly CountTable[]): Recorded {
  const cells = new Map<CellKey, CountCell>()
  const counted = new Set<string>()
  const codes = new Map<string, Set<string>>()
  for (const { spec, periods, base, rows } of tables) {
    const table = tableName(spec)
    const known = codes.get(table) ?? new Set()
    codes.set(table, known)
    for (const [index, { id }] of periods.entries()) {
      counted.add(`${table}@${id}`)
      cells.set(cellKey(marginFamily(spec), id), base[index]!)
      for (const row of rows) {
        known.add(row.codes.join('/'))
        cells.set(cellKey(rowFamily(spec.unit, spec.by, row.codes), id), row.cells[index]!)
      }
    }
  }
  return {
    cell: (family, period) => {
      const cell = cells.get(cellKey(family, period))
      if (cell) return cell
      const [unit, by] = family.split('|')
      if (!counted.has(`${unit}|${by}@${period}`)) throw new Error(`${family} was not counted for ${period}`)
      return emptyCell
    },
    codes: (spec) => [...(codes.get(tableName(spec)) ?? [])].sort(),
  }
}

function tableName({ unit, by }: TableSpec): string {
  return `${unit}|${by.join('/')}`
}

