// The dark figure from a register: persons by the sectors that reported them, and no number for a town, with why.
import { randomUUID } from 'node:crypto'
import { write, appendOrganisations, appendRevisions } from '@lykta/register'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CompletionAnswer, DarkFigureAnswer } from '../../apps/server/src/api/crossing-types.ts'
import { momentOf } from '../../apps/server/src/work/count-network.ts'
import { estimateDarkFigure } from '../../apps/server/src/work/dark-figure.ts'
import { type Desk, deskOf } from '../../apps/server/src/work/desk.ts'
import { wholePeriod } from '@lykta/statistics'
import { cloneDatabase, type TestDatabase } from '../../packages/register/test/database.ts'
import { answersOf, makeNetwork, newIncident, person, type TestNetwork } from '../../packages/register/test/support/network.ts'
import { makeTestApp } from '../server/app.ts'

let database: TestDatabase
let network: TestNetwork
let desk: Desk
beforeAll(async () => {
  database = await cloneDatabase()
  network = await makeNetwork(database.register)
  desk = await deskOf(database.register, network.network)
})
afterAll(() => database.close())

test('persons with a reference are on the list of each sector that reported them, each once', async () => {
  const [one, other] = network.organisations
  const group = (personRef: string | null) => ({ ...person, personRef, count: { count: 1, atLeast: false } })
  const incident = (reportedBy: string, ...refs: readonly (string | null)[]) => newIncident(answersOf(reportedBy, { persons: refs.map(group) }))
  await write(database.register, network.context, { action: 'incident.enter', object: 'test' }, (transaction) =>
    appendRevisions(transaction, [incident(one.id, 'a', 'b', null), incident(one.id, 'a'), incident(other.id, 'b', 'c=|')]))
  const moment = await momentOf(desk)
  const { lists, found, said } = await estimateDarkFigure(desk, moment, wholePeriod(2019, 2019, moment.collection), true)
  const sizes = new Map(lists.map(({ sector, persons }) => [sector, persons]))
  expect([sizes.get(one.sector), sizes.get(other.sector)]).toEqual([2, 2])
  expect(found).toMatchObject({ observed: 3, onTwoOrMore: 1, range: null, floor: null })
  expect(found.reasons).toEqual(['few-lists', 'few-on-two-lists', 'small-list'])
  expect(said.en).toMatch(/^The dark figure cannot be estimated: there are fewer than three lists/)
  expect(said.sv).toMatch(/^Mörkertalet går inte att uppskatta: /)
  expect((await estimateDarkFigure(desk, moment, wholePeriod(2019, 2019, moment.collection), false)).found.reasons).toContain('linkage-unknown')
})

test('where every gate is passed the choice of the model is bootstrapped, and the answer is the same whenever it is asked', async () => {
  const { network: own, organisations: [one, other] } = network
  const third = { ...one, id: randomUUID(), code: 'kvinnojour', name: 'Kvinnojouren', sector: 'civil-society' as const }
  await write(database.register, network.context, { action: 'organisation.add', object: 'organisations:1' }, (transaction) => appendOrganisations(transaction, [{ organisation: third, revision: 1 }]))
  // So many persons on each combination of the three lists.
  const counts = [0, 45, 40, 18, 42, 15, 17, 6]
  const refs = counts.flatMap((count, on) => Array.from({ length: count }, (_, index) => ({ on, personRef: `${on}-${index}` })))
  const persons = (bit: number) => refs.filter(({ on }) => (on & bit) !== 0).map(({ personRef }) => ({ ...person, personRef, count: { count: 1, atLeast: false } }))
  const occurred = { from: '2018-04-03', to: '2018-04-03', about: false }
  await write(database.register, network.context, { action: 'incident.enter', object: 'test' }, (transaction) =>
    appendRevisions(transaction, [one, other, third].map(({ id }, index) => newIncident(answersOf(id, { occurred, reportedOn: '2018-04-05', persons: persons(1 << index) })))))
  const asked = await deskOf(database.register, own)
  const moment = await momentOf(asked)
  const answer = (): ReturnType<typeof estimateDarkFigure> => estimateDarkFigure(asked, moment, wholePeriod(2018, 2018, moment.collection), true)
  const { found, lists } = await answer()
  expect(lists.map(({ persons: all }) => all).toSorted((a, b) => a - b)).toEqual([80, 81, 84])
  expect(found.reasons).toEqual([])
  expect(found.bootstrap).toMatchObject({ replicates: 1000, failed: 0 })
  expect(found.range!.from).toBeLessThanOrEqual(found.bootstrap!.percentile.lower)
  expect(found.range!.to).toBeGreaterThanOrEqual(Math.round(found.bootstrap!.percentile.upper))
  expect((await answer()).found).toEqual(found)
})

test('of the sample nothing can be told, by the server either, and no number stands in the answer’s sentences', async () => {
  const app = await makeTestApp()
  const answer = await app.json<DarkFigureAnswer>('/api/dark-figure?from=2017&to=2019')
  expect(answer.found).toMatchObject({ range: null, floor: null, independent: null, stepwise: null, average: null })
  for (const text of Object.values(answer.said)) expect(text).not.toMatch(/\d/)
  const { years } = await app.json<CompletionAnswer>('/api/completion')
  for (const { year, said, found } of years) {
    expect(said.sv.startsWith(`${year}: `)).toBe(true)
    expect(found.missing === null).toBe(found.reasons.length > 0)
  }
  expect(years.length).toBeGreaterThan(0)
  expect((await app.ask('/api/dark-figure?from=2016&to=2019')).status).toBe(400)
  expect((await app.ask('/api/dark-figure?from=2017&to=2019&linkage=x')).status).toBe(400)
  await app.close()
})
