// From files to tables of submissions: CSV, an archive of CSV files (ODK Central), a workbook (Kobo), JSON; the bytes tell which.
import { decodeText } from '../import/decode-text.ts'
import { findOversize, maxSubmissionColumns } from '../import/limits.ts'
import { readCsv } from '../import/read-csv.ts'
import { readSheets } from '../import/read-sheets.ts'
import type { ImportFile, SheetCell } from '../import/sheet.ts'
import { unpackZip } from '../import/unpack-zip.ts'
import { knownProblem } from '../messages/known-problem.ts'
import { type Problem, ProblemError } from '../problem.ts'
import { flattenJson } from './flatten-json.ts'
import type { SubmissionTable } from './submission-table.ts'

export type OpenSubmissions = { readonly tables: readonly SubmissionTable[]; readonly problems: readonly Problem[] }

/** What is wrong with a file is a problem that names it, never an exception. */
export async function openSubmissionFiles(files: readonly ImportFile[]): Promise<OpenSubmissions> {
  const tables: SubmissionTable[] = []
  const problems: Problem[] = []
  for (const file of files) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other, so that only one file at a time is unpacked in memory
    const read = await openFile(file)
    tables.push(...read.tables)
    problems.push(...read.problems.map((found) => ({ ...found, where: { ...found.where, file: found.where.file ?? file.name } })))
  }
  return { tables, problems }
}

async function openFile(file: ImportFile): Promise<OpenSubmissions> {
  try {
    const oversize = findOversize(file.name, file.bytes.length)
    if (oversize) return { tables: [], problems: [oversize] }
    if (isZip(file.bytes)) return await openArchive(file)
    const { text } = decodeText(file.bytes)
    if (text.trim() === '') return { tables: [], problems: [knownProblem('import.file-empty', {})] }
    if (/^\s*[[{]/.test(text)) return { tables: flattenJson(text, file.name), problems: [] }
    return { tables: [csvTable(text, file.name, 'csv')], problems: [] }
  } catch (error) {
    if (error instanceof ProblemError) return { tables: [], problems: error.problems }
    return { tables: [], problems: [knownProblem('import.file-broken', {})] }
  }
}

const isZip = (bytes: Uint8Array) => [0x50, 0x4b, 0x03, 0x04].every((byte, index) => bytes[index] === byte)

async function openArchive(file: ImportFile): Promise<OpenSubmissions> {
  const parts = unpackZip(file.bytes, (name) => /\.csv$/i.test(name) && !/^(?:media|__MACOSX)\//.test(name))
  if (parts.size > 0) {
    return { tables: [...parts].map(([name, bytes]) => csvTable(decodeText(bytes).text, `${file.name} › ${name}`, file.name)), problems: [] }
  }
  const { sheets, problems } = await readSheets([file], maxSubmissionColumns)
  return { tables: sheets.map(({ place, rows }) => tableOf(rows, place, file.name)), problems }
}

function csvTable(text: string, place: string, scope: string): SubmissionTable {
  return tableOf(readCsv(text, maxSubmissionColumns), place, scope)
}

function tableOf(rows: readonly (readonly SheetCell[])[], place: string, scope: string): SubmissionTable {
  const [headers = [], ...rest] = rows
  return {
    place, scope, sparse: false,
    headers: headers.map((header) => (typeof header === 'string' ? header.trim() : '')),
    rows: rest.map((cells, index) => ({ number: index + 2, cells })).filter(({ cells }) => cells.some((cell) => cell !== '')),
  }
}
