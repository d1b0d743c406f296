// From founding to a removal, as programs do it on both sides: the server stores and checks, and can open nothing.
import { randomUUID } from 'node:crypto'
import { inNetwork, listAudit, readGrants, verifyNetwork } from '@lykta/register'
import { isOwnEnrolment, makeRotation, openText, proposeEntry, rewrapKey, verifyLog } from '@lykta/seal'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { Right } from '../../apps/server/src/access/rights.ts'
import type {
  KeysAnswer, LogAnswer, MembersAnswer, MessagesAnswer, OwnIncidentsAnswer, SealedKeyPage, SealedTextAnswer, SessionAnswer, SettingsAnswer,
} from '../../apps/server/src/api/member-types.ts'
import { renewKeys } from '../../apps/server/src/work/renew-keys.ts'
import { bareSample, makeTestApp, type TestApp } from './app.ts'
import {
  base64url, type Device, enrol, fileOf, list, listDevice, join, membershipFor, openEpoch, type Person, prepareFounding, prepareReport, read, report, type TestNetwork, visit,
} from './member-network.ts'
import { now } from './sender.ts'

let app: TestApp
let network: TestNetwork
beforeAll(async () => {
  app = await makeTestApp({}, bareSample)
})
afterAll(() => app.close())

let [bo, cilla, david] = [] as unknown as [Person, Person, Person]
let reception: Device
const refs = { device: '', member: '', town: '' }
const own = (who: { readonly get: Person['get'] }) => who.get<OwnIncidentsAnswer>('/api/own-incidents')

test('a network is founded in the browser, and its founder is signed in', async () => {
  const stranger = visit(app)
  expect(await stranger.session()).toMatchObject({ state: 'local', canFound: true, network: { sample: true } })
  const { request, network: founded, anna } = await prepareFounding()
  const visitor = visit(app)
  const { status, body } = await visitor.send<{ readonly session: SessionAnswer }>('POST', '/api/founding', request)
  expect(status).toBe(201)
  expect(body.session).toMatchObject({
    state: 'signed-in', canFound: false, network: { id: founded.id, name: 'Provstad', sample: false }, emergencyNumbers: [{ number: '020-123 45 67' }],
    caller: { id: anna.id, role: 'coordinator', organisation: founded.town, name: 'Anna Andersson', email: 'anna@example.org', keys: 'listed' },
  })
  network = { app, ...founded, anna: { ...visitor, ...anna } }
  expect(await stranger.session()).toMatchObject({ state: 'signed-out', caller: null, canFound: false })
  expect(await openEpoch(network, network.anna, 1)).toMatch(/^AGE-SECRET-KEY-PQ-1/)
})

test('no incident is taken before two recovery sheets have been tried', async () => {
  const sent = await prepareReport(network, network.anna, { placeType: 'hotel' }, 'För tidigt.')
  expect(await network.anna.send('POST', '/api/incidents', sent)).toMatchObject({ status: 422, codes: ['incident.recovery-untested'] })
  const recovery = await network.anna.get<KeysAnswer>('/api/keys/recovery')
  expect(recovery.grants.map(({ epoch, holder }) => [epoch, holder])).toEqual([[1, 'recovery']])
  const { status, body } = await network.anna.send<SettingsAnswer>('POST', '/api/settings/recovery-test', {})
  expect([status, typeof body.settings.recoveryTestedAt]).toEqual([200, 'string'])
  expect((await network.anna.send('POST', '/api/incidents', sent)).status).toBe(201)
})

test('a coordinator, a core member, a reporter and a device come in and are listed', async () => {
  bo = await join(network, 'coordinator', network.town, 'Bo')
  cilla = await join(network, 'core-member', network.town, 'Cilla')
  david = await join(network, 'reporter', network.hotel, 'David')
  reception = await enrol(network, network.hotel)
  // Until their words have been heard, those who are to read are let in and no further; their keys and the log they need.
  for (const [person, role] of [[bo, 'coordinator'], [cilla, 'core-member']] as const) {
    expect(await person.session()).toMatchObject({ caller: { role, keys: 'waiting' }, rights: ['keys.own'] })
    for (const path of ['/api/network', '/api/overview?year=2020', '/api/members', '/api/own-incidents', '/api/form', '/api/settings']) expect((await person.send('GET', path)).status, path).toBe(404)
    expect([(await person.send('GET', '/api/keys')).status, (await person.send('GET', '/api/log')).status]).toEqual([200, 200])
  }
  // A reporter reports meanwhile: whoever came by her link reads and changes no incident of the house, and stops no recovery.
  const ofListed = ['incident.read', 'incident.correct', 'incident.withdraw', 'reading.see', 'meeting.read', 'situation.give', 'recovery.stop']
  const { rights } = await david.session()
  expect([rights.includes('incident.enter'), ofListed.filter((right) => rights.includes(right as Right))]).toEqual([true, []])
  expect([(await david.send('GET', '/api/form')).status, (await david.send('GET', '/api/reads')).status, (await david.send('GET', '/api/meetings')).status]).toEqual([200, 404, 404])
  const before = await network.anna.get<MembersAnswer>('/api/members')
  expect(before.members.map(({ name, state }) => [name, state])).toEqual([['Anna Andersson', 'listed'], ['Bo', 'waiting'], ['Cilla', 'waiting'], ['David', 'waiting']])
  const [entry] = before.devices
  const subject = { device: reception.id, organisation: network.hotel, verifyKey: entry!.verifyKey }
  expect(isOwnEnrolment(network.anna.keys.signingKey, entry!.invitation, subject, entry!.proof)).toBe(true)

  await list(network, bo, 'coordinator', network.town)
  await list(network, cilla, 'core-member', network.town)
  await list(network, david, 'reporter', network.hotel)
  await listDevice(network, reception, network.hotel)
  const after = await network.anna.get<MembersAnswer>('/api/members')
  expect([...after.members, ...after.devices].map(({ state }) => state)).toEqual(['listed', 'listed', 'listed', 'listed', 'listed'])
  expect((await bo.session()).rights).toContain('members.manage')
  expect([(await bo.session()).rights, (await cilla.session()).rights].map((rights) => rights.includes('statistics.read'))).toEqual([true, true])
  expect((await david.session()).rights).toEqual(expect.arrayContaining(ofListed))
  expect(after.invitations.map(({ state }) => state)).toEqual(['used', 'used', 'used', 'used'])
  expect((await reception.session()).caller).toMatchObject({ id: reception.id, role: 'device', organisation: network.hotel, keys: 'listed', name: null })
})

test('a device and a member report; the coordinator reads each, signed by whom the log lists', async () => {
  refs.device = await report(network, reception, { placeType: 'hotel', exploitation: 'sexual' }, 'Många korta besök.')
  refs.member = await report(network, david, { placeType: 'hotel' }, 'Gästen fick inte tala själv.')
  refs.town = await report(network, cilla, { placeType: 'street' }, 'Sågs på torget.')
  for (const [ref, text, author] of [[refs.device, 'Många korta besök.', reception.id], [refs.member, 'Gästen fick inte tala själv.', david.id], [refs.town, 'Sågs på torget.', cilla.id]] as const) {
    expect(await read(network, network.anna, ref)).toMatchObject({ text, signed: true, findings: [], author: { id: author } })
  }
  // Each reader has a grant of her own; a core member opens her own organisation's texts and finds no others.
  expect(await read(network, bo, refs.device)).toMatchObject({ signed: true, findings: [] })
  expect(await read(network, cilla, refs.town)).toMatchObject({ text: 'Sågs på torget.', signed: true, findings: [] })
  for (const who of [cilla, david, reception]) expect((await who.send('GET', `/api/incidents/${refs.device}/text`)).status).toBe(404)
})

test('the coordinator sees when a device last sent something', async () => {
  const { devices: [device] } = await network.anna.get<MembersAnswer>('/api/members')
  expect(Date.parse(device!.lastSeenAt!)).toBeGreaterThanOrEqual(Date.parse(device!.enrolledAt))
})

test('that a text was read is in the audit before it is answered', async () => {
  const lines = await inNetwork(app.desk.register, { network: network.id, member: 'operator' }, (transaction) => listAudit(transaction, { limit: 10 }))
  expect(lines.filter(({ action }) => action === 'text.read').map(({ actor }) => actor)).toEqual([cilla.id, bo.id, ...Array.from({ length: 3 }, () => network.anna.id)])
})

test('a question, its answer and the outcome are codes that the reporter sees beside her incident', async () => {
  const question = { id: randomUUID(), kind: 'question', code: 'how-many', to: null }
  const address = `/api/incidents/${refs.device}/messages`
  expect((await network.anna.send('POST', address, question)).status).toBe(201)
  expect((await network.anna.send('POST', address, question)).status).toBe(200)
  expect((await own(reception)).incidents).toMatchObject([{ ref: refs.device, state: 'question', messages: [{ code: 'how-many' }] }])
  // The organisation's member sees what its device has sent; the device does not see hers.
  expect((await own(david)).incidents.map(({ ref }) => ref)).toEqual([refs.member, refs.device])
  const answer = { id: randomUUID(), kind: 'answer', code: 'not-known', to: question.id }
  expect((await reception.send('POST', address, answer)).status).toBe(201)
  expect((await own(reception)).incidents[0]!.state).toBe('answered')
  expect(await david.send('POST', address, { ...answer, id: randomUUID() })).toMatchObject({ status: 422, codes: ['message.no-question'] })
  expect((await network.anna.send('POST', address, { id: randomUUID(), kind: 'outcome', code: 'handled', to: null })).status).toBe(201)
  expect((await own(david)).incidents[1]).toMatchObject({ state: 'handled', messages: [{ kind: 'question' }, { kind: 'answer', to: question.id }, { kind: 'outcome' }] })
  const { messages } = await network.anna.get<MessagesAnswer>(address)
  expect(messages.map(({ code }) => code)).toEqual(['how-many', 'not-known', 'handled'])
})

test('a member who kept her keys is removed: her session is dead, and what is written after stays closed to her', async () => {
  const kept = await openEpoch(network, cilla, 1)
  const { anna } = network
  const before = await membershipFor(network, anna)
  const line = await proposeEntry(before, { change: { type: 'remove', subject: { id: cilla.id } }, signer: anna.signer, createdAt: now() })
  const lines = (await anna.get<LogAnswer>('/api/log')).lines
  const removed = verifyLog([...lines, line], { network: network.id, genesis: network.genesis }).membership!
  const address = `/api/members/${cilla.id}/removal`
  // Not without the rotation, which is what keeps her out.
  expect(await anna.send('POST', address, { lines: [line], grants: [], createdAt: now() })).toMatchObject({ status: 422, codes: ['log.rotation-missing'] })
  expect((await cilla.session()).state).toBe('signed-in')
  const rotation = await makeRotation(removed, anna.signer, now())
  expect((await anna.send('POST', address, { lines: [line, rotation.line], grants: rotation.grants.map(fileOf), createdAt: now() })).status).toBe(200)

  expect(await cilla.session()).toMatchObject({ state: 'signed-out', caller: null })
  for (const path of ['/api/log', '/api/keys', '/api/form', `/api/incidents/${refs.town}`]) expect((await cilla.send('GET', path)).status).toBe(404)
  const grants = await inNetwork(app.desk.register, { network: network.id, member: 'operator' }, (transaction) => readGrants(transaction, cilla.id))
  expect(grants).toEqual([])

  const ref = await report(network, reception, { placeType: 'home' }, 'Efter att hon gått.')
  const { body, key, context } = await anna.get<SealedTextAnswer>(`/api/incidents/${ref}/text`)
  const bytes = { body: Buffer.from(body, 'base64url'), key: Buffer.from(key!.key, 'base64url') }
  await expect(openText({ ...bytes, identity: kept, expected: context })).rejects.toMatchObject({ problems: [{ code: 'seal.key-of-other-epoch' }] })
  expect(await read(network, anna, ref)).toMatchObject({ text: 'Efter att hon gått.', signed: true, findings: [] })
  expect(await read(network, bo, ref)).toMatchObject({ signed: true })
})

test('the key files go to the new epoch, and what she wrote while she was there still holds', async () => {
  const { anna } = network
  const page = await anna.get<SealedKeyPage>('/api/sealed-keys')
  expect(page).toMatchObject({ left: 4, next: null })
  const identity = await openEpoch(network, anna, 1)
  const { recipient: newRecipient } = (await membershipFor(network, anna)).epochs.at(-1)!
  const renewed = await Promise.all(page.keys.map(async ({ sealedId, key }) =>
    ({ sealedId, epoch: 2, key: base64url(await rewrapKey({ key: Buffer.from(key, 'base64url'), identity, newRecipient })) })))
  const answer = await anna.send('POST', '/api/sealed-keys', { keys: renewed.slice(0, 1) })
  expect(answer).toMatchObject({ status: 200, body: { left: 3 } })
  // Half of the way somebody closes the browser, and goes on another day: her grants are still there.
  expect((await anna.get<KeysAnswer>('/api/keys')).grants.map(({ epoch }) => epoch)).toEqual([1, 2])
  expect(await anna.send('POST', '/api/sealed-keys', { keys: renewed })).toMatchObject({ status: 200, body: { left: 0 } })
  expect((await anna.get<SealedTextAnswer>(`/api/incidents/${refs.town}/text`)).key!.epoch).toBe(2)
  expect(await read(network, bo, refs.town)).toMatchObject({ text: 'Sågs på torget.', signed: true, findings: [], author: { id: cilla.id } })
  expect(await anna.send('POST', '/api/sealed-keys', { keys: [{ ...renewed[0]!, epoch: 1 }] })).toMatchObject({ status: 422, codes: ['keys.renewed-unfit'] })
})

test('what opens an earlier epoch goes when nothing can arrive in it any more', async () => {
  const { anna } = network
  const epochs = async () => (await anna.get<KeysAnswer>('/api/keys')).grants.map(({ epoch }) => epoch)
  const desk = { ...app.desk, context: { network: network.id, member: anna.id, role: 'coordinator' as const } }
  const { key } = await anna.get<SealedTextAnswer>(`/api/incidents/${refs.town}/text`)
  const again = [{ sealedId: randomUUID(), epoch: 2, key: key!.key }]
  await renewKeys(desk, again)
  expect(await epochs()).toEqual([1, 2])
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 36 * 24 * 3_600_000 })
  await renewKeys(desk, again).finally(() => vi.useRealTimers())
  expect(await epochs()).toEqual([2])
})

test('nothing is told to the log of defects, and register and audit agree with each other', async () => {
  expect(app.log).toEqual([])
  expect((await inNetwork(app.desk.register, { network: network.id, member: 'operator' }, verifyNetwork)).findings).toEqual([])
})
