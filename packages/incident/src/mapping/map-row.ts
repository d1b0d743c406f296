// One row of theirs as rows of our tables: an incident, and in a sheet with everything its groups of persons.
import { findCoded } from '../import/code-list.ts'
import type { Problems } from '../import/collect-problems.ts'
import { foldName, type ColumnId, type TableId, tableIds } from '../import/columns.ts'
import { isFilled } from '../import/recognise-tables.ts'
import type { SheetCell } from '../import/sheet.ts'
import { knownWarning } from '../messages/known-problem.ts'
import { renderFound } from '../messages/render-found.ts'
import { kindOf } from './column-kind.ts'
import { makeValueMapper, type ValueMapper } from './map-value.ts'
import type { MappedColumn } from './mapping.ts'
import type { OpenSheet, TheirRow } from './open-sheet.ts'

export type MappedRow = {
  readonly file: string
  readonly row: number
  readonly cells: ReadonlyMap<ColumnId, SheetCell>
  /** Columns that other sheets fill and this row's does not. */
  readonly lacks: ReadonlySet<ColumnId>
}
export type RowMapper = (row: TheirRow) => readonly (readonly [TableId, MappedRow])[]

type Source = MappedColumn & { readonly to: ColumnId; readonly index: number; readonly mapText: ValueMapper }

export function makeRowMapper({ mapped, indexOf }: OpenSheet, lacks: MappedRow['lacks'], problems: Problems): RowMapper {
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
    const ofPersons: Source[] = []
    for (const source of plain) {
      const cell = read(source)
      ours.set(source.to, together(source.to, ours.get(source.to), cell, several.has(source.to)))
      if (source.to.startsWith('persons.') && source.to !== 'persons.incident' && saysSomething(source.to, cell)) ofPersons.push(source)
    }
    const of = (table: TableId, more: readonly (readonly [ColumnId, SheetCell])[] = []) =>
      [table, { file, row, lacks, cells: new Map([...[...ours].filter(([column]) => column.startsWith(`${table}.`)), ...more]) }] as const
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
    if (groups.length > 0 || ofPersons.length === 0) return [...others, ...groups]
    // Somebody is spoken of and not counted: at least nobody keeps what is said, and keeps every sum a lower bound.
    problems.add(knownWarning('mapping.persons-uncounted', {}, { file, row, column: ofPersons.map(({ from }) => renderFound(from)).join(', ') }))
    return [...others, of('persons', [...link, ['persons.count', 'minst 0']])]
  }
}

/** "Unknown" says no more than an empty cell; of a cell that could not be read its problem has been told, or will be. */
function saysSomething(to: ColumnId, cell: SheetCell): boolean {
  if (typeof cell !== 'string') return cell.refused !== 'told'
  const what = kindOf(to)
  return cell !== '' && !(what.kind === 'code' && findCoded(what.list, cell) === 'unknown')
}

/** Several columns of theirs may become one list or one text; a constant stands where their cell is empty. */
function together(to: ColumnId, before: SheetCell | undefined, cell: SheetCell, isSeveral: boolean): SheetCell {
  if (before === undefined || before === '') return cell
  if (cell === '') return before
  if (!isSeveral || typeof cell !== 'string') return cell
  return typeof before === 'string' ? before + (kindOf(to).kind === 'prose' ? '\n\n' : '|') + cell : before
}
