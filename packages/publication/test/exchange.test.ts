// Figures in the categories of others: each value is a protected cell's own, hidden ones stay hidden, and what was merged is nobody's category.
import { describe, expect, test } from 'vitest'
import { exchangeColumns, noRow, renderExchangeCsv } from '../src/open-data/exchange-csv.ts'
import { exchangeSchemes, schemeIds } from '../src/open-data/exchange-schemes.ts'
import { wordsIn } from '../src/words/words-in.ts'
import { parseCsv } from './support/parse-csv.ts'
import { contextOf, hidden, protectedTable, shown } from './support/protected.ts'
import { sampleTables } from './support/sample-edition.ts'

type Tables = Awaited<ReturnType<typeof sampleTables>>
const editionOf = (tables: Tables) => ({ context: contextOf(), tables: new Map(tables.map((table) => [table.id, table])), words: wordsIn.en, label: () => undefined, examples: [] })
const linesOf = (tables: Tables, scheme: (typeof schemeIds)[number]) => parseCsv(renderExchangeCsv(editionOf(tables), scheme)).slice(1).map((line) => Object.fromEntries(exchangeColumns.map((column, index) => [column, line[index]!])))

describe.each(schemeIds)('%s', (scheme) => {
  test('holds the sample’s protected values and no others, with unit and period', async () => {
    const tables = await sampleTables()
    const lines = linesOf(tables, scheme)
    expect(lines.some(({ value }) => value !== '')).toBe(true)
    for (const { table: id, row, period, value, sign, unit } of lines) {
      const table = tables.find((one) => one.id === id)
      const found = row === '' ? table?.base : table?.rows.find(({ codes, members }) => codes.join('/') === row && members.length === 0)?.cells
      if (sign === noRow) expect([found, value]).toEqual([undefined, ''])
      else {
        const cell = found![table!.periods.findIndex((one) => one.id === period)]!
        expect([unit, value]).toEqual([table!.unit, cell.state === 'shown' ? String(cell.count) : ''])
      }
    }
    expect(new Set(lines.map(({ field, code }) => `${field} ${code}`)).size).toBe(exchangeSchemes[scheme].length)
  })
})

test('a row that protection merged is no category, a category itself is', async () => {
  const rowsOf = (members: readonly string[]) => protectedTable({
    id: 'sex', unit: 'person', by: ['sex'], base: [shown(30), shown(40), shown(50)], rows: [{ codes: ['woman'], members: [], cells: [shown(20), hidden, shown(30, true)] }, { codes: ['other'], members, cells: [shown(7), shown(8), shown(9)] }],
  })
  const values = async (members: readonly string[]) => linesOf([await rowsOf(members)], 'regional-coordinators').filter(({ field, code }) => field === 'kön' && (code === 'annat' || code === 'kvinna')).map(({ code, value, sign }) => `${code} ${value} ${sign}`)
  const women = ['kvinna 20 exact', 'kvinna  hidden', 'kvinna 30 at-least']
  expect(await values([])).toEqual([...women, 'annat 7 exact', 'annat 8 exact', 'annat 9 exact'])
  expect(await values(['man', 'other'])).toEqual([...women, 'annat  no-row'])
})
