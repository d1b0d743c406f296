// Moments and notes on a register of a few incidents: as of a position, a time or a day, and every incident accounted for.
import { ProblemError } from '@lykta/incident'
import { inNetwork, write, appendRevisions } from '@lykta/register'
import { partsOfYear, wholePeriod, yearPeriod, yearPeriods, type CountCell, type CountTable, type TableSpec } from '@lykta/statistics'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { compareAll, compareYears } from '../../apps/server/src/work/compare-years.ts'
import { countFigures } from '../../apps/server/src/work/count-figures.ts'
import { countAt, momentOf } from '../../apps/server/src/work/count-network.ts'
import { type Desk, deskOf } from '../../apps/server/src/work/desk.ts'
import { sayYears } from '../../apps/server/src/work/say-years.ts'
import { momentAt } from '../../apps/server/src/work/moment-at.ts'
import { cloneDatabase, type TestDatabase } from '../../packages/register/test/database.ts'
import { answersOf, makeNetwork, newIncident, type TestNetwork } from '../../packages/register/test/support/network.ts'

const incidents: TableSpec = { id: 'incidents', unit: 'incident', by: [], base: 'all' }
const onDay = (day: string): { from: string; to: string; about: boolean } => ({ from: day, to: day, about: false })

let database: TestDatabase
let network: TestNetwork
let desk: Desk
const positions: number[] = []

beforeAll(async () => {
  database = await cloneDatabase()
  network = await makeNetwork(database.register)
  const chosen = network.network
  desk = { ...(await deskOf(database.register, { id: chosen.id, name: chosen.name, municipality: chosen.municipality, sample: true })), today: () => '2021-02-10' }
  const soc = network.organisations[0].id
  const of = (occurred: { from: string; to: string; about?: boolean }, changes = {}): ReturnType<typeof newIncident> =>
    newIncident(answersOf(soc, { occurred: { about: false, ...occurred }, ...changes }))
  const first = of(onDay('2019-04-03'))
  const writes = [
    [
      first,
      // Known to the year, to the month, over a turn of years, over a turn of months, partly and wholly before collection.
      of({ from: '2019-01-01', to: '2019-12-31' }), of({ from: '2019-05-01', to: '2019-05-31' }), of({ from: '2018-12-28', to: '2019-01-02' }),
      of({ from: '2019-06-30', to: '2019-07-01' }), of({ from: '2017-10-15', to: '2017-11-01' }), of(onDay('2017-10-31')),
    ],
    // Late, of 2018; and one after the years that are asked for.
    [of(onDay('2018-03-01'), { reportedOn: '2020-02-01' }), of(onDay('2020-03-01'), { reportedOn: '2020-03-02' })],
    [{ ...first, number: 2, first: null, withdrawn: true }],
  ]
  for (const revisions of writes) {
    const { position } = await write(database.register, network.context, { action: 'import', object: 'test' }, (transaction) => appendRevisions(transaction, revisions))
    positions.push(position)
  }
})
afterAll(() => database.close())

const yearly = async (asOf: string | undefined, basis: 'occurred' | 'reported' = 'occurred'): Promise<readonly number[]> =>
  (await countFigures(desk, await momentAt(desk, asOf), { from: 2017, to: 2019, basis })).measures[0]!.values.map(({ count }) => count)

test('a late report and a withdrawal count from their position on', async () => {
  expect(await yearly(String(positions[0]))).toEqual([1, 0, 4, 6])
  expect(await yearly(String(positions[1]))).toEqual([1, 1, 4, 7])
  expect(await yearly(undefined)).toEqual([1, 1, 3, 6])
  expect(await yearly(undefined, 'reported')).toEqual([0, 0, 6, 6])
})

test('every incident is accounted for', async () => {
  const { notes } = await countFigures(desk, await momentOf(desk), { from: 2017, to: 2019, basis: 'occurred' })
  expect(notes).toEqual({ collected: 7, beforeCollection: 1, withdrawn: 1, joined: 0, probable: 0, spanning: 1, outside: 1 })
})

test('the figures say how many stand in no month', async () => {
  const { months } = await countFigures(desk, await momentOf(desk), { from: 2018, to: 2019, basis: 'occurred' })
  expect(months.map(({ year, inNoMonth }) => [year, inNoMonth])).toEqual([['2018', 0], ['2019', 2]])
})

test('by months, a date known to the year stands in none, one over a turn of months neither', async () => {
  const moment = await momentOf(desk)
  const [ofMonths, ofYear] = await countAt(desk, moment, [
    { specs: [incidents], periods: partsOfYear(2019, 1, moment.collection) },
    { specs: [incidents], periods: [yearPeriod(2019, moment.collection)] },
  ])
  expect(ofMonths![0]!.base.map(({ count }) => count)).toEqual([0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0])
  expect(ofYear![0]!.base[0]!.count).toBe(3)
})

test('the network had collected until the moment that is named, not until the last write before it', async () => {
  expect((await momentOf(desk)).collection).toEqual({ from: '2017-11-01', to: '2021-02-10' })
  const [line] = (await inNetwork(database.register, network.context, ({ run }) => run('select at from lykta.audit where position = $1', [positions[2]!]))) as unknown as { at: string }[]
  const written = new Date(line!.at)
  const day = (date: Date): string => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm' }).format(date)
  expect(await momentAt(desk, String(positions[2]))).toMatchObject({ position: positions[2], collection: { to: day(written) } })
  const earlier = await momentAt(desk, '2020-01-31')
  expect(earlier).toMatchObject({ position: 0, at: '2020-01-31T22:59:59.999Z', collection: { to: '2020-01-31' }, organisations: [] })
  expect(wholePeriod(2019, 2020, earlier.collection).months).toBe(13)
  // Half past midnight in Stockholm, still the day before in UTC.
  expect((await momentAt(desk, '2020-01-31T23:30Z')).collection.to).toBe('2020-02-01')
  expect((await momentAt(desk, '2020-01-31 23:30')).collection.to).toBe('2020-02-01')
  const before = new Date(written.getTime() + 1).toISOString()
  expect((await momentAt(desk, before)).position).toBe(positions[2])
})

test.each(['999999', 'yesterday', '31/12', '2020-02-30', '2020-1-1', '2020-01-31T25:00', 'foo 1', '-1', ''])('--as-of %j is refused', async (text) => {
  await expect(momentAt(desk, text)).rejects.toBeInstanceOf(ProblemError)
})

test('a time to come is refused: what is written until then would change the answer', async () => {
  await expect(momentAt(desk, '2199-01-01')).rejects.toMatchObject({ problems: [{ code: 'register.time-to-come' }] })
})

test('years compared: each reason once, nothing collected has no rate, a running year no direction', () => {
  const cell = (count: number): CountCell => ({ count, atLeast: false, incidents: count, organisations: 1, largest: count })
  const collection = { from: '2017-11-01', to: '2020-09-30' }
  const year = (number: number) => yearPeriod(number, collection)
  const nothing = compareYears(year(2016), cell(0), year(2018), cell(23), collection)
  expect(nothing).toMatchObject({ direction: 'none', ratio: { estimate: null }, earlier: { perMonth: { estimate: null, low: 0, high: null } } })
  expect(nothing.noDirection).toEqual(['short-exposure', 'start-of-collection'])
  expect(compareYears(year(2018), cell(23), year(2019), cell(60), collection)).toMatchObject({ direction: 'higher', noDirection: [] })
  expect(compareYears(year(2019), cell(60), year(2020), cell(10), collection)).toMatchObject({ direction: 'none', noDirection: ['not-over'] })
})

test('several years compared: a direction that would hold alone is withheld where it does not among all of them', () => {
  const collection = { from: '2010-01-01', to: '2020-12-31' }
  const years = yearPeriods(2015, 2020, collection)
  const table = (...counts: readonly number[]): CountTable => ({
    spec: { id: 'incidents', unit: 'incident', by: [], base: 'all' }, basis: 'occurred', asOf: 1, periods: years, rows: [], severalAnswers: false,
    base: counts.map((count) => ({ count, atLeast: false, incidents: count, organisations: 1, largest: count })),
  })
  // 40 against 23: p = 0.043 alone, and five times that among five. 80 against 23 holds among any few.
  expect(compareYears(years[4]!, table(0, 0, 0, 0, 23).base[4]!, years[5]!, table(0, 0, 0, 0, 0, 40).base[5]!, collection)).toMatchObject({ direction: 'higher', noDirection: [] })
  expect(compareAll(years, table(20, 21, 22, 20, 23, 40), collection).map(({ direction, noDirection }) => [direction, noDirection])).toEqual([
    ...Array.from({ length: 4 }, () => ['none', ['may-be-chance']]), ['none', ['one-of-several']],
  ])
  expect(compareAll(years, table(20, 21, 22, 20, 23, 80), collection).at(-1)).toMatchObject({ direction: 'higher', noDirection: [] })
})

test('of the years all is said that can be: how they spread, the months in them, and what the running one may still bring', () => {
  const collection = { from: '2018-01-01', to: '2020-07-31' }
  const years = yearPeriods(2018, 2020, collection)
  const of = (periods: CountTable['periods'], counts: readonly number[]): CountTable => ({
    spec: { id: 'incidents', unit: 'incident', by: [], base: 'all' }, basis: 'occurred', asOf: 1, periods, rows: [], severalAnswers: false,
    base: counts.map((count) => ({ count, atLeast: false, incidents: count, organisations: 1, largest: count })),
  })
  const months = [2018, 2019].map((year) => of(partsOfYear(year, 1, collection), [12, 0, 0, 0, 0, 12, 0, 0, 0, 0, 0, 0]))
  const said = sayYears(years, of(years, [24, 24, 17]), months, collection)
  expect(said.rest?.en).toBe('17 in 7 months: if as many a month come as until now, 4–23 more will come in the remaining 5 months in 95 cases of 100, 12 in the middle.')
  expect(said.trends.comparisons.map(({ direction }) => direction)).toEqual([null, null])
  // Twelve in each of four months of 24, none in the others: X² = 24 · (4/24 · 36 + …) by hand: Σ(x − 2)²/2 = 4 · 50 + 20 · 2 = 240 over 23 degrees.
  expect(said.overMonths).toMatchObject({ dispersion: expect.closeTo(240 / 23, 9) as number })
  expect(said.overMonths?.spread.en).toContain('10.43 times what chance gives')
  expect(sayYears(years.slice(0, 2), of(years.slice(0, 2), [24, 24]), months, collection).rest).toBeNull()
})
