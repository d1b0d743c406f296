// Everything of the network is exported with a second person, and the coordinator's role goes to another organisation: two sign, keys are new, and the first has no access.
import { createHash, randomUUID } from 'node:crypto'
import { readdirSync } from 'node:fs'
import path from 'node:path'
import { unzipSync } from 'fflate'
import { approveEntry, type HandOverSubject, makeRotation, proposeEntry, verifyLog } from '@lykta/seal'
import { inNetwork, listAudit, write } from '@lykta/register'
import { deskOf } from '@lykta/server'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ExportAnswer, HandOverAnswer } from '../../apps/server/src/api/hand-over-types.ts'
import type { LogAnswer, TotpSetUp } from '../../apps/server/src/api/member-types.ts'
import type { SessionsAnswer } from '../../apps/server/src/api/sharing-types.ts'
import { readLegalFacts } from '../../apps/server/src/work/legal-pack.ts'
import { bareSample, makeTestApp, type TestApp } from './app.ts'
import { browserLike, codeOf } from './browser-like.ts'
import { wereDaysAgo } from './days-ago.ts'
import { append, fileOf, foundTestNetwork, join, list, membershipFor, openEpoch, password, type Person, read, report, type TestNetwork } from './member-network.ts'
import { now } from './sender.ts'

let app: TestApp
let network: TestNetwork
let anna: Person
let hedda: Person
let cilla: Person
let ref: string
beforeAll(async () => {
  app = await makeTestApp({}, bareSample)
  network = await foundTestNetwork(app)
  anna = network.anna
  cilla = await join(network, 'core-member', network.town, 'Cilla')
  await list(network, cilla, 'core-member', network.town)
  ref = await report(network, cilla, { placeType: 'hotel' }, 'samma bil utanför')
})
afterAll(() => app.close())

const state = (who: Person) => who.get<HandOverAnswer>('/api/hand-over')
const subject = (former: HandOverSubject['former'] = 'removed'): HandOverSubject => ({ from: network.town, to: network.hotel, former })
const offered = async (change = subject(), signer = anna, approver = hedda): Promise<string> =>
  proposeEntry(await membershipFor(network, signer), { change: { type: 'hand-over', subject: change }, signer: signer.signer, createdAt: now(), approver: approver.id })
/** What the one who takes over sends: the line with her approval, a new epoch, and its grants. */
async function taken(line: string, who = hedda) {
  const whole = await approveEntry(line, who.signer)
  const { lines } = await who.get<LogAnswer>('/api/log')
  const { membership } = verifyLog([...lines, whole], { network: network.id, genesis: network.genesis })
  const rotation = await makeRotation(membership!, who.signer, now())
  return { lines: [whole, rotation.line], grants: rotation.grants.map(fileOf), createdAt: now() }
}
/** Waits for what shall be there. */
async function exported(who: Person): Promise<NonNullable<ExportAnswer['ready']>> {
  let found: ExportAnswer['ready'] = null
  await expect.poll(async () => {
    const { ready, job } = await who.get<ExportAnswer>('/api/exports')
    found = ready
    return [job?.state, job?.problems, ready !== null]
  }, { timeout: 120_000 }).toEqual(['done', [], true])
  return found!
}

test('it is begun by the organisation that has the role, to another that is in the network, once', async () => {
  expect(await state(anna)).toMatchObject({ history: [{ organisation: network.town }], underWay: null, may: ['begin'] })
  const begin = (to: string, id = randomUUID()) => anna.send<HandOverAnswer>('POST', '/api/hand-over', { id, to, former: 'removed' })
  for (const to of [network.town, randomUUID()]) expect((await begin(to)).codes).toEqual(['hand-over.unfit'])
  const id = randomUUID()
  expect(await begin(network.hotel, id)).toMatchObject({ status: 201, body: { underWay: { to: network.hotel, takers: [], exportedAt: null, offer: null }, may: ['withdraw'] } })
  expect((await begin(network.hotel, id)).status).toBe(200)
  expect((await begin(network.hotel)).codes).toEqual(['hand-over.stands'])
  for (const [method, where] of [['GET', '/api/hand-over'], ['DELETE', '/api/hand-over'], ['GET', '/api/exports'], ['POST', '/api/exports']] as const) expect((await cilla.send(method, where)).status).toBe(404)
  // Not after all, and begun again: nothing of it was lost.
  expect(await anna.send('DELETE', '/api/hand-over')).toMatchObject({ status: 200, body: { underWay: null } })
  expect((await anna.send('DELETE', '/api/hand-over')).codes).toEqual(['hand-over.not-begun'])
  expect((await begin(network.hotel)).status).toBe(201)
})

test('nothing is exported without a second person, and what is lies there as long as the session runs', async () => {
  hedda = await join(network, 'coordinator', network.hotel, 'Hedda')
  await list(network, hedda, 'coordinator', network.hotel)
  expect((await anna.send('POST', '/api/exports')).codes).toEqual(['export.needs-session'])
  expect((await anna.send('POST', '/api/hand-over/offer', { line: await offered() })).codes).toEqual(['hand-over.not-exported'])
  const session = randomUUID()
  const step = (who: Person, act: string) => who.send<SessionsAnswer>('POST', `/api/reading-sessions/${session}/steps`, { act })
  await anna.send('POST', '/api/reading-sessions', { id: session, purpose: 'export' })
  // One coordinator let her in an hour ago, alone: she is no second person yet.
  expect((await step(hedda, 'approve')).codes).toEqual(['session.not-now'])
  await wereDaysAgo(app.desk.register, network.id)
  expect((await step(hedda, 'approve')).status).toBe(200)
  expect((await anna.send('POST', '/api/exports')).status).toBe(422)
  await step(anna, 'begin')
  expect((await anna.send('POST', '/api/exports')).status).toBe(202)
  const ready = await exported(anna)
  const parts = await Promise.all(ready.files.map(async ({ part, bytes }) => {
    const cookie = [...anna.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const answer = await app.ask(`/api/exports/${part}`, { headers: { cookie } })
    expect([answer.status, answer.headers.get('content-type'), answer.headers.get('content-length')]).toEqual([200, 'application/zip', String(bytes)])
    return unzipSync(new Uint8Array(await answer.arrayBuffer()))
  }))
  const [record, keys] = parts as [Record<string, Uint8Array>, Record<string, Uint8Array>]
  expect(createHash('sha256').update(record['manifest.json']!).digest('hex')).toBe(ready.digest)
  const lines = (files: Record<string, Uint8Array>, table: string) => Buffer.from(files[`tables/${table}.jsonl`]!).toString('utf8').split('\n').filter(Boolean).map((line) => JSON.parse(line) as Record<string, unknown>)
  expect([lines(record, 'incident').length, lines(record, 'membership_line').length]).toEqual([1, 3])
  // Her own keys, and no others'; nobody's sign-in.
  expect([...new Set(lines(keys, 'member_bundle').map((row) => row['member_id']))]).toEqual([anna.id])
  expect(Buffer.from(keys['people.csv']!).toString('utf8')).toContain('hedda@example.org')
  for (const who of [hedda, cilla]) expect((await who.send('GET', '/api/exports/record')).status).toBe(404)
  expect((await anna.send('GET', '/api/exports/all')).status).toBe(404)
  await step(anna, 'end')
  expect((await anna.send('GET', '/api/exports/record')).status).toBe(404)
  const acts = (await inNetwork(app.desk.register, { network: network.id, member: 'operator' }, (transaction) => listAudit(transaction, { limit: 20 }))).map(({ action, object }) => [action, object])
  expect(acts).toContainEqual(['export.made', `manifest:${ready.digest}`])
  // Nothing of it lies there any more once it is thrown away.
  await anna.send('DELETE', '/api/exports')
  expect(readdirSync(path.join(app.desk.register.dataFolder, 'exports'))).toEqual([])
})

test('one signs and the other takes over: only what was begun, and only by the one who was named', async () => {
  expect((await state(anna)).may).toEqual(['offer', 'withdraw'])
  const offer = (line: string, who = anna) => who.send<HandOverAnswer>('POST', '/api/hand-over/offer', { line })
  for (const line of [await offered(subject('core-member')), '{}']) expect((await offer(line)).codes).toEqual(['hand-over.unfit'])
  expect((await offer(await offered(), hedda)).codes).toEqual(['hand-over.unfit'])
  const first = await offered()
  expect(await offer(first.replace(/"signature":"../, '"signature":"00'))).toMatchObject({ codes: ['membership.signature-wrong'] })
  expect(await offer(first)).toMatchObject({ status: 201, body: { underWay: { offer: { state: 'waiting', approver: hedda.id } }, may: ['offer', 'withdraw'] } })
  expect((await state(hedda)).may).toEqual(['accept', 'withdraw'])
  // The log goes on meanwhile: she signs anew.
  const david = await join(network, 'reporter', network.hotel, 'David')
  await list(network, david, 'reporter', network.hotel)
  expect(await state(hedda)).toMatchObject({ underWay: { offer: { state: 'outdated' } }, may: ['withdraw'] })
  const replaced = await offered()
  expect((await offer(replaced)).status).toBe(201)
  const line = await offered()
  expect(line).not.toBe(replaced)
  expect((await offer(line)).status).toBe(201)
  const done = await taken(line)
  const complete = (body: object, who = hedda) => who.send('POST', '/api/hand-over/completion', body)
  // What was signed before is no longer offered.
  expect((await complete(await taken(replaced))).codes).toEqual(['hand-over.unfit'])
  // Not by another, not without new keys, not by the log's own way.
  expect((await complete(done, anna)).codes).toEqual(['log.signed-by-another'])
  expect((await complete({ ...done, lines: [done.lines[0]!] })).codes).toEqual(['hand-over.unfit'])
  expect((await complete({ ...done, lines: [done.lines[0]!, done.lines[0]!] })).status).not.toBe(201)
  expect((await hedda.send('POST', '/api/log', done)).codes).toEqual(['hand-over.not-begun'])
  expect((await complete({ ...done, grants: done.grants.slice(1) })).codes).toEqual(['log.grant-missing'])
  expect((await anna.session()).state).toBe('signed-in')

  expect((await complete(done)).status).toBe(201)
  expect((await anna.session()).state).toBe('signed-out')
  expect((await anna.send('GET', `/api/incidents/${ref}`)).status).toBe(404)
  const membership = await membershipFor(network, hedda)
  expect(membership.holders.filter(({ until, role }) => until === null && role === 'coordinator').map(({ id }) => id)).toEqual([hedda.id])
  expect(membership.controllers.map(({ organisation }) => organisation)).toEqual([network.town, network.hotel])
  expect(membership.epochs.at(-1)!.epoch).toBe(2)
  await openEpoch(network, hedda, 2)
  // Whoever stays reads on, and writes to the new key.
  expect((await read(network, cilla, ref)).text).toBe('samma bil utanför')
  const { history, underWay, may } = await state(hedda)
  expect([history.map(({ organisation }) => organisation), underWay, may]).toEqual([[network.town, network.hotel], null, ['begin']])
  // The settings as they are changed later keep it.
  const settings = await hedda.get<{ readonly settings: object }>('/api/settings')
  expect(settings.settings).not.toHaveProperty('coordination')
  expect((await hedda.send('PUT', '/api/settings', { ...settings, settings: { ...settings.settings, publicThreshold: 6 }, takesIncidents: undefined })).status).toBe(200)
  expect((await state(hedda)).history).toHaveLength(2)
  // The papers name who has it now.
  const desk = await deskOf(app.desk.register, { id: network.id, name: '', municipality: '', sample: false })
  expect((await readLegalFacts(desk, 'test')).coordinators).toEqual(['Hotell Fyren'])
})

test('who hands over and stays in the core group is signed out, and signs in again with what she has', async () => {
  const stays: HandOverSubject = { from: network.hotel, to: network.town, former: 'core-member' }
  const listing = { type: 'add' as const, subject: { member: cilla.id, role: 'coordinator' as const, organisation: network.town, recipient: cilla.recipient, verifyKey: cilla.verifyKey } }
  expect((await append({ ...network, anna: hedda }, listing, [], `/api/members/${cilla.id}/role`, { role: 'coordinator', organisation: network.town })).status).toBe(200)
  expect((await hedda.send('POST', '/api/hand-over', { id: randomUUID(), to: network.town, former: 'core-member' })).status).toBe(201)
  await write(app.desk.register, { network: network.id, member: 'operator' }, { action: 'export.made', object: 'manifest:0' }, async () => {})
  const line = await offered(stays, hedda, cilla)
  expect((await hedda.send('POST', '/api/hand-over/offer', { line })).status).toBe(201)
  expect((await cilla.send('POST', '/api/hand-over/completion', await taken(line, cilla))).status).toBe(201)
  expect((await hedda.session()).state).toBe('signed-out')
  const again = browserLike(app)
  expect(await (await again.post('/api/auth/sign-in/email', { email: hedda.email, password })).json()).toMatchObject({ state: 'half', next: 'set-up-code' })
  const { totpURI } = (await (await again.post('/api/auth/two-factor/enable', { password })).json()) as TotpSetUp
  await again.post('/api/auth/two-factor/verify-totp', { code: await codeOf(totpURI) })
  expect(await again.json('/api/session')).toMatchObject({ state: 'signed-in', caller: { role: 'core-member', organisation: network.hotel, email: hedda.email, keys: 'listed' } })
})

test('whoever sits at the sample exports at once, everything with its keys, and has nobody to hand over to', async () => {
  const sample = await makeTestApp()
  try {
    expect(await sample.json<ExportAnswer>('/api/exports')).toEqual({ session: 'none-needed', job: null, ready: null })
    expect((await sample.post('/api/exports', {})).status).toBe(202)
    await expect.poll(async () => (await sample.json<ExportAnswer>('/api/exports')).ready?.files.map(({ part }) => part), { timeout: 120_000 }).toEqual(['record', 'keys'])
    const record = unzipSync(new Uint8Array(await (await sample.ask('/api/exports/record')).arrayBuffer()))
    expect(Object.keys(record)).toEqual(expect.arrayContaining(['README.txt', 'import/incidenter.csv', 'register.lykta', 'tables/case_event.jsonl']))
    expect((await sample.ask('/api/hand-over')).status).toBe(404)
    expect(sample.log).toEqual([])
  } finally {
    await sample.close()
  }
})

test('nothing of it was a defect', () => {
  expect(app.log).toEqual([])
})
