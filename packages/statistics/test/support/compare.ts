// Compares a counted table with the independent count, cell by cell.
import { expect } from 'vitest'
import type { Collection, CountInput, CountTable } from '@lykta/statistics'
import { independentCount } from './independent-count.ts'

export function expectIndependent(input: CountInput, table: CountTable, collection: Collection): void {
  const found = table.periods.map((_, index) => ({
    base: table.base[index],
    rows: Object.fromEntries(table.rows.map((row) => [row.codes.join('/'), row.cells[index]!]).filter(([, cell]) => (cell as { count: number; atLeast: boolean }).count > 0 || (cell as { atLeast: boolean }).atLeast)),
  }))
  const expected = table.periods.map((period) => {
    const { base, rows } = independentCount(input, table.spec, period, collection, table.basis)
    return { base, rows: Object.fromEntries([...rows].sort(([a], [b]) => (a < b ? -1 : 1))) }
  })
  expect({ id: table.spec.id, cells: found }).toEqual({ id: table.spec.id, cells: expected })
}
