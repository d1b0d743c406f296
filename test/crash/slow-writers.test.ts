// A count as of a position is the same for ever, however slowly others were writing when it was first made.
import { setTimeout as wait } from 'node:timers/promises'
import { appendRevisions, inNetwork, type NewRevision, readState, verifyRegister, write } from '@lykta/register'
import { type Collection, countBySql, countInMemory, type CountTable, reportTables, yearPeriods } from '@lykta/statistics'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { cloneDatabase, type TestDatabase } from '../../packages/register/test/database.ts'
import { anyAnswers, makeNetwork, newIncident } from '../../packages/register/test/support/network.ts'
import { proving } from '../prove/record-proof.ts'

let database: TestDatabase
beforeAll(async () => void (database = await cloneDatabase()))
afterAll(() => database.close())

const collection: Collection = { from: '2017-11-01', to: '2020-12-31' }
const periods = yearPeriods(2017, 2020, collection)
const WRITERS = 6

test('counts made while slow writes are under way are found again afterwards', async () => {
  const { register } = database
  const { network, organisations, context } = await makeNetwork(register)
  const writes = proving ? 60 : 8
  const answers = fc.sample(anyAnswers(organisations.map(({ id }) => id)), { seed: 5, numRuns: WRITERS * writes * 3 })
  let given = 0
  const next = (): (typeof answers)[number] => answers[given++ % answers.length]!
  const pauses = fc.sample(fc.nat(25), { seed: 6, numRuns: WRITERS * writes * 3 })
  const countAt = (position: number): Promise<readonly CountTable[]> =>
    inNetwork(register, context, ({ run }) => countBySql(run, { network: network.id, organisations, position }, reportTables, periods, { collection, basis: 'occurred' }))

  const writers = new AbortController()
  const seen = new Map<number, readonly CountTable[]>()
  let written = 0
  const writer = async (): Promise<void> => {
    let standing: NewRevision | undefined
    // As long as counting takes on this machine: what is shown here needs counts between the writes.
    for (let turn = 0; turn < writes || seen.size < 6; turn++) {
      written += 1
      const act = { action: 'incident.add', object: `incident:${turn}` }
      // Each changes its own last incident and adds two, with a pause after each: many transactions are open at once.
      await write(register, context, act, async (transaction) => {
        const added: NewRevision[] = standing ? [{ ...standing, number: standing.number + 1, first: null, answers: next() }] : [newIncident(next())]
        added.push(newIncident(next()), newIncident(next()))
        for (const revision of added) {
          await appendRevisions(transaction, [revision])
          await wait(pauses[given % pauses.length])
        }
        standing = added.at(-1)
      })
    }
  }
  const counter = async (): Promise<void> => {
    while (!writers.signal.aborted) {
      const { position } = await inNetwork(register, context, (transaction) => readState(transaction))
      const counted = await countAt(position)
      expect(counted).toEqual(seen.get(position) ?? counted)
      seen.set(position, counted)
    }
  }
  await Promise.all([counter(), Promise.all(Array.from({ length: WRITERS }, writer)).finally(() => writers.abort())])

  expect(seen.size).toBeGreaterThan(5)
  for (const [position, counted] of seen) {
    expect(await countAt(position)).toEqual(counted)
    const state = await inNetwork(register, context, (transaction) => readState(transaction, position))
    expect(counted).toEqual(countInMemory(state, reportTables, periods, { collection, basis: 'occurred' }))
  }
  // Every write has a position of its own, and each position is vouched for.
  const [verified] = await verifyRegister(register)
  expect(verified).toMatchObject({ position: 2 + written, findings: [] })
})
