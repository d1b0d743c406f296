// One row of ODK's or Kobo's: gives an answer's text by the question's name, and says where a problem with it stands.
import { knownProblem } from '../messages/known-problem.ts'
import type { ProblemCode, ProblemValues } from '../messages/problem-values.ts'
import { renderFound } from '../messages/render-found.ts'
import type { Place } from '../problem.ts'
import type { Problems } from '../import/collect-problems.ts'
import { findNear } from '../import/find-near.ts'
import type { SheetCell } from '../import/sheet.ts'
import type { OwnQuestion } from '../questions/own-question.ts'
import { columnOf } from './submission-columns.ts'
import type { SubmissionTable } from './submission-table.ts'

export type SubmissionRow = {
  readonly place: Place
  /** Trimmed; '' for an empty cell, undefined where the question was not asked. */
  text(name: string): string | undefined
  /** Codes of a question with several: of its own column, else of those that each choice has. */
  codes(name: string): readonly string[] | undefined
  /** By the header as it stands: keys and dates of the tools' own. */
  own(...headers: readonly string[]): string
  where(name: string): Place
  /** As `findNear`, but '' once no more errors are shown: a file of a million slips would else be searched a million times. */
  near(written: string, candidates: Iterable<string>): string
  report<Code extends ProblemCode>(name: string, code: Code, values: ProblemValues[Code]): undefined
}

/** The rows of a table, in order. */
export function openSubmissionRows(table: SubmissionTable, own: readonly OwnQuestion[], problems: Problems): readonly SubmissionRow[] {
  const byName = new Map<string, number>()
  const choices = new Map<string, Map<string, number>>()
  for (const [index, header] of table.headers.entries()) {
    const column = columnOf(header, own)
    if (column === 'system' || column === 'unknown') continue
    if (!('choice' in column)) byName.set(column.name, byName.get(column.name) ?? index)
    else choices.set(column.name, (choices.get(column.name) ?? new Map<string, number>()).set(column.choice, index))
  }
  return table.rows.map(({ number, cells }) => openRow(table, byName, choices, { file: table.place, row: number }, cells, problems))
}

function openRow(
  table: SubmissionTable, byName: ReadonlyMap<string, number>, choices: ReadonlyMap<string, ReadonlyMap<string, number>>,
  place: Place & { readonly row: number }, cells: readonly SheetCell[], problems: Problems,
): SubmissionRow {
  const cell = (index: number): string => {
    const value = cells[index] ?? ''
    return typeof value === 'string' ? value.normalize('NFC').trim() : ''
  }
  const where = (name: string): Place => {
    const index = byName.get(name) ?? choices.get(name)?.values().next().value
    return index === undefined ? place : { ...place, column: renderFound(table.headers[index]!) }
  }
  const text = (name: string): string | undefined => {
    const index = byName.get(name)
    return index === undefined ? (table.sparse ? '' : undefined) : cell(index)
  }
  const report: SubmissionRow['report'] = (name, code, values) => {
    problems.add(knownProblem(code, values, where(name)))
    return undefined
  }
  const refused = cells.findIndex((value) => typeof value !== 'string')
  if (refused >= 0) {
    problems.add(knownProblem((cells[refused] as { readonly refused: string }).refused === 'formula' ? 'import.formula' : 'import.cell-error', {}, { ...place, column: renderFound(table.headers[refused] ?? '') }))
  }
  return {
    place, text, where, report,
    near: (written, candidates) => (problems.isFull() ? '' : findNear(written, candidates)),
    codes: (name) => {
      const own = text(name)
      const split = choices.get(name)
      if (split && !byName.has(name)) return [...split].filter(([, index]) => /^(?:1|true)$/i.test(cell(index))).map(([choice]) => choice)
      return own === undefined ? undefined : own.split(/\s+/).filter((code) => code !== '')
    },
    own: (...headers) => {
      for (const header of headers) {
        const index = table.headers.indexOf(header)
        if (index >= 0 && cell(index) !== '') return cell(index)
      }
      return ''
    },
  }
}
