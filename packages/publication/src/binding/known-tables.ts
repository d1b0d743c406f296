// Which tables and codes a template may speak of: those of the annual report, whether or not this edition shows them.
import { type Dimension, type TableSpec, type Unit, reportTables } from '@lykta/statistics'

export type KnownTable = {
  readonly unit: Unit
  readonly by: TableSpec['by']
  readonly knowsCode: (dimension: Dimension, code: string) => boolean
}

export type KnownTables = ReadonlyMap<string, KnownTable>

/** Words for a code of a dimension; undefined for one that does not exist. */
export type CodeLabel = (dimension: Dimension, code: string) => string | undefined

/** What the release plan publishes besides the report's own tables: months stand for quarters and half-years too. */
const plannedTables: readonly TableSpec[] = [
  { id: 'months', unit: 'incident', by: [], base: 'all' },
  { id: 'sex', unit: 'person', by: ['sex'], base: 'all' },
  { id: 'ageGroup', unit: 'person', by: ['age-group'], base: 'all' },
]

/** `given` are the edition's own tables: a network may publish more than the standard set. */
export function knownTables(given: Iterable<Pick<TableSpec, 'id' | 'unit' | 'by'>>, label: CodeLabel): KnownTables {
  const knowsCode = (dimension: Dimension, code: string): boolean => label(dimension, code) !== undefined
  return new Map([...reportTables, ...plannedTables, ...given].map(({ id, unit, by }) => [id, { unit, by, knowsCode }]))
}
