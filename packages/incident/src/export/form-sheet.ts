// A sheet to fill in, whatever kind of file it will be.
import type { CivilDate } from '../civil-date.ts'

/** Text, a day, a header, or nothing. */
export type FormCell = string | null | { readonly day: CivilDate } | { readonly header: string }

export type FormChoice = {
  /** The words themselves, or the filled cells of another sheet's column. */
  readonly from: { readonly words: readonly string[] } | { readonly sheet: string; readonly letter: string; readonly lastRow: number }
  /** Shown when something else is typed. */
  readonly title: string
  readonly message: string
}

export type FormColumn = {
  /** In letters. */
  readonly width: number
  /** `text` is kept as typed: a spreadsheet would turn "2019-04" into 1 April. */
  readonly format?: 'date' | 'text'
  readonly choice?: FormChoice
}

export type FormSheet = {
  readonly name: string
  readonly columns: readonly FormColumn[]
  readonly rows: readonly (readonly FormCell[])[]
  /** Rows below with formats and drop-down lists, but nothing in them. */
  readonly emptyRows: number
}
