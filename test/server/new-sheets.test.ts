// New recovery sheets: what was tested were the old ones, so the network wants a test again, and works on meanwhile.
import { inNetwork, listAudit } from '@lykta/register'
import { makeRecovery } from '@lykta/seal'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { SettingsAnswer } from '../../apps/server/src/api/member-types.ts'
import { bareSample, makeTestApp, type TestApp } from './app.ts'
import { append, foundTestNetwork, join, list, prepareReport, report, type TestNetwork } from './member-network.ts'

let app: TestApp
let network: TestNetwork
beforeAll(async () => {
  app = await makeTestApp({}, bareSample)
  network = await foundTestNetwork(app)
})
afterAll(() => app.close())

const settings = () => network.anna.get<SettingsAnswer>('/api/settings')
const listSheets = async () => append(network, { type: 'recovery', subject: (await makeRecovery()).subject }, ['recovery'])
const lastPosition = () => inNetwork(app.desk.register, { network: network.id, member: 'operator' }, async (transaction) => (await listAudit(transaction, { limit: 1 }))[0]!.position)

test('a test of the old sheets is none of the new ones, in the line\'s own transaction; incidents are still taken', async () => {
  const david = await join(network, 'reporter', network.hotel, 'David')
  await list(network, david, 'reporter', network.hotel)
  await report(network, david, { placeType: 'hotel' }, 'Före bytet.')
  const before = await settings()
  expect(before).toMatchObject({ settings: { recoveryTestedAt: expect.any(String) }, takesIncidents: true })
  const last = await lastPosition()

  expect((await listSheets()).status).toBe(201)
  expect(await lastPosition()).toBe(last + 1)
  expect(await settings()).toEqual({ ...before, settings: { ...before.settings, recoveryTestedAt: null }, takesIncidents: true })
  for (const from of [david, network.anna]) await report(network, from, { placeType: 'hotel' }, 'Efter bytet.')

  // Other settings that are changed meanwhile test nothing, and other sheets again forget nothing more.
  const { settings: sent, ownIndicators } = before
  expect((await network.anna.send('PUT', '/api/settings', { settings: { ...sent, publicThreshold: 8 }, ownIndicators })).status).toBe(200)
  expect((await listSheets()).status).toBe(201)
  expect(await settings()).toMatchObject({ settings: { publicThreshold: 8, recoveryTestedAt: null }, takesIncidents: true })
  expect((await network.anna.send('POST', '/api/settings/recovery-test', {})).body).toMatchObject({ settings: { publicThreshold: 8, recoveryTestedAt: expect.any(String) } })
})

test('a line that is refused, or that lists somebody, forgets no test', async () => {
  const before = await settings()
  expect(before.settings.recoveryTestedAt).not.toBeNull()
  expect((await append(network, { type: 'recovery', subject: (await makeRecovery()).subject })).codes).toEqual(['log.grant-missing'])
  const cilla = await join(network, 'core-member', network.town, 'Cilla')
  await list(network, cilla, 'core-member', network.town)
  expect(await settings()).toEqual(before)
})

test('new sheets before the first test open nothing', async () => {
  const untested = await makeTestApp({}, bareSample)
  try {
    network = await foundTestNetwork(untested, false)
    expect((await listSheets()).status).toBe(201)
    expect(await settings()).toMatchObject({ settings: { recoveryTestedAt: null }, takesIncidents: false })
    const sent = await prepareReport(network, network.anna, { placeType: 'hotel' }, 'För tidigt.')
    expect(await network.anna.send('POST', '/api/incidents', sent)).toMatchObject({ status: 422, codes: ['incident.recovery-untested'] })
    await network.anna.send('POST', '/api/settings/recovery-test', {})
    expect((await network.anna.send('POST', '/api/incidents', sent)).status).toBe(201)
    expect(untested.log).toEqual([])
  } finally {
    await untested.close()
  }
})

test('nothing of it was a defect', () => {
  expect(app.log).toEqual([])
})
