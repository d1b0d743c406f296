// Years that were printed are counted as they stood then, in PostgreSQL as in memory, after every history and every choice of editions.
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inNetwork } from '@lykta/register'
import { type Collection, countBySql, countInMemory, lateBySql, lateInMemory, mergePeriods, type PrintedYears, readByVintage, reportTables, type TableSpec, vintagesOf, wholePeriod, yearPeriods } from '@lykta/statistics'
import { cloneDatabase, type TestDatabase } from '../../packages/register/test/database.ts'
import { randomSpec } from '../../packages/statistics/test/support/random-spec.ts'
import { randomHistory, writeHistory } from './random-history.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await cloneDatabase()
})
afterAll(() => database.close())

const runs = process.env['LYKTA_PROVE'] ? 300 : 20
const basis = 'occurred'

test('as in memory, and a printed year never changes', async () => {
  const random = fc.record({
    history: randomHistory,
    collection: fc.record({ from: fc.constantFrom('2015-01-01', '2017-03-15', '2018-02-28'), to: fc.constant('2021-01-01') }) satisfies fc.Arbitrary<Collection>,
    // The first moment has no incidents yet; after it, an edition now and then, each of a later year or of the same again.
    years: fc.tuple(fc.constant(2016), fc.constantFrom(2017, 2018), fc.constantFrom(2018, 2019), fc.constantFrom(2018, 2019), fc.constant(2019)),
    specs: fc.array(randomSpec, { minLength: 5, maxLength: 5 }),
  })
  let [taken, lates] = [0, 0]
  await fc.assert(
    fc.asyncProperty(random, async ({ history, collection, years, specs }) => {
      const { context, moments } = await writeHistory(database.register, history)
      const first = Number(collection.from.slice(0, 4))
      const single = yearPeriods(first, 2020, collection)
      const periods = [...single, mergePeriods(single.slice(-3), collection), wholePeriod(first, 2020, collection)]
      const tables: readonly TableSpec[] = [...reportTables, ...specs.map((spec, index) => ({ ...spec, id: `random-${index}` }))].filter(({ unit }) => unit !== 'organisation')
      const printed = new Map<number, string>()
      const editions: PrintedYears[] = []
      for (const [index, moment] of moments.entries()) {
        const { position } = moment
        const vintages = vintagesOf(editions)
        const readings = [...vintages.map((vintage) => moments.find((one) => one.position === vintage.position)!), moment]
        const input = readByVintage(vintages, readings, position, collection)
        const inMemory = countInMemory(input, tables, periods, { collection, basis })
        const bySql = await inNetwork(database.register, context, ({ run }) =>
          countBySql(run, { network: context.network, organisations: input.organisations, position, vintages }, tables, periods, { collection, basis }))
        expect(bySql).toEqual(inMemory)
        const late = await inNetwork(database.register, context, ({ run }) => lateBySql(run, { network: context.network, position, vintages }, collection))
        const expected = lateInMemory(vintages, readings, collection)
        expect(late).toEqual(expected.toSorted((a, b) => (a.incident < b.incident ? -1 : 1)))
        lates += late.length
        const through = years[index]!
        for (const [place, year] of single.entries()) {
          const cells = JSON.stringify(bySql.map(({ spec, base, rows }) => [spec.id, base[place], rows.filter(({ cells: own }) => own[place]!.incidents > 0).map(({ codes, cells: own }) => [codes, own[place]])]))
          const before = printed.get(Number(year.id))
          if (before !== undefined) {
            taken += 1
            expect(cells).toBe(before)
          } else if (Number(year.id) <= through) printed.set(Number(year.id), cells)
        }
        editions.push({ year: through, asOf: position })
      }
    }),
    { seed: 20221231, numRuns: runs, endOnFailure: true },
  )
  expect(taken).toBeGreaterThan(runs)
  expect(lates).toBeGreaterThan(runs)
}, 3_600_000)

test('of several editions the first that printed a year is its vintage', () => {
  expect(vintagesOf([{ year: 2019, asOf: 30 }, { year: 2017, asOf: 10 }, { year: 2018, asOf: 20 }])).toEqual([
    { through: 2017, position: 10 }, { through: 2018, position: 20 }, { through: 2019, position: 30 },
  ])
  expect(vintagesOf([{ year: 2019, asOf: 10 }, { year: 2018, asOf: 20 }, { year: 2019, asOf: 25 }])).toEqual([{ through: 2019, position: 10 }])
  expect(vintagesOf([])).toEqual([])
})
