// One register, written in every accepted way, is one and the same bundle.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { importFiles } from '../src/index.ts'
import { wordsOf } from '../src/import/code-list.ts'
import type { CodedList } from '../src/import/code-list.ts'
import { columnsOf, tables as tableSpecs } from '../src/import/columns.ts'
import { columnInputs } from '../src/export/column-input.ts'
import type { ColumnId, TableId } from '../src/import/columns.ts'
import { context, csvFiles, problemsOf, reference, withColumn, workbookFile } from './import-support.ts'
import type { CsvStyle, TextTable, TextTables } from './import-support.ts'

const plain = await importFiles(csvFiles(reference), context)

test('the reference has the published number of incidents, persons and organisations, and no problem', () => {
  expect(plain.problems).toEqual([])
  expect(plain.bundle?.incidents).toHaveLength(63)
  expect(plain.bundle?.incidents.flatMap(({ answers }) => answers.persons)).toHaveLength(86)
  expect(plain.bundle?.incidents.filter(({ answers }) => answers.persons.length === 0)).toHaveLength(6)
  expect(plain.bundle?.organisations).toHaveLength(9)
})

test('one incident, read in full', () => {
  const incident = plain.bundle?.incidents.find(({ externalRef }) => externalRef === '2017-06')
  expect(incident).toEqual({
    externalRef: '2017-06',
    reporterCode: 'hotell-a',
    reason: 'Gäst tog emot flera korta besök under kvällen och ville inte ha städning.',
    answers: {
      occurred: { from: '2017-12-09', to: '2017-12-09', about: false },
      reportedOn: '2017-12-10',
      external: false,
      placeType: 'hotel',
      area: 'Norr',
      exploitation: 'sexual',
      indicators: [
        'general.fear-or-stress', 'general.no-identity-documents', 'sexual.little-own-clothing', 'sexual.spoken-for',
        'sexual.unusual-hours',
      ],
      policeContacted: 'unknown',
      policeReports: null,
      buyers: { count: 6, atLeast: true },
      procurers: { count: 0, atLeast: false },
      otherPerpetrators: { count: 0, atLeast: false },
      persons: Array.from({ length: 3 }, () => ({
        personRef: null, count: { count: 1, atLeast: false }, sex: 'woman', ageGroup: 'adult', nationalities: [],
        supportContact: 'no', supportOrganisation: null, contactDate: null, supportOffered: null, acceptedSupport: null,
      })),
    },
  })
})

const csvStyles: Readonly<Record<string, CsvStyle>> = {
  'commas': { delimiter: ',' },
  'byte order mark': { bom: true },
  'line feeds only': { eol: '\n' },
  'every field quoted': { quoteAll: true, delimiter: ',', eol: '\n', bom: true },
}
test.each(Object.entries(csvStyles))('CSV with %s', async (_, style) => {
  expect(await importFiles(csvFiles(reference, style), context)).toEqual(plain)
})

test('Windows-1252 is read, and said', async () => {
  const read = await importFiles(csvFiles(reference, { encoding: 'latin1' }), context)
  expect(read.bundle).toEqual(plain.bundle)
  expect(read.problems.map(({ code, severity, where }) => [code, severity, where.file])).toEqual(
    ['organisationer.csv', 'incidenter.csv', 'personer.csv'].map((file) => ['import.encoding-windows-1252', 'warning', file]))
})

test.each(['xlsx', 'ods'] as const)('%s with three sheets, typed dates and numbers', async (kind) => {
  expect(await importFiles([await workbookFile(kind, reference)], context)).toEqual(plain)
})

test.each(['xlsx', 'ods'] as const)('%s with one sheet in each of three files, named by the files', async (kind) => {
  const files = await Promise.all(Object.entries(reference).map(async ([name, table]) => ({
    ...(await workbookFile(kind, { Blad1: table })), name: `${name}.${kind}`,
  })))
  expect(await importFiles(files, context)).toEqual(plain)
})

test('files with any names are told apart by their headers', async () => {
  const files = csvFiles(reference).map((file, index) => ({ ...file, name: `export (${index}).txt` }))
  expect(await importFiles(files, context)).toEqual(plain)
})

/** A word of a code list in the chosen language; whatever is no such word stays. */
function translate(list: CodedList, text: string, language: 'sv' | 'en'): string {
  const index = wordsOf(list, 'sv').indexOf(text)
  return index === -1 ? text : wordsOf(list, language)[index] ?? text
}

type Choices = { readonly order: readonly number[]; readonly headers: readonly boolean[]; readonly cells: readonly boolean[] }

function rewrite(table: TextTable, id: TableId, { order, headers, cells }: Choices): TextTable {
  const specs = columnsOf(id)
  let cell = 0
  const rewritten = table.map((row, rowIndex) => row.map((text, column) => {
    const [name, spec] = specs.find(([, { sv }]) => sv === table[0]?.[column]) ?? ['', undefined]
    if (rowIndex === 0) return headers[column] ? (spec?.en ?? text).toUpperCase().replaceAll('_', ' ') : text
    const input = columnInputs[`${id}.${name}` as ColumnId]
    cell += 1
    const english = cells[cell % cells.length] === true
    const word = input?.kind === 'list' ? translate(input.list, text, english ? 'en' : 'sv') : text
    return english ? word.replace(/^minst /, 'at least ') : word
  }))
  return rewritten.map((row) => order.map((column) => row[column] ?? ''))
}

const choices = (table: TextTable) => {
  const columns = (table[0] ?? []).map((_, index) => index)
  return fc.record({
    order: fc.shuffledSubarray(columns, { minLength: columns.length }),
    headers: fc.array(fc.boolean(), { minLength: columns.length, maxLength: columns.length }),
    cells: fc.array(fc.boolean(), { minLength: 1, maxLength: 97 }),
  })
}

test('words and headers in either language cell by cell, columns in any order', async () => {
  const [organisations, incidents, persons] = [reference['organisationer'], reference['incidenter'], reference['personer']]
  if (!organisations || !incidents || !persons) throw new Error('the reference is incomplete')
  await fc.assert(fc.asyncProperty(
    choices(organisations), choices(incidents), choices(persons), fc.constantFrom('csv', 'xlsx', 'ods'), fc.boolean(),
    async (o, i, p, kind, english) => {
      const tables: TextTables = {
        [tableSpecs.organisations[english ? 'en' : 'sv']]: rewrite(organisations, 'organisations', o),
        [tableSpecs.incidents[english ? 'en' : 'sv']]: rewrite(incidents, 'incidents', i),
        [tableSpecs.persons[english ? 'en' : 'sv']]: rewrite(persons, 'persons', p),
      }
      const files = kind === 'csv' ? csvFiles(tables) : [await workbookFile(kind, tables)]
      expect(await importFiles(files, context)).toEqual(plain)
    },
  ), { seed: 20190403, numRuns: 24 })
})

test('rows in another order are the same incidents with the same persons', async () => {
  const turned = Object.fromEntries(Object.entries(reference).map(([name, [header = [], ...rows]]) => [name, [header, ...rows.reverse()]]))
  const read = await importFiles(csvFiles(turned), context)
  expect(read.bundle?.incidents.toReversed()).toEqual(plain.bundle?.incidents)
})

test('blank rows, spaces around cells and a column without header or content change nothing', async () => {
  const loose = Object.fromEntries(Object.entries(reference).map(([name, table]) => [
    name, table.flatMap((row) => [[...row.map((cell) => `  ${cell} `), ''], [...row.map(() => ''), ' ']]),
  ]))
  expect(await importFiles(csvFiles(loose), context)).toEqual(plain)
})

test('decomposed letters are the same letters', async () => {
  const apart = Object.fromEntries(Object.entries(reference).map(([name, table]) =>
    [name, table.map((row) => row.map((cell) => cell.normalize('NFD')))]))
  expect(await importFiles(csvFiles(apart), context)).toEqual(plain)
})

test('organisations may be known to the register already', async () => {
  const { incidenter = [], personer = [] } = reference
  const existingOrganisations = plain.bundle?.organisations ?? []
  const read = await importFiles(csvFiles({ incidenter, personer }), { ...context, existingOrganisations })
  expect(read.problems).toEqual([])
  expect(read.bundle).toEqual({ ...plain.bundle, organisations: [] })
})

test('a source outside the network is marked by either column', async () => {
  for (const [header, fill] of [['källa', 'extern'], ['source', 'external'], ['extern', 'ja'], ['external', 'yes']] as const) {
    const read = await importFiles(csvFiles(withColumn(reference, 'incidenter', header, fill)), context)
    expect(read.problems).toEqual([])
    expect(read.bundle?.incidents.every(({ answers }) => answers.external)).toBe(true)
  }
  const empty = await importFiles(csvFiles(withColumn(reference, 'incidenter', 'källa', '')), context)
  expect(empty.bundle).toEqual(plain.bundle)
})

test('a column that is absent was not asked; an empty cell has its own meaning', async () => {
  const incidenter = [
    ['nr', 'datum', 'rapporterad', 'rapportör', 'platstyp', 'form', 'polis'],
    ['1', '2019-04', '2019-05-01', 'polis', '', '', ''],
  ]
  const personer = [['incident_nr', 'kön', 'ålder'], ['1', '', '']]
  const { organisationer = [] } = reference
  const bare = await importFiles(csvFiles({ organisationer, incidenter, personer }), context)
  expect(bare.problems).toEqual([])
  expect(bare.bundle?.incidents[0]).toMatchObject({
    reason: null,
    answers: {
      occurred: { from: '2019-04-01', to: '2019-04-30' }, placeType: 'unknown', exploitation: 'unknown', policeContacted: 'unknown',
      area: null, indicators: null, policeReports: null, buyers: null,
      persons: [{ count: { count: 1, atLeast: false }, sex: 'unknown', ageGroup: 'unknown', nationalities: [], supportContact: null }],
    },
  })
  const asked = withColumn(withColumn({ organisationer, incidenter, personer }, 'incidenter', 'indikatorer', ''), 'personer', 'kontakt_stöd', '')
  const read = await importFiles(csvFiles(asked), context)
  expect(read.bundle?.incidents[0]?.answers).toMatchObject({ indicators: [], persons: [{ supportContact: null }] })
})

test("a network's own indicators come with the import and may be ticked in it", async () => {
  const indikatorer = [['id', 'kategori', 'svenska', 'engelska', 'giltig_från'], ['sexual.x-room-swap', 'sexual', 'Byter rum', 'Changes rooms', '2019-01-01']]
  const tables = { ...reference, indikatorer }
  const incidenter = (reference['incidenter'] ?? []).map((row, index) =>
    index === 1 ? row.map((cell) => (cell.startsWith('sexual.') ? `${cell}|sexual.x-room-swap` : cell)) : row)
  const read = await importFiles(csvFiles({ ...tables, incidenter }), context)
  expect(read.problems).toEqual([])
  expect(read.bundle?.ownIndicators).toEqual([{
    id: 'sexual.x-room-swap', category: 'sexual', swedish: 'Byter rum', english: 'Changes rooms', validFrom: '2019-01-01', validTo: null,
  }])
  expect(read.bundle?.incidents[0]?.answers.indicators).toContain('sexual.x-room-swap')
  expect(await problemsOf({ ...reference, incidenter })).toHaveLength(1)
})
