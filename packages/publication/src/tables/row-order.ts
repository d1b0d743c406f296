// The order in which rows are printed: by what is shown, never by what is hidden.
import type { ProtectedTable } from '@lykta/disclosure'
import { type Edition, renderRowLabel, shownCell } from '../binding/edition.ts'

type Row = ProtectedTable['rows'][number]

const lastCodes: readonly string[] = ['unknown', 'conflicting', 'not-asked']

/** Shown counts of the last period from the largest down, then the others by name; merged rows and unknowns last. */
export function orderedRows(edition: Edition, table: ProtectedTable): readonly { readonly row: Row; readonly label: string }[] {
  const named = table.rows.map((row) => ({ row, label: renderRowLabel(edition, table, row) }))
  const collator = new Intl.Collator(edition.words.language)
  return named.toSorted((a, b) => rank(a.row) - rank(b.row) || lastCount(b.row) - lastCount(a.row) || collator.compare(a.label, b.label))
}

function rank(row: Row): number {
  if (row.codes.some((code) => lastCodes.includes(code))) return 2
  return row.members.length > 0 ? 1 : 0
}

/** A band stands above hidden rows and below shown ones: it is a large part of the base, but not a number. */
function lastCount(row: Row): number {
  const cell = row.cells.at(-1)
  return shownCell(cell)?.count ?? (cell?.state === 'band' ? -1 : -2)
}
