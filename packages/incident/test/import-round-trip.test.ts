// Random registers, written in each format and read again, are equal.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { codedTables, hasReasons, importFiles, parseCodedTables, shippedIndicators } from '../src/index.ts'
import type { ImportFile } from '../src/index.ts'
import { writeOds } from '../src/export/write-ods.ts'
import { writeXlsx } from '../src/export/write-xlsx.ts'
import { csvFiles, textsOf } from './import-support.ts'
import { anyBundle, tablesOf } from './random-bundle.ts'

const runs = process.env['LYKTA_PROVE'] ? 1000 : 60
const context = { today: '2020-12-31', indicatorIds: new Set(shippedIndicators.map(({ id }) => id)) }

type Tables = ReturnType<typeof tablesOf>

/** By the template's own writers. */
async function workbook(kind: 'xlsx' | 'ods', tables: Tables): Promise<readonly ImportFile[]> {
  const sheets = Object.entries(tables).map(([name, rows]) => ({
    name, rows: rows.map((row) => row.map((cell) => (cell === '' ? null : cell))), columns: (rows[0] ?? []).map(() => ({ width: 12 })), emptyRows: 3,
  }))
  return [{ name: `register.${kind}`, bytes: kind === 'xlsx' ? await writeXlsx(sheets, context.today) : writeOds(sheets, context.today) }]
}

const formats: Readonly<Record<string, (tables: Tables) => readonly ImportFile[] | Promise<readonly ImportFile[]>>> = {
  'CSV, semicolons': (tables) => csvFiles(tables, { bom: true }),
  'CSV, commas and line feeds': (tables) => csvFiles(tables, { delimiter: ',', eol: '\n' }),
  'XLSX': (tables) => workbook('xlsx', tables),
  'ODS': (tables) => workbook('ods', tables),
}

test.each(Object.entries(formats))('%s', async (_, write) => {
  await fc.assert(fc.asyncProperty(anyBundle, fc.constantFrom('sv', 'en'), async (bundle, language) => {
    const read = await importFiles(await write(tablesOf(bundle, language)), context)
    expect(textsOf(read.problems.filter(({ severity }) => severity === 'error'), 'sv')).toEqual([])
    expect(read.bundle).toEqual(bundle)
  }), { seed: 20191231, numRuns: runs })
})

test('as a browser sends it, without the reasons', () => {
  fc.assert(fc.property(anyBundle, fc.array(fc.boolean(), { minLength: 1, maxLength: 4 }), (any, asked) => {
    const bundle = { ...any, incidents: any.incidents.map((incident, index) => ({ ...incident, answers: { ...incident.answers, indicators: asked[index % asked.length] ? incident.answers.indicators : null } })) }
    const sent = codedTables(bundle)
    expect(hasReasons(sent)).toBe(false)
    const read = parseCodedTables(JSON.parse(JSON.stringify(sent)), context)
    expect(textsOf(read.problems.filter(({ severity }) => severity === 'error'), 'sv')).toEqual([])
    expect(read.bundle).toEqual({ ...bundle, incidents: bundle.incidents.map((incident) => ({ ...incident, reason: null })) })
  }), { seed: 20191231, numRuns: runs })
})

test('own signs go with it, and a column of reasons is seen however it is written', () => {
  const own = { id: 'sexual.x-room-swap', category: 'sexual', swedish: 'Byter rum', english: 'Swaps rooms', validFrom: '2020-01-01', validTo: null } as const
  const sent = codedTables({ organisations: [], ownIndicators: [own], incidents: [] })
  expect(Object.keys(sent)).toEqual(['indicators'])
  expect(parseCodedTables(sent, context).bundle).toEqual({ organisations: [], ownIndicators: [own], incidents: [] })
  for (const header of ['reason', ' Anledning', 'REASON ']) expect(hasReasons({ incidents: [['ref', header], ['1', 'x']] })).toBe(true)
})
