// Incidents from members and devices: whose they are, for whom they may be, and what the signature's place must be.
import { randomUUID } from 'node:crypto'
import { findHolder, headOf, makeRotation } from '@lykta/seal'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { OwnIncidentsAnswer, SettingsAnswer } from '../../apps/server/src/api/member-types.ts'
import type { FormAnswer, IncidentAnswer, IncidentFormAnswer, NewIncidentRequest } from '../../apps/server/src/api/types.ts'
import { bareSample, makeTestApp, type TestApp } from './app.ts'
import {
  append, type Author, type Device, enrol, fileOf, foundTestNetwork, join, list, listDevice, membershipFor, type Person, prepareReport, read, report, type TestNetwork,
} from './member-network.ts'
import { now } from './sender.ts'

let app: TestApp
let network: TestNetwork
let [cilla, david, erik] = [] as unknown as [Person, Person, Person]
let reception: Device
beforeAll(async () => {
  app = await makeTestApp({}, bareSample)
  network = await foundTestNetwork(app)
  cilla = await join(network, 'core-member', network.town, 'Cilla')
  david = await join(network, 'reporter', network.hotel, 'David')
  erik = await join(network, 'reporter', network.town, 'Erik')
  reception = await enrol(network, network.hotel)
  await list(network, cilla, 'core-member', network.town)
  await list(network, david, 'reporter', network.hotel)
  await list(network, erik, 'reporter', network.town)
  await listDevice(network, reception, network.hotel)
})
afterAll(() => app.close())

const enter = (from: Author, sent: NewIncidentRequest) => from.send('POST', '/api/incidents', sent)
const incident = (who: Author, ref: string) => who.get<IncidentAnswer>(`/api/incidents/${ref}`)

describe('for whom', () => {
  test('the organisation is the reporter\'s or the device\'s own, said or not', async () => {
    expect(await david.get<FormAnswer>('/api/form')).toMatchObject({ author: david.id, reporterOrganisation: network.hotel })
    for (const from of [david, reception]) {
      for (const answers of [{}, { reportedBy: network.hotel }]) {
        const ref = await report(network, from, answers, 'För vår räkning.')
        expect((await incident(network.anna, ref))).toMatchObject({ answers: { reportedBy: network.hotel, external: false }, revisions: [{ author: from.id }] })
      }
      for (const answers of [{ reportedBy: network.town }, { channel: 'telephone' as const }]) {
        expect(await enter(from, await prepareReport(network, from, answers, 'För någon annan.'))).toMatchObject({ status: 422, codes: ['incident.not-own-organisation'] })
      }
    }
  })

  test('a core member and the coordinator enter what others have told, with its channel and source', async () => {
    for (const from of [cilla, network.anna]) {
      const ref = await report(network, from, { reportedBy: network.hotel, channel: 'telephone', external: true }, 'Ringde i går.')
      expect((await incident(from, ref)).answers).toMatchObject({ reportedBy: network.hotel, channel: 'telephone', external: true })
      expect(await read(network, network.anna, ref)).toMatchObject({ text: 'Ringde i går.', signed: true, findings: [], author: { id: from.id } })
    }
  })
})

test('who it was is told to the coordinator; to others that it was the organisation, and what they wrote themselves', async () => {
  const ref = await report(network, david, { placeType: 'hotel' }, 'Av David.')
  expect((await network.anna.send('POST', `/api/incidents/${ref}/withdrawal`, { base: 1, reason: 'duplicate' })).status).toBe(201)
  const authors = async (who: Author) => (await incident(who, ref)).revisions.map(({ author }) => author)
  expect(await authors(network.anna)).toEqual([network.anna.id, david.id])
  expect(await authors(cilla)).toEqual([null, null])
  expect(await authors(david)).toEqual([null, david.id])
  for (const who of [cilla, david]) expect(JSON.stringify((await who.send('GET', `/api/incidents/${ref}`)).body)).not.toContain(who === david ? network.anna.id : david.id)
})

describe('the signature\'s place', () => {
  test('is stored, and must be an entry at which the author was listed, of the epoch that was sealed to', async () => {
    const sent = await prepareReport(network, david, { placeType: 'hotel' }, 'Nu.')
    const { hashes } = await membershipFor(network, david)
    const listed = findHolder(await membershipFor(network, david), david.id)!.from
    const at = (position: number | null | undefined): NewIncidentRequest => ({ ...sent, sealed: { ...sent.sealed!, position } })
    for (const [position, code] of [[undefined, 'position-unfit'], [null, 'position-unfit'], [hashes.length + 1, 'position-unfit'], [listed - 1, 'author-not-listed']] as const) {
      expect(await enter(david, at(position))).toMatchObject({ status: 422, codes: [`incident.${code}`] })
    }
    expect((await enter(david, at(0))).status).toBe(400)
    expect((await enter(david, at(listed))).status).toBe(201)
    expect((await enter(david, at(listed))).status).toBe(200)
  })

  test('whoever is not listed yet sends no text', async () => {
    const waiting = await enrol(network, network.hotel)
    expect(await enter(waiting, await prepareReport(network, waiting, {}, 'För tidigt.'))).toMatchObject({ status: 422, codes: ['incident.author-not-listed'] })
  })

  test('a text that was written before a rotation still arrives; one written after it to the old key does not', async () => {
    const late = await prepareReport(network, reception, { placeType: 'home' }, 'Skriven utan täckning.')
    const rotation = await makeRotation(await membershipFor(network, network.anna), network.anna.signer, now())
    expect((await network.anna.send('POST', '/api/log', { lines: [rotation.line], grants: rotation.grants.map(fileOf), createdAt: now() })).status).toBe(201)
    expect((await enter(reception, { ...late, id: randomUUID(), createdAt: now() })).codes).toEqual(['incident.epoch-replaced'])
    const { status, body } = await reception.send<{ readonly ref: string }>('POST', '/api/incidents', late)
    expect(status).toBe(201)
    expect(await read(network, network.anna, body.ref)).toMatchObject({ text: 'Skriven utan täckning.', signed: true, findings: [] })
    const after = await prepareReport(network, reception, {}, 'Efter.')
    expect(after.sealed!.position).toBe(headOf(await membershipFor(network, reception)).seq)
    expect((await enter(reception, after)).status).toBe(201)
  })
})

describe('afterwards', () => {
  test('an organisation corrects and withdraws its own, a core member no other\'s, a device what it sent', async () => {
    const ref = await report(network, david, { placeType: 'hotel' }, 'Rum mot gården.')
    const form = await david.get<IncidentFormAnswer>(`/api/incidents/${ref}/form`)
    const correction = { base: 1, reason: 'addition', formVersion: form.formVersion, answers: { ...form.answers, placeType: 'home' }, sealed: 'kept', createdAt: now() }
    for (const who of [cilla, erik, reception]) {
      expect((await who.send('GET', `/api/incidents/${ref}/form`)).status).toBe(404)
      expect((await who.send('POST', `/api/incidents/${ref}/revisions`, correction)).status).toBe(404)
    }
    expect((await david.send('POST', `/api/incidents/${ref}/revisions`, { ...correction, answers: { ...correction.answers, reportedBy: network.town } })).codes).toEqual(['incident.not-own-organisation'])
    expect((await david.send('POST', `/api/incidents/${ref}/revisions`, correction)).status).toBe(201)
    expect((await erik.send('GET', `/api/incidents/${ref}`)).status).toBe(404)
    for (const who of [cilla, erik, reception]) expect((await who.send('POST', `/api/incidents/${ref}/withdrawal`, { base: 2, reason: 'mistaken' })).status).toBe(404)
    expect((await david.send('POST', `/api/incidents/${ref}/withdrawal`, { base: 2, reason: 'mistaken' })).status).toBe(201)
    expect((await david.get<OwnIncidentsAnswer>('/api/own-incidents')).incidents[0]).toMatchObject({ ref, revision: 3, withdrawn: true, placeType: 'home' })
    const own = await report(network, reception, { placeType: 'hotel', exploitation: 'sexual' }, 'Av misstag.')
    // Where a device stands others look too, and its cookie is in its profile: that it came, and no answer of it.
    expect((await reception.get<OwnIncidentsAnswer>('/api/own-incidents')).incidents.find(({ ref: sent }) => sent === own)).toMatchObject({ placeType: null, exploitation: null })
    expect((await reception.send('POST', `/api/incidents/${own}/withdrawal`, { base: 1, reason: 'mistaken' })).status).toBe(201)
  })

  test('a removed device is nobody at once, and what it sent stays signed by it', async () => {
    const lost = await enrol(network, network.hotel)
    await listDevice(network, lost, network.hotel)
    const ref = await report(network, lost, {}, 'Innan den försvann.')
    const removal = await append(network, { type: 'remove', subject: { id: lost.id } }, [], `/api/devices/${lost.id}/removal`)
    expect(removal.status).toBe(200)
    expect((await lost.session()).state).toBe('signed-out')
    expect((await lost.send('GET', '/api/form')).status).toBe(404)
    expect(await read(network, network.anna, ref)).toMatchObject({ text: 'Innan den försvann.', signed: true, findings: [], author: { id: lost.id } })
  })

  test('a quiet month is told once, taken back, and only where it can be true', async () => {
    const month = (await david.get<FormAnswer>('/api/form')).today.slice(0, 7)
    const tell = (who: Author, sent: object) => who.send('POST', '/api/quiet-months', { month, withdrawn: false, ...sent })
    expect([(await tell(david, {})).status, (await tell(reception, {})).status]).toEqual([201, 200])
    expect((await reception.get<OwnIncidentsAnswer>('/api/own-incidents')).quietMonths).toEqual([month])
    expect((await erik.get<OwnIncidentsAnswer>('/api/own-incidents')).quietMonths).toEqual([])
    expect((await tell(reception, { withdrawn: true })).status).toBe(201)
    expect((await david.get<OwnIncidentsAnswer>('/api/own-incidents')).quietMonths).toEqual([])
    for (const wrong of ['2199-01', '2019-12']) expect((await tell(david, { month: wrong })).codes).toEqual(['quiet-month.outside'])
    for (const wrong of ['2024-13', 'januari', '2024-1']) expect((await tell(david, { month: wrong })).status).toBe(400)
  })
})

test('settings that somebody else has changed since they were read are not replaced unseen', async () => {
  const { anna } = network
  const { settings, ownIndicators, seen } = await anna.get<SettingsAnswer>('/api/settings')
  const put = (publicThreshold: number, basis?: string) => anna.send<SettingsAnswer>('PUT', '/api/settings', { settings: { ...settings, publicThreshold }, ownIndicators, ...(basis === undefined ? {} : { seen: basis }) })
  const first = await put(9, seen)
  expect([first.status, first.body.settings.publicThreshold]).toEqual([200, 9])
  expect(await put(6, seen)).toMatchObject({ status: 409, codes: ['register.changed-meanwhile'] })
  expect((await anna.get<SettingsAnswer>('/api/settings')).settings.publicThreshold).toBe(9)
  // The test of the sheets is no setting; what the answer gave is enough to go on from; what is no digest is refused as such.
  expect((await anna.send('POST', '/api/settings/recovery-test')).status).toBe(200)
  expect((await put(settings.publicThreshold, first.body.seen)).status).toBe(200)
  expect((await put(6, 'nothing')).status).toBe(400)
})

test('settings are changed whole; an indicator is ended and never left out, and the test of the sheets is told apart', async () => {
  const { anna } = network
  const before = await anna.get<SettingsAnswer>('/api/settings')
  expect(before.settings.recoveryTestedAt).not.toBeNull()
  const own = { id: 'sexual.x-nyckelkort', sv: 'Många nyckelkort', en: 'Many key cards', category: 'sexual', validFrom: '2024-01-01', validTo: null }
  const wanted = { settings: { emergencyNumbers: [{ name: 'Jour', number: '020-11 11 11', hours: '' }], publicThreshold: 7, recoveryTestedAt: null }, ownIndicators: [own] }
  expect(await anna.send('PUT', '/api/settings', wanted)).toMatchObject({
    status: 200, body: { settings: { ...wanted.settings, recoveryTestedAt: before.settings.recoveryTestedAt }, ownIndicators: [own] },
  })
  expect((await david.get<FormAnswer>('/api/form')).ownIndicators).toMatchObject([{ id: own.id, sv: own.sv }])
  expect((await david.session()).emergencyNumbers).toEqual(wanted.settings.emergencyNumbers)
  expect((await anna.send('PUT', '/api/settings', { ...wanted, ownIndicators: [] })).codes).toEqual(['settings.indicator-left-out'])
  const ended = { ...own, validTo: '2025-06-30', sv: 'Flera nyckelkort' }
  expect((await anna.send('PUT', '/api/settings', { ...wanted, ownIndicators: [ended] })).body).toMatchObject({ ownIndicators: [ended] })
  const [numbers, thresholds] = [{ ...wanted.settings, emergencyNumbers: [{ name: 'Jour', number: 'ring oss', hours: '' }] }, { ...wanted.settings, publicThreshold: 3 }]
  for (const settings of [numbers, thresholds]) expect((await anna.send('PUT', '/api/settings', { ...wanted, settings, ownIndicators: [ended] })).status).toBe(400)
  expect((await anna.send('PUT', '/api/settings', { ...wanted, ownIndicators: [ended, { ...own, id: 'sexual.many-phones' }] })).status).toBe(400)
  for (const who of [cilla, david, reception]) expect((await who.send('GET', '/api/settings')).status).toBe(404)
})

test('nothing of it was a defect', () => {
  expect(app.log).toEqual([])
})
