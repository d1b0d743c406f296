// One row of theirs as rows of our tables: an incident, and in a sheet with everything its groups of persons.
import type { Problems } from '../import/collect-problems.ts'
import { foldName, type ColumnId, type TableId, tableIds } from '../import/columns.ts'
import { isFilled } from '../import/recognise-tables.ts'
import type { SheetCell } from '../import/sheet.ts'
import { renderFound } from '../messages/render-found.ts'
import { kindOf } from './column-kind.ts'
import { makeValueMapper, type ValueMapper } from './map-value.ts'
import type { MappedColumn } from './mapping.ts'
import type { OpenSheet, TheirRow } from './open-sheet.ts'

export type MappedRow = { readonly file: string; readonly row: number; readonly cells: ReadonlyMap<ColumnId, SheetCell> }
export type RowMapper = (row: TheirRow) => readonly (readonly [TableId, MappedRow])[]

type Source = MappedColumn & { readonly to: ColumnId; readonly index: number; readonly mapText: ValueMapper }

export function makeRowMapper({ mapped, indexOf }: OpenSheet, problems: Problems): RowMapper {
  const sources = mapped.columns.flatMap((column): readonly Source[] => {
    const { to } = column
    const index = indexOf.get(foldName(column.from))
    return to === null || index === undefined ? [] : [{ ...column, to, index, mapText: makeValueMapper({ ...column, to }) }]
  })
  const counted = sources.filter(({ group }) => group)
  const plain = sources.filter(({ group }) => !group)
  const constants = Object.entries(mapped.constants) as [ColumnId, string][]
  const several = new Set(sources.filter(({ to, index }) => sources.some((other) => other.to === to && other.index !== index)).map(({ to }) => to))
  const used = tableIds.filter((table) => [...sources.map(({ to }) => to), ...constants.map(([column]) => column)].some((column) => column.startsWith(`${table}.`)))

  return ({ file, row, cells }) => {
    const read = (source: Source): SheetCell => {
      const cell = cells[source.index] ?? ''
      if (typeof cell !== 'string') return cell
      const found = source.mapText(cell)
      if ('text' in found) return found.text
      problems.add(found.fault({ file, row, column: renderFound(source.from) }))
      return { refused: 'told' }
    }
    const ours = new Map<ColumnId, SheetCell>(constants)
    for (const source of plain) ours.set(source.to, together(source.to, ours.get(source.to), read(source), several.has(source.to)))
    const of = (table: TableId, more: readonly (readonly [ColumnId, SheetCell])[] = []) =>
      [table, { file, row, cells: new Map([...[...ours].filter(([column]) => column.startsWith(`${table}.`)), ...more]) }] as const
    const ref = ours.get('incidents.ref')
    const link = used.includes('incidents') && ref !== undefined ? [['persons.incident', ref] as const] : []
    const others = used.filter((table) => table !== 'persons').map((table) => of(table))
    // Without a reference nothing says whose persons they are; that it lacks is told with the incident.
    if (!used.includes('persons') || (link.length > 0 && !isFilled(ref))) return others
    if (counted.length === 0) {
      const filled = plain.some((source) => source.to.startsWith('persons.') && source.to !== 'persons.incident' && isFilled(cells[source.index]))
      return filled || link.length === 0 ? [...others, of('persons', link)] : others
    }
    const groups = counted.flatMap((source) => {
      const count = read(source)
      if (!isFilled(count) || count === '0') return []
      return [of('persons', [...link, ['persons.count', count], ['persons.sex', source.group!.sex], ['persons.ageGroup', source.group!.ageGroup]])]
    })
    return [...others, ...groups]
  }
}

/** Several columns of theirs may become one list or one text; a constant stands where their cell is empty. */
function together(to: ColumnId, before: SheetCell | undefined, cell: SheetCell, isSeveral: boolean): SheetCell {
  if (before === undefined || before === '') return cell
  if (cell === '') return before
  if (!isSeveral || typeof cell !== 'string') return cell
  return typeof before === 'string' ? before + (kindOf(to).kind === 'prose' ? '\n\n' : '|') + cell : before
}
