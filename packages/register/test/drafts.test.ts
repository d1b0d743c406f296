// The workshop with the server's checks off: who may agree, what the database asks of two persons or a day, and nothing before its release.
import { randomUUID } from 'node:crypto'
import { type Id } from '@lykta/incident'
import {
  appendDraft, appendEditionStep, appendMember, type Context, enterEdition, findDraftContent, findDraftProtocol, findEditionFile, findEditionProtocol, inNetwork, readDrafts, readEditionFiles,
  readLedger, verifyNetwork, write, type Written,
} from '@lykta/register'
import { appendEpoch } from '@lykta/register'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { enterNetwork } from '../src/transaction.ts'
import { cloneDatabase, type TestDatabase } from './database.ts'
import { fillPeople, hashOf, newDraft, newMember, type TestPeople } from './support/members.ts'
import { createdAt, makeNetwork, type TestNetwork } from './support/network.ts'

let database: TestDatabase
let network: TestNetwork
let people: TestPeople
beforeAll(async () => {
  database = await cloneDatabase()
  network = await makeNetwork(database.register, 'Verkstad')
  await write(database.register, network.context, { action: 'epoch.add', object: 'epoch:1' }, (transaction) =>
    appendEpoch(transaction, { epoch: 1, recipient: 'age1pq', madeOn: 'browser', createdAt }, []))
  people = await fillPeople(database.register, network)
})
afterAll(() => database.close())

/** The database's time is so much later than it is. */
const later = (interval: string): Promise<unknown> => database.admin.query(`create or replace function lykta.register_time() returns timestamptz
  language sql stable set search_path = pg_catalog, pg_temp as $$ select now() + interval '${interval}' $$`)
beforeEach(async () => void (await later('0')))

const act = (context: Context, work: Parameters<typeof write<void>>[3]): Promise<Written<void>> => write(database.register, context, { action: 'edition.test', object: 'test' }, work)
const read = <T>(role: keyof TestPeople['as'], work: Parameters<typeof inNetwork<T>>[2]): Promise<T> => inNetwork(database.register, people.as[role], work)
const length = async (): Promise<number> => (await read('coordinator', readLedger)).length

async function frozen(changes: Parameters<typeof newDraft>[1] = {}): Promise<Id> {
  const id = randomUUID()
  const ledgerLength = await length()
  await act(people.as.coordinator, (transaction) => appendDraft(transaction, newDraft(id, { ledgerLength, overrides: [], ...changes })))
  return id
}
const step = (context: Context, draft: Id, act_: 'ask' | 'approve' | 'refuse' | 'withdraw', { digest = hashOf(draft), releaseAt = null as string | null, enters = act_ === 'approve' } = {}) =>
  act(context, async (transaction) => {
    await appendEditionStep(transaction, draft, { act: act_, digest, releaseAt })
    if (enters) await enterEdition(transaction, draft)
  })

test('comes back as it was frozen, to those who may see it', async () => {
  const { asked, alone, entered } = people.drafts
  const [last] = (await read('coordinator', readDrafts)).filter(({ id }) => id === asked)
  expect(last).toMatchObject({
    year: 2018, audience: 'public', revises: entered, asOf: 2, ledgerLength: 2, prose: { sv: 0, en: 0 }, author: people.coordinator.id,
    overrides: [{ rule: 'organisations', subject: '', reason: 'Två "organisationer" räcker \u2028 här' }],
    steps: [{ act: 'ask', digest: hashOf(asked), releaseAt: '2019-03-01T07:00:00.000000Z', reason: null, author: people.coordinator.id }],
  })
  expect(await read('coordinator', (transaction) => findDraftContent(transaction, asked))).toEqual({ year: 2018, title: 'Utg\u2028åva "2018"' })
  expect(await read('coordinator', (transaction) => findDraftProtocol(transaction, asked))).toEqual({ cells: [{ count: 4, why: 'få' }] })
  expect(await read('core-member', (transaction) => findDraftProtocol(transaction, asked))).toBe(undefined)
  expect((await read('core-member', readDrafts)).map(({ id }) => id).toSorted()).toEqual([asked, entered].toSorted())
  for (const role of ['reporter', 'reader', 'operator', 'device'] as const) expect([role, await read(role, readDrafts)]).toEqual([role, []])
  expect((await read('coordinator', (transaction) => readEditionFiles(transaction, alone, 'draft')))).toEqual([{ path: 'sv/index.html', bytes: 6 }, { path: 'sv/tables/years.csv', bytes: 3 }])
})

test('two persons: a core member agrees, and the ledger has it with its protocol, which she cannot read', async () => {
  const draft = await frozen()
  await step(people.as.coordinator, draft, 'ask')
  await step(people.as['core-member'], draft, 'approve')
  expect((await read('coordinator', readLedger)).at(-1)).toMatchObject({ id: draft, kind: 'edition', audience: 'public', author: people.core.id, content: { year: 2018 }, releaseAt: null })
  expect(await read('coordinator', (transaction) => findEditionProtocol(transaction, draft))).toEqual({ cells: [{ count: 4, why: 'få' }] })
  expect(await read('core-member', (transaction) => findEditionProtocol(transaction, draft))).toBe(undefined)
  expect((await read('reader', (transaction) => findEditionFile(transaction, draft, 'final', 'sv/tables/years.csv')))).toEqual(Buffer.from([0, 255, 10]))
  expect((await read('reader', (transaction) => findEditionFile(transaction, draft, 'draft', 'sv/tables/years.csv')))).toBe(undefined)
})

test('nobody enters what was not asked, what was refused, what differs from what was asked, or what she has not agreed to herself', async () => {
  const refused = (work: Promise<unknown>): Promise<void> => expect(work).rejects.toMatchObject({ code: '42501' })
  const before = await length()
  const unasked = await frozen()
  await refused(step(people.as['core-member'], unasked, 'approve'))
  const draft = await frozen()
  // Asked and agreed to in one breath is one person's.
  await refused(act(people.as.coordinator, async (transaction) => {
    await appendEditionStep(transaction, draft, { act: 'ask', digest: hashOf(draft), releaseAt: null })
    await appendEditionStep(transaction, draft, { act: 'approve', digest: hashOf(draft), releaseAt: null })
    await enterEdition(transaction, draft)
  }))
  await step(people.as.coordinator, draft, 'ask', { releaseAt: '2031-01-01T07:00:00Z' })
  await refused(step(people.as['core-member'], draft, 'approve'))
  await refused(step(people.as['core-member'], draft, 'approve', { digest: hashOf('other'), releaseAt: '2031-01-01T07:00:00Z' }))
  await refused(act(people.as['core-member'], (transaction) => enterEdition(transaction, draft)))
  for (const role of ['reporter', 'reader', 'operator', 'device'] as const) await refused(step(people.as[role], draft, 'approve', { releaseAt: '2031-01-01T07:00:00Z' }))
  await refused(step(people.as['core-member'], draft, 'withdraw'))
  await step(people.as['core-member'], draft, 'refuse')
  await expect(step(people.as.coordinator, draft, 'approve', { releaseAt: '2031-01-01T07:00:00Z' })).rejects.toMatchObject({ problems: [{ code: 'register.changed-meanwhile' }] })
  expect(await length()).toBe(before)
})

test('one person, where there is one coordinator: a day after she asked, unless it was stopped; never with an override, never with another coordinator', async () => {
  const asker = people.as.coordinator
  const [draft, loosened] = [await frozen(), await frozen({ overrides: [{ rule: 'organisations', subject: '', reason: 'x' }] })]
  for (const id of [draft, loosened]) await step(asker, id, 'ask')
  await later('23 hours 59 minutes')
  await expect(step(asker, draft, 'approve')).rejects.toMatchObject({ code: '42501' })
  await later('24 hours')
  await expect(step(asker, loosened, 'approve')).rejects.toMatchObject({ code: '42501' })
  const second = newMember('coordinator', null)
  await act(asker, (transaction) => appendMember(transaction, second))
  await expect(step(asker, draft, 'approve')).rejects.toMatchObject({ code: '42501' })
  await act(asker, (transaction) => appendMember(transaction, { ...second, active: false, login: null }))
  await step(asker, draft, 'approve')
  expect((await read('coordinator', readLedger)).at(-1)).toMatchObject({ id: draft, author: people.coordinator.id })
})

test('before its release those who could agree to it see it, and nobody else; then its readers do, by the database\'s time', async () => {
  const releaseAt = new Date(Date.now() + 3_600_000).toISOString()
  const [draft, core] = [await frozen({ audience: 'network' }), undefined]
  expect(core).toBe(undefined)
  await step(people.as.coordinator, draft, 'ask', { releaseAt })
  await step(people.as['core-member'], draft, 'approve', { releaseAt })
  const seen = async (role: keyof TestPeople['as']): Promise<readonly unknown[]> => read(role, async (transaction) => [
    (await readLedger(transaction)).some(({ id }) => id === draft), (await findEditionFile(transaction, draft, 'final', 'sv/index.html'))?.toString(),
  ])
  for (const role of ['coordinator', 'core-member'] as const) expect([role, await seen(role)]).toEqual([role, [true, 'Lägesbild']])
  for (const role of ['reporter', 'reader', 'operator', 'device'] as const) expect([role, await seen(role)]).toEqual([role, [false, undefined]])
  await later('1 hour')
  for (const role of ['reporter', 'reader'] as const) expect([role, await seen(role)]).toEqual([role, [true, 'Lägesbild']])
  for (const role of ['operator', 'device'] as const) expect([role, await seen(role)]).toEqual([role, [false, undefined]])
})

test('an edition for the core group alone is never a reader\'s', async () => {
  const draft = await frozen({ audience: 'core' })
  await step(people.as.coordinator, draft, 'ask')
  await step(people.as['core-member'], draft, 'approve')
  expect(await read('core-member', (transaction) => readEditionFiles(transaction, draft, 'final'))).toHaveLength(2)
  for (const role of ['reporter', 'reader', 'operator', 'device'] as const) {
    expect([role, await read(role, (transaction) => readEditionFiles(transaction, draft, 'final'))]).toEqual([role, []])
  }
})

test('an edition that came between makes it outdated: the database takes it no longer', async () => {
  const [first, second] = [await frozen(), await frozen()]
  for (const id of [first, second]) await step(people.as.coordinator, id, 'ask')
  await step(people.as['core-member'], first, 'approve')
  await expect(step(people.as['core-member'], second, 'approve')).rejects.toMatchObject({ problems: [{ code: 'register.changed-meanwhile' }] })
})

test('the chain vouches for all of it', async () => {
  await database.admin.query('begin')
  const { findings } = await verifyNetwork(await enterNetwork(database.register, database.admin, network.network.id))
  await database.admin.query('rollback')
  expect(findings).toEqual([])
})
