// From files to sheets: finds out what kind each file is by its bytes, never by its ending.
import { knownProblem, knownWarning } from '../messages/known-problem.ts'
import { renderFound } from '../messages/render-found.ts'
import { ProblemError } from '../problem.ts'
import type { Problem } from '../problem.ts'
import { decodeText } from './decode-text.ts'
import { findOversize } from './limits.ts'
import { readCsv } from './read-csv.ts'
import { readOds } from './read-ods.ts'
import { isXlsxPart, readXlsx } from './read-xlsx.ts'
import type { ImportFile, Sheet, WorkbookSheet } from './sheet.ts'
import { unpackZip } from './unpack-zip.ts'

export type ReadSheets = {
  /** Of the files that could be read; empty sheets are left out. */
  readonly sheets: readonly Sheet[]
  /** Errors of files that could not be read, and warnings. */
  readonly problems: readonly Problem[]
}

/** Reads CSV, XLSX and ODS files; what is wrong with a file is a problem that names it, never an exception. */
export async function readSheets(files: readonly ImportFile[], mostColumns?: number): Promise<ReadSheets> {
  const sheets: Sheet[] = []
  const problems: Problem[] = []
  for (const file of files) {
    // One after the other, so that only one file at a time is unpacked in memory.
    // oxlint-disable-next-line no-await-in-loop
    const read = await readFile(file, mostColumns)
    sheets.push(...read.sheets)
    problems.push(...read.problems.map((found) => ({ ...found, where: { ...found.where, file: file.name } })))
  }
  return { sheets, problems }
}

async function readFile(file: ImportFile, mostColumns: number | undefined): Promise<ReadSheets> {
  try {
    const oversize = findOversize(file.name, file.bytes.length)
    if (oversize) return { sheets: [], problems: [oversize] }
    if (startsWith(file.bytes, oleSignature)) return failed('import.file-encrypted')
    const read = startsWith(file.bytes, zipSignature) ? await readWorkbook(file, mostColumns) : readText(file)
    return read.sheets.length === 0 && read.problems.length === 0 ? failed('import.file-empty') : read
  } catch (error) {
    if (error instanceof ProblemError) return { sheets: [], problems: error.problems }
    // The readers of untrusted XML and zip throw all kinds of errors; each means that the file is not what it should be.
    return failed('import.file-broken')
  }
}

const zipSignature = [0x50, 0x4b, 0x03, 0x04]
/** Encrypted XLSX files are wrapped in the format of the old .xls files, which are not read either. */
const oleSignature = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte)
}

function failed(code: 'import.file-empty' | 'import.file-encrypted' | 'import.file-kind' | 'import.file-broken'): ReadSheets {
  return { sheets: [], problems: [knownProblem(code, {})] }
}

async function readWorkbook(file: ImportFile, mostColumns: number | undefined): Promise<ReadSheets> {
  const parts = unpackZip(file.bytes, (name) => isXlsxPart(name) || odsParts.has(name))
  const kind = new TextDecoder().decode(parts.get('mimetype'))
  if (kind.startsWith('application/vnd.oasis.opendocument.spreadsheet')) return withPlaces(file, readOds(parts))
  if (![...parts.keys()].some((name) => name.startsWith('xl/worksheets/'))) return failed('import.file-kind')
  return withPlaces(file, await readXlsx(parts, mostColumns))
}

const odsParts: ReadonlySet<string> = new Set(['mimetype', 'content.xml', 'META-INF/manifest.xml'])

function withPlaces(file: ImportFile, workbook: readonly WorkbookSheet[]): ReadSheets {
  const used = workbook.filter(({ rows }) => rows.length > 0)
  return {
    sheets: used.map(({ name, rows }) => ({
      place: workbook.length === 1 ? file.name : `${file.name} › ${renderFound(name)}`,
      names: used.length === 1 ? [name, baseName(file.name)] : [name],
      rows,
      exactWidth: false,
    })),
    problems: [],
  }
}

const workbookEnding = /\.(?:xls[xmb]?|ods)$/i

function readText(file: ImportFile): ReadSheets {
  const { text, encoding } = decodeText(file.bytes)
  if (text.trim() === '') return failed('import.file-empty')
  const rows = readCsv(text)
  const ending = workbookEnding.exec(file.name)?.[0].toLowerCase()
  // A table is a table whatever it is called; a letter that somebody named .xlsx is none.
  if (ending !== undefined && (rows[0] ?? []).length < 2) return { sheets: [], problems: [knownProblem('import.file-not-workbook', { ending })] }
  return {
    sheets: [{ place: file.name, names: [baseName(file.name)], rows, exactWidth: true }],
    problems: [
      ...(encoding === 'utf-8' ? [] : [knownWarning('import.encoding-windows-1252', {})]),
      ...(ending === undefined ? [] : [knownWarning('import.file-not-workbook', { ending })]),
    ],
  }
}

function baseName(file: string): string {
  return (file.split(/[/\\]/).at(-1) ?? file).replace(/\.[^.]*$/, '')
}
