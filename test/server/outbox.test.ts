// What waited on a device: opened with the server's own key and entered like any other, once; whatever else it is, nothing of it is told.
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findParcelKeys, makeParcelKeys, packParcel } from '@lykta/seal'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { findRoute } from '../../apps/server/src/access/route-table.ts'
import type { OutboxAnswer, OwnIncidentsAnswer } from '../../apps/server/src/api/member-types.ts'
import type { NewIncidentRequest, ReceiptAnswer } from '../../apps/server/src/api/types.ts'
import { getParcelKeys } from '../../apps/server/src/work/parcel-keys.ts'
import { makeTestApp, type TestApp } from './app.ts'
import { base64url, bundleOf, type Device, enrol, foundTestNetwork, join as joinNetwork, list, listDevice, membershipFor, prepareReport, read, type TestNetwork, visit } from './member-network.ts'

let app: TestApp
let network: TestNetwork
let device: Device
let recipient: string
beforeAll(async () => {
  app = await makeTestApp()
  network = await foundTestNetwork(app)
  device = await enrol(network, network.hotel)
  await listDevice(network, device, network.hotel)
  ;({ recipient } = await device.get<OutboxAnswer>('/api/outbox'))
})
afterAll(async () => app.close())

const marker = 'Fyrkvarteret 7319'
const prepare = (text = 'Två personer.'): Promise<NewIncidentRequest> => prepareReport(network, device, { placeType: 'hotel', area: marker }, text)
const pack = async (content: unknown, to = recipient): Promise<string> => base64url(await packParcel(JSON.stringify(content), to))
const send = (id: string, file: string, extra: object = {}) => device.send<ReceiptAnswer>('POST', '/api/outbox', { id, file, ...extra })

describe('a report that waited', () => {
  test('is entered once, however often it comes and whichever way', async () => {
    const request = await prepare()
    const file = await pack(request)
    expect(file).not.toContain(Buffer.from(marker).toString('base64url').slice(1, -1))
    const first = await send(request.id, file)
    expect(first.status).toBe(201)
    expect(await send(request.id, file)).toMatchObject({ status: 200, body: first.body })
    expect(await device.send('POST', '/api/incidents', request)).toMatchObject({ status: 200, body: first.body })
    expect(await read(network, network.anna, first.body.ref)).toMatchObject({ text: 'Två personer.', signed: true, findings: [] })
    // Another content under the same id.
    const other = { ...(await prepare()), id: request.id }
    expect((await send(request.id, await pack(other))).status).toBe(409)
  })

  test('is not taken from somebody of another organisation, who would read it as hers; whose it is still sends it', async () => {
    const thief = await joinNetwork(network, 'reporter', network.town, 'Tora')
    await list(network, thief, 'reporter', network.town)
    const request = { ...(await prepare()), sealed: null }
    const file = await pack({ ...request, organisation: network.hotel })
    expect(await thief.send('POST', '/api/outbox', { id: request.id, file })).toMatchObject({ status: 422, codes: ['outbox.other-organisation'] })
    expect((await thief.get<OwnIncidentsAnswer>('/api/own-incidents')).incidents).toEqual([])
    expect((await send(request.id, file)).status).toBe(201)
    // The coordinator's own organisation is not the hotel either, and a name that is none is no way around.
    const second = { ...(await prepare()), sealed: null }
    expect((await network.anna.send('POST', '/api/outbox', { id: second.id, file: await pack({ ...second, organisation: network.hotel }) })).codes).toEqual(['outbox.other-organisation'])
    expect((await send(second.id, await pack({ ...second, organisation: null }))).codes).toEqual(['outbox.other-organisation'])
    expect((await send(second.id, await pack({ ...second, organisation: 'hotel' }))).codes).toEqual(['outbox.malformed'])
  })

  test('two at the same moment are one', async () => {
    const request = await prepare()
    const file = await pack(request)
    const answers = await Promise.all([send(request.id, file), send(request.id, file)])
    expect(answers.map(({ status }) => String(status)).toSorted()).toEqual(['200', '201'])
    expect(new Set(answers.map(({ body }) => body.ref)).size).toBe(1)
  })

  test('is taken though somebody whose words nobody has heard sends new keys at every moment, and another content under its id is still refused', async () => {
    const invited = await joinNetwork(network, 'core-member', network.town, 'Cilla')
    const bundle = await bundleOf(invited.keys)
    const { receiving } = app.desk.register
    const query = receiving.query.bind(receiving)
    // What incidents are taken in by is another each time, between reading and writing.
    const sent = vi.spyOn(receiving, 'query').mockImplementation((async (asked: never) => {
      const keys = { recipient: invited.recipient, verifyKey: invited.verifyKey, bundles: [{ ...bundle, id: crypto.randomUUID() }] }
      expect((await invited.send('PUT', '/api/keys', keys)).status).toBe(201)
      return query(asked)
    }) as never)
    try {
      const [request, direct] = [await prepare(), await prepare()]
      const first = await send(request.id, await pack(request))
      expect([first.status, first.codes]).toEqual([201, []])
      expect(await send(request.id, await pack(request))).toMatchObject({ status: 200, body: first.body })
      expect((await device.send('POST', '/api/incidents', direct)).status).toBe(201)
      const other = { ...(await prepare()), id: request.id }
      expect(await send(request.id, await pack(other))).toMatchObject({ status: 409, codes: ['incident.id-taken'] })
      expect(await read(network, network.anna, first.body.ref)).toMatchObject({ text: 'Två personer.', signed: true, findings: [] })
      expect(sent).toHaveBeenCalled()
    } finally {
      sent.mockRestore()
    }
  })

  test('sealed before the device was listed it names the entry that lists it when it is sent', async () => {
    const late = await enrol(network, network.hotel)
    const before = (await membershipFor(network, network.anna)).hashes.length
    const request = await prepareReport(network, late, { placeType: 'hotel' }, 'Medan vi väntade.')
    const { position: _, ...sealed } = request.sealed!
    const file = await pack({ ...request, sealed })
    const sendLate = (position?: number) => late.send<ReceiptAnswer>('POST', '/api/outbox', { id: request.id, file, ...(position === undefined ? {} : { position }) })
    expect(await sendLate()).toMatchObject({ status: 422, codes: ['incident.author-not-listed'] })
    await listDevice(network, late, network.hotel)
    expect(await sendLate(before)).toMatchObject({ status: 422, codes: ['incident.author-not-listed'] })
    const { status, body } = await sendLate(before + 1)
    expect(status).toBe(201)
    expect(await read(network, network.anna, body.ref)).toMatchObject({ text: 'Medan vi väntade.', signed: true, findings: [] })
  })
})

describe('what is none', () => {
  test.each([
    ['of another key', async () => pack(await prepare(), (await makeParcelKeys()).recipient), ['seal.parcel-of-other-key']],
    ['cut off', async () => (await pack(await prepare())).slice(0, 4_000), ['seal.parcel-damaged']],
    ['no parcel', async () => base64url(Buffer.from(marker)), ['seal.parcel-damaged']],
    ['no report inside', async () => pack({ area: marker }), ['outbox.malformed']],
    ['a report with something more', async () => pack({ ...(await prepare()), note: marker }), ['outbox.malformed']],
    ['no JSON inside', async () => base64url(await packParcel(marker, recipient)), ['outbox.malformed']],
    ['a report under another id', async () => pack(await prepare()), ['outbox.malformed']],
  ])('%s', async (_name, make, codes) => {
    const answer = await send('11111111-1111-4111-8111-111111111111', await make())
    expect(answer).toMatchObject({ status: 422, codes })
    expect(JSON.stringify(answer.body)).not.toContain('7319')
    expect(app.log.join('\n')).not.toContain('7319')
  })

  test('answers that cannot be are told by their question, and nothing is stored', async () => {
    const request = { ...(await prepare()), sealed: null, answers: { placeType: 'moon' } }
    const { status, body } = await send(request.id, await pack(request))
    expect(status).toBe(422)
    expect(body).toMatchObject({ problems: [{ where: { question: 'placeType' } }] })
    expect(JSON.stringify(body)).not.toContain('moon')
  })

  test('another shape, and longer than any report', async () => {
    expect((await device.send('POST', '/api/outbox', { id: 'x', file: '' })).status).toBe(400)
    expect((await device.send('POST', '/api/outbox', { id: 'x', file: 'A'.repeat(400 * 1024) })).status).toBe(413)
  })

  test('from somebody who is not known it is the answer to what does not exist', async () => {
    const stranger = visit(app)
    const unknown = await stranger.send('GET', '/api/nothing-of-the-kind')
    expect(await stranger.send('GET', '/api/outbox')).toEqual(unknown)
    expect((await stranger.send('POST', '/api/outbox', { id: 'x', file: '' })).body).toEqual(unknown.body)
  })
})

test('whatever anybody with a sign-in can add without end is counted by who sends it', () => {
  const adds = ['PUT /api/keys', 'PUT /api/keys/bundles', 'POST /api/incidents', 'POST /api/outbox', 'POST /api/quiet-months', 'POST /api/incidents/:ref/messages']
  expect(adds.map((route) => [route, findRoute(...(route.split(' ') as [string, string]))?.limit])).toEqual(adds.map((route) => [route, 'sender']))
})

test('the key lies in the data folder for its owner alone, and stays the same', async () => {
  const file = join(app.desk.register.dataFolder, 'outbox.identity')
  expect((await stat(file)).mode & 0o777).toBe(0o600)
  expect(await findParcelKeys(await readFile(file))).toMatchObject({ recipient })
  expect((await device.get<OutboxAnswer>('/api/outbox')).recipient).toBe(recipient)
  // Two programs that start at the same moment end with one key.
  const folder = await mkdtemp(join(tmpdir(), 'lykta-parcel-'))
  try {
    const made = await Promise.all([getParcelKeys(folder), getParcelKeys(`${folder}/.`)])
    expect(new Set(made.map((keys) => keys.recipient)).size).toBe(1)
    expect(await readdir(folder)).toEqual(['outbox.identity'])
  } finally {
    await rm(folder, { recursive: true })
  }
})
