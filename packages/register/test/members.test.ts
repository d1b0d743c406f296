// Members, keys, devices, invitations, messages and settings come back as they were written, and only as they stand.
import { randomBytes, randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import {
  appendDevice, appendEpoch, appendInvitation, appendLogLines, appendMember, appendMessage, appendQuietMonth, appendRevisions, appendSettings, deleteGrants, endInvitation, findDevice,
  findInvitation, findMember, findMemberships, inNetwork, putPublicKeys, readBundles, readDevices, readGrants, readInvitations, readLogLines, readMembers, readMessages, readPublicKeys,
  readQuietMonths, readSettings, readStaleKeys, type ReadTransaction, replaceBundles, replaceSealedKeys, type SealedKey, verifyRegister, write, type WriteTransaction,
} from '@lykta/register'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { cloneDatabase, type TestDatabase } from './database.ts'
import { fillPeople, hashOf, newDevice, newMember, type TestPeople } from './support/members.ts'
import { answersOf, createdAt, makeNetwork, newIncident, type TestNetwork } from './support/network.ts'

let database: TestDatabase
let sample: TestNetwork
beforeAll(async () => void (database = await cloneDatabase()))
beforeEach(async () => void (sample = await makeNetwork(database.register)))
afterAll(() => database.close())

const act = { action: 'test', object: 'test' }
const append = async <T>(work: (transaction: WriteTransaction) => Promise<T>, context = sample.context): Promise<T> => (await write(database.register, context, act, work)).value
const read = <T>(work: (transaction: ReadTransaction) => Promise<T>, context = sample.context): Promise<T> => inNetwork(database.register, context, work)
const micro = (instant: string): string => instant.replace('Z', '000Z')
const meanwhile = { problems: [{ code: 'register.changed-meanwhile' }] }
/** Until another write has come as far as this one's uncommitted row. */
async function untilOneWaits(): Promise<void> {
  for (;;) {
    const { rows } = await database.admin.query(`select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`)
    if (rows.length > 0) return
    await wait(5)
  }
}
const addEpoch = (epoch: number): Promise<void> => append((transaction) => appendEpoch(transaction, { epoch, recipient: `age1pq${epoch}`, madeOn: 'browser', createdAt }, [
  { epoch, holder: 'somebody', wrapped: Buffer.from(`wrapped ${epoch}`) }]))

describe('a member', () => {
  test('is what her newest revision says', async () => {
    const [first, second] = [newMember('reporter', sample.organisations[0].id), newMember('reader', null, { createdAt: '2026-11-02T10:00:00.000Z' })]
    await append(async (transaction) => {
      await appendMember(transaction, second)
      await appendMember(transaction, first)
    })
    const changed = { ...first, role: 'core-member', active: false } as const
    await append((transaction) => appendMember(transaction, changed))
    expect(await read(readMembers)).toEqual([changed, second].map((member) => ({ ...member, createdAt: micro(member.createdAt) })))
    expect(await read((transaction) => findMember(transaction, first.id))).toMatchObject({ role: 'core-member', active: false })
    expect(await read((transaction) => findMember(transaction, randomUUID()))).toBeUndefined()
  })

  test('is found by her login in all networks that she belongs to, and by no other', async () => {
    const other = await makeNetwork(database.register, 'Annanstad')
    const login = `login-${randomUUID()}`
    const [here, there] = [newMember('coordinator', sample.organisations[0].id, { login }), newMember('reader', null, { login, createdAt: '2026-12-01T00:00:00.000Z' })]
    await append((transaction) => appendMember(transaction, here))
    await append((transaction) => appendMember(transaction, there), other.context)
    await append((transaction) => appendMember(transaction, { ...there, active: false }), other.context)
    expect(await findMemberships(database.register, login)).toEqual([
      { network: sample.network.id, member: here.id, role: 'coordinator', organisation: sample.organisations[0].id, active: true },
      { network: other.network.id, member: there.id, role: 'reader', organisation: null, active: false },
    ])
    expect(await findMemberships(database.register, 'login')).toEqual([])
    await append((transaction) => appendMember(transaction, { ...here, login: null }))
    expect((await findMemberships(database.register, login)).map(({ network }) => network)).toEqual([other.network.id])
  })

  test('has one login, and no two of a network share it', async () => {
    const member = newMember('reporter', null)
    await append((transaction) => appendMember(transaction, member))
    await expect(append((transaction) => appendMember(transaction, newMember('reader', null, { login: member.login })))).rejects.toMatchObject(meanwhile)
  })

  test('changed twice at once is changed once', async () => {
    const member = newMember('reporter', null)
    await append((transaction) => appendMember(transaction, member))
    let meanwhileChanged: Promise<void> = Promise.resolve()
    await append(async (transaction) => {
      await appendMember(transaction, { ...member, role: 'reader' })
      meanwhileChanged = append((other) => appendMember(other, { ...member, role: 'operator' }))
      meanwhileChanged.catch(() => {})
      await untilOneWaits()
    })
    await expect(meanwhileChanged).rejects.toMatchObject(meanwhile)
    expect(await read((transaction) => findMember(transaction, member.id))).toMatchObject({ role: 'reader' })
    expect((await verifyRegister(database.register)).flatMap(({ findings }) => findings)).toEqual([])
  })
})

describe('keys', () => {
  test('that are public stand as the newest that she made', async () => {
    const member = randomUUID()
    await append((transaction) => putPublicKeys(transaction, member, { recipient: 'age1pqold', verifyKey: '01' }))
    await append((transaction) => putPublicKeys(transaction, member, { recipient: null, verifyKey: '02' }))
    expect(await read(readPublicKeys)).toEqual([{ member, recipient: null, verifyKey: '02' }])
  })

  test('in files are replaced by way, hers alone', async () => {
    const [one, two] = [randomUUID(), randomUUID()]
    const own = (member: string) => ({ ...sample.context, member })
    const bundle = (way: 'passphrase' | 'passkey', text: string) => ({ id: randomUUID(), way, credential: way === 'passkey' ? 'Y3JlZA' : null, file: Buffer.from(text) })
    const [old, passkey, fresh, hers] = [bundle('passphrase', 'old'), bundle('passkey', 'passkey'), bundle('passphrase', 'fresh'), bundle('passphrase', 'hers')]
    await append((transaction) => replaceBundles(transaction, one, ['passphrase', 'passkey'], [old, passkey]), own(one))
    await append((transaction) => replaceBundles(transaction, two, ['passphrase'], [hers]), own(two))
    await append((transaction) => replaceBundles(transaction, one, ['passphrase'], [fresh]), own(one))
    const files = async (member: string, context = own(member)) => (await read((transaction) => readBundles(transaction, member), context)).map(({ file }) => Buffer.from(file).toString())
    expect((await files(one)).sort()).toEqual(['fresh', 'passkey'])
    expect(await files(two)).toEqual(['hers'])
    // Not even the program's own context reads them, or replaces them.
    expect(await files(one, sample.context)).toEqual([])
    await expect(append((transaction) => replaceBundles(transaction, one, ['passphrase'], [bundle('passphrase', 'mine')]))).rejects.toMatchObject({ code: '42501' })
    expect((await files(one)).sort()).toEqual(['fresh', 'passkey'])
  })

  test('granted are erased by epoch and by holder', async () => {
    for (const epoch of [1, 2, 3]) await addEpoch(epoch)
    const held = async (): Promise<readonly number[]> => (await read((transaction) => readGrants(transaction, 'somebody'))).map(({ epoch }) => epoch)
    expect(await append((transaction) => deleteGrants(transaction, { beforeEpoch: 3 }))).toBe(2)
    expect(await held()).toEqual([3])
    expect(await append((transaction) => deleteGrants(transaction, { holder: 'nobody' }))).toBe(0)
    expect(await append((transaction) => deleteGrants(transaction, { holder: 'somebody' }))).toBe(1)
    expect(await held()).toEqual([])
  })

  test('of texts are sealed anew page by page; what was erased or is new stays so', async () => {
    await addEpoch(1)
    await addEpoch(2)
    const sealed = [1, 1, 1, 2].map((epoch) => ({ sealedId: randomUUID(), body: randomBytes(9), key: Buffer.from('old'), epoch }))
    await append((transaction) => appendRevisions(transaction, sealed.map((one) => newIncident(answersOf(sample.organisations[0].id), { sealed: one }))))
    const stale = sealed.slice(0, 3).map(({ sealedId }) => sealedId).sort()
    const page = (after: string | null) => read((transaction) => readStaleKeys(transaction, 2, after, 2))
    const first = await page(null)
    expect([first.keys.map(({ sealedId }) => sealedId), first.left]).toEqual([stale.slice(0, 2), 1])
    expect((await page(stale[1]!)).keys.map(({ sealedId, epoch, key }) => [sealedId, epoch, Buffer.from(key).toString()])).toEqual([[stale[2], 1, 'old']])
    await database.admin.query('delete from lykta.sealed_key where sealed_id = $1', [stale[0]])
    const renewed = (sealedId: string): SealedKey => ({ sealedId, epoch: 2, key: Buffer.from('new') })
    // The first has no key any more, the last is of this epoch already, and one there never was.
    expect(await append((transaction) => replaceSealedKeys(transaction, [stale[0]!, stale[1]!, sealed[3]!.sealedId, randomUUID()].map(renewed)))).toBe(1)
    const { rows } = await database.admin.query(`select sealed_id, epoch, convert_from(key, 'UTF8') as key from lykta.sealed_key where network_id = $1 order by epoch, key`, [sample.network.id])
    expect(rows).toEqual([
      { sealed_id: stale[2], epoch: 1, key: 'old' }, { sealed_id: stale[1], epoch: 2, key: 'new' }, { sealed_id: sealed[3]!.sealedId, epoch: 2, key: 'old' }])
    expect((await page(null)).left).toBe(0)
  })
})

test('the log grows by its end alone', async () => {
  await append((transaction) => appendLogLines(transaction, 0, ['one', 'two "å"']))
  await append((transaction) => appendLogLines(transaction, 2, ['three']))
  await expect(append((transaction) => appendLogLines(transaction, 2, ['another']))).rejects.toMatchObject(meanwhile)
  await expect(append((transaction) => appendLogLines(transaction, 4, ['later']))).rejects.toMatchObject(meanwhile)
  const both = await Promise.allSettled(['a', 'b'].map((line) => append((transaction) => appendLogLines(transaction, 3, [line]))))
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect((await read((transaction) => readLogLines(transaction, 0))).slice(0, 3)).toEqual(['one', 'two "å"', 'three'])
  expect(await read((transaction) => readLogLines(transaction, 3))).toHaveLength(1)
})

test('a device is found by its token\'s hash, whatever its network, as it stands', async () => {
  const device = newDevice(sample.organisations[0].id)
  await append((transaction) => appendDevice(transaction, device))
  const found = { network: sample.network.id, device: device.id, organisation: device.organisation, active: true }
  expect(await findDevice(database.register, device.tokenHash)).toEqual(found)
  expect(await findDevice(database.register, hashOf('another'))).toBeUndefined()
  await expect(findDevice(database.register, 'no hash')).rejects.toThrow('no SHA-256')
  await append((transaction) => appendDevice(transaction, { ...device, active: false }))
  expect(await findDevice(database.register, device.tokenHash)).toEqual({ ...found, active: false })
  expect(await read(readDevices)).toEqual([{ ...device, active: false, createdAt: micro(createdAt) }])
})

test('an invitation is found with its token, and used once', async () => {
  const id = randomUUID()
  const invitation = { id, kind: 'member', role: 'core-member', organisation: sample.organisations[0].id, createdAt, expiresAt: '2026-11-08T10:00:00.000Z' } as const
  await append((transaction) => appendInvitation(transaction, { ...invitation, tokenHash: hashOf('token') }))
  const [before, after] = [new Date('2026-11-08T09:59:59Z'), new Date('2026-11-08T10:00:00Z')]
  const found = { network: sample.network.id, kind: 'member', role: 'core-member', organisation: invitation.organisation, expiresAt: micro(invitation.expiresAt), state: 'open' }
  expect(await findInvitation(database.register, id, hashOf('token'), before)).toEqual(found)
  expect(await findInvitation(database.register, id, hashOf('token'), after)).toEqual({ ...found, state: 'expired' })
  expect(await findInvitation(database.register, id, hashOf('guess'), before)).toBeUndefined()
  expect(await findInvitation(database.register, randomUUID(), hashOf('token'), before)).toBeUndefined()
  const uses = await Promise.allSettled(['used', 'withdrawn'].map((how) => append((transaction) => endInvitation(transaction, id, how as 'used' | 'withdrawn'))))
  expect(uses.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(uses.find((use) => use.status === 'rejected')).toMatchObject({ reason: meanwhile })
  const state = uses[0]!.status === 'fulfilled' ? 'used' : 'withdrawn'
  expect(await findInvitation(database.register, id, hashOf('token'), after)).toMatchObject({ state })
  expect(await read((transaction) => readInvitations(transaction, before))).toEqual([{ ...invitation, createdAt: micro(createdAt), expiresAt: micro(invitation.expiresAt), state }])
})

test('messages come in the order in which they were written, of the incidents that are asked for', async () => {
  const [one, two] = [newIncident(answersOf(sample.organisations[0].id)), newIncident(answersOf(sample.organisations[0].id))]
  await append((transaction) => appendRevisions(transaction, [one, two]))
  const question = { id: randomUUID(), incident: one.incident, kind: 'question', code: 'when', to: null, at: '2026-11-03T00:00:00.000Z' } as const
  // Its writer's clock is behind.
  const answer = { id: randomUUID(), incident: one.incident, kind: 'answer', code: 'added', to: question.id, at: '2026-11-02T00:00:00.000Z' } as const
  await append((transaction) => appendMessage(transaction, question))
  await append((transaction) => appendMessage(transaction, answer))
  await append((transaction) => appendMessage(transaction, { ...question, id: randomUUID(), incident: two.incident }))
  const stored = [question, answer].map((message) => ({ ...message, at: micro(message.at), author: 'import' }))
  expect(await read((transaction) => readMessages(transaction, [one.incident]))).toEqual(stored)
  expect(await read((transaction) => readMessages(transaction, [one.incident, two.incident]))).toHaveLength(3)
  expect(await read((transaction) => readMessages(transaction, []))).toEqual([])
  await expect(append((transaction) => appendMessage(transaction, { ...question, id: randomUUID(), code: 'Ring Anna på 070' }))).rejects.toMatchObject({ code: '23514' })
  // Sent again under the same id.
  await expect(append((transaction) => appendMessage(transaction, question))).rejects.toMatchObject(meanwhile)
})

test('a quiet month is told and taken back', async () => {
  const organisation = sample.organisations[0].id
  const tell = (month: string, withdrawn: boolean): Promise<void> => append((transaction) => appendQuietMonth(transaction, { organisation, month, withdrawn }))
  await tell('2026-09', false)
  await tell('2026-10', false)
  await tell('2026-09', true)
  expect(await read((transaction) => readQuietMonths(transaction, organisation))).toEqual([
    { organisation, month: '2026-10', withdrawn: false }, { organisation, month: '2026-09', withdrawn: true }])
  expect(await read((transaction) => readQuietMonths(transaction, sample.organisations[1].id))).toEqual([])
  await expect(tell('2026-13', false)).rejects.toMatchObject({ code: '23514' })
})

test('settings are the newest', async () => {
  expect(await read(readSettings)).toBeUndefined()
  await append((transaction) => appendSettings(transaction, { publicThreshold: 5 }))
  await append((transaction) => appendSettings(transaction, { publicThreshold: 7, emergencyNumbers: [{ name: 'Kvinnojouren "Å"' }] }))
  expect(await read(readSettings)).toEqual({ publicThreshold: 7, emergencyNumbers: [{ name: 'Kvinnojouren "Å"' }] })
})

test('who acts is who stands in the audit, and nobody writes a line in another\'s name', async () => {
  await addEpoch(1)
  const people: TestPeople = await fillPeople(database.register, sample)
  const client = await database.register.app.connect()
  try {
    const { network, member, organisation } = people.as.device
    await client.query(`begin; set local lykta.network = '${network}'; set local lykta.member = '${member}'; set local lykta.role = 'device'; set local lykta.organisation = '${organisation}'`)
    await expect(client.query(`select lykta.append_audit('${network}', '${people.coordinator.id}', 'test', 'x')`)).rejects.toMatchObject({ code: '42501' })
  } finally {
    await client.query('rollback')
    client.release()
  }
  for (const bad of [{ role: 'admin' as 'reader' }, { member: `x'; drop schema lykta` }, { organisation: `x'` }]) {
    await expect(read(readMembers, { ...people.as.coordinator, ...bad })).rejects.toThrow()
  }
})
