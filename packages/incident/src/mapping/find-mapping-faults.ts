// What contradicts itself in a mapping, whoever made it: two columns for one answer, tables mixed in one sheet.
import type { ColumnId } from '../import/columns.ts'
import { knownProblem } from '../messages/known-problem.ts'
import { renderFound } from '../messages/render-found.ts'
import type { Problem } from '../problem.ts'
import { isList, kindOf } from './column-kind.ts'
import type { MappedSheet, Mapping } from './mapping.ts'
import { targetsOfSheet } from './targets.ts'

export function findMappingFaults({ sheets }: Mapping): readonly Problem[] {
  return sheets.flatMap((sheet) => [...twice(sheet), ...mixed(sheet)])
}

function twice({ names, columns }: MappedSheet): readonly Problem[] {
  const seen = new Set<ColumnId>()
  return columns.flatMap(({ from, to, group }) => {
    if (to === null || isList(to) || kindOf(to).kind === 'prose') return []
    // Several kinds of person may be counted each in several columns; a count of everybody beside them would count them twice.
    const repeated = group === undefined && (seen.has(to) || columns.some((other) => other.to === to && other.group))
    seen.add(to)
    return repeated ? [knownProblem('mapping.target-twice', { column: to }, { file: names[0] ?? '', column: renderFound(from) })] : []
  })
}

function mixed(sheet: MappedSheet): readonly Problem[] {
  const tables = new Set([...targetsOfSheet(sheet)].map((column) => column.slice(0, column.indexOf('.'))))
  if (tables.has('incidents')) tables.delete('persons')
  return tables.size > 1 ? [knownProblem('mapping.tables-mixed', {}, { file: sheet.names[0] ?? '' })] : []
}
