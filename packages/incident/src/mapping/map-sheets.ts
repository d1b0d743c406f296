// Their sheets as our tables: the mapping turns rows to rows, and keeps where each stood; the import checks the result as any other.
import type { Problems } from '../import/collect-problems.ts'
import { columnNameOf, columnsOf, foldName, type ColumnId, type TableId, tableIds, tables } from '../import/columns.ts'
import { findTable, isReadMe } from '../import/recognise-tables.ts'
import type { Sheet, SheetCell } from '../import/sheet.ts'
import { knownProblem } from '../messages/known-problem.ts'
import { columnIds } from './column-kind.ts'
import { type OpenSheet, openSheet } from './open-sheet.ts'
import { makeRowMapper, type MappedRow } from './map-row.ts'
import { findMappedSheet } from './find-mapped-sheet.ts'
import { findMappingFaults } from './find-mapping-faults.ts'
import type { MappedSheet, Mapping } from './mapping.ts'
import { missingTargets, targetsOfSheet } from './targets.ts'

/** Undefined when a sheet or a column does not fit the mapping, so that its rows would only repeat that; single cells go on as `told`. */
export function mapSheets(sheets: readonly Sheet[], mapping: Mapping, problems: Problems): readonly Sheet[] | undefined {
  const before = problems.countErrors()
  for (const fault of findMappingFaults(mapping)) problems.add(fault)
  const ignored = new Set(mapping.ignoredSheets.map(foldName))
  const open: OpenSheet[] = []
  const own: Sheet[] = []
  const used = new Set<MappedSheet>()
  for (const sheet of sheets) {
    const names = sheet.names.map(foldName)
    const isIgnored = names.some((name) => ignored.has(name)) || isReadMe(sheet)
    const mapped = isIgnored ? undefined : findMappedSheet(sheet, mapping)
    if (mapped) {
      used.add(mapped)
      const opened = openSheet(sheet, mapped, problems)
      if (opened) open.push(opened)
    } else if (isIgnored) continue
    // A table that is ours already needs no mapping.
    else if (findTable(sheet) !== undefined) own.push(sheet)
    else problems.add(knownProblem('mapping.sheet-unmapped', {}, { file: sheet.place }))
  }
  for (const mapped of mapping.sheets) {
    if (!used.has(mapped)) problems.add(knownProblem('mapping.sheet-missing', { name: mapped.names[0] ?? '' }))
    reportMissingTargets(mapped, problems)
  }
  if (problems.countErrors() > before) return undefined

  const rows = new Map<TableId, MappedRow[]>(tableIds.map((table) => [table, []]))
  const filled = targetsOf(mapping)
  for (const opened of open) {
    const own = targetsOfSheet(opened.mapped)
    const mapRow = makeRowMapper(opened, new Set([...filled].filter((column) => !own.has(column))), problems)
    for (const [table, row] of opened.rows.flatMap(mapRow)) rows.get(table)?.push(row)
  }
  for (const [index, organisation] of mapping.organisations.entries()) rows.get('organisations')?.push(rowOfOrganisation(organisation, index))
  const made = tableIds.filter((table) => [...filled].some((column) => column.startsWith(`${table}.`)))
  const places = open.map(({ sheet }) => sheet.place).join(', ')
  return [...own, ...made.map((table) => tableSheet(table, filled, rows.get(table) ?? [], places, headersOf(mapping)))]
}

/** Every column of ours that something is written to. */
function targetsOf({ sheets, organisations }: Mapping): ReadonlySet<ColumnId> {
  const filled = new Set(sheets.flatMap((sheet) => [...targetsOfSheet(sheet)]))
  if (organisations.length > 0) for (const [column] of columnsOf('organisations')) filled.add(`organisations.${column}` as ColumnId)
  // Incidents and persons always come together; an incident without a person row has an unknown number of them.
  if ([...filled].some((column) => column.startsWith('incidents.'))) for (const column of ['persons.incident', 'persons.sex', 'persons.ageGroup'] as const) filled.add(column)
  return filled
}

function reportMissingTargets(mapped: MappedSheet, problems: Problems): void {
  for (const column of missingTargets(mapped)) problems.add(knownProblem('mapping.target-missing', { column }, { file: mapped.names[0] ?? '' }))
}

/** What each column of ours is called where the user looks for it. */
function headersOf({ sheets }: Mapping): ReadonlyMap<ColumnId, string> {
  const headers = new Map<ColumnId, readonly string[]>()
  for (const { columns } of sheets) {
    for (const { from, to } of columns) if (to !== null && !headers.get(to)?.includes(from)) headers.set(to, [...(headers.get(to) ?? []), from])
  }
  return new Map([...headers].map(([column, from]) => [column, from.join(', ')]))
}

function tableSheet(
  table: TableId, filled: ReadonlySet<ColumnId>, rows: readonly MappedRow[], place: string, headers: ReadonlyMap<ColumnId, string>,
): Sheet {
  const columns = columnIds.filter((column) => filled.has(column) && column.startsWith(`${table}.`))
  return {
    place,
    names: [tables[table].en],
    rows: [columns.map((column) => columnNameOf(column, 'en')), ...rows.map(({ cells }) => columns.map((column): SheetCell => cells.get(column) ?? ''))],
    exactWidth: false,
    lacks: new Map(rows.flatMap(({ lacks }, index) => (lacks.size > 0 ? [[index + 1, lacks] as const] : []))),
    origin: {
      rows: [{ file: place, row: 1 }, ...rows.map(({ file, row }) => ({ file, row }))],
      headers: columns.map((column) => headers.get(column) ?? (column === 'persons.incident' ? (headers.get('incidents.ref') ?? '') : '')),
    },
  }
}

/** Its place is the mapping itself: the row is the organisation's number there. */
function rowOfOrganisation({ code, name, sector, joined, left }: Mapping['organisations'][number], index: number): MappedRow {
  const cells = { code, name, sector, joined: joined ?? '', left: left ?? '' }
  return { file: 'mapping › organisations', row: index + 1, lacks: new Set(), cells: new Map(Object.entries(cells).map(([column, text]) => [`organisations.${column}` as ColumnId, text])) }
}
