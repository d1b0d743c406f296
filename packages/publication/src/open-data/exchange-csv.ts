// An edition's figures in the categories of another publisher, as one CSV: protected cells under other names, and nothing added up.
import type { Edition } from '../binding/edition.ts'
import { csvLines, roundedMonths } from './csv.ts'
import { dataTables } from './data-table.ts'
import { exchangeSchemes, type SchemeId } from './exchange-schemes.ts'

export const exchangeColumns = ['scheme', 'field', 'code', 'unit', 'table', 'row', 'period', 'from', 'to', 'months', 'value', 'sign', 'more_than'] as const

/** Where a category of theirs has no row of its own in the edition, or the edition has no such table. */
export const noRow = 'no-row'

/** The header and the codes are the same in both languages. */
export function renderExchangeCsv(edition: Edition, scheme: SchemeId): string {
  const tables = dataTables(edition)
  const lines = exchangeSchemes[scheme].flatMap(({ field, code, table: id, row }) => {
    const table = tables.find((one) => one.id === id)
    // What is merged with others stands under a code of the group ("other"), and is no category of anybody's.
    const isMerged = edition.tables.get(id)?.rows.find(({ codes }) => codes.join('/') === row)?.members.length
    const found = isMerged ? undefined : table?.rows.find((one) => one.figure === id && one.code === row)
    if (!table || !found) return [[scheme, field, code, '', id, row, '', '', '', '', '', noRow, '']]
    return table.periods.map(({ id: period, from, to, months }, index) => {
      const { value, sign, moreThan } = found.cells[index]!
      return [scheme, field, code, found.unit, id, row, period, from, to, String(roundedMonths(months)), value === null ? '' : String(value), sign, moreThan ?? '']
    })
  })
  return csvLines([exchangeColumns, ...lines])
}
