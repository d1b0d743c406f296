// Series of other publishers: read from every kind of file, with each fault at its place, entered, merged, shown and taken away.
import { writeXlsx } from 'hucre'
import { inNetwork, listAudit, verifyRegister } from '@lykta/register'
import { importSeries, listSeries, renderProblem } from '@lykta/server'
import { ProblemError } from '@lykta/incident'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { OfficialAnswer, SeriesAnswer } from '../../apps/server/src/api/official-types.ts'
import { findSeriesNumber } from '../../apps/server/src/work/official/series-number.ts'
import { findSeriesPeriod } from '../../apps/server/src/work/official/series-period.ts'
import { bareSample, makeTestApp, type TestApp } from './app.ts'

let app: TestApp
beforeAll(async () => {
  app = await makeTestApp({}, bareSample)
})
afterAll(() => app.close())

const head = 'serie;källa;enhet;räknas_efter;period;värde;status;benämning;seriebrott'
const csv = (name: string, ...lines: readonly string[]) => ({ name, bytes: new TextEncoder().encode([head, ...lines].join('\r\n')) })
const series = (name: string): Promise<SeriesAnswer | undefined> => listSeries(app.desk).then((all) => all.find((one) => one.name === name))
const refusal = async (work: Promise<unknown>, language: 'sv' | 'en' = 'sv'): Promise<readonly string[]> => {
  try {
    await work
    return []
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error
    return error.problems.map((problem) => renderProblem(problem, language))
  }
}
const purchase = 'Anmälda brott, köp av sexuell tjänst, Provstad;Utgivaren (påhittad);anmälda brott;anmälningsdatum'

describe('a spreadsheet', () => {
  test('becomes series with source, unit, status, names of the offence and breaks', async () => {
    const file = csv('brott.csv', `${purchase};2024;1 204;slutlig;;`, `${purchase};2025;13,5;preliminär;köp av sexuell handling;Ny lag den 1 juli`, `${purchase};2023;..;slutlig;;`)
    expect(await importSeries(app.desk, file)).toEqual({ series: 1, added: 3, changed: 0 })
    const found = (await series('Anmälda brott, köp av sexuell tjänst, Provstad'))!
    expect(found).toMatchObject({ kind: 'official', source: 'Utgivaren (påhittad)', unit: 'anmälda brott', datedBy: 'filing', revision: 1 })
    expect(found.values).toEqual([
      { period: '2023', from: '2023-01-01', to: '2023-12-31', value: null, status: 'final', label: null, break: null },
      { period: '2024', from: '2024-01-01', to: '2024-12-31', value: 1204, status: 'final', label: null, break: null },
      { period: '2025', from: '2025-01-01', to: '2025-12-31', value: 13.5, status: 'preliminary', label: 'köp av sexuell handling', break: 'Ny lag den 1 juli' },
    ])
    expect(found.knownBreaks).toMatchObject([{ from: '2025-07-01', text: { sv: expect.stringContaining('köp av sexuell handling') as string } }])
  })

  test('revised by its publisher keeps what it does not tell of; the same again is told', async () => {
    const file = csv('brott.csv', `${purchase};2025;14;slutlig;köp av sexuell handling;Ny lag den 1 juli`, `${purchase};2026-Q1;3;preliminär;köp av sexuell handling;`)
    expect(await importSeries(app.desk, file)).toEqual({ series: 1, added: 1, changed: 1 })
    const found = (await series('Anmälda brott, köp av sexuell tjänst, Provstad'))!
    expect([found.revision, found.values.map(({ period, value }) => [period, value])]).toEqual([2, [['2023', null], ['2024', 1204], ['2025', 14], ['2026-Q1', 3]]])
    expect(await refusal(importSeries(app.desk, file))).toEqual([expect.stringContaining('brott.csv: allt i filen finns redan')])
  })

  test('may be a workbook with English headers; the network’s own totals are marked', async () => {
    const bytes = await writeXlsx({ sheets: [{ name: 'series', rows: [['series', 'source', 'unit', 'dated_by', 'period', 'value', 'status', 'kind'], ['Before Lykta', 'Annual reports', 'incidents', 'event date', 2015, 7, 'final', 'own'], ['Before Lykta', 'Annual reports', 'incidents', 'event date', 2016, 9, 'final', 'own']] }] })
    expect(await importSeries(app.desk, { name: 'own.xlsx', bytes })).toEqual({ series: 1, added: 2, changed: 0 })
    expect(await series('Before Lykta')).toMatchObject({ kind: 'own', datedBy: 'event', values: [{ period: '2015', value: 7 }, { period: '2016', value: 9 }], knownBreaks: [] })
  })

  test('with faults is refused whole, each with file, row, column and what is allowed, in both languages', async () => {
    const file = csv('fel.csv', `${purchase};19;5;slutlig;;`, `${purchase};2019;–;slutlig;;`, `${purchase};2020;5;klar;;`, ';Källa;brott;anmälan;2019;1;slutlig;;', `A;B;c;någon gång;2019;1;slutlig;;${'x'.repeat(301)}`)
    const sv = await refusal(importSeries(app.desk, file))
    expect(sv).toEqual([
      expect.stringMatching(/^fel\.csv, rad 2, period: ”19” är ingen period\. Skriv 2019, 2019-04, 2019-Q1 eller 2019-H1\./u), expect.stringMatching(/^fel\.csv, rad 3, värde: ”–” är inget värde\..*Ett streck/u),
      expect.stringMatching(/^fel\.csv, rad 4, status: ”klar” går inte att läsa\. Skriv preliminär eller slutlig\./u), expect.stringMatching(/^fel\.csv, rad 5, serie: där står inget\./u),
      expect.stringMatching(/^fel\.csv, rad 6, seriebrott: texten är för lång\. Högst 300/u), expect.stringMatching(/^fel\.csv, rad 6, räknas_efter: ”någon gång” går inte att läsa\. Skriv anmälningsdatum, händelsedatum eller annat\./u),
    ])
    const en = await refusal(importSeries(app.desk, file), 'en')
    expect(en).toHaveLength(sv.length)
    expect(en[2]).toMatch(/^fel\.csv, row 4, status: “klar” cannot be read\. Write preliminary or final\./)
    for (const one of [...sv, ...en]) expect(one).toMatch(/Inget har sparats\.$|Nothing has been saved\.$/)
    const two = csv('fel.csv', `${purchase};2019;5;slutlig;;`, `${purchase};2019;6;slutlig;;`, `${purchase.replace('anmälda brott;anm', 'personer;anm')};2020;6;slutlig;;`)
    expect(await refusal(importSeries(app.desk, two))).toEqual([expect.stringContaining('rad 3: Anmälda brott, köp av sexuell tjänst, Provstad har två värden för 2019'), expect.stringContaining('rad 4: Anmälda brott, köp av sexuell tjänst, Provstad har en annan enhet')])
    expect(await refusal(importSeries(app.desk, csv('fel.csv', `${purchase.replace('anmälda brott;anm', 'personer;anm')};2019;6;slutlig;;`)))).toEqual([expect.stringContaining('finns redan med enheten anmälda brott')])
    expect(await refusal(importSeries(app.desk, { name: 'x.csv', bytes: new TextEncoder().encode('serie;värde\r\nA;1') }))).toHaveLength(5)
    expect(await refusal(importSeries(app.desk, csv('tom.csv')))).toEqual([expect.stringContaining('där finns inga värden')])
  })

  test('that says less is entered with what is said beside it', async () => {
    const bytes = new TextEncoder().encode('series,period,value\nPersons supported,2019,177\n')
    expect(await importSeries(app.desk, { name: 'p.csv', bytes }, { source: 'A platform (invented)', unit: 'persons', datedBy: 'other', status: 'final' })).toEqual({ series: 1, added: 1, changed: 0 })
  })
})

test('a file of another kind is told to be one, with the kinds that are read, JSON-stat among them', async () => {
  const enter = (name: string, text: string, language: 'sv' | 'en') => refusal(importSeries(app.desk, { name, bytes: new TextEncoder().encode(text) }), language)
  expect(await enter('brott.pdf', '%PDF-1.7\n1 0 obj', 'sv')).toEqual([
    'brott.pdf: filen är en PDF, och PDF-filer läses inte. CSV, XLSX, ODS och JSON-stat 2.0 läses. Hämta tabellen i något av de formaten hos utgivaren, eller skriv av den i ett kalkylblad. Inget har sparats.'])
  expect(await enter('crimes.xls', '<html><table>', 'en')).toEqual([expect.stringContaining('crimes.xls: the file is a web page, and those are not read. CSV, XLSX, ODS and JSON-stat 2.0 are read.')])
  expect(await enter('bild.png', '\u0089PNG\r\n\u001a\n\u0000\u0000\u0000\rIHDR', 'sv')).toEqual([expect.stringContaining('bild.png: filen är av ett slag som inte läses. CSV, XLSX, ODS och JSON-stat 2.0 läses.')])
})

describe('JSON-stat', () => {
  const dataset = {
    version: '2.0', class: 'dataset', label: 'Reported offences', source: 'A publisher (invented)', id: ['offence', 'time', 'measure'], size: [2, 2, 1], role: { time: ['time'], metric: ['measure'] },
    dimension: {
      offence: { category: { index: ['a', 'b'], label: { a: 'Trafficking', b: 'Procuring' } } }, time: { category: { index: { '2018': 0, '2019': 1 } } },
      measure: { category: { index: ['n'], label: { n: 'Number' }, unit: { n: { label: 'reported offences' } } } },
    },
    value: [1, 2, null, 4], status: { '1': 'p' },
  }
  const enter = (value: unknown, defaults: Parameters<typeof importSeries>[2] = { datedBy: 'filing' }) => importSeries(app.desk, { name: 'offences.json', bytes: new TextEncoder().encode(JSON.stringify(value)) }, defaults)

  test('becomes a series for each combination, along its time', async () => {
    expect(await enter(dataset)).toEqual({ series: 2, added: 4, changed: 0 })
    expect((await series('Reported offences, Trafficking'))!.values.map(({ period, value, status }) => [period, value, status])).toEqual([['2018', 1, 'final'], ['2019', 2, 'preliminary']])
    expect((await series('Reported offences, Procuring'))!.values.map(({ value }) => value)).toEqual([null, 4])
  })
  test('that is none, or says too little, is refused with where', async () => {
    const wrong = async (changed: object, defaults?: Parameters<typeof importSeries>[2]) => (await refusal(enter({ ...dataset, ...changed }, defaults), 'en'))[0]
    expect(await wrong({ version: '1.3' })).toContain('(version)')
    expect(await wrong({ role: {} })).toContain('(role.time)')
    expect(await wrong({ size: [2, 2] })).toContain('(size)')
    expect(await wrong({ size: [2, 3, 1] })).toContain('(dimension.time.category.index)')
    expect(await wrong({ value: [-1, 2, 3, 4] })).toContain('(value[0])')
    expect(await wrong({ source: undefined })).toContain('does not say where it comes from')
    expect(await wrong({}, {})).toContain('by which date')
    expect(await refusal(importSeries(app.desk, { name: 'x.json', bytes: new TextEncoder().encode('{') }, {}), 'en')).toEqual([expect.stringContaining('(JSON)')])
  })
})

test('periods are read as publishers and statistical databases write them', () => {
  expect(['2019', '2019-04', '2019M04', '2019-Q2', '2019K2', '2019H2', '2019-H2'].map((text) => findSeriesPeriod(text)?.period)).toEqual(['2019', '2019-04', '2019-04', '2019-Q2', '2019-Q2', '2019-H2', '2019-H2'])
  expect(['2019-13', '2019-Q5', '2019-H3', '19', '2019-00', 'x', '2019-4', ''].map(findSeriesPeriod)).toEqual(Array(8).fill(undefined))
  expect(findSeriesPeriod('2024-02')).toEqual({ period: '2024-02', from: '2024-02-01', to: '2024-02-29' })
})

test('no text at all makes a period or a number that is not what it says', () => {
  fc.assert(fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[\d.,\s–-]{0,12}$/u)), (text) => {
    const number = findSeriesNumber(text)
    if (number !== undefined && number !== null) expect(Number.isFinite(number) && number >= 0).toBe(true)
    const period = findSeriesPeriod(text)
    if (period) expect(period.from <= period.to && text.trim().startsWith(period.from.slice(0, 4))).toBe(true)
  }), { seed: 41, numRuns: 500 })
})

describe('by the server', () => {
  const content = Buffer.from(csv('b.csv', `B;Källa;brott;anmälan;2019;5;slutlig;;`).bytes).toString('base64')
  test('is entered, listed and taken away; the audit and the chain know, and hold no name of it', async () => {
    const made = await app.post('/api/official', { name: 'b.csv', content })
    expect([made.status, await made.json()]).toEqual([201, { series: 1, added: 1, changed: 0 }])
    const { id } = (await app.json<OfficialAnswer>('/api/official')).series.find(({ name }) => name === 'B')!
    const gone = await app.ask(`/api/official/${id}`, { method: 'DELETE', headers: { 'content-type': 'application/json' }, body: '{}' })
    expect(gone.status).toBe(200)
    expect((await app.json<OfficialAnswer>('/api/official')).series.map(({ name }) => name)).not.toContain('B')
    expect((await app.ask(`/api/official/${id}`, { method: 'DELETE', headers: { 'content-type': 'application/json' }, body: '{}' })).status).toBe(404)
    const lines = JSON.stringify(await inNetwork(app.desk.register, app.desk.context, (transaction) => listAudit(transaction, { limit: 50 })))
    expect(lines).toMatch(/series\.import.*file:[0-9a-f]{64}/)
    expect(lines).not.toMatch(/Källa|brott/)
    expect((await verifyRegister(app.desk.register)).flatMap(({ findings }) => findings)).toEqual([])
  })
  test('a file with faults is a problem for the page, and what is no request names its fields', async () => {
    const wrong = await app.post('/api/official', { name: 'b.csv', content: Buffer.from('serie;värde\r\n').toString('base64') })
    expect([wrong.status, ((await wrong.json()) as { problems: unknown[] }).problems.length]).toEqual([422, 5])
    for (const sent of [{}, { name: 'b', content: 'not base64!' }, { name: 'b', content, kind: 'x' }, { name: 'b', content, more: 1 }]) expect((await app.post('/api/official', sent)).status).toBe(400)
    expect((await app.post('/api/official', { name: 'b', content: 'A'.repeat(1_600_000) })).status).toBe(413)
  })
})
