// The membership log as the server takes it: by the seal room's own rules, and only what agrees with the register.
import { randomBytes, randomUUID } from 'node:crypto'
import { inNetwork, listAudit, readGrants, standingOfKey } from '@lykta/register'
import {
  approveEntry, type Change, currentRecipient, isRotationDue, makeGrant, makeMemberKeys, makeRecovery, makeRotation, type Membership, proposeEntry, publicKeysOf, recoverySignerOf,
  signerOf, type Signer, verifyLog,
} from '@lykta/seal'
import type { ProblemError } from '@lykta/incident'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { KeysAnswer, LogAnswer, LogRequest, MembersAnswer, RecoveryWait } from '../../apps/server/src/api/member-types.ts'
import type { FormAnswer } from '../../apps/server/src/api/types.ts'
import { changeMembership } from '../../apps/server/src/work/change-membership.ts'
import { bareSample, makeTestApp, type TestApp } from './app.ts'
import { append, bundleOf, enrol, fileOf, foundTestNetwork, invite, join, list, listDevice, membershipFor, openEpoch, type Person, prepareReport, type TestNetwork, visit } from './member-network.ts'
import { now } from './sender.ts'

let app: TestApp
let network: TestNetwork
let cilla: Person
let david: Person
beforeAll(async () => {
  app = await makeTestApp({}, bareSample)
  network = await foundTestNetwork(app)
  cilla = await join(network, 'core-member', network.town, 'Cilla')
  david = await join(network, 'reporter', network.hotel, 'David')
})
afterAll(() => app.close())

const random = (length: number): Uint8Array => Uint8Array.from(randomBytes(length))
const lines = async () => (await network.anna.get<LogAnswer>('/api/log')).lines
const withLine = async (line: string): Promise<Membership> => verifyLog([...(await lines()), line], { network: network.id, genesis: network.genesis }).membership!
const line = async (change: Exclude<Change, { type: 'genesis' }>, signer: Signer = network.anna.signer) =>
  proposeEntry(await membershipFor(network, network.anna), { change, signer, createdAt: now() })
const post = (request: Partial<LogRequest>, path = '/api/log') => network.anna.send('POST', path, { lines: [], grants: [], createdAt: now(), ...request })
const grantOf = async (membership: Membership, holder: string) => {
  const { epoch } = currentRecipient(membership)
  return fileOf(await makeGrant(holder, { membership, epoch, identity: await openEpoch(network, network.anna, epoch), signer: network.anna.signer, createdAt: now() }))
}
const subject = (who: Person, role: 'reporter' | 'core-member' | 'coordinator', organisation = network.town) =>
  ({ member: who.id, role, organisation, recipient: who.recipient, verifyKey: who.verifyKey })
const add = (who: Person, role: 'reporter' | 'core-member' | 'coordinator', organisation?: string): Change & { type: 'add' } => ({ type: 'add', subject: subject(who, role, organisation) })
const stands = () => inNetwork(app.desk.register, { network: network.id, member: 'operator' }, async (transaction) => ({
  lines: (await lines()).length, last: (await listAudit(transaction, { limit: 1 }))[0]!.position,
}))

describe('what is refused, whole', () => {
  test('lines that the rules do not let through, or that somebody else has signed', async () => {
    const before = await stands()
    const good = await line(add(cilla, 'core-member'))
    const grants = [await grantOf(await withLine(good), cilla.id)]
    const refused: readonly [Partial<LogRequest>, string][] = [
      [{ lines: [good.replace(/"signature":"../, '"signature":"00')], grants }, 'membership.signature-wrong'],
      [{ lines: [good.replace('"seq":2', '"seq":3')], grants }, 'membership.gap'],
      [{ lines: ['{}'] }, 'membership.malformed'],
      [{ lines: [(await lines())[0]!] }, 'log.grown'],
      [{ lines: [good], grants: [] }, 'log.grant-missing'],
      [{ lines: [good], grants: [{ ...grants[0]!, holder: david.id }] }, 'log.grant-unfit'],
      [{ lines: [good], grants: [...grants, { ...grants[0]!, holder: network.anna.id }] }, 'log.grant-unfit'],
      [{ lines: [good], grants: [{ ...grants[0]!, epoch: 2 }] }, 'log.grant-unfit'],
      [{ lines: [good], grants: [{ ...grants[0]!, file: Buffer.from('AGE-SECRET-KEY-PQ-1'.repeat(120)).toString('base64url') }] }, 'log.grant-unfit'],
    ]
    for (const [request, code] of refused) expect((await post(request)).codes).toEqual([code])
    expect(await stands()).toEqual(before)
  })

  test('a listing with other keys, another role or another organisation than the register holds', async () => {
    const other = await makeMemberKeys(network.id, cilla.id, random)
    const swapped = { ...subject(cilla, 'core-member'), ...(await publicKeysOf(other)) }
    for (const one of [swapped, subject(cilla, 'coordinator'), subject(cilla, 'core-member', network.hotel), { ...subject(cilla, 'core-member'), member: randomUUID() }]) {
      const wrong = await line({ type: 'add', subject: one })
      expect((await post({ lines: [wrong], grants: [await grantOf(await withLine(wrong), one.member)] })).codes).toEqual(['log.subject-unfit'])
    }
    const device = await line({ type: 'device', subject: { device: randomUUID(), organisation: network.hotel, verifyKey: other.signingKey } })
    expect((await post({ lines: [device] })).codes).toEqual(['log.subject-unfit'])
    // A reporter who holds a recipient is given nothing to read with.
    const reporter = await line(add(david, 'reporter', network.hotel))
    const grant = await grantOf(await withLine(await line(add(cilla, 'core-member'))), cilla.id)
    expect((await post({ lines: [reporter], grants: [{ ...grant, holder: david.id }] })).codes).toEqual(['log.grant-unfit'])
  })

  test('everything from those who may not', async () => {
    const good = await line(add(cilla, 'core-member'))
    for (const who of [cilla, david, visit(app)]) expect((await who.send('POST', '/api/log', { lines: [good], grants: [], createdAt: now() })).status).toBe(404)
    expect((await network.anna.send('POST', '/api/log', { lines: [], grants: [], createdAt: now() })).status).toBe(400)
  })
})

test('of two who add at the same time one is told that the log has grown', async () => {
  const both = await Promise.all([line(add(cilla, 'core-member')), line(add(david, 'reporter', network.hotel))])
  const grants = [await grantOf(await withLine(both[0]), cilla.id)]
  const answers = await Promise.all([post({ lines: [both[0]], grants }), post({ lines: [both[1]] })])
  expect(answers.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([201, 409])
  expect((await lines()).length).toBe(2)
  if (answers[0].status === 409) await list(network, cilla, 'core-member', network.town)
  else await list(network, david, 'reporter', network.hotel)
  expect(await openEpoch(network, cilla, 1)).toBe(await openEpoch(network, network.anna, 1))
})

test('the form hands out the key that the log lists last, and a rotation that is refused is not remembered', async () => {
  const { anna } = network
  const rotation = await makeRotation(await membershipFor(network, anna), anna.signer, now())
  expect((await post({ lines: [rotation.line], grants: rotation.grants.map(fileOf).slice(1) })).codes).toEqual(['log.grant-missing'])
  expect((await david.get<FormAnswer>('/api/form')).epoch).toMatchObject({ epoch: 1 })
  // Two rotations meet: the folder remembers the key of the one that stands.
  const other = await makeRotation(await membershipFor(network, anna), anna.signer, now())
  const answers = await Promise.all([rotation, other].map((one) => post({ lines: [one.line], grants: one.grants.map(fileOf) })))
  expect(answers.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([201, 409])
  const { epoch, recipient } = currentRecipient(await membershipFor(network, anna))
  expect(epoch).toBe(2)
  expect(standingOfKey(app.desk.register, network.id, { epoch, recipient })).toBe('known')
  expect((await david.get<FormAnswer>('/api/form')).epoch).toEqual({ epoch, recipient })
  expect(await openEpoch(network, cilla, 2)).toBe(await openEpoch(network, anna, 2))
})

test('new keys of a member wait to be listed anew; what was granted to the old ones goes', async () => {
  const keys = await makeMemberKeys(network.id, cilla.id, random)
  const made = { ...(await publicKeysOf(keys)), bundles: [await bundleOf(keys)] }
  expect((await cilla.send('PUT', '/api/keys', made)).status).toBe(201)
  expect((await cilla.session()).caller!.keys).toBe('waiting')
  cilla = { ...cilla, keys, signer: signerOf(cilla.id, keys.signingKey), recipient: made.recipient, verifyKey: made.verifyKey }
  await list(network, cilla, 'core-member', network.town)
  expect((await cilla.session()).caller!.keys).toBe('listed')
  expect((await cilla.get<KeysAnswer>('/api/keys')).grants.map(({ epoch }) => epoch)).toEqual([2])
  expect(await openEpoch(network, cilla, 2)).toBe(await openEpoch(network, network.anna, 2))
})

test('new recovery sheets get the grant of the old ones, and two old sheets together make a coordinator', async () => {
  const sheets = await makeRecovery()
  const replaced = await line({ type: 'recovery', subject: sheets.subject })
  expect((await post({ lines: [replaced] })).codes).toEqual(['log.grant-missing'])
  expect((await post({ lines: [replaced], grants: [await grantOf(await withLine(replaced), 'recovery')] })).status).toBe(201)
  // Her passphrase is lost: new keys, listed by the recovery's signature, with the grant that only two sheets can give.
  const { anna } = network
  const keys = await makeMemberKeys(network.id, anna.id, random)
  const made = await publicKeysOf(keys)
  await anna.send('PUT', '/api/keys', { ...made, bundles: [await bundleOf(keys)] })
  const entry = await line({ type: 'add', subject: { ...subject(anna, 'coordinator'), ...made } }, recoverySignerOf(sheets))
  const membership = await withLine(entry)
  const recovered = { ...anna, keys, signer: signerOf(anna.id, keys.signingKey), ...made }
  const identity = await openEpoch(network, cilla, 2)
  const grant = fileOf(await makeGrant(anna.id, { membership, epoch: 2, identity, signer: recovered.signer, createdAt: now() }))
  // Not before every member has had seven days to stop it.
  const use = (): Promise<unknown> => changeMembership({ ...app.desk, context: { network: network.id, member: anna.id, role: 'coordinator' } }, {
    act: { action: 'recovery.use', object: 'lines:1' }, lines: [entry], grants: [{ ...grant, file: Buffer.from(grant.file, 'base64url') }],
  })
  const after = (days: number) => vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + days * 24 * 3_600_000 })
  const codeOf = (work: Promise<unknown>) => work.then(() => 'done', (error: unknown) => (error as ProblemError).problems[0]!.code).finally(() => vi.useRealTimers())
  expect((await post({ lines: [entry], grants: [grant] })).codes).toEqual(['log.recovery-unannounced'])
  expect((await david.send('POST', '/api/keys/recovery')).status).toBe(404)
  const announced = await anna.send<RecoveryWait>('POST', '/api/keys/recovery', {})
  expect(Date.parse(announced.body.usableFrom) - Date.parse(announced.body.announcedAt)).toBe(7 * 24 * 3_600_000)
  expect((await anna.send<RecoveryWait>('POST', '/api/keys/recovery', {})).body).toEqual(announced.body)
  expect((await post({ lines: [entry], grants: [grant] })).codes).toEqual(['log.recovery-waits'])
  after(31)
  expect(await codeOf(use())).toBe('log.recovery-unannounced')
  expect((await david.send('DELETE', '/api/keys/recovery', {})).status).toBe(200)
  after(8)
  expect(await codeOf(use())).toBe('log.recovery-unannounced')
  await anna.send('POST', '/api/keys/recovery', {})
  after(8)
  expect(await codeOf(use())).toBe('done')
  network = { ...network, anna: recovered }
  expect(await openEpoch(network, recovered, 2)).toBe(identity)
})

test('with two coordinators what is about one of them is signed by both, and posted by either', async () => {
  const bo = await join(network, 'coordinator', network.town, 'Bo')
  await list(network, bo, 'coordinator', network.town)
  const eva = await join(network, 'coordinator', network.town, 'Eva')
  await expect(line(add(eva, 'coordinator'))).rejects.toMatchObject({ problems: [{ code: 'membership.approver-missing' }] })
  const proposal = await proposeEntry(await membershipFor(network, bo), { change: add(eva, 'coordinator'), signer: bo.signer, createdAt: now(), approver: network.anna.id })
  expect((await post({ lines: [proposal] })).codes).toEqual(['membership.approval-wrong'])
  const approved = await approveEntry(proposal, network.anna.signer)
  const grants = [await grantOf(await withLine(approved), eva.id)]
  expect((await eva.send('POST', '/api/log', { lines: [approved], grants, createdAt: now() })).status).toBe(404)
  expect((await post({ lines: [approved], grants })).status).toBe(201)
  expect((await eva.session()).caller!.keys).toBe('listed')

  // What she has invited goes with her; a colleague's invitation stays.
  const [hers, annas] = [await invite({ ...network, anna: bo }, 'coordinator', network.town), await invite(network, 'reader', null)]
  const open = async (invitation: object) => (await visit(app).send('POST', '/api/invitations/open', invitation)).status
  expect([await open(hers), await open(annas)]).toEqual([200, 200])

  // One leaves by herself; the epoch that is due then holds up no other removal.
  const leaving = await proposeEntry(await membershipFor(network, bo), { change: { type: 'remove', subject: { id: bo.id } }, signer: bo.signer, createdAt: now() })
  expect((await network.anna.send('POST', `/api/members/${bo.id}/removal`, { lines: [leaving], grants: [], createdAt: now() })).codes).toEqual(['log.signed-by-another'])
  expect((await bo.send('POST', `/api/members/${bo.id}/removal`, { lines: [leaving], grants: [], createdAt: now() })).status).toBe(200)
  expect((await bo.session()).state).toBe('signed-out')
  expect([await open(hers), await open(annas)]).toEqual([404, 200])
  expect(isRotationDue(await membershipFor(network, network.anna))).toBe(true)
  const telephone = await enrol(network, network.hotel)
  await listDevice(network, telephone, network.hotel)
  expect((await append(network, { type: 'remove', subject: { id: telephone.id } }, [], `/api/devices/${telephone.id}/removal`)).status).toBe(200)
})

test('a role is changed in register and log together, and whoever may no longer read has no grant left', async () => {
  const address = `/api/members/${cilla.id}/role`
  const change = await line(add(cilla, 'reporter', network.hotel))
  const request = { lines: [change], role: 'reporter', organisation: network.hotel } as const
  expect((await network.anna.send('POST', address, { ...request, role: 'core-member', grants: [], createdAt: now() })).codes).toEqual(['log.subject-unfit'])
  expect((await network.anna.send('POST', address, { ...request, lines: [], grants: [], createdAt: now() })).codes).toEqual(['log.subject-unfit'])
  const { membership } = verifyLog([...(await lines()), change], { network: network.id, genesis: network.genesis })
  const rotation = await makeRotation(membership!, network.anna.signer, now())
  expect((await network.anna.send('POST', address, { ...request, lines: [change, rotation.line], grants: rotation.grants.map(fileOf), createdAt: now() })).status).toBe(200)
  expect((await cilla.session()).caller).toMatchObject({ role: 'reporter', organisation: network.hotel, keys: 'listed' })
  expect(await inNetwork(app.desk.register, { network: network.id, member: 'operator' }, (transaction) => readGrants(transaction, cilla.id))).toEqual([])
})

test('whoever becomes a reader leaves the log and stays in the network, and comes back with keys that are new', async () => {
  const { anna } = network
  let rut = await join(network, 'core-member', network.town, 'Ruth')
  await list(network, rut, 'core-member', network.town)
  const gone = await line({ type: 'remove', subject: { id: rut.id } })
  const { membership } = verifyLog([...(await lines()), gone], { network: network.id, genesis: network.genesis })
  const rotation = await makeRotation(membership!, anna.signer, now())
  const request = { lines: [gone, rotation.line], grants: rotation.grants.map(fileOf), createdAt: now() }
  const change = (role: string, sent: object) => anna.send('POST', `/api/members/${rut.id}/role`, { role, organisation: network.town, ...sent })
  expect((await rut.send('GET', '/api/views')).status).toBe(200)
  // A line that takes her out is no way to another role that has keys.
  expect((await change('reporter', request)).codes).toEqual(['log.subject-unfit'])
  expect((await change('reader', request)).status).toBe(200)
  expect((await rut.session())).toMatchObject({ state: 'signed-in', caller: { role: 'reader', keys: 'none' } })
  expect(await inNetwork(app.desk.register, { network: network.id, member: 'operator' }, (transaction) => readGrants(transaction, rut.id))).toEqual([])
  const entry = async () => (await anna.get<MembersAnswer>('/api/members')).members.find(({ id }) => id === rut.id)
  expect(await entry()).toMatchObject({ name: 'Ruth', email: rut.email, active: true, role: 'reader', state: 'no-keys', keys: null })
  // Back again: what she gave up is listed no more, so nobody is asked to compare its words.
  expect((await change('core-member', { lines: [], grants: [], createdAt: now() })).status).toBe(200)
  expect(await entry()).toMatchObject({ role: 'core-member', state: 'no-keys', keys: null })
  expect((await rut.send('GET', '/api/views')).status).toBe(404)
  const keys = await makeMemberKeys(network.id, rut.id, random)
  const made = { ...(await publicKeysOf(keys)), bundles: [await bundleOf(keys)] }
  expect((await rut.send('PUT', '/api/keys', made)).status).toBe(201)
  expect((await rut.session()).caller!.keys).toBe('waiting')
  rut = { ...rut, keys, recipient: made.recipient, verifyKey: made.verifyKey }
  await list(network, rut, 'core-member', network.town)
  expect([(await entry())!.state, (await rut.send('GET', '/api/views')).status]).toEqual(['listed', 200])
})

test('a coordinator whose words nobody has heard yet replaces no key file', async () => {
  const gun = await join(network, 'coordinator', network.town, 'Gun')
  const { sealed } = await prepareReport(network, network.anna, { reportedBy: network.town }, 'Av någon annan.')
  const keys = [{ sealedId: randomUUID(), epoch: sealed!.epoch, key: sealed!.key }]
  expect((await gun.send('POST', '/api/sealed-keys', { keys })).status).toBe(404)
  expect((await network.anna.send('POST', '/api/sealed-keys', { keys })).status).toBe(200)
})

test('who holds no keys is changed and removed without lines, and an unknown one is nobody', async () => {
  const reader = await join(network, 'reader', null, 'Rut')
  const nothing = { lines: [], grants: [], createdAt: now() }
  expect((await network.anna.send('POST', `/api/members/${reader.id}/role`, { ...nothing, role: 'operator', organisation: null })).status).toBe(200)
  expect((await reader.session()).caller!.role).toBe('operator')
  expect((await network.anna.send('POST', `/api/members/${reader.id}/removal`, nothing)).status).toBe(200)
  expect((await reader.session()).state).toBe('signed-out')
  for (const id of [reader.id, randomUUID(), 'rut']) expect((await network.anna.send('POST', `/api/members/${id}/removal`, nothing)).status).toBe(404)
  // Listed members are not removed behind the log's back.
  expect((await network.anna.send('POST', `/api/members/${david.id}/removal`, nothing)).codes).toEqual(['log.subject-unfit'])
  const { members } = await network.anna.get<MembersAnswer>('/api/members')
  expect(members.find(({ id }) => id === reader.id)).toMatchObject({ name: 'Rut', email: '', active: false, state: 'removed' })
  // She may come back, under the address that is free again.
  expect((await (await join(network, 'reader', null, 'Rut')).session()).caller).toMatchObject({ role: 'reader', name: 'Rut' })
})

test('nothing of it was a defect', () => {
  expect(app.log).toEqual([])
})
