// A table out of ODK or Kobo, before anything in it is understood: submissions, or the rows of a repeat.
import type { SheetCell } from '../import/sheet.ts'

export type SubmissionTable = {
  /** For people: the file's name, and the part's within it. */
  readonly place: string
  /** Rows of a repeat belong to submissions of the same scope: those of one workbook, one archive, or all CSV files together. */
  readonly scope: string
  readonly headers: readonly string[]
  /** `number` as people count it: the header of a spreadsheet is row 1, the first submission of a JSON file is 1. A row may be shorter than the header. */
  readonly rows: readonly { readonly number: number; readonly cells: readonly SheetCell[] }[]
  /** JSON leaves out what was not answered; in a spreadsheet a column that is missing was not asked. */
  readonly sparse: boolean
}
