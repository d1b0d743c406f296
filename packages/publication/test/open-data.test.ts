// Open data: JSON-stat by its rules, CSV that says the same, and nothing that a spreadsheet would take for a formula.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ProtectedCell } from '@lykta/disclosure'
import { yearPeriods } from '@lykta/statistics'
import type { Edition } from '../src/binding/edition.ts'
import { columns, renderCsv } from '../src/open-data/csv.ts'
import { signCodes } from '../src/open-data/data-cell.ts'
import { type DataTable, dataTables } from '../src/open-data/data-table.ts'
import { jsonStat } from '../src/open-data/json-stat.ts'
import { wordsIn } from '../src/words/words-in.ts'
import { band, collection, contextOf, hidden, protectedTable, shown } from './support/protected.ts'
import { parseCsv } from './support/parse-csv.ts'

async function editionOf(...tables: readonly Parameters<typeof protectedTable>[0][]): Promise<Edition> {
  const made = await Promise.all(tables.map(protectedTable))
  return { context: contextOf(), tables: new Map(made.map((table) => [table.id, table])), words: wordsIn.en, label: (_, code) => `=${code}, "x"` }
}

/** What both formats say of a table: figure, code, period, value, sign. */
type Said = readonly [figure: string, code: string, period: string, value: string, sign: string]

function saidByCsv(table: DataTable): readonly Said[] {
  const [head, ...lines] = parseCsv(renderCsv(table, wordsIn.en, ['Draft', 'Invented']))
  expect(head).toEqual(['table', 'figure', 'unit', 'code', 'label', 'period', 'from', 'to', 'months', 'value', 'sign', 'more_than', 'marks'])
  expect(head).toHaveLength(columns.length)
  return lines.map((line) => {
    expect(line).toHaveLength(columns.length)
    expect(line.at(-1)).toBe('Draft; Invented')
    return [line[1]!, line[3]!, line[5]!, line[9]!, line[11] === '' ? line[10]! : `${line[10]!} ${line[11]!}`]
  })
}

/** Walks the cube by JSON-stat's own rule: the last dimension varies fastest. */
function saidByJson(edition: Edition, table: DataTable): readonly Said[] {
  const set = JSON.parse(JSON.stringify(jsonStat(edition, table))) as ReturnType<typeof jsonStat>
  expect(set.version).toBe('2.0')
  expect(set.class).toBe('dataset')
  expect(Object.keys(set.dimension).toSorted()).toEqual([...set.id].toSorted())
  expect(set.value).toHaveLength(set.size.reduce((product, size) => product * size, 1))
  for (const [index, id] of set.id.entries()) {
    const { category } = set.dimension[id]!
    expect(category.index).toHaveLength(set.size[index]!)
    expect(new Set(category.index).size).toBe(category.index.length)
    expect(Object.keys(category.label).toSorted()).toEqual([...category.index].toSorted())
  }
  expect(set.role.time.every((id) => set.id.includes(id)) && set.role.metric.every((id) => set.id.includes(id))).toBe(true)
  expect(Object.keys(set.dimension['figure']!.category.unit!).toSorted()).toEqual([...set.dimension['figure']!.category.index].toSorted())
  expect(new Date(set.updated).toISOString()).toBe(set.updated)
  for (const position of Object.keys(set.status)) expect(Number(position)).toBeLessThan(set.value.length)
  return set.value.map((value, position) => {
    let rest = position
    const at: Record<string, string> = {}
    for (const index of [...set.id.keys()].toReversed()) {
      at[set.id[index]!] = set.dimension[set.id[index]!]!.category.index[rest % set.size[index]!]!
      rest = Math.floor(rest / set.size[index]!)
    }
    return [at['figure']!, at['row'] ?? '', at['period']!, value === null ? '' : String(value), set.status[String(position)] ?? 'exact']
  })
}

const sorted = (said: readonly Said[]): readonly string[] => said.map((one) => one.join(' | ')).toSorted()

const anyCell: fc.Arbitrary<ProtectedCell> = fc.oneof(
  fc.record({ state: fc.constant('shown' as const), count: fc.nat(500), atLeast: fc.boolean() }), fc.constant(hidden), fc.constant(band(9, 10)),
)

test('CSV parsed back says what JSON-stat says, for any table', async () => {
  const cells = fc.array(anyCell, { minLength: 3, maxLength: 3 })
  const codes = fc.uniqueArray(fc.constantFrom('sexual', 'begging', 'labour', 'other', 'unknown', 'organ-removal'), { minLength: 1, maxLength: 6 })
  await fc.assert(
    fc.asyncProperty(cells, cells, codes.chain((list) => fc.tuple(fc.constant(list), fc.array(cells, { minLength: list.length, maxLength: list.length }))), async (total, unknown, [list, rows]) => {
      const edition = await editionOf(
        { id: 'persons', unit: 'person', base: total },
        { id: 'persons.incidentsUnknown', base: unknown },
        { id: 'exploitation', by: ['exploitation'], base: total, rows: list.map((code, index) => ({ codes: [code], members: [], cells: rows[index]! })) },
      )
      const tables = dataTables(edition)
      expect(tables.map(({ id }) => id)).toEqual(['persons', 'exploitation'])
      for (const table of tables) expect(sorted(saidByCsv(table))).toEqual(sorted(saidByJson(edition, table)))
    }),
    { seed: 20191, numRuns: 60 },
  )
})

test('values and signs stand apart', async () => {
  const edition = await editionOf({ id: 'sex', unit: 'person', by: ['sex'], base: [shown(0), shown(31, true), shown(41)], rows: [{ codes: ['woman'], members: [], cells: [hidden, band(9, 10), shown(0, true)] }] })
  expect(saidByCsv(dataTables(edition)[0]!)).toEqual([
    ['sex', 'woman', '2017', '', 'hidden'],
    ['sex', 'woman', '2018', '', 'more-than 9/10'],
    ['sex', 'woman', '2019', '0', 'at-least'],
    ['sex', '_base', '2017', '0', 'exact'],
    ['sex', '_base', '2018', '31', 'at-least'],
    ['sex', '_base', '2019', '41', 'exact'],
  ])
})

test('a question that was not put is no zero, and a year before collection is not collected', async () => {
  const periods = yearPeriods(2016, 2018, collection)
  const edition = await editionOf(
    { id: 'incidentsOffered', periods, base: [shown(0), shown(0), shown(0)] },
    { id: 'incidentsOffered.unknown', periods, base: [shown(0), shown(0), shown(0)] },
    { id: 'incidentsOffered.notAsked', periods, base: [shown(0), shown(10), shown(0)] },
  )
  const [offered] = dataTables(edition)[0]!.rows
  expect(offered!.cells.map(({ value, sign }) => [value, sign])).toEqual([[null, 'not-collected'], [null, 'not-asked'], [0, 'exact']])
})

test('a label that a spreadsheet would compute is led by an apostrophe, quotes and commas survive', async () => {
  const edition = await editionOf({ id: 'sex', unit: 'person', by: ['sex'], base: [shown(9), shown(9), shown(9)], rows: [{ codes: ['woman'], members: [], cells: [hidden, hidden, hidden] }] })
  const csv = renderCsv(dataTables(edition)[0]!, wordsIn.en, [])
  expect(csv.startsWith('\ufeff')).toBe(true)
  expect(csv.endsWith('\r\n')).toBe(true)
  expect(parseCsv(csv)[1]![4]).toBe(`'=woman, "x"`)
  for (const line of parseCsv(csv).slice(1)) for (const cell of line) expect(cell).not.toMatch(/^[=+@\t\r-]/)
})

test.each(['=', '+', '-', '@', '\t', '＝', '＋', '－', '＠'])('a label led by "%s" is led by an apostrophe', async (sign) => {
  const edition = await editionOf({ id: 'sex', unit: 'person', by: ['sex'], base: [shown(9), shown(9), shown(9)], rows: [{ codes: ['woman'], members: [], cells: [hidden, hidden, hidden] }] })
  const csv = renderCsv(dataTables({ ...edition, label: () => `${sign}1` })[0]!, wordsIn.en, [])
  expect(parseCsv(csv)[1]![4]).toBe(`'${sign}1`)
})

test('both languages explain every sign and head every column', () => {
  for (const language of ['sv', 'en'] as const) {
    for (const sign of signCodes) expect(wordsIn[language].signCodes[sign]).not.toBe('')
    expect(new Set(columns.map((column) => wordsIn[language].columns[column])).size).toBe(columns.length)
  }
})
