// Letters and the door's events: kept apart from the record, one letter a member, nothing lost on the way, nobody's line changed.
import { randomUUID } from 'node:crypto'
import type { Id } from '@lykta/incident'
import { appendEpoch, type Context, eraseBundles, inNetwork, nextLetterAt, noteDoorEvent, readBundles, readDoorEvents, replaceBundles, settleLetter, takeLetter, wantLetter, write } from '@lykta/register'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { appendMember } from '../src/record/members.ts'
import { cloneDatabase, type TestDatabase } from './database.ts'
import { fillPeople, type TestPeople } from './support/members.ts'
import { createdAt, makeNetwork, type TestNetwork } from './support/network.ts'

let database: TestDatabase
let network: TestNetwork
let people: TestPeople
let id: string
beforeAll(async () => {
  database = await cloneDatabase()
  network = await makeNetwork(database.register)
  await write(database.register, network.context, { action: 'epoch.add', object: 'epoch:1' }, (transaction) =>
    appendEpoch(transaction, { epoch: 1, recipient: 'age1pq', madeOn: 'browser', createdAt }, []))
  people = await fillPeople(database.register, network)
  id = network.network.id
})
afterAll(() => database.close())

beforeEach(() => database.admin.query('delete from lykta.letter'))

const minute = 60_000
const ask = (member: string) => wantLetter(database.register, id, member)
const take = (patience = minute) => takeLetter(database.register, id, () => patience)
const settle = (letter: NonNullable<Awaited<ReturnType<typeof take>>>, quiet: number) => settleLetter(database.register, id, letter, quiet)
const positionOf = async (): Promise<number> => Number((await database.admin.query('select position from lykta.network where network_id = $1', [id])).rows[0].position)

describe('letters', () => {
  test('however often one is asked for, she gets one; then she is left in peace', async () => {
    const [member, before]: readonly [Id, number] = [randomUUID(), await positionOf()]
    await Promise.all(Array.from({ length: 8 }, () => ask(member)))
    const letter = await take()
    expect(letter).toMatchObject({ member, tries: 1 })
    expect(await take()).toBeUndefined()
    await settle(letter!, minute)
    await ask(member)
    expect(await take()).toBeUndefined()
    const due = await nextLetterAt(database.register, id)
    expect(due!.getTime()).toBeGreaterThan(Date.now() + minute / 2)
    await settle({ member, letter: randomUUID(), tries: 1 }, 0)
    expect(await positionOf()).toBe(before)
  })

  test('one that was taken and never settled, since the program died, is taken again', async () => {
    const member = randomUUID()
    await ask(member)
    const [first, second] = [await take(0), await take(0)]
    expect([first?.member, second?.member, second?.tries]).toEqual([member, member, 2])
    // The first, should it live after all, settles nothing that is not its own.
    await settle(first!, 0)
    expect((await take())?.member).toBe(member)
  })

  test('news that comes while a letter is on its way is told in the next', async () => {
    const member = randomUUID()
    await ask(member)
    const letter = await take()
    await ask(member)
    await settle(letter!, 0)
    expect(await take()).toMatchObject({ member, tries: 1 })
  })

  test('of many who send at once each letter is one’s', async () => {
    const members: readonly Id[] = Array.from({ length: 6 }, () => randomUUID())
    for (const member of members) await ask(member)
    const taken = await Promise.all(Array.from({ length: 8 }, () => take()))
    const theirs = taken.flatMap((letter) => (letter && members.includes(letter.member) ? [letter.member] : []))
    expect(theirs.toSorted()).toEqual(members.toSorted())
  })
})

describe('the door', () => {
  const read = (context: Context) => inNetwork(database.register, context, (transaction) => readDoorEvents(transaction, '2000-01-01T00:00:00.000Z'))

  test('events are read by coordinators, oldest first, and gone after 400 days', async () => {
    await noteDoorEvent(database.register, id, { code: 'sign-in.done', who: people.core.id, about: 'totp', times: 1 })
    await database.admin.query(`update lykta.door_event set at = now() - interval '401 days' where network_id = $1`, [id])
    await noteDoorEvent(database.register, id, { code: 'sign-in.failed', who: 'unknown', about: '', times: 12 })
    await noteDoorEvent(database.register, id, { code: 'access.refused', who: people.reporter.id, about: 'GET /api/incidents/:ref', times: 1 })
    expect(await read(people.as.coordinator)).toMatchObject([{ code: 'sign-in.failed', who: 'unknown', times: 12 }, { code: 'access.refused', who: people.reporter.id, about: 'GET /api/incidents/:ref' }])
    for (const role of ['core-member', 'reporter', 'reader', 'operator', 'device'] as const) expect(await read(people.as[role])).toEqual([])
  })

  test.each([
    ['an address', { who: 'anna@example.org' }], ['a name', { who: 'Anna' }], ['a word with spaces', { code: 'sign in' }], ['a query', { about: 'GET /api/x?name=Anna' }], ['no time at all', { times: 0 }],
  ])('%s is not stored', async (_, change) => {
    await expect(noteDoorEvent(database.register, id, { code: 'x', who: 'unknown', about: '', times: 1, ...change })).rejects.toThrow('check constraint')
  })
})

test('own keys of a member who is gone are erased by the coordinator alone, and nobody else’s', async () => {
  const { core, reporter } = people
  const files = [{ id: randomUUID(), way: 'sheet' as const, credential: null, file: Buffer.from('BUNDLE') }]
  const acts = (context: Context, work: Parameters<typeof write>[3]) => write(database.register, context, { action: 'test', object: 'test' }, work)
  await acts(people.as['core-member'], (transaction) => replaceBundles(transaction, core.id, ['sheet'], files))
  await acts(people.as.reporter, (transaction) => replaceBundles(transaction, reporter.id, ['sheet'], files))
  const count = async () => (await database.admin.query('select member_id as member from lykta.member_bundle where network_id = $1 and member_id = any($2) order by 1', [id, [core.id, reporter.id]])).rows.map(({ member }) => member)
  await expect(acts(people.as.coordinator, (transaction) => eraseBundles(transaction, core.id))).rejects.toThrow('not gone')
  await expect(acts(people.as.reporter, (transaction) => eraseBundles(transaction, core.id))).rejects.toThrow('no coordinator')
  await acts(people.as.coordinator, async (transaction) => {
    await appendMember(transaction, { ...core, active: false })
    await eraseBundles(transaction, core.id)
  })
  expect([...new Set(await count())]).toEqual([reporter.id])
  expect(await inNetwork(database.register, people.as['core-member'], (transaction) => readBundles(transaction, core.id))).toEqual([])
})
