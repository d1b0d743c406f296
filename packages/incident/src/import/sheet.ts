// A sheet as read, before anything is understood: rows of text, whatever kind of file they came from.
import type { Place } from '../problem.ts'
import type { ColumnId } from './columns.ts'

/** A file as the user picked it; the name says what it holds, the bytes what kind it is. */
export type ImportFile = {
  readonly name: string
  readonly bytes: Uint8Array
}

/**
 * Text, or a cell that holds no value of its own: a formula, or a spreadsheet's error sign such as #REF!; `told` is one that a
 * mapping could not read, and has said so.
 */
export type SheetCell = string | { readonly refused: 'formula' | 'error' | 'told' }

/** Where a mapped sheet's rows and columns stood in the user's own files: problems name that place. */
export type Origin = {
  /** One for each row, the header's first. */
  readonly rows: readonly { readonly file: string; readonly row: number }[]
  /** As the user wrote them, one for each column; '' for a value that stands in the mapping. */
  readonly headers: readonly string[]
}

export type Sheet = {
  /** For people: the file's name, and the sheet's when the file has several. */
  readonly place: string
  /** What may tell which table this is, the surest first: the sheet's name, the file's name without its ending. */
  readonly names: readonly string[]
  /** Row n of the spreadsheet is rows[n - 1]; line breaks are \n; a workbook's row may lack empty cells at its end. */
  readonly rows: readonly (readonly SheetCell[])[]
  /** A row of a CSV file must be as wide as the header: a shorter one was cut off, or lost a separator. */
  readonly exactWidth: boolean
  readonly origin?: Origin
  /**
   * Where rows of several sheets were put together: by the row's index, the columns of ours that its own sheet did not have. An empty
   * cell of such a column says that nobody was asked, not that nothing was answered.
   */
  readonly lacks?: ReadonlyMap<number, ReadonlySet<ColumnId>>
}

/** Where row `index` of `rows` stands, as the user's spreadsheet numbers it. */
export function placeOfRow({ place, origin }: Sheet, index: number): Place & { readonly row: number } {
  return origin?.rows[index] ?? { file: place, row: index + 1 }
}

/** A sheet of a workbook, before its file is known. */
export type WorkbookSheet = {
  readonly name: string
  readonly rows: readonly (readonly SheetCell[])[]
}
