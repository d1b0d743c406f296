// The server's answers on the sample network, whose figures are known: raw counts, the list, and editions made as jobs.
import { createHash } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { write } from '@lykta/register'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type {
  EditionAnswer, EditionListAnswer, IncidentAnswer, IncidentSearchAnswer, Job, JobAnswer, NetworkAnswer, OverviewAnswer, StatisticsAnswer,
} from '../../apps/server/src/api/types.ts'
import { makeTestApp, type TestApp } from './app.ts'

let app: TestApp
beforeAll(async () => {
  app = await makeTestApp()
})
afterAll(() => app.close())

const search = async (body: object): Promise<IncidentSearchAnswer> => (await app.post('/api/incidents/search', body)).json() as Promise<IncidentSearchAnswer>

test('the network says that it is a sample, and what the pages need', async () => {
  const { network, years, latestYear, incidents, organisations, indicators, categories } = await app.json<NetworkAnswer>('/api/network')
  expect(network).toMatchObject({ name: 'Exempelstad', sample: true })
  expect([years[0], latestYear, incidents, organisations.length]).toEqual([2017, 2019, 63, 9])
  expect(indicators.every(({ category }) => categories.some(({ id }) => id === category))).toBe(true)
  expect(JSON.stringify(organisations)).not.toContain('Helsingborg')
})

describe('counts', () => {
  test('the overview: a year, the year before, its months, and no direction where none can be read', async () => {
    const { tables, months, years, inNoMonth, inNoYear, comparison } = await app.json<OverviewAnswer>('/api/overview?year=2019')
    expect(tables.find(({ spec }) => spec.id === 'incidents')!.base.map(({ count }) => count)).toEqual([23, 30])
    expect(years.base.slice(0, 3).map(({ count }) => count)).toEqual([10, 23, 30])
    expect(inNoYear).toBe(0)
    expect(months.base).toHaveLength(12)
    expect(months.base.reduce((sum, { count }) => sum + count, inNoMonth)).toBe(30)
    expect(comparison).toMatchObject({ direction: 'none', noDirection: ['may-be-chance'] })
  })

  test('the first year has nothing to be compared with', async () => {
    expect((await app.json<OverviewAnswer>('/api/overview?year=2017')).comparison).toBeNull()
  })

  test('two months and a start-up give no direction, and the reasons are told', async () => {
    const { comparisons } = await app.json<StatisticsAnswer>('/api/statistics?from=2017&to=2019')
    expect(comparisons[0]).toMatchObject({ direction: 'none' })
    expect(comparisons[0]!.noDirection).toEqual(expect.arrayContaining(['short-exposure', 'start-of-collection']))
    expect(comparisons[0]!.ratio.estimate).toBeCloseTo(23 / 12 / (10 / 2), 10)
  })

  test('every table has its periods, its unit and its base', async () => {
    const { periods, tables, rates } = await app.json<StatisticsAnswer>('/api/statistics?from=2017&to=2019')
    expect(periods.map(({ id, months }) => [id, months])).toEqual([['2017', 2], ['2018', 12], ['2019', 12], ['all', 26]])
    for (const { spec, base, rows } of tables) {
      expect(spec.unit).toBeTruthy()
      expect(base).toHaveLength(4)
      for (const { cells } of rows) expect(cells).toHaveLength(4)
    }
    expect(rates.map((rate) => rate!.estimate!.toFixed(2))).toEqual(['5.00', '1.92', '2.50', '2.42'])
  })
})

describe('the list of incidents', () => {
  test('filters narrow it, and each filter alone is what the counts say', async () => {
    expect((await search({})).total).toBe(63)
    expect((await search({ year: 2019 })).total).toBe(30)
    expect((await search({ year: 2019, exploitation: 'begging' })).total).toBe(1)
    expect((await search({ text: '2019-30' })).incidents.map(({ externalRef }) => externalRef)).toEqual(['2019-30'])
    expect((await search({ text: '%' })).total).toBe(0)
    // The words for place and form, in either language, though neither stands in any row.
    const massage = await search({ placeType: 'massage-parlour' })
    expect(massage.total).toBeGreaterThan(0)
    for (const text of ['massage', 'MASSAGESALONG', ' Massage parlour ']) expect((await search({ text })).incidents).toEqual(massage.incidents)
    expect((await search({ text: 'tiggeri' })).total).toBe((await search({ exploitation: 'begging' })).total)
    expect((await search({ text: 'massage', placeType: 'street' })).total).toBe(0)
    expect((await search({ year: 1950 })).total).toBe(0)
  })

  test('an incident: its answers, its history, that there is a sealed reason, and not the reason', async () => {
    const [found] = (await search({ text: '2019-30' })).incidents
    const answer = await app.json<IncidentAnswer>(`/api/incidents/${found!.ref}`)
    expect(answer).toMatchObject({ externalRef: '2019-30', revision: 1, sealed: true, withdrawn: false })
    expect(answer.revisions).toMatchObject([{ number: 1, author: 'import' }])
    expect(Object.keys(answer.answers)).not.toContain('reason')
  })

  test('an unknown field of the search is refused', async () => {
    expect((await app.post('/api/incidents/search', { years: 2019 })).status).toBe(400)
  })
})

describe('editions', () => {
  const finished = async (id: string): Promise<Job> => {
    for (;;) {
      const job = await app.json<Job>(`/api/jobs/${id}`)
      if (job.state !== 'running') return job
      await wait(20)
    }
  }

  test('a draft is made as a job, kept, and its files are the ones that were listed', async () => {
    const before = await app.json<EditionListAnswer>('/api/editions')
    expect(before.editions.map(({ year }) => year)).toEqual(before.editions.map(({ year }) => year).toSorted((a, b) => b - a))
    const started = await app.post('/api/editions/2019', {})
    expect(started.status).toBe(202)
    const { job } = (await started.json()) as JobAnswer
    const again = (await (await app.post('/api/editions/2019', {})).json()) as JobAnswer
    expect(again.job.id).toBe(job.id)
    expect(await finished(job.id)).toMatchObject({ state: 'done', progress: 1, problems: [] })

    const { edition, draft, audit, files, decisions } = await app.json<EditionAnswer>('/api/editions/2019')
    expect(edition).toMatchObject({ year: 2019, state: 'ready' })
    // What is read takes positions of the register's clock, and changes nothing that an edition tells.
    await write(app.desk.register, app.desk.context, { action: 'text.read', object: 'incident:none' }, async () => {})
    expect((await app.json<EditionAnswer>('/api/editions/2019')).edition.state).toBe('ready')
    expect(draft).toBe(true)
    expect(audit).toMatchObject({ passed: true })
    expect(decisions.length).toBeGreaterThan(100)
    // Nothing is withheld without a reason.
    expect(decisions.filter(({ action, reasons }) => ['hidden', 'band', 'waits'].includes(action) && reasons.length === 0)).toEqual([])
    for (const language of ['sv', 'en']) for (const kind of ['page', 'pdf', 'csv', 'json']) expect(files.some((file) => file.language === language && file.kind === kind)).toBe(true)
    for (const { href, bytes } of files) {
      const answer = await app.ask(href)
      expect([href, answer.status]).toEqual([href, 200])
      expect((await answer.arrayBuffer()).byteLength, href).toBe(bytes)
    }
    const pdf = new Uint8Array(await (await app.ask('/editions/2019/sv/report.pdf')).arrayBuffer())
    expect(new TextDecoder().decode(pdf.subarray(0, 5))).toBe('%PDF-')
  })

  test('its protocol and its raw counts are in no file of it', async () => {
    const { files } = await app.json<EditionAnswer>('/api/editions/2019')
    expect(files.map(({ href }) => href).filter((href) => href.includes('protocol'))).toEqual([])
  })

  test('the same register gives the same page', async () => {
    const hash = async (): Promise<string> => createHash('sha256').update(await (await app.ask('/editions/2018/en/tables/incidents.csv')).text()).digest('hex')
    const first = await hash()
    const { job } = (await (await app.post('/api/editions/2018', {})).json()) as JobAnswer
    await finished(job.id)
    expect(await hash()).toBe(first)
  })

  test('a cancelled job leaves what was there', async () => {
    const { job } = (await (await app.post('/api/editions/2017', {})).json()) as JobAnswer
    const cancelled = await app.ask(`/api/jobs/${job.id}`, { method: 'DELETE', headers: { 'content-type': 'application/json' } })
    expect(await cancelled.json()).toMatchObject({ state: 'cancelled' })
    expect((await app.json<EditionAnswer>('/api/editions/2017')).edition.state).toBe('none')
  })
})
