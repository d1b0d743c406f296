// A sheet of theirs with its header found and each of its columns either mapped or passed over on purpose; nothing is dropped unseen.
import type { Problems } from '../import/collect-problems.ts'
import { foldName } from '../import/columns.ts'
import { findRowFault } from '../import/open-rows.ts'
import { columnLetter, isFilled } from '../import/recognise-tables.ts'
import type { Sheet, SheetCell } from '../import/sheet.ts'
import { knownProblem } from '../messages/known-problem.ts'
import { renderFound } from '../messages/render-found.ts'
import { foldWord } from './fold-word.ts'
import type { MappedSheet } from './mapping.ts'

export type TheirRow = { readonly file: string; readonly row: number; readonly cells: readonly SheetCell[] }

export type OpenSheet = {
  readonly sheet: Sheet
  readonly mapped: MappedSheet
  /** By the folded header. */
  readonly indexOf: ReadonlyMap<string, number>
  readonly rows: readonly TheirRow[]
}

export function openSheet(sheet: Sheet, mapped: MappedSheet, problems: Problems): OpenSheet | undefined {
  const before = problems.countErrors()
  const headers = headersAt(sheet, mapped.headerRow)
  const known = new Set([...mapped.columns.map(({ from }) => from), ...mapped.ignored].map(foldName))
  const indexOf = new Map<string, number>()
  for (const [index, header] of headers.entries()) {
    const where = { file: sheet.place, row: mapped.headerRow, column: renderFound(header) }
    const folded = foldName(header)
    if (header === '') {
      const row = sheet.rows.findIndex((cells, at) => at >= mapped.headerRow && isFilled(cells[index]))
      if (row !== -1) problems.add(knownProblem('import.column-unnamed', { letter: columnLetter(index) }, { file: sheet.place, row: row + 1 }))
    } else if (indexOf.has(folded)) problems.add(knownProblem('mapping.header-twice', {}, where))
    else if (known.has(folded)) indexOf.set(folded, index)
    else problems.add(knownProblem('mapping.column-unmapped', {}, where))
  }
  for (const { from } of mapped.columns) {
    if (!indexOf.has(foldName(from))) problems.add(knownProblem('mapping.column-missing', { column: renderFound(from) }, { file: sheet.place, row: mapped.headerRow }))
  }
  if (problems.countErrors() > before) return undefined
  return { sheet, mapped, indexOf, rows: rowsOf(sheet, mapped, headers.length, problems) }
}

export function headersAt(sheet: Sheet, headerRow: number): readonly string[] {
  return (sheet.rows[headerRow - 1] ?? []).map((cell) => (typeof cell === 'string' ? cell.normalize('NFC').replace(/\s+/g, ' ').trim() : ''))
}

function rowsOf(sheet: Sheet, { headerRow, skippedRows }: MappedSheet, width: number, problems: Problems): readonly TheirRow[] {
  const skipped = new Set(skippedRows.map(foldWord))
  return sheet.rows.flatMap((cells, index) => {
    const first = cells.find(isFilled)
    if (index < headerRow || first === undefined || (typeof first === 'string' && skipped.has(foldWord(first)))) return []
    const place = { file: sheet.place, row: index + 1 }
    const fault = findRowFault(cells, width, sheet.exactWidth, place)
    if (fault) problems.add(fault)
    return fault ? [] : [{ ...place, cells }]
  })
}
