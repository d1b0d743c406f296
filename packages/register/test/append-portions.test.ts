// Many revisions are written in portions while the next are got ready; together they are still all or nothing.
import { appendRevisions, inNetwork, readState, write } from '@lykta/register'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { cloneDatabase, type TestDatabase } from './database.ts'
import { answersOf, makeNetwork, newIncident, nextReference, type TestNetwork } from './support/network.ts'

let database: TestDatabase
let sample: TestNetwork
beforeAll(async () => void (database = await cloneDatabase()))
beforeEach(async () => void (sample = await makeNetwork(database.register)))
afterAll(() => database.close())

const act = { action: 'import', object: 'files:1' }
const append = (revisions: Parameters<typeof appendRevisions>[1]): ReturnType<typeof write<void>> =>
  write(database.register, sample.context, act, (transaction) => appendRevisions(transaction, revisions))
const incidents = (count: number) => Array.from({ length: count }, (_, at) =>
  newIncident(answersOf(sample.organisations[0].id), { first: { ref: nextReference(), externalRef: `P${at}` } }))
const stored = (position: number) => inNetwork(database.register, sample.context, async (transaction) =>
  (await readState(transaction, position)).incidents.map(({ id }) => id).sort())

test.for([0, 1, 499, 500, 501, 1001])('%i incidents are all there', async (count) => {
  const revisions = incidents(count)
  const { position } = await append(revisions)
  expect(await stored(position)).toEqual(revisions.map(({ incident }) => incident).sort())
})

test.for([
  ['the database refuses the first of them', 0, 700],
  ['the database refuses one of the last', 699, 1200],
  ['one of the next cannot be got ready while the first are being written', 600, 700],
] as const)('when %s, none is there and the connection is as before', async ([what, wrong, count]) => {
  const { position: before } = await append([])
  const good = incidents(count)
  const twice = good[wrong === 0 ? 1 : 0]!.first!.externalRef
  const bad = good.map((revision, at) =>
    at !== wrong ? revision : what.startsWith('one') ? { ...revision, number: 2 } : { ...revision, first: { ...revision.first!, externalRef: twice } })
  await expect(append(bad)).rejects.toThrow()
  const { position } = await append(good)
  expect(position).toBe(before + 1)
  expect(await stored(position)).toHaveLength(count)
})
