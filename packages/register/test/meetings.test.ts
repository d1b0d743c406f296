// Meetings in the register: what stands, two who write at once, texts with their keys, and a change of all keys.
import { randomBytes, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  appendEpoch, appendMeetingItem, appendMeetings, inNetwork, type MeetingItem, readEfforts, readKeyEpochs, readMeetingItems, readMeetings, readMeetingTexts, readStaleKeys, readYearlyAnswers, replaceSealedKeys, write,
} from '@lykta/register'
import { cloneDatabase, type TestDatabase } from './database.ts'
import { fillPeople, type TestPeople } from './support/members.ts'
import { createdAt, makeNetwork, type TestNetwork } from './support/network.ts'

let database: TestDatabase
let network: TestNetwork
let people: TestPeople
beforeAll(async () => {
  database = await cloneDatabase()
  network = await makeNetwork(database.register)
  await write(database.register, network.context, { action: 'epoch.add', object: 'epoch:1' }, (transaction) =>
    appendEpoch(transaction, { epoch: 1, recipient: 'age1pq', madeOn: 'browser', createdAt }, [{ epoch: 1, holder: 'recovery', wrapped: Buffer.from('x') }]))
  people = await fillPeople(database.register, network)
})
afterAll(() => database.close())

type Reading<T> = Parameters<typeof inNetwork<T>>[2]
const read = <T>(work: Reading<T>, role: 'coordinator' | 'core-member' | 'reporter' | 'reader' = 'coordinator'): Promise<T> => inNetwork(database.register, people.as[role], work)
const act = (work: Parameters<typeof write<void>>[3]) => write(database.register, people.as.coordinator, { action: 'meeting.change', object: 'test' }, work)

test('meetings stand as they were changed last, by date, each circle for those who see it', async () => {
  expect((await read((transaction) => readMeetings(transaction))).map(({ id, circle, revision, date, state, attendance }) => ({ id, circle, revision, date, state, attendance }))).toEqual([
    { id: people.meetings.core, circle: 'core', revision: 1, date: '2026-03-12', state: 'planned', attendance: null },
    { id: people.meetings.network, circle: 'network', revision: 2, date: '2026-04-10', state: 'held', attendance: [network.organisations[1].id] },
  ])
  for (const role of ['reporter', 'reader'] as const) expect((await read((transaction) => readMeetings(transaction), role)).map(({ circle }) => circle)).toEqual(['network'])
})

test('a revision that does not follow the one that stands is refused, and nothing of it stays', async () => {
  const before = await read((transaction) => readMeetings(transaction))
  for (const revision of [2, 4]) await expect(act((transaction) => appendMeetings(transaction, [{ ...before[1]!, revision }]))).rejects.toMatchObject({ problems: [{ code: 'register.changed-meanwhile' }] })
  expect(await read((transaction) => readMeetings(transaction))).toEqual(before)
})

const situation = (changes: Partial<MeetingItem> = {}): MeetingItem => ({
  id: randomUUID(), revision: 1, meeting: people.meetings.core, circle: 'core', kind: 'situation', organisation: network.organisations[0].id, state: 'nothing', due: null, settled: null, line: null, ...changes,
})

test('an item names the circle of its meeting, and an organisation says one thing to a meeting', async () => {
  await expect(act((transaction) => appendMeetingItem(transaction, situation({ circle: 'network' }), null))).rejects.toMatchObject({ code: '23503' })
  const first = situation()
  await act((transaction) => appendMeetingItem(transaction, first, null))
  await expect(act((transaction) => appendMeetingItem(transaction, situation(), null))).rejects.toMatchObject({ problems: [{ code: 'register.changed-meanwhile' }] })
  const text = { id: randomUUID(), body: randomBytes(40), key: Buffer.from('KEY'), epoch: 1, position: null, previous: null, createdAt }
  await act((transaction) => appendMeetingItem(transaction, { ...first, revision: 2, state: 'told' }, text))
  const [found] = (await read((transaction) => readMeetingItems(transaction, 'core'))).filter(({ id }) => id === first.id)
  expect(found).toMatchObject({ revision: 2, state: 'told', text: { id: text.id, hash: expect.stringMatching(/^[0-9a-f]{64}$/) } })
  expect(await read((transaction) => readMeetingTexts(transaction, [found!]))).toEqual([{
    id: text.id, body: text.body, position: null, previous: null, createdAt: new Date(createdAt).toISOString(), author: people.coordinator.id, epoch: 1, key: { epoch: 1, key: text.key },
    item: { id: first.id, revision: 2, meeting: people.meetings.core, circle: 'core', kind: 'situation', organisation: network.organisations[0].id },
  }])
  for (const role of ['reporter', 'reader'] as const) expect(await read((transaction) => readMeetingTexts(transaction, [found!]), role)).toEqual([])
})

test('a change of the keys reaches the texts of meetings as it reaches reasons, each in its own table', async () => {
  const { keys, left } = await read((transaction) => readStaleKeys(transaction, 2, null, 3))
  const all = await read((transaction) => readStaleKeys(transaction, 2, null, 100))
  // Every table that has key files, whichever they are: one that is forgotten would stay closed after the change.
  const { rows: tables } = await database.admin.query<{ readonly name: string }>(`select table_name as name from information_schema.columns
    where table_schema = 'lykta' and column_name in ('epoch', 'key') group by 1 having count(*) = 2 order by 1`)
  expect(tables.map(({ name }) => name)).toEqual(expect.arrayContaining(['meeting_key', 'sealed_key']))
  let there = 0
  for (const { name } of tables) {
    const { rowCount } = await database.admin.query(`select from lykta.${name} where network_id = $1`, [network.network.id])
    expect([name, rowCount! > 0]).toEqual([name, true])
    there += rowCount!
  }
  expect([keys.length, left, all.keys.length, all.left]).toEqual([3, there - 3, there, 0])
  // Page by page, by id, whatever table each lies in.
  const rest = await read((transaction) => readStaleKeys(transaction, 2, keys.at(-1)!.sealedId, 100))
  expect([...keys, ...rest.keys]).toEqual(all.keys)
  const renewed = all.keys.map(({ sealedId }) => ({ sealedId, epoch: 2, key: Buffer.from(`new ${sealedId}`) }))
  const gone = all.keys[0]!.sealedId
  await act(async ({ client }) => void (await client.query(`with erased as (delete from lykta.meeting_key where text_id = $1), erased_too as (delete from lykta.case_note_key where note_id = $1)
    delete from lykta.sealed_key where sealed_id = $1`, [gone])))
  const { value } = await write(database.register, people.as.coordinator, { action: 'keys.renew', object: 'test' }, (transaction) => replaceSealedKeys(transaction, renewed))
  // What was erased meanwhile stays erased.
  expect(value).toBe(all.keys.length - 1)
  expect(await read(readKeyEpochs)).toEqual(new Set([2]))
  const texts = await read(async (transaction) => readMeetingTexts(transaction, await readMeetingItems(transaction, 'network')))
  for (const { id, key } of texts) expect(key).toEqual(id === gone ? null : { epoch: 2, key: Buffer.from(`new ${id}`) })
})

test('answers of a year and effort stand as they were given last', async () => {
  expect((await read(readYearlyAnswers)).map(({ organisation, subject, answer }) => ({ organisation, subject, answer }))).toEqual(expect.arrayContaining([
    { organisation: network.organisations[0].id, subject: 'labour', answer: 'not-seen' }, { organisation: network.organisations[1].id, subject: 'begging', answer: 'seen' },
  ]))
  expect((await read(readEfforts)).map(({ kind, revision, times, people: trained }) => ({ kind, revision, times, trained }))).toEqual(expect.arrayContaining([
    { kind: 'training', revision: 2, times: 2, trained: 32 }, { kind: 'outreach', revision: 1, times: 2, trained: null },
  ]))
})
