// An import without its reasons, as tables of ours: what a browser sends, so that the server reads and checks every cell anew.
import { importCells } from '../export/import-rows.ts'
import type { ImportBundle } from './bundle.ts'
import { resolveAnswers } from './bundle.ts'
import { type ColumnId, foldName, type TableId, tableIds, tables } from './columns.ts'
import { renderFound } from '../messages/render-found.ts'
import type { Place, Problem } from '../problem.ts'
import { type CheckedImport, type ImportContext, parseImport } from './parse-import.ts'
import type { Sheet } from './sheet.ts'

/** Headers first, in English; a table that brings nothing is not there. */
export type CodedTables = Readonly<Partial<Record<TableId, readonly (readonly string[])[]>>>

/** Row n of `incidents`, the header being row 0, is the bundle's incident n - 1. */
export function codedTables({ organisations, ownIndicators, incidents }: ImportBundle): CodedTables {
  const cells = importCells('en', (code) => code)
  const known = incidents.map((incident) => ({ ref: incident.externalRef, answers: resolveAnswers(incident, (code) => code) }))
  // Signs stand last: a row that ends before them says that nobody was asked, an empty cell that nothing was ticked.
  const signs = cells.header('incidents').indexOf(tables.incidents.columns.indicators.en)
  const withSigns = (line: readonly string[], asked: boolean) => [...line.filter((_, index) => index !== signs), ...(asked ? [line[signs]!] : [])]
  const isAsked = ({ answers }: { readonly answers: { readonly indicators: unknown } }) => answers.indicators !== null
  return {
    ...(organisations.length > 0 ? { organisations: [cells.header('organisations'), ...organisations.map(cells.organisation)] } : {}),
    ...(ownIndicators.length > 0 ? { indicators: [cells.header('indicators'), ...ownIndicators.map(({ id, swedish, english, validFrom, validTo }) => cells.indicator({ id, sv: swedish, en: english, validFrom, validTo }))] } : {}),
    ...(incidents.length > 0 ? { incidents: [withSigns(cells.header('incidents'), known.some(isAsked)), ...known.map((one) => withSigns(cells.incident(one), isAsked(one)))], persons: [cells.header('persons'), ...known.flatMap(cells.persons)] } : {}),
  }
}

/** Whether any of them has a column for what must be sealed. */
export function hasReasons(sent: CodedTables): boolean {
  const { sv, en } = tables.incidents.columns.reason
  const names: readonly string[] = [sv, en]
  return Object.values(sent).some((rows) => rows?.[0]?.some((header) => names.includes(foldName(header))))
}

export function parseCodedTables(sent: CodedTables, context: ImportContext): CheckedImport {
  const sheets = tableIds.flatMap((table) => (sent[table] ? [{ place: table, names: [table], rows: sent[table], exactWidth: true, ...(table === 'incidents' ? widened(sent[table]) : {}) }] : []))
  return parseImport(sheets, context)
}

const signsAlone: ReadonlySet<ColumnId> = new Set(['incidents.indicators'])

/** Rows that end before the signs, as wide as the header. */
function widened(rows: readonly (readonly string[])[]): Pick<Sheet, 'rows' | 'lacks'> {
  const [header = []] = rows
  const isShort = (row: readonly string[]) => foldName(header.at(-1) ?? '') === tables.incidents.columns.indicators.en && row.length === header.length - 1
  return {
    rows: rows.map((row) => (isShort(row) ? [...row, ''] : row)),
    lacks: new Map(rows.flatMap((row, index) => (isShort(row) ? [[index, signsAlone] as const] : []))),
  }
}

/** What a cell may have said, wherever a problem repeats it. */
const ofCells: ReadonlySet<string> = new Set(['found', 'near', 'other'])

/** For an answer that repeats nothing of what was sent: tables, rows and our own columns stay. */
export function withoutCells(problems: readonly Problem[]): readonly Problem[] {
  return problems.map((one) => {
    const { column, ...where } = one.where
    const isOurs = column !== undefined && tableIds.some((table) => Object.values(tables[table].columns).some(({ en }) => en === column))
    return { ...one, where: isOurs ? { ...where, column } : where, values: Object.fromEntries(Object.entries(one.values).map(([key, value]) => [key, ofCells.has(key) ? '' : value])) }
  })
}

/** For whoever sent them: what stood in the cell is told again, at its place in the user's own files. */
export function withCells(problems: readonly Problem[], sent: CodedTables, placeOf: ReadonlyMap<string, Place>): readonly Problem[] {
  return problems.map((one) => {
    const { file, row, column } = one.where
    const table = sent[file as TableId]
    const cells = row === undefined ? undefined : table?.[row - 1]
    if (!table || !cells) return one
    const found = column === undefined ? undefined : cells[table[0]!.indexOf(column)]
    // Persons stand by their incident's reference, as incidents do; the user's own row of them is not known here.
    const place = file === 'incidents' || file === 'persons' ? placeOf.get(cells[0] ?? '') : undefined
    return { ...one, where: place ?? one.where, values: 'found' in one.values && found !== undefined ? { ...one.values, found: renderFound(found) } : one.values }
  })
}
