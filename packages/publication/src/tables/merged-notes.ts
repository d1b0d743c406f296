// What each merged row of a table holds: all that the catalogue has there, never which of it occurs.
import type { ProtectedTable } from '@lykta/disclosure'
import { type Edition, renderRowLabel } from '../binding/edition.ts'
import { renderCount } from '../words/numbers.ts'

/** More than these are told by their number: a list of every country says nothing. */
const mostNamed = 12

/** Codes that only the data know are no members of a protected row, so the list is that of the catalogue alone. */
export function mergedNotes(edition: Edition, table: ProtectedTable): readonly string[] {
  const { words, label } = edition
  const [dimension] = table.by
  if (dimension === undefined) return []
  return table.rows.filter(({ members }) => members.length > 0).map((row) => {
    const names = row.members.map((code) => label(dimension, code))
    const named = names.length <= mostNamed && names.every((name) => name !== undefined)
    return words.note.merged(renderRowLabel(edition, table, row), named ? names.join(', ') : words.note.categories(renderCount(names.length, words.language)))
  })
}
