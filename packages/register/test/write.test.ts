// The register's clock: dense positions, interleaved writers, and what stood at each position.
import { randomUUID } from 'node:crypto'
import { appendOrganisations, appendRevisions, findLineAt, inNetwork, listAudit, positionAt, readOrganisations, readState, verifyRegister, write } from '@lykta/register'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { cloneDatabase, type TestDatabase } from './database.ts'
import { answersOf, makeNetwork, newIncident, type TestNetwork } from './support/network.ts'

let database: TestDatabase
let sample: TestNetwork
beforeAll(async () => void (database = await cloneDatabase()))
beforeEach(async () => void (sample = await makeNetwork(database.register)))
afterAll(() => database.close())

const act = { action: 'incident.add', object: 'incident:1' }
const write1 = (revisions: Parameters<typeof appendRevisions>[1]): ReturnType<typeof write<void>> =>
  write(database.register, sample.context, act, (transaction) => appendRevisions(transaction, revisions))
const read = <T>(work: Parameters<typeof inNetwork<T>>[2]): Promise<T> => inNetwork(database.register, sample.context, work)

describe('positions', () => {
  test('are dense under eight writers', async () => {
    const before = await read((transaction) => readState(transaction))
    const writers = Array.from({ length: 8 }, async () => {
      const positions: number[] = []
      for (let turn = 0; turn < 12; turn++) {
        positions.push((await write1([newIncident(answersOf(sample.organisations[0].id))])).position)
      }
      return positions
    })
    const positions = (await Promise.all(writers)).flat().sort((a, b) => a - b)
    expect(positions).toEqual(Array.from({ length: 96 }, (_, index) => before.position + 1 + index))
    const lines = await read((transaction) => listAudit(transaction, { limit: 200 }))
    expect(lines.map(({ position }) => position)).toEqual(Array.from({ length: 98 }, (_, index) => 98 - index))
    expect(lines.map(({ at }) => at)).toEqual(lines.map(({ at }) => at).sort().reverse())
  })

  test('belong to one network each', async () => {
    const other = await makeNetwork(database.register, 'Annanstad')
    expect((await read((transaction) => readState(transaction))).position).toBe(2)
    expect((await inNetwork(database.register, other.context, (transaction) => readState(transaction))).position).toBe(2)
  })

  test('are set once each', async () => {
    const first = newIncident(answersOf(sample.organisations[0].id))
    const one = await write1([first])
    const two = await write1([{ ...first, number: 2, first: null, answers: answersOf(sample.organisations[1].id) }])
    await write1([newIncident(answersOf(sample.organisations[0].id))])
    for (const table of ['revision', 'incident_fact']) {
      const { rows } = await database.admin.query(
        `select from_position::int as from, until_position::int as until from lykta.${table} where incident_id = $1 order by from_position`, [first.incident])
      expect(rows).toEqual([{ from: one.position, until: two.position }, { from: two.position, until: null }])
    }
  })

  test('follow from a time, and the same time always gives the same one', async () => {
    const { position } = await write1([newIncident(answersOf(sample.organisations[0].id))])
    const at = (await read((transaction) => findLineAt(transaction, position)))?.at
    expect(await positionAt(database.register, sample.context, at!)).toBe(position)
    expect(await positionAt(database.register, sample.context, '2017-01-01T00:00:00Z')).toBe(0)
    // A write that has its time but not yet its commit is waited for.
    const client = await database.register.app.connect()
    await client.query(`begin; set local lykta.network = '${sample.network.id}'; set local lykta.role = 'coordinator'; set local lykta.member = 'import'`)
    await client.query(`select lykta.append_audit('${sample.network.id}', 'import', 'test', 'x')`)
    // The time here has milliseconds, the line's has microseconds.
    await wait(5)
    const asked = positionAt(database.register, sample.context, new Date().toISOString())
    await wait(50)
    await client.query('commit')
    client.release()
    expect(await asked).toBe(position + 1)
    await expect(positionAt(database.register, sample.context, '2999-01-01T00:00:00Z')).rejects.toMatchObject({
      problems: [{ code: 'register.time-to-come' }],
    })
  })
})

describe('what cannot be finished', () => {
  test('for want of room is told as that, and leaves nothing', async () => {
    const before = await read((transaction) => readState(transaction))
    const writing = write(database.register, sample.context, act, async (transaction) => {
      await appendRevisions(transaction, [newIncident(answersOf(sample.organisations[0].id))])
      await transaction.client.query(`do $$ begin raise exception 'could not extend file' using errcode = 'disk_full'; end $$`)
    })
    await expect(writing).rejects.toMatchObject({ problems: [{ code: 'register.disk-full' }] })
    expect(await read((transaction) => readState(transaction))).toEqual(before)
  })

  test('because the server goes away during the commit is told as uncertain, before it as a failure', async () => {
    // Inside a transaction PostgreSQL shows the activity as it was at the first look, until told to look again.
    const end = (): Promise<unknown> => database.admin.query(
      `select pg_stat_clear_snapshot(); select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and query like '%append_audit(%' and wait_event_type = 'Lock'`)
    await database.admin.query('begin')
    await database.admin.query('select from lykta.network where network_id = $1 for no key update', [sample.network.id])
    const told: unknown[] = []
    void write1([newIncident(answersOf(sample.organisations[0].id))]).catch((error: unknown) => told.push(error))
    while (told.length === 0) {
      await end()
      await wait(5)
    }
    await database.admin.query('rollback')
    expect(told).toMatchObject([{ problems: [{ code: 'register.outcome-unknown' }] }])
    const earlier = write(database.register, sample.context, act, async ({ client }) => void (await client.query('select pg_terminate_backend(pg_backend_pid())')))
    await expect(earlier).rejects.not.toMatchObject({ problems: expect.anything() })
    expect((await read((transaction) => readState(transaction))).position).toBe(2)
  })
})

describe('interleaved writers', () => {
  test('a slow write enters no position that others have read', async () => {
    const seen = new Map<number, string>()
    const look = async (position?: number): Promise<number> => {
      const state = await read((transaction) => readState(transaction, position))
      const text = JSON.stringify(state.incidents)
      expect(seen.get(state.position) ?? text).toBe(text)
      seen.set(state.position, text)
      return state.position
    }
    const slow = write(database.register, sample.context, act, async (transaction) => {
      for (let turn = 0; turn < 5; turn++) {
        await appendRevisions(transaction, [newIncident(answersOf(sample.organisations[0].id))])
        await wait(20)
      }
    })
    const standing = newIncident(answersOf(sample.organisations[1].id))
    await write1([standing])
    for (let number = 2; number < 8; number++) {
      await look()
      await write1([{ ...standing, number, first: null, answers: answersOf(sample.organisations[1].id, { area: `${number}` }) }])
    }
    const { position } = await slow
    expect(position).toBeGreaterThan(2)
    const last = await look()
    for (let at = 0; at <= last; at++) await look(at)
    // Recounted from scratch: a position holds exactly what had its line by then.
    for (const [at, text] of seen) {
      const { rows } = await database.admin.query(
        `select count(*)::int as n from lykta.revision where network_id = $1 and from_position <= $2 and (until_position is null or until_position > $2)`,
        [sample.network.id, at])
      expect((JSON.parse(text) as unknown[]).length).toBe(rows[0].n)
    }
    expect((await verifyRegister(database.register)).flatMap(({ findings }) => findings)).toEqual([])
  })

  test('of two that change the same incident one is refused', async () => {
    const first = newIncident(answersOf(sample.organisations[0].id))
    await write1([first])
    const results = await Promise.allSettled(['Norr', 'Söder'].map((area) =>
      write1([{ ...first, number: 2, first: null, answers: answersOf(sample.organisations[0].id, { area }) }])))
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(results.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { name: 'ProblemError', problems: [{ code: 'register.changed-meanwhile' }] },
    })
  })

  test('a revision that skips one is refused', async () => {
    const first = newIncident(answersOf(sample.organisations[0].id))
    await write1([first])
    const skipping = write1([{ ...first, number: 3, first: null }])
    await expect(skipping).rejects.toMatchObject({ problems: [{ code: 'register.changed-meanwhile' }] })
  })
})

describe('a write', () => {
  test('that fails leaves nothing, and no position is used up', async () => {
    const failing = write(database.register, sample.context, act, async (transaction) => {
      await appendRevisions(transaction, [newIncident(answersOf(sample.organisations[0].id))])
      throw new Error('stopped')
    })
    await expect(failing).rejects.toThrow('stopped')
    const state = await read((transaction) => readState(transaction))
    expect(state.incidents).toEqual([])
    expect(state.position).toBe(2)
  })

  test('keeps names and free text out of the audit', async () => {
    for (const object of ['Kvinnan på hotellet', 'a|b', '', 'x'.repeat(201)]) {
      await expect(write(database.register, sample.context, { action: 'incident.add', object }, async () => {})).rejects.toThrow('codes and ids')
    }
  })

  test('reads of one network cannot write', async () => {
    await expect(read((transaction) => transaction.db.insertInto('incident').values({
      network_id: sample.network.id, incident_id: randomUUID(), ref: 'X', external_ref: null,
    }).execute())).rejects.toMatchObject({ code: '25006' })
  })

  test('changes an organisation from its position on', async () => {
    const [first] = sample.organisations
    const { position } = await write(database.register, sample.context, { action: 'organisation.change', object: 'organisation:1' }, (transaction) =>
      appendOrganisations(transaction, [{ organisation: { ...first, left: '2020-01-31' }, revision: 2 }]))
    const left = async (at: number): Promise<(string | null)[]> =>
      (await read((transaction) => readOrganisations(transaction, at))).map(({ organisation }) => organisation.left)
    expect(await left(position - 1)).toEqual(['2019-12-31', null])
    expect(await left(position)).toEqual(['2019-12-31', '2020-01-31'])
  })
})
