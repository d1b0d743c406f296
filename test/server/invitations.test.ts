// Invitations: good for seven days and once, withdrawn, and told apart from nothing that is unknown.
import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { appendInvitation, inNetwork, readDevices, readMembers, write } from '@lykta/register'
import { makeSigningKey, proposeEntry, verifyKeyOf } from '@lykta/seal'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { InvitationEntry, MembersAnswer, OpenInvitationAnswer } from '../../apps/server/src/api/member-types.ts'
import { bareSample, makeTestApp, type TestApp } from './app.ts'
import { base64url, foundTestNetwork, invite, join, list, membershipFor, password, type TestNetwork, visit } from './member-network.ts'
import { now } from './sender.ts'

let app: TestApp
let network: TestNetwork
beforeAll(async () => {
  app = await makeTestApp({}, bareSample)
  network = await foundTestNetwork(app)
})
afterAll(() => app.close())

const days = 24 * 3_600_000
const person = (email: string) => ({ name: 'Någon', email, password, language: 'en' as const, member: randomUUID() })
const device = () => ({ device: randomUUID(), name: 'Telefonen', verifyKey: verifyKeyOf(makeSigningKey((length) => Uint8Array.from(randomBytes(length)))), proof: '0'.repeat(64) })
const invitations = async (): Promise<readonly InvitationEntry[]> => (await network.anna.get<MembersAnswer>('/api/members')).invitations
const rows = () => inNetwork(app.desk.register, { network: network.id, member: 'operator' }, async (transaction) =>
  ({ members: (await readMembers(transaction)).length, devices: (await readDevices(transaction)).length }))

/** As it would be after seven days. */
async function pastInvitation(kind: 'member' | 'device') {
  const [id, token] = [randomUUID(), randomBytes(32)]
  const at = (age: number) => new Date(Date.now() - age).toISOString()
  await write(app.desk.register, { network: network.id, member: network.anna.id, role: 'coordinator' }, { action: 'invitation.make', object: `invitation:${id}` }, (transaction) =>
    appendInvitation(transaction, {
      id, kind, role: kind === 'device' ? 'device' : 'reporter', organisation: network.hotel, createdAt: at(7 * days + 1000), expiresAt: at(1000),
      tokenHash: createHash('sha256').update(token).digest('hex'),
    }))
  return { id, token: base64url(token) }
}

test('it says what it is for before it is used, to whoever has the token', async () => {
  const invitation = await invite(network, 'reporter', network.hotel)
  const { status, body } = await visit(app).send<OpenInvitationAnswer>('POST', '/api/invitations/open', invitation)
  expect([status, body]).toMatchObject([200, {
    network: { name: 'Provstad' }, kind: 'member', role: 'reporter', organisation: { id: network.hotel, name: 'Hotell Fyren' }, emergencyNumbers: [{ number: '020-123 45 67' }],
  }])
  const [entry] = await invitations()
  expect(entry).toMatchObject({ id: invitation.id, state: 'open' })
  expect(Date.parse(entry!.expiresAt) - Date.parse(entry!.createdAt)).toBe(7 * days)
  // The register holds its hash alone.
  expect(JSON.stringify(entry)).not.toContain(invitation.token)
})

test('used, withdrawn, past, of another kind, with another token and unknown look the same', async () => {
  const [used, withdrawn, past, pastDevice] = [await invite(network, 'reader', null), await invite(network, 'reporter', network.hotel), await pastInvitation('member'), await pastInvitation('device')]
  expect((await visit(app).send('POST', '/api/invitations/accept', { ...used, ...person('first@example.org') })).status).toBe(201)
  expect((await network.anna.send('DELETE', `/api/invitations/${withdrawn.id}`)).status).toBe(200)
  expect((await network.anna.send('DELETE', `/api/invitations/${withdrawn.id}`)).status).toBe(404)
  expect((await network.anna.send('DELETE', `/api/invitations/${used.id}`)).status).toBe(404)
  const open = await invite(network, 'device', network.hotel)
  const unknown = { id: randomUUID(), token: base64url(randomBytes(32)) }
  const before = await rows()
  const wrong = [used, withdrawn, past, pastDevice, unknown, { ...open, token: unknown.token }, { ...open, id: unknown.id }]
  const answers = []
  for (const one of wrong) answers.push(await visit(app).send('POST', '/api/invitations/open', one), await visit(app).send('POST', '/api/devices', { ...one, ...device() }))
  for (const one of [...wrong, open]) answers.push(await visit(app).send('POST', '/api/invitations/accept', { ...one, ...person('second@example.org') }))
  const member = await invite(network, 'reporter', network.hotel)
  answers.push(await visit(app).send('POST', '/api/devices', { ...member, ...device() }))
  expect(new Set(answers.map(({ status, body }) => `${status} ${JSON.stringify(body)}`)).size).toBe(1)
  expect(answers[0]).toMatchObject({ status: 404, codes: ['server.not-found'] })
  expect(await rows()).toEqual(before)
  const states = new Map((await invitations()).map(({ id, state }) => [id, state]))
  expect([used, withdrawn, past, open].map(({ id }) => states.get(id))).toEqual(['used', 'withdrawn', 'expired', 'open'])
})

test('of two that use it at the same time one comes in, and the other leaves no login behind', async () => {
  const member = await invite(network, 'reporter', network.hotel)
  const people = [person('race-one@example.org'), person('race-two@example.org')]
  const answers = await Promise.all(people.map((one) => visit(app).send('POST', '/api/invitations/accept', { ...member, ...one })))
  expect(answers.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([201, 404])
  const { rows: left } = await app.desk.register.signIn.query(`select "email" from "user" where "email" like 'race-%'`)
  expect(left).toHaveLength(1)

  const telephone = await invite(network, 'device', network.hotel)
  const before = (await rows()).devices
  const enrolled = await Promise.all([device(), device()].map((one) => visit(app).send('POST', '/api/devices', { ...telephone, ...one })))
  expect(enrolled.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([201, 404])
  expect((await rows()).devices).toBe(before + 1)
})

test('an id or an address that is somebody\'s is not given twice', async () => {
  const invitation = await invite(network, 'reporter', network.hotel)
  const accept = (change: object) => visit(app).send('POST', '/api/invitations/accept', { ...invitation, ...person('third@example.org'), ...change })
  expect(await accept({ email: 'ANNA@example.org' })).toMatchObject({ status: 409, codes: ['sign-in.email-taken'] })
  expect(await accept({ member: network.anna.id })).toMatchObject({ status: 409, codes: ['incident.id-taken'] })
  const telephone = await invite(network, 'device', network.hotel)
  expect(await visit(app).send('POST', '/api/devices', { ...telephone, ...device(), device: network.anna.id })).toMatchObject({ status: 409, codes: ['incident.id-taken'] })
  // Nothing of it has used the invitation up.
  expect((await accept({})).status).toBe(201)
  expect((await network.anna.session()).caller).toMatchObject({ id: network.anna.id, role: 'coordinator', name: 'Anna Andersson' })
})

test('whoever has gone while her request is on its way makes no invitation to come back by', async () => {
  const bo = await join(network, 'coordinator', network.town, 'Bo')
  await list(network, bo, 'coordinator', network.town)
  const sent = new TextEncoder().encode(JSON.stringify({ id: randomUUID(), kind: 'member', role: 'coordinator', organisation: network.town, tokenHash: '0'.repeat(64), createdAt: now() }))
  const listening = Promise.withResolvers<ReadableStreamDefaultController<Uint8Array>>()
  // Asked for when the server reads it: by then it knows her, and waits for what she says.
  const body = new ReadableStream<Uint8Array>({ pull: (controller) => listening.resolve(controller) }, { highWaterMark: 0 })
  const cookie = [...bo.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const headers = { 'content-type': 'application/json', 'content-length': String(sent.length), cookie }
  const asked = app.ask('/api/invitations', { method: 'POST', body, headers, duplex: 'half' } as RequestInit)
  const controller = await listening.promise
  const leaving = await proposeEntry(await membershipFor(network, bo), { change: { type: 'remove', subject: { id: bo.id } }, signer: bo.signer, createdAt: now() })
  expect((await bo.send('POST', `/api/members/${bo.id}/removal`, { lines: [leaving], grants: [], createdAt: now() })).status).toBe(200)
  // Longer than a request takes, so that it is asked once more who she is.
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 2_000 })
  controller.enqueue(sent)
  controller.close()
  expect((await asked).status).toBe(404)
  vi.useRealTimers()
  expect((await invitations()).some(({ role, state }) => role === 'coordinator' && state === 'open')).toBe(false)
})

test('what cannot be invited is refused', async () => {
  const sent = { id: randomUUID(), kind: 'member', role: 'reporter', organisation: network.hotel, tokenHash: '0'.repeat(64), createdAt: now() }
  const wrong: readonly [object, number][] = [
    [{ organisation: null }, 400], [{ role: 'device' }, 400], [{ kind: 'device' }, 400], [{ role: 'owner' }, 400], [{ tokenHash: 'abc' }, 400], [{ organisation: randomUUID() }, 422],
  ]
  for (const [change, status] of wrong) expect((await network.anna.send('POST', '/api/invitations', { ...sent, ...change })).status).toBe(status)
  expect((await visit(app).send('POST', '/api/invitations', sent)).status).toBe(404)
})

test('a device is given a cookie that only its browser has, and the register only its hash', async () => {
  const telephone = visit(app)
  const sent = device()
  expect((await telephone.send('POST', '/api/devices', { ...(await invite(network, 'device', network.hotel)), ...sent })).status).toBe(201)
  const token = telephone.cookies.get('lykta-device')!
  expect(Buffer.from(token, 'base64url')).toHaveLength(32)
  expect(await telephone.session()).toMatchObject({ state: 'device', caller: { id: sent.device, role: 'device', organisation: network.hotel, keys: 'waiting' } })
  const stored = await inNetwork(app.desk.register, { network: network.id, member: 'operator' }, readDevices)
  expect(stored.find(({ id }) => id === sent.device)!.tokenHash).toBe(createHash('sha256').update(Buffer.from(token, 'base64url')).digest('hex'))
  // Removed before anybody listed it: its cookie is nobody's.
  expect((await network.anna.send('POST', `/api/devices/${sent.device}/removal`, { lines: [], grants: [], createdAt: now() })).status).toBe(200)
  expect((await telephone.session()).state).toBe('signed-out')
})

test('nothing of it was a defect', () => {
  expect(app.log).toEqual([])
})
