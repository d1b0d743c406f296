// A sheet as read, before anything is understood: rows of text, whatever kind of file they came from.

/** A file as the user picked it; the name says what it holds, the bytes what kind it is. */
export type ImportFile = {
  readonly name: string
  readonly bytes: Uint8Array
}

/** Text, or a cell that holds no value of its own: a formula, or a spreadsheet's error sign such as #REF!. */
export type SheetCell = string | { readonly refused: 'formula' | 'error' }

export type Sheet = {
  /** For people: the file's name, and the sheet's when the file has several. */
  readonly place: string
  /** What may tell which table this is, the surest first: the sheet's name, the file's name without its ending. */
  readonly names: readonly string[]
  /** Row n of the spreadsheet is rows[n - 1]; line breaks are \n; a workbook's row may lack empty cells at its end. */
  readonly rows: readonly (readonly SheetCell[])[]
  /** A row of a CSV file must be as wide as the header: a shorter one was cut off, or lost a separator. */
  readonly exactWidth: boolean
}

/** A sheet of a workbook, before its file is known. */
export type WorkbookSheet = {
  readonly name: string
  readonly rows: readonly (readonly SheetCell[])[]
}
