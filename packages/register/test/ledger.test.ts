// The ledger of editions: appended to in one order, each entry knowing those before it; readers get what is meant for them.
import { randomUUID } from 'node:crypto'
import { appendEpoch, appendLedgerEntry, findEditionProtocol, inNetwork, readLedger, type StoredLedgerEntry, write, type Written } from '@lykta/register'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { cloneDatabase, type TestDatabase } from './database.ts'
import { fillPeople, type TestPeople } from './support/members.ts'
import { createdAt, makeNetwork, type TestNetwork } from './support/network.ts'

let database: TestDatabase
let network: TestNetwork
let people: TestPeople
beforeAll(async () => {
  database = await cloneDatabase()
  network = await makeNetwork(database.register, 'Liggarstad')
  await write(database.register, network.context, { action: 'epoch.add', object: 'epoch:1' }, (transaction) =>
    appendEpoch(transaction, { epoch: 1, recipient: 'age1pq', madeOn: 'browser', createdAt }, []))
  people = await fillPeople(database.register, network)
})
afterAll(() => database.close())

const ledgerFor = (role: keyof TestPeople['as']): Promise<readonly StoredLedgerEntry[]> => inNetwork(database.register, people.as[role], readLedger)
const add = (after: number): Promise<Written<void>> => write(database.register, people.as.coordinator, { action: 'ledger.add', object: 'test' }, (transaction) =>
  appendLedgerEntry(transaction, after, { id: randomUUID(), kind: 'outside', audience: 'network', content: { source: 'Protokoll', figures: [] } }))

test('comes back as it was entered, in the order in which it was', async () => {
  const entries = await ledgerFor('coordinator')
  expect(entries.map(({ kind, audience, content, author }) => [kind, audience, content, author])).toEqual([
    ['outside', 'public', { source: 'En "rapport" \u2028', figures: [] }, people.coordinator.id],
    ['edition', 'core', { year: 2018, months: 1.5 }, people.coordinator.id],
    ['edition', 'public', { year: 2018 }, people.coordinator.id],
  ])
  expect(new Set(entries.map(({ digest }) => digest)).size).toBe(3)
})

test('each reader gets the editions for her; how they were made, the coordinator alone', async () => {
  const [outside, core, open] = await ledgerFor('coordinator')
  expect(await ledgerFor('core-member')).toEqual([outside, core, open])
  expect(await ledgerFor('reader')).toEqual([open])
  expect(await ledgerFor('reporter')).toEqual([open])
  expect([...(await ledgerFor('operator')), ...(await ledgerFor('device'))]).toEqual([])
  const protocolFor = (role: keyof TestPeople['as'], id: string): Promise<unknown> => inNetwork(database.register, people.as[role], (transaction) => findEditionProtocol(transaction, id))
  expect(await protocolFor('coordinator', core!.id)).toEqual({ cells: ['å'] })
  for (const role of ['core-member', 'reader', 'reporter', 'operator', 'device'] as const) expect([role, await protocolFor(role, core!.id)]).toEqual([role, undefined])
  expect(await protocolFor('coordinator', outside!.id)).toBe(undefined)
})

test('an entry made without knowing of the last is refused, also when both are under way at once', async () => {
  await expect(add(2)).rejects.toMatchObject({ problems: [{ code: 'register.changed-meanwhile' }] })
  const both = await Promise.allSettled([add(3), add(3)])
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(await ledgerFor('coordinator')).toHaveLength(4)
})
