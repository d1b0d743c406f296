// Rows of the indicators table: signs that a network adds to the catalogue for itself.
import type { ImportedIndicator } from './bundle.ts'
import type { Problems } from './collect-problems.ts'
import { found, openRows, readRequiredName } from './open-rows.ts'
import { readDay } from './read-values.ts'
import type { Table } from './recognise-tables.ts'

export type ParsedIndicators = {
  readonly indicators: readonly ImportedIndicator[]
  /** Ids of all rows, those with other errors included. */
  readonly ids: readonly string[]
}

/** `categories` are the catalogue's. An own id is "<category>.x-<name>", which no id of the catalogue ever is. */
export function parseIndicators(
  table: Table & { readonly id: 'indicators' }, categories: ReadonlySet<string>, problems: Problems,
): ParsedIndicators {
  const indicators: ImportedIndicator[] = []
  const rowOf = new Map<string, number>()
  for (const row of openRows(table, problems)) {
    const id = readRequiredName(row, 'id')
    const category = readRequiredName(row, 'category')
    const swedish = readRequiredName(row, 'swedish')
    const english = readRequiredName(row, 'english')
    const validFrom = readDay(row, 'validFrom')
    const validTo = readDay(row, 'validTo')
    if (validFrom && validTo && validTo < validFrom) {
      row.report('validTo', 'import.valid-to-before-from', { ...found(validTo), from: validFrom })
    }
    if (category !== undefined && !categories.has(category)) {
      row.report('category', 'import.category-unknown', { ...found(category), categories: [...categories].join(', ') })
    }
    if (id === undefined) continue
    const first = rowOf.get(id)
    if (first !== undefined) row.report('id', 'import.ref-twice', { ...found(id), row: first })
    else if (category !== undefined && !isOwnId(id, category)) row.report('id', 'import.indicator-id', { ...found(id), category })
    rowOf.set(id, row.number)
    if (category !== undefined && swedish !== undefined && english !== undefined && validFrom !== undefined && validTo !== undefined) {
      indicators.push({ id, category, swedish, english, validFrom, validTo })
    }
  }
  return { indicators, ids: [...rowOf.keys()] }
}

const isOwnId = (id: string, category: string) => id.startsWith(`${category}.x-`) && /^[a-z-]+\.x-[a-z0-9]+(?:-[a-z0-9]+)*$/.test(id)
