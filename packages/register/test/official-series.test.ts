// Series of others: what stands, in the order of entry; two who write at once; withdrawn and entered again.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { appendSeries, inNetwork, listAudit, type NewSeries, readSeries, write } from '@lykta/register'
import { cloneDatabase, type TestDatabase } from './database.ts'
import { makeNetwork, type TestNetwork } from './support/network.ts'

let database: TestDatabase
let network: TestNetwork
beforeAll(async () => {
  database = await cloneDatabase()
  network = await makeNetwork(database.register)
})
afterAll(() => database.close())

const enter = (...series: readonly NewSeries[]) => write(database.register, network.context, { action: 'series.import', object: 'test' }, (transaction) => appendSeries(transaction, series))
const read = () => inNetwork(database.register, network.context, readSeries)

test('the newest revision of each stands where its first was entered, until it is withdrawn', async () => {
  const [first, second] = [randomUUID(), randomUUID()]
  await enter({ id: first, revision: 1, content: { name: 'one' }, withdrawn: false })
  await enter({ id: second, revision: 1, content: { name: 'two' }, withdrawn: false })
  await enter({ id: first, revision: 2, content: { name: 'one, revised' }, withdrawn: false })
  expect((await read()).map(({ id, revision, content }) => [id, revision, content])).toEqual([[first, 2, { name: 'one, revised' }], [second, 1, { name: 'two' }]])
  await enter({ id: second, revision: 2, content: { name: 'two' }, withdrawn: true })
  expect((await read()).map(({ id }) => id)).toEqual([first])
  await enter({ id: second, revision: 3, content: { name: 'two again' }, withdrawn: false })
  expect((await read()).map(({ content }) => content)).toEqual([{ name: 'one, revised' }, { name: 'two again' }])
})

test('a revision that does not follow the one that stands is refused, and nothing of it stays', async () => {
  const before = await read()
  const [{ id, revision }] = before as readonly [(typeof before)[number]]
  for (const wrong of [revision, revision + 2]) await expect(enter({ id, revision: wrong, content: {}, withdrawn: false })).rejects.toMatchObject({ problems: [{ code: 'register.changed-meanwhile' }] })
  expect(await read()).toEqual(before)
})

test('no name of a series stands in the audit', async () => {
  const lines = JSON.stringify(await inNetwork(database.register, network.context, (transaction) => listAudit(transaction, { limit: 100 })))
  expect(lines).toContain('series.import')
  expect(lines).not.toMatch(/revised|"two|again/)
})
