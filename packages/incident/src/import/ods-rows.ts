// Builds an OpenDocument table's rows, where one cell or row may stand for thousands: only what holds something is unrolled.
import { knownProblem } from '../messages/known-problem.ts'
import { ProblemError } from '../problem.ts'
import { maxCells, maxColumns, maxRows } from './limits.ts'
import type { SheetCell } from './sheet.ts'
import type { XmlAttributes } from './scan-xml.ts'

export type OdsRows = {
  startRow(attributes: XmlAttributes): void
  /** 0-based column of the next cell. */
  column(): number
  addCell(value: SheetCell, attributes: XmlAttributes): void
  endRow(): void
  /** The rows of the table that ends, without empty ones at its end. */
  endTable(): readonly (readonly SheetCell[])[]
}

/** One collector for a whole file, since the bound on cells is the file's. Its functions throw ProblemError. */
export function collectOdsRows(): OdsRows {
  let rows: SheetCell[][] = []
  let row: SheetCell[] = []
  let column = 0
  let rowRepeat = 1
  let emptyRows = 0
  let cells = 0

  return {
    startRow(attributes) {
      row = []
      column = 0
      rowRepeat = repeatOf(attributes, 'table:number-rows-repeated')
    },
    column: () => column,
    addCell(value, attributes) {
      const repeat = repeatOf(attributes, 'table:number-columns-repeated')
      if (value !== '') {
        if (column + repeat > maxColumns) throw tooMany('import.columns-too-many', maxColumns)
        while (row.length < column) row.push('')
        for (let index = 0; index < repeat; index += 1) row.push(value)
      }
      column += repeat
    },
    endRow() {
      if (row.length === 0) {
        emptyRows += rowRepeat
        return
      }
      if (rows.length + emptyRows + rowRepeat > maxRows) throw tooMany('import.rows-too-many', maxRows)
      cells += row.length * rowRepeat + emptyRows
      if (cells > maxCells) throw tooMany('import.cells-too-many', maxCells)
      for (; emptyRows > 0; emptyRows -= 1) rows.push([])
      for (let index = 0; index < rowRepeat; index += 1) rows.push(row)
    },
    endTable() {
      const ended = rows
      rows = []
      emptyRows = 0
      return ended
    },
  }
}

function repeatOf(attributes: XmlAttributes, name: string): number {
  const repeat = Number.parseInt(attributes.get(name) ?? '1', 10)
  return repeat >= 1 ? repeat : 1
}

function tooMany(code: 'import.rows-too-many' | 'import.columns-too-many' | 'import.cells-too-many', allowed: number): ProblemError {
  return new ProblemError([knownProblem(code, { allowed })])
}
