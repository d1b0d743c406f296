// Rows of the indicators table: signs that a network adds to the catalogue for itself.
import { categoryOfIndicator, isOwnIndicatorId } from '../catalogue/catalogue.ts'
import type { ImportedIndicator } from './bundle.ts'
import type { Problems } from './collect-problems.ts'
import { found, openRows, readRequiredName } from './open-rows.ts'
import { readCode, readDay, required } from './read-values.ts'
import type { Table } from './recognise-tables.ts'

export type ParsedIndicators = {
  readonly indicators: readonly ImportedIndicator[]
  /** Ids of all rows, those with other errors included. */
  readonly ids: readonly string[]
}

/** An own id is "<category>.x-<name>", which no id of the catalogue ever is. */
export function parseIndicators(table: Table & { readonly id: 'indicators' }, problems: Problems): ParsedIndicators {
  const indicators: ImportedIndicator[] = []
  const rowOf = new Map<string, number>()
  for (const row of openRows(table, problems)) {
    const id = readRequiredName(row, 'id')
    const category = required(row, 'category', readCode(row, 'category', 'category'))
    const swedish = readRequiredName(row, 'swedish')
    const english = readRequiredName(row, 'english')
    const validFrom = readDay(row, 'validFrom')
    const validTo = readDay(row, 'validTo')
    if (validFrom && validTo && validTo < validFrom) {
      row.report('validTo', 'import.valid-to-before-from', { ...found(validTo), from: validFrom })
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

const isOwnId = (id: string, category: string) => isOwnIndicatorId(id) && categoryOfIndicator(id) === category
