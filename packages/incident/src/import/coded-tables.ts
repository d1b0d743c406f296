// An import without its reasons, as tables of ours: what a browser sends, so that the server reads and checks every cell anew.
import { importCells } from '../export/import-rows.ts'
import type { ImportBundle } from './bundle.ts'
import { resolveAnswers } from './bundle.ts'
import { foldName, type TableId, tableIds, tables } from './columns.ts'
import { type CheckedImport, type ImportContext, parseImport } from './parse-import.ts'

/** Headers first, in English; a table that brings nothing is not there. */
export type CodedTables = Readonly<Partial<Record<TableId, readonly (readonly string[])[]>>>

/** Row n of `incidents`, the header being row 0, is the bundle's incident n - 1. */
export function codedTables({ organisations, ownIndicators, incidents }: ImportBundle): CodedTables {
  const cells = importCells('en', (code) => code)
  const known = incidents.map((incident) => ({ ref: incident.externalRef, answers: resolveAnswers(incident, (code) => code) }))
  // A column that is not there says that nobody was asked: an empty cell, that nothing was ticked.
  const unasked = incidents.length > 0 && incidents.every(({ answers }) => answers.indicators === null) ? cells.header('incidents').indexOf(tables.incidents.columns.indicators.en) : -1
  const asked = (line: readonly string[]) => line.filter((_, index) => index !== unasked)
  return {
    ...(organisations.length > 0 ? { organisations: [cells.header('organisations'), ...organisations.map(cells.organisation)] } : {}),
    ...(ownIndicators.length > 0 ? { indicators: [cells.header('indicators'), ...ownIndicators.map(({ id, swedish, english, validFrom, validTo }) => cells.indicator({ id, sv: swedish, en: english, validFrom, validTo }))] } : {}),
    ...(incidents.length > 0 ? { incidents: [asked(cells.header('incidents')), ...known.map((one) => asked(cells.incident(one)))], persons: [cells.header('persons'), ...known.flatMap(cells.persons)] } : {}),
  }
}

/** Whether any of them has a column for what must be sealed. */
export function hasReasons(sent: CodedTables): boolean {
  const { sv, en } = tables.incidents.columns.reason
  const names: readonly string[] = [sv, en]
  return Object.values(sent).some((rows) => rows?.[0]?.some((header) => names.includes(foldName(header))))
}

export function parseCodedTables(sent: CodedTables, context: ImportContext): CheckedImport {
  const sheets = tableIds.flatMap((table) => (sent[table] ? [{ place: table, names: [table], rows: sent[table], exactWidth: true }] : []))
  return parseImport(sheets, context)
}
