// Organisations after founding: added, named anew, ended and corrected by the coordinator, each act in the audit; what ends invites nobody.
import { randomUUID } from 'node:crypto'
import { inNetwork, listAudit, verifyNetwork } from '@lykta/register'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { MembersAnswer, OrganisationChanged, OrganisationState } from '../../apps/server/src/api/member-types.ts'
import type { FormAnswer, NetworkAnswer } from '../../apps/server/src/api/types.ts'
import { bareSample, makeTestApp, type TestApp } from './app.ts'
import { foundTestNetwork, invite, type TestNetwork, visit } from './member-network.ts'

let app: TestApp
let network: TestNetwork
beforeAll(async () => {
  app = await makeTestApp({}, bareSample)
  network = await foundTestNetwork(app)
})
afterAll(() => app.close())

const harbour: OrganisationState = { code: 'HAMNEN', name: 'Hamnens vandrarhem', sector: 'business', joined: '2024-03-01', left: null }
const put = (id: string, before: OrganisationState | null, after: unknown) => network.anna.send<OrganisationChanged>('PUT', `/api/organisations/${id}`, { before, after })
const find = async (id: string) => (await network.anna.get<NetworkAnswer>('/api/network')).organisations.find((one) => one.id === id)
const acts = async (id: string) =>
  (await inNetwork(app.desk.register, { network: network.id, member: 'operator' }, (transaction) => listAudit(transaction, { limit: 1000 })))
    .filter(({ object }) => object === `organisation:${id}`).map(({ action, actor }) => `${action} ${actor === network.anna.id ? 'anna' : actor}`).toReversed()

test('one is added, named anew, ended and brought back, and every step stands in the audit', async () => {
  const id = randomUUID()
  expect((await put(id, null, harbour)).status).toBe(200)
  // A double click is the same once more.
  expect((await put(id, null, harbour)).status).toBe(200)
  expect(await find(id)).toEqual({ id, ...harbour })
  const renamed = { ...harbour, name: 'Hamnens hostel' }
  expect((await put(id, harbour, renamed)).status).toBe(200)
  const ended = { ...renamed, left: '2025-06-30' }
  expect((await put(id, renamed, ended)).status).toBe(200)
  const corrected = { ...renamed, left: '2025-05-31' }
  expect((await put(id, ended, corrected)).status).toBe(200)
  expect((await put(id, corrected, renamed)).status).toBe(200)
  expect(await find(id)).toEqual({ id, ...renamed })
  expect(await acts(id)).toEqual(['organisation.add anna', 'organisation.change anna', 'organisation.end anna', 'organisation.change anna', 'organisation.return anna'])
  expect(await inNetwork(app.desk.register, { network: network.id, member: 'operator' }, async (transaction) => (await verifyNetwork(transaction)).findings)).toEqual([])
})

test('what ends withdraws its open invitations, and nobody is invited for it, nor for a source outside', async () => {
  const [id, outside] = [randomUUID(), randomUUID()]
  const lodge = { ...harbour, code: 'LOGI', name: 'Logiet' }
  await put(id, null, lodge)
  const [open, other] = [await invite(network, 'device', id), await invite(network, 'reporter', network.hotel)]
  expect((await put(id, lodge, { ...lodge, left: lodge.joined })).body).toEqual({ withdrawnInvitations: 1 })
  const { invitations } = await network.anna.get<MembersAnswer>('/api/members')
  expect([open, other].map((one) => invitations.find((entry) => entry.id === one.id)?.state)).toEqual(['withdrawn', 'open'])
  expect((await visit(app).send('POST', '/api/invitations/open', open)).status).toBe(404)

  const source = { code: 'TAXI', name: 'Taxi i hamnen', sector: 'business', joined: null, left: null }
  expect((await put(outside, null, source)).status).toBe(200)
  for (const organisation of [id, outside]) {
    const asked = { id: randomUUID(), kind: 'device', role: 'device', organisation, tokenHash: '0'.repeat(64), createdAt: new Date().toISOString() }
    expect((await network.anna.send('POST', '/api/invitations', asked)).codes).toEqual(['invitation.organisation'])
  }
  // Whoever enters on somebody's behalf is offered both.
  const { organisations } = await network.anna.get<FormAnswer>('/api/form')
  expect(organisations).toEqual(expect.arrayContaining([{ id: outside, ...source }, { id, ...lodge, left: lodge.joined }]))
})

test('what cannot be is refused where it is wrong, and nothing is stored', async () => {
  const id = randomUUID()
  const mill = { ...harbour, code: 'KVARN', name: 'Kvarnen' }
  await put(id, null, mill)
  const hotel = (await find(network.hotel))!
  const tomorrow = new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10)
  const cases: readonly (readonly [OrganisationState | null, object, string, string?])[] = [
    [mill, { ...mill, name: 'hotell fyren' }, 'organisation.name-twice', 'name'],
    [mill, { ...mill, code: 'ANNAN' }, 'organisation.code-kept', 'code'],
    [mill, { ...mill, joined: tomorrow }, 'organisation.day-to-come', 'joined'],
    [mill, { ...mill, left: tomorrow }, 'organisation.day-to-come', 'left'],
    [mill, { ...mill, left: '2024-02-29' }, 'organisation.left-before-joined', 'left'],
    [mill, { ...mill, joined: null, left: '2024-05-01' }, 'organisation.left-without-joined', 'joined'],
    [{ ...mill, name: 'Kvarn' }, { ...mill, name: 'Kvarnarna' }, 'register.changed-meanwhile'],
    [null, { ...mill, name: 'Kvarnarna' }, 'register.changed-meanwhile'],
    [mill, { ...mill, joined: '0024-03-01' }, 'server.body'],
    [mill, { ...mill, sector: 'none' }, 'server.body'],
  ]
  for (const [before, after, code, field] of cases) {
    const answer = await put(id, before, after)
    const { problems } = answer.body as unknown as { readonly problems: readonly { readonly where: { readonly question?: string } }[] }
    expect([answer.codes, problems[0]?.where.question]).toEqual([[code], field])
    expect(answer.status).toBeLessThan(500)
  }
  expect((await put(randomUUID(), null, { ...mill, name: 'En annan kvarn' })).codes).toEqual(['organisation.code-twice'])
  expect((await put('x', null, mill)).status).toBe(404)
  // Somebody belongs to it.
  const { id: town, ...board } = (await find(network.town))!
  await put(town, board, { ...board, joined: null })
  expect((await put(town, board, { ...board, joined: null })).codes).toEqual(['organisation.has-members'])
  expect([await find(id), await find(network.hotel)]).toEqual([{ id, ...mill }, hotel])
})
