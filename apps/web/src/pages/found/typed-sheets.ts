// Two sheets as they are typed, row by row; and what was found wrong, at its sheet and row.
import { type Problem, ProblemError } from '@lykta/incident'

/** Two sheets of four rows. */
export type TypedSheets = readonly (readonly string[])[]

export const emptySheets: TypedSheets = [['', '', '', ''], ['', '', '', '']]

export type SheetFault = 'row-missing' | 'row-wrong' | 'foreign' | 'same' | 'other'
/** `row`: null for the sheet as a whole; both from 0. */
export type SheetError = { readonly sheet: number; readonly row: number | null; readonly fault: SheetFault; readonly problem: Problem | null }

export function withRow(sheets: TypedSheets, sheet: number, row: number, text: string): TypedSheets {
  return sheets.map((rows, at) => (at === sheet ? rows.map((one, index) => (index === row ? text : one)) : rows))
}

/** As `readSheet` takes it: a number in front of each row. */
export function textOf(rows: readonly string[]): string {
  return rows.map((row, index) => `${index + 1}  ${row.trim().replace(/^[1-4][.):]?\s+/, '')}`).join('\n')
}

/** Rows that cannot be one: before any work is done. */
export function missingRows(sheets: TypedSheets): readonly SheetError[] {
  return sheets.flatMap((rows, sheet) => rows.flatMap((text, row) => (isLikeRow(text) ? [] : [{ sheet, row, fault: 'row-missing', problem: null } as const])))
}

/** The four rows of a whole sheet, as it was copied or read by a camera; undefined when the text is none. */
export function findRows(text: string): readonly string[] | undefined {
  const rows = text.split('\n').map((line) => line.trim().replace(/^[1-4][.):]?\s+/, '')).filter((line) => /\d/.test(line) && isLikeRow(line))
  return rows.length === 4 ? rows : undefined
}

/** Sixteen characters or nearly, and a word. */
function isLikeRow(text: string): boolean {
  const parts = /^(?:[1-4][.):]?\s+)?(?<code>.*\S)\s+(?<word>[a-z]{3,}(?:-[a-z]+)?)$/i.exec(text.trim())?.groups
  const length = parts?.['code']?.replaceAll(/[\s\p{Pd}]/gu, '').length ?? 0
  return length >= 12 && length <= 20
}

/** What `keys.testSheets` threw; a defect is thrown on. */
export function errorsOf(error: unknown): readonly SheetError[] {
  if (!(error instanceof ProblemError)) throw error
  return error.problems.map((problem): SheetError => {
    const sheet = (problem.where.group ?? 1) - 1
    if (problem.code === 'seal.sheet-row-mistyped') return { sheet, row: Number(problem.values['row']) - 1, fault: 'row-wrong', problem }
    if (problem.code === 'seal.sheet-foreign') return { sheet, row: null, fault: 'foreign', problem }
    if (problem.code === 'seal.sheets-too-few') return { sheet: 1, row: null, fault: 'same', problem }
    return { sheet, row: null, fault: 'other', problem }
  })
}
