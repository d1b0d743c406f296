// Which sheet of a mapping a sheet of theirs is: by its name, else by its headers, as our own tables are known.
import { foldName } from '../import/columns.ts'
import type { Sheet } from '../import/sheet.ts'
import type { MappedSheet, Mapping } from './mapping.ts'
import { headersAt } from './open-sheet.ts'

/** By headers only where all of them are in the mapping, all of the mapping's are there, and no other sheet of it fits: next month's file has another name. */
export function findMappedSheet(sheet: Sheet, { sheets }: Mapping): MappedSheet | undefined {
  const names = new Set(sheet.names.map(foldName))
  const named = sheets.find((mapped) => mapped.names.some((name) => names.has(foldName(name))))
  if (named) return named
  const fitting = sheets.filter((mapped) => fits(sheet, mapped))
  return fitting.length === 1 ? fitting[0] : undefined
}

function fits(sheet: Sheet, { headerRow, columns, ignored }: MappedSheet): boolean {
  const headers = new Set(headersAt(sheet, headerRow).filter((header) => header !== '').map(foldName))
  const wanted = new Set(columns.map(({ from }) => foldName(from)))
  const known = new Set([...wanted, ...ignored.map(foldName)])
  return wanted.size > 0 && [...headers].every((header) => known.has(header)) && [...wanted].every((header) => headers.has(header))
}
