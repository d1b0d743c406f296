// Which columns of ours a sheet of theirs fills, and which it leaves that must be there.
import { columnSpecOf, type ColumnId, tableIds } from '../import/columns.ts'
import { columnIds } from './column-kind.ts'
import type { MappedSheet } from './mapping.ts'

export function targetsOfSheet({ columns, constants }: MappedSheet): ReadonlySet<ColumnId> {
  const filled = new Set([...columns.flatMap(({ to }) => to ?? []), ...(Object.keys(constants) as ColumnId[])])
  if (columns.some(({ group }) => group)) for (const column of ['persons.sex', 'persons.ageGroup'] as const) filled.add(column)
  if (filled.has('incidents.ref')) filled.add('persons.incident')
  return filled
}

/** Columns that a table must have and that nothing in the sheet becomes. */
export function missingTargets(mapped: MappedSheet): readonly ColumnId[] {
  const filled = targetsOfSheet(mapped)
  const used = tableIds.filter((table) => [...filled].some((column) => column.startsWith(`${table}.`) && column !== 'persons.incident'))
  return columnIds.filter((column) => used.some((table) => column.startsWith(`${table}.`)) && columnSpecOf(column).required && !filled.has(column))
}
