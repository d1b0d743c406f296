// How large an import may be: bounds on what a hostile or mistaken file can cost, all far above a real register.
import { problem } from '../problem.ts'
import type { Problem } from '../problem.ts'

const mebibyte = 1024 * 1024

/** Checked against the size the file system tells, before the file is read, and again against the bytes. */
export const maxFileBytes = 50 * mebibyte

export const maxRows = 250_000
export const maxColumns = 100
/** Of an export of ODK's or Kobo's: Kobo gives every choice of several a column of its own besides, more than 400 for the nationalities and the signs. */
export const maxSubmissionColumns = 2_000
export const maxSheets = 20

/** Cells of one workbook, empty ones inside its used rectangles included. */
export const maxCells = 12_000_000

/** Everything unpacked from one XLSX or ODS file, counted while unpacking: the sizes a zip states may be lies. */
export const maxUnpackedBytes = 128 * mebibyte

/** XML of spreadsheets packs 10 to 60 times; deflate can reach 1,032, and only a bomb comes near. */
export const maxUnpackRatio = 250
export const ratioFreeBytes = 8 * mebibyte

/** Elements of the shared strings and other parts of an XLSX that are read as a tree, at some 300 bytes of memory each. */
export const maxTreeTags = 4_000_000

export const maxZipEntries = 2_000

export const maxReasonLength = 20_000
export const maxListLength = 4_000
export const maxTextLength = 200

/** Errors shown at once; the rest are counted. Warnings have the same bound of their own. */
export const maxProblems = 100

/** For the one who opens the file: a problem when it is too large to read at all. */
export function findOversize(file: string, bytes: number): Problem | undefined {
  if (bytes <= maxFileBytes) return undefined
  return problem('import.file-too-large', { megabytes: Math.ceil(bytes / mebibyte), allowed: maxFileBytes / mebibyte }, { file })
}
