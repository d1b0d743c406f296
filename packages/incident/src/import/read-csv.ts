// Comma- or semicolon-separated text as rows; strict about quotes, since a lost one swallows every row after it.
import { CsvError, parse } from 'csv-parse/browser/esm/sync'
import { knownProblem } from '../messages/known-problem.ts'
import { ProblemError } from '../problem.ts'
import { maxColumns, maxRows } from './limits.ts'

/** Rows of fields; a blank line is a row of one empty field, as a spreadsheet numbers it. Throws ProblemError. */
export function readCsv(text: string, mostColumns = maxColumns): readonly (readonly string[])[] {
  const rows = parseRows(text)
  if (rows.length > maxRows) throw new ProblemError([knownProblem('import.rows-too-many', { allowed: maxRows })])
  if (rows.some((row) => row.length > mostColumns)) {
    throw new ProblemError([knownProblem('import.columns-too-many', { allowed: mostColumns })])
  }
  return rows
}

function parseRows(text: string): string[][] {
  try {
    // Bytes, since the library's build for browsers turns text into them slowly: half the time of a large file.
    return parse(new TextEncoder().encode(text), {
      delimiter: findDelimiter(text),
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
    }).map((row) => row.map((field) => (field.includes('\r') ? field.replace(/\r\n?/g, '\n') : field)))
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    // csv-parse counts the records before the one it could not finish.
    const before = Number(error['records'])
    throw new ProblemError([knownProblem('import.csv-quotes', {}, Number.isNaN(before) ? {} : { row: before + 1 })])
  }
}

/** The one of ; , and tab that the header row has most of, quoted text aside; semicolon for a single column. */
function findDelimiter(text: string): string {
  const header = /^(?:"(?:[^"]|"")*"|[^"\r\n])*/.exec(text.slice(0, 20_000))?.[0] ?? ''
  const bare = header.replace(/"(?:[^"]|"")*"/g, '')
  const frequency = (delimiter: string) => bare.split(delimiter).length
  return [';', ',', '\t'].reduce((best, next) => (frequency(next) > frequency(best) ? next : best))
}
