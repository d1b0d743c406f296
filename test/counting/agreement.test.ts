// Counting in memory, in PostgreSQL and by an independent hand agree cell by cell, as of every position of a random history.
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { shippedIndicators } from '@lykta/incident'
import { type Context, inNetwork, type ReadTransaction, readOrganisations } from '@lykta/register'
import { type Collection, countBySql, countInMemory, type CountInput, type CountOptions, mergePeriods, notesBySql, notesInMemory, partsOfYear, type Period, reportTables, type TableSpec, wholePeriod, yearPeriods } from '@lykta/statistics'
import { cloneDatabase, type TestDatabase } from '../../packages/register/test/database.ts'
import { expectIndependent } from '../../packages/statistics/test/support/compare.ts'
import { randomSpec } from '../../packages/statistics/test/support/random-spec.ts'
import { specialTables } from '../../packages/statistics/test/support/special-tables.ts'
import { randomHistory, writeHistory } from './random-history.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await cloneDatabase()
})
afterAll(() => database.close())

/** Collection begins or ends within a month, and sometimes before or after every incident. */
const randomCollection: fc.Arbitrary<Collection> = fc.record({
  from: fc.constantFrom('2015-01-01', '2017-03-15', '2017-11-01', '2018-02-28'),
  to: fc.constantFrom('2018-12-31', '2020-06-10', '2021-01-01'),
})

function periodsOf(collection: Collection): readonly Period[] {
  const years = yearPeriods(2017, 2020, collection)
  return [
    ...years, mergePeriods(years.slice(0, 2), collection), wholePeriod(2017, 2020, collection),
    ...partsOfYear(2018, 1, collection), ...partsOfYear(2019, 3, collection), ...partsOfYear(2020, 6, collection),
  ]
}

/** What each organisation reported itself: where nothing is linked, the same as the whole count of a register that holds its incidents alone. */
async function expectOwnCounts(moment: CountInput, context: Context, specs: readonly TableSpec[], periods: readonly Period[], options: CountOptions): Promise<void> {
  const asked = specs.filter(({ unit }) => unit !== 'organisation')
  const own = await inNetwork(database.register, context, ({ run }) =>
    countBySql(run, { network: context.network, organisations: moment.organisations, position: moment.position }, asked, periods, { ...options, byOrganisation: true }))
  expect(own).toEqual(countInMemory(moment, asked, periods, { ...options, byOrganisation: true }))
  const hasEvents = (moment.links ?? []).some(({ entry }) => entry === null)
  for (const { id } of hasEvents ? [] : moment.organisations) {
    const alone = countInMemory({ ...moment, incidents: moment.incidents.filter(({ answers }) => answers.reportedBy === id) }, asked, periods, options)
    const isSomething = alone.some(({ base, rows }) => rows.length > 0 || base.some(({ count, atLeast }) => count > 0 || atLeast))
    expect(own.filter(({ organisation }) => organisation === id)).toEqual(isSomething ? alone.map((table) => ({ ...table, organisation: id })) : [])
  }
}

type Work<T> = (transactions: readonly [ReadTransaction, ...ReadTransaction[]]) => Promise<T>

function inTransactions<T>(context: Context, number: number, work: Work<T>): Promise<T> {
  return inNetwork(database.register, context, (first) => (number === 1 ? work([first]) : inNetwork(database.register, context, (second) => work([first, second]))))
}

const runs = process.env['LYKTA_PROVE'] ? 600 : 16

test('both executors and the independent count agree as of every position', async () => {
  let joined = 0
  const random = fc.record({
    history: randomHistory,
    collection: randomCollection,
    basis: fc.constantFrom('occurred', 'reported'),
    specs: fc.array(randomSpec, { minLength: 8, maxLength: 8 }),
    // One connection, or two that share the work, each seeing the moment at which it began.
    connections: fc.constantFrom(1, 2),
  })
  await fc.assert(
    fc.asyncProperty(random, async ({ history, collection, basis, specs, connections }) => {
      const { context, moments } = await writeHistory(database.register, history)
      const options = { collection, basis } as const
      const periods = periodsOf(collection)
      const tables = [...reportTables, ...specialTables, ...specs.map((spec, index) => ({ ...spec, id: `random-${index}` }))]
      for (const moment of moments) {
        const { position } = moment
        const [counted, notes] = await inTransactions(context, connections, async (transactions) => {
          const [transaction] = transactions
          const organisations = (await readOrganisations(transaction, position)).map(({ organisation }) => organisation)
          expect(organisations).toEqual(moment.organisations)
          const input = { network: context.network, organisations, position }
          return [
            await countBySql(transactions.map(({ run }) => run), input, tables, periods, options),
            await notesBySql(transaction.run, input, options),
          ] as const
        })
        expect(counted).toEqual(countInMemory(moment, tables, periods, options))
        if (moment === moments.at(-1)) await expectOwnCounts(moment, context, tables, periods, options)
        expect(notes).toEqual(notesInMemory(moment, options))
        joined += notes.joined
        // The independent count is slow: the last moment's.
        if (moment === moments.at(-1)) for (const table of counted) expectIndependent(moment, table, collection)
      }
    }),
    { seed: 20191231, numRuns: runs },
  )
  expect(joined).toBeGreaterThan(5)
}, 3_600_000)

test('more figures than a function of PostgreSQL takes arguments, as a crossing by sign asks for', async () => {
  const { context, moments } = await writeHistory(database.register, fc.sample(randomHistory, { seed: 133, numRuns: 1 })[0]!)
  const moment = moments.at(-1)!
  const ticked = new Set(moment.incidents.flatMap(({ answers }) => answers.indicators ?? []))
  const specs = [...ticked, ...shippedIndicators.map(({ id }) => id)].map((id, index): TableSpec => ({ id: `sign-${index}`, unit: 'incident', by: ['sector'], where: { indicator: [id] }, base: 'all' }))
  expect([specs.length > 120, ticked.size > 0]).toEqual([true, true])
  const collection = { from: '2015-01-01', to: '2021-01-01' }
  const [periods, options] = [periodsOf(collection), { collection, basis: 'occurred' }] as const
  const counted = await inTransactions(context, 1, ([{ run }]) => countBySql(run, { network: context.network, organisations: moment.organisations, position: moment.position }, specs, periods, options))
  expect(counted).toEqual(countInMemory(moment, specs, periods, options))
})
