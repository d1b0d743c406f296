// Random registers, exported as tables and imported again, are equal but for what no table has.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { csvLine, importFiles, type ImportFile, importRows, type Incident, renderOccurrence, shippedIndicators } from '../src/index.ts'
import { findWrittenOccurrence } from '../src/import/find-written-occurrence.ts'
import { textsOf } from './import-support.ts'
import { anyBundle } from './random-bundle.ts'

const runs = process.env['LYKTA_PROVE'] ? 500 : 40
const context = { today: '2020-12-31', indicatorIds: new Set(shippedIndicators.map(({ id }) => id)) }

test('what is exported is imported as it was: spans, doubts and lower bounds too', async () => {
  await fc.assert(fc.asyncProperty(anyBundle, fc.constantFrom('sv', 'en'), fc.array(fc.record({ about: fc.boolean(), span: fc.boolean() }), { minLength: 1 }), async (bundle, language, doubts) => {
    const incidents = bundle.incidents.map((one, index) => {
      const { about, span } = doubts[index % doubts.length]!
      const { from, to } = one.answers.occurred
      // An unknown day lies between two: never before what it was, so that it stays before the report.
      return { ...one, reason: null, answers: { ...one.answers, indicators: one.answers.indicators ?? [], occurred: { from: span ? '2016-12-30' : from, to, about } } }
    })
    const rows = importRows(language, (code) => code)
    const exported = incidents.map(({ externalRef: ref, reporterCode, answers }) => ({ ref, answers: { ...answers, reportedBy: reporterCode } as Incident }))
    const file = (table: Parameters<typeof rows.fileName>[0], lines: readonly string[]): ImportFile =>
      ({ name: rows.fileName(table), bytes: new TextEncoder().encode(`\ufeff${rows.header(table)}${lines.join('')}`) })
    const files = [
      file('organisations', bundle.organisations.map((one) => rows.organisation({ id: one.code, ...one }))),
      ...(bundle.ownIndicators.length === 0 ? [] : [file('indicators', bundle.ownIndicators.map(({ id, swedish, english, validFrom, validTo }) => rows.indicator({ id, sv: swedish, en: english, observers: ['anyone'], validFrom, validTo })))]),
      file('incidents', exported.map(rows.incident)),
      file('persons', exported.flatMap(rows.persons)),
    ]
    const read = await importFiles(files, context)
    expect(textsOf(read.problems.filter(({ severity }) => severity === 'error'), 'sv')).toEqual([])
    expect(read.bundle).toEqual({ ...bundle, incidents })
  }), { seed: 20191232, numRuns: runs })
})

test.each([
  ['2019-04-03', { from: '2019-04-03', to: '2019-04-03', about: false }],
  ['2019-04-03~', { from: '2019-04-03', to: '2019-04-03', about: true }],
  ['2019-04', { from: '2019-04-01', to: '2019-04-30', about: false }],
  ['2019~', { from: '2019-01-01', to: '2019-12-31', about: true }],
  ['2019-04-03/2019-05-01', { from: '2019-04-03', to: '2019-05-01', about: false }],
  ['2019-04-03/2019-05-01~', { from: '2019-04-03', to: '2019-05-01', about: true }],
])('%s is read, and written so', (text, occurrence) => {
  expect([findWrittenOccurrence(text), renderOccurrence(occurrence)]).toEqual([occurrence, text])
})

test.each(['2019-05-01/2019-04-03', '2019-04-03/', '/2019-04-03', '2019-04/2019-05', '2019-04-03/2019-04-04/2019-04-05', '~', '2019-04-03~~', '2019-02-31/2019-03-01'])('%s is none', (text) => {
  expect(findWrittenOccurrence(text)).toBeUndefined()
})

test('nothing that is exported runs as a formula', () => {
  expect(csvLine(['=1+1', '+46', '-1', '@x', '＝1', 'a;b', 'say "no"', 'plain'])).toBe(`'=1+1;'+46;'-1;'@x;'＝1;"a;b";"say ""no""";plain\r\n`)
})
