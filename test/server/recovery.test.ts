// Two of three sheets against the server: who is let in, when, once; what is told to whom, and what is left when it is refused.
import { randomBytes, randomUUID } from 'node:crypto'
import type { FormAnswers } from '@lykta/incident'
import { inNetwork, listAudit } from '@lykta/register'
import {
  combineSheets, makeMemberKeys, makeRecovery, openGrant, proposeEntry, publicKeysOf, type RecoveryAct, type RecoveryKeys, recoverNetwork, recoverySignerOf, signerOf, signStatement, splitRecovery, verifyLog,
} from '@lykta/seal'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import type { KeysAnswer, LogAnswer, MembersAnswer, RecoveryAnswer, RecoveryRequest, RecoveryWait, SessionAnswer } from '../../apps/server/src/api/member-types.ts'
import { bareSample, makeTestApp, type TestApp } from './app.ts'
import { append, bundleOf, fileOf, foundTestNetwork, join, list, membershipFor, openEpoch, password, type Person, read, report, type TestNetwork, visit, type Visitor } from './member-network.ts'
import { now } from './sender.ts'

const day = 24 * 3_600_000
const random = (length: number): Uint8Array => Uint8Array.from(randomBytes(length))
const answers: FormAnswers = { occurred: { on: '2026-01-10' }, placeType: 'hotel' }

let app: TestApp
let network: TestNetwork
let cilla: Person
let david: Person
let sheets: RecoveryKeys
let ref: string
/** To whom a letter went. */
const letters: string[] = []
beforeAll(async () => {
  app = await makeTestApp({ quiet: 0, mail: { send: async ({ to }) => void letters.push(to), close: () => {} } }, bareSample)
  network = await foundTestNetwork(app)
  cilla = await join(network, 'core-member', network.town, 'Cilla')
  david = await join(network, 'reporter', network.hotel, 'David')
  await list(network, cilla, 'core-member', network.town)
  await list(network, david, 'reporter', network.hotel)
  const [one, , three] = await splitRecovery(network.recovery)
  sheets = await combineSheets([one!, three!], null)
  ref = await report(network, david, answers, 'en anledning')
})
afterEach(() => void vi.useRealTimers())
afterAll(() => app.close())

const after = (days: number) => vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + days * day })
const proofOf = async (act: RecoveryAct, by = sheets, at = now()) => ({ at, signature: await signStatement(by, { v: 1, network: network.id, act, at }) })
const look = async (from: Visitor = visit(app)) => from.send<RecoveryAnswer>('POST', '/api/recovery/look', await proofOf('look'))
const announce = async (from: Visitor = visit(app)) => from.send<RecoveryWait>('POST', '/api/recovery/announcement', await proofOf('announce'))
const acts = () => inNetwork(app.desk.register, { network: network.id, member: 'operator' }, async (transaction) =>
  (await listAudit(transaction, { limit: 40 })).filter(({ action }) => action.startsWith('recovery.')).map(({ action, actor }) => ({ action, actor })))

async function prepare(answer: RecoveryAnswer, member: string, organisation: string, gone: readonly string[], signIn: RecoveryRequest['signIn'], by = sheets) {
  const { membership } = verifyLog(answer.lines, { network: network.id, genesis: network.genesis })
  const grants = answer.usable!.grants.map((grant) => ({ ...grant, file: new Uint8Array(Buffer.from(grant.file, 'base64url')) }))
  const keys = await makeMemberKeys(network.id, member, random)
  const publicKeys = await publicKeysOf(keys)
  const made = { keys, publicKeys, ...(await recoverNetwork({ membership: membership!, recovery: by, grants, keys, organisation, gone, createdAt: now() })) }
  const request: RecoveryRequest = {
    proof: await proofOf('complete'), member, organisation, signIn, lines: made.lines, grants: made.grants.map(fileOf), createdAt: now(),
    keys: { ...publicKeys, bundles: [await bundleOf(keys)] },
  }
  return { made, request }
}

test('without two sheets of this network there is nothing there; a proof is for one act, and soon worth nothing', async () => {
  const stranger = visit(app)
  const other = await makeRecovery()
  for (const proof of [await proofOf('look', other), await proofOf('announce'), { at: now(), signature: '00'.repeat(64) }]) {
    expect((await stranger.send('POST', '/api/recovery/look', proof)).status).toBe(404)
  }
  const old = await proofOf('look', sheets, new Date(Date.now() - 11 * 60_000).toISOString())
  expect(await stranger.send('POST', '/api/recovery/look', old)).toMatchObject({ status: 422, codes: ['recovery.clock'] })
  const { body } = await look()
  expect(body).toMatchObject({ wait: null, usable: null, network: { id: network.id } })
  expect(body.lines).toHaveLength(3)
  expect(await acts()).toEqual([expect.objectContaining({ action: 'recovery.test' })])
})

test('it is announced by whoever has the sheets; every member with keys sees it and may stop it; before and without it nothing is taken', async () => {
  const announced = await announce()
  expect(announced.status).toBe(201)
  const { announcedAt, usableFrom, usableUntil } = announced.body
  expect([Date.parse(usableFrom) - Date.parse(announcedAt), Date.parse(usableUntil) - Date.parse(announcedAt)]).toEqual([7 * day, 30 * day])
  for (const who of [network.anna, cilla, david]) expect((await who.session()).recovery).toEqual(announced.body)
  expect((await visit(app).session()).recovery).toBeNull()
  expect((await look()).body).toMatchObject({ wait: announced.body, usable: null })
  expect((await david.send('DELETE', '/api/keys/recovery', {})).status).toBe(200)
  expect((await cilla.session()).recovery).toBeNull()
  expect((await acts()).slice(0, 2)).toEqual([{ action: 'recovery.stop', actor: david.id }, { action: 'recovery.announce', actor: 'recovery' }])

  // The answer of a later day, kept by somebody who was then stopped.
  await announce()
  after(8)
  const { body } = await look()
  vi.useRealTimers()
  await cilla.send('DELETE', '/api/keys/recovery', {})
  after(8)
  const { request } = await prepare(body, randomUUID(), network.town, [], { way: 'new', name: 'Eva Ek', email: 'eva@example.org', password, language: 'sv' })
  expect(await visit(app).send('POST', '/api/recovery/completion', request)).toMatchObject({ status: 422, codes: ['log.recovery-unannounced'] })
  // Nothing is left of it: neither a login nor a line.
  expect((await look()).body.lines).toEqual(body.lines)
  vi.useRealTimers()
  await announce()
  after(6)
  expect((await look()).body.usable).toBeNull()
  expect(await visit(app).send('POST', '/api/recovery/completion', { ...request, proof: await proofOf('complete') })).toMatchObject({ status: 422, codes: ['log.recovery-waits'] })
})

test('a network whose only coordinator is gone gets a new one: she reads what was sealed before, the one before is out, and it works once', async () => {
  after(8)
  const { body } = await look()
  expect(body.usable!.members.map(({ id, name }) => [id, name.split(' ')[0]])).toEqual(expect.arrayContaining([[network.anna.id, 'Anna'], [cilla.id, 'Cilla'], [david.id, 'David']]))
  const eva = randomUUID()
  const person = { way: 'new', name: 'Eva Ek', email: 'eva@example.org', password, language: 'sv' } as const
  const { made, request } = await prepare(body, eva, network.town, [network.anna.id], person)
  const browser = visit(app)

  const complete = (sent: RecoveryRequest) => browser.send<{ readonly session: SessionAnswer }>('POST', '/api/recovery/completion', sent)
  // With as many grants as thirty readers and two epochs need it is read to its end: what is refused is who they are for.
  const wide = { ...request, grants: [...request.grants, ...Array.from({ length: 60 }, () => ({ ...request.grants[0]!, holder: randomUUID() }))] }
  expect(JSON.stringify(wide).length).toBeGreaterThan(180_000)
  expect(await complete(wide)).toMatchObject({ status: 422, codes: ['log.grant-unfit'] })
  // Refused whole: another organisation than the line's, an address that somebody has, sheets that the log does not list.
  expect((await complete({ ...request, organisation: network.hotel })).codes).toEqual(['log.subject-unfit'])
  expect(await complete({ ...request, signIn: { ...person, email: network.anna.email } })).toMatchObject({ status: 409, codes: ['sign-in.email-taken'] })
  const other = await makeRecovery()
  const forged = await proposeEntry(verifyLog(body.lines, { network: network.id, genesis: network.genesis }).membership!, {
    change: { type: 'add', subject: { member: eva, role: 'coordinator', organisation: network.town, ...made.publicKeys } }, signer: recoverySignerOf(other), createdAt: now(),
  })
  expect((await complete({ ...request, lines: [forged, ...request.lines.slice(1)] })).codes).toEqual(['membership.signature-wrong'])
  vi.useRealTimers()
  expect((await network.anna.session()).state).toBe('signed-in')
  after(8)

  const done = await complete({ ...request, proof: await proofOf('complete') })
  expect([done.status, done.codes]).toEqual([201, []])
  expect(done.body.session).toMatchObject({ state: 'signed-in', recovery: null, caller: { id: eva, role: 'coordinator', keys: 'listed', name: 'Eva Ek' } })
  expect((await acts())[0]).toEqual({ action: 'recovery.use', actor: eva })
  vi.useRealTimers()
  expect((await network.anna.session()).state).not.toBe('signed-in')

  // Her own grants open both epochs, the core member's the new one; the text of before is read.
  const own: Person = { ...browser, id: eva, keys: made.keys, signer: signerOf(eva, made.keys.signingKey), ...made.publicKeys, email: 'eva@example.org' }
  const membership = await membershipFor(network, own)
  for (const [epoch, identity] of made.epochs) expect(await openEpoch(network, own, epoch)).toBe(identity)
  expect(await openEpoch(network, cilla, 2)).toBe(made.epochs.get(2))
  expect((await read(network, own, ref)).text).toBe('en anledning')
  expect(membership.holders.find(({ id, until }) => id === network.anna.id && until === null)).toBeUndefined()
  expect((await own.get<MembersAnswer>('/api/members')).members.find(({ id }) => id === network.anna.id)).toMatchObject({ active: false })
  const { grants } = await own.get<KeysAnswer>('/api/keys/recovery')
  const newest = grants.find(({ epoch }) => epoch === 2)!
  expect(await openGrant({ ...newest, file: new Uint8Array(Buffer.from(newest.file, 'base64url')) }, sheets.identity, membership)).toBe(made.epochs.get(2))

  // Once: the same sheets wait again.
  after(8)
  const again = await prepareLater(own)
  expect(await visit(app).send('POST', '/api/recovery/completion', again)).toMatchObject({ status: 422, codes: ['log.recovery-unannounced'] })
  network = { ...network, anna: own }
})

/** Of somebody who kept the sheets, made of what she could see. */
async function prepareLater(own: Person): Promise<RecoveryRequest> {
  const { lines } = await own.get<LogAnswer>('/api/log')
  const { grants } = await own.get<KeysAnswer>('/api/keys/recovery')
  const answer: RecoveryAnswer = { network: (await own.session()).network, lines, wait: null, usable: { grants, members: [], organisations: [] } }
  return (await prepare(answer, randomUUID(), network.town, [], { way: 'new', name: 'Ina', email: 'ina@example.org', password, language: 'sv' })).request
}

test('a coordinator who cannot sign in comes back under her own name with a new password; one who is signed in keeps her sign-in', async () => {
  const { anna } = network
  await expect.poll(() => letters).toContain(cilla.email)
  letters.length = 0
  await announce()
  after(8)
  const { body } = await look()
  const lost = visit(app)
  const other = 'en helt annan lykta i hamnen'
  const reset = await prepare(body, anna.id, network.town, [], { way: 'reset', password: other })
  // Nobody takes another's sign-in while she is signed in herself, and none is kept that is not there.
  const takes = await prepare(body, cilla.id, network.town, [], { way: 'reset', password: other })
  expect((await anna.send('POST', '/api/recovery/completion', reset.request)).codes).toEqual(['recovery.nobody'])
  expect((await lost.send('POST', '/api/recovery/completion', { ...takes.request, signIn: { way: 'kept' } })).codes).toEqual(['recovery.nobody'])
  // Everybody has had the letter about the announcement; those about its use go to everybody too, to her as well.
  const everybody = [anna.email, cilla.email, david.email].toSorted()
  await expect.poll(() => [...new Set(letters)].toSorted()).toEqual(everybody)
  letters.length = 0
  // When her old ways in cannot be ended she is no coordinator by them, and the sheets are not used up.
  const pool = app.desk.register.signIn
  const query = pool.query.bind(pool) as (...asked: unknown[]) => unknown
  const broken = vi.spyOn(pool, 'query').mockImplementation((...asked: unknown[]) => {
    if (String(asked[0]).startsWith('delete from "account"')) throw new Error('gone')
    return query(...asked)
  })
  const length = (await look()).body.lines.length
  expect((await lost.send('POST', '/api/recovery/completion', reset.request)).status).toBe(500)
  broken.mockRestore()
  expect([(await look()).body.lines.length, (await acts())[0]]).toEqual([length, expect.objectContaining({ action: 'recovery.announce' })])
  const done = await lost.send<{ readonly session: SessionAnswer }>('POST', '/api/recovery/completion', reset.request)
  await expect.poll(() => [...new Set(letters)].toSorted()).toEqual(everybody)
  expect([done.codes, done.body.session]).toEqual([[], expect.objectContaining({ state: 'signed-in', caller: expect.objectContaining({ id: anna.id, totp: false, passkeys: 0, keys: 'listed' }) })])
  // What was signed in with her old password is out, and so is the password.
  expect((await anna.session()).state).not.toBe('signed-in')
  expect((await visit(app).send('POST', '/api/auth/sign-in/email', { email: anna.email, password })).status).not.toBe(200)
  expect((await visit(app).send('POST', '/api/auth/sign-in/email', { email: anna.email, password: other })).status).toBe(200)

  vi.useRealTimers()
  await announce()
  after(8)
  const kept = await prepare((await look()).body, anna.id, network.town, [], { way: 'kept' })
  expect(await lost.send('POST', '/api/recovery/completion', kept.request)).toMatchObject({ status: 201, body: { session: null } })
  expect(await lost.session()).toMatchObject({ state: 'signed-in', caller: { id: anna.id, keys: 'listed' } })
  network = { ...network, anna: { ...anna, ...lost, keys: kept.made.keys, signer: signerOf(anna.id, kept.made.keys.signingKey), ...kept.made.publicKeys } }
})

test('whatever way lines of the sheets take, it is told as their use; new sheets make what was announced void', async () => {
  const { anna } = network
  await announce()
  after(8)
  const change = { type: 'add', subject: { member: david.id, role: 'reporter', organisation: network.town, recipient: david.recipient, verifyKey: david.verifyKey } } as const
  const line = await proposeEntry(await membershipFor(network, anna), { change, signer: recoverySignerOf(sheets), createdAt: now() })
  const changed = await anna.send('POST', `/api/members/${david.id}/role`, { lines: [line], grants: [], createdAt: now(), role: 'reporter', organisation: network.town })
  expect([changed.status, changed.codes]).toEqual([200, []])
  expect((await acts())[0]).toEqual({ action: 'recovery.use', actor: anna.id })
  expect((await anna.session()).recovery).toBeNull()

  vi.useRealTimers()
  await announce()
  after(8)
  expect((await anna.session()).recovery).not.toBeNull()
  expect((await append(network, { type: 'recovery', subject: (await makeRecovery()).subject }, ['recovery'])).codes).toEqual([])
  expect((await anna.session()).recovery).toBeNull()
  // The old sheets prove nothing any more.
  expect((await look()).status).toBe(404)
})
