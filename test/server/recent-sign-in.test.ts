// What changes one's ways in, or one's keys, asks for a sign-in of the last ten minutes; how that is shown without leaving the page.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { MembersAnswer, OwnSession, TotpSetUp } from '../../apps/server/src/api/member-types.ts'
import { bareSample, makeTestApp, type TestApp } from './app.ts'
import { codeOf } from './browser-like.ts'
import { append, bundleOf, foundTestNetwork, join, list, password, type Person, type TestNetwork } from './member-network.ts'

let app: TestApp
let network: TestNetwork
beforeAll(async () => {
  app = await makeTestApp({}, bareSample)
  network = await foundTestNetwork(app)
})
afterAll(() => app.close())

const aWhileAgo = ({ email }: Person): Promise<unknown> =>
  app.desk.register.signIn.query(`update "session" s set "createdAt" = now() - interval '10 minutes' from "user" u where u."id" = s."userId" and u."email" = $1`, [email])
const justNow = ({ email }: Person): Promise<unknown> =>
  app.desk.register.signIn.query(`update "session" s set "createdAt" = now() from "user" u where u."id" = s."userId" and u."email" = $1`, [email])
const renewed = async ({ recipient, verifyKey, keys }: Person) => ({ recipient, verifyKey, bundles: [await bundleOf(keys)] })
const foreign = async () => [{ ...(await bundleOf(network.anna.keys)), id: randomUUID() }]

test('keys that are listed, and the files that open them, are changed by nobody who signed in a while ago', async () => {
  const { anna } = network
  const before = (await anna.send('GET', '/api/keys')).body
  await aWhileAgo(anna)
  expect(await anna.send('PUT', '/api/keys', await renewed(anna))).toMatchObject({ status: 400, codes: ['sign-in.not-recent'] })
  expect(await anna.send('PUT', '/api/keys/bundles', await foreign())).toMatchObject({ status: 400, codes: ['sign-in.not-recent'] })
  expect((await anna.send('GET', '/api/keys')).body).toEqual(before)
  expect((await anna.send('GET', '/api/overview?year=2020')).status).toBe(200)
  await justNow(anna)
})

test('the first keys are made however long it takes: they replace nothing, and are compared by voice', async () => {
  const bo = await join(network, 'core-member', network.town, 'Bo')
  await aWhileAgo(bo)
  expect((await bo.send('PUT', '/api/keys', await renewed(bo))).status).toBe(201)
  expect((await bo.send('PUT', '/api/keys/bundles', [await bundleOf(bo.keys)])).status).toBe(200)
  await list(network, bo, 'core-member', network.town)
  expect((await bo.send('PUT', '/api/keys/bundles', [await bundleOf(bo.keys)])).codes).toEqual(['sign-in.not-recent'])
})

test('password and code together show that it is still she: the session is a new one, and nobody is half way meanwhile', async () => {
  const david = await join(network, 'reporter', network.hotel, 'David')
  await list(network, david, 'reporter', network.hotel)
  const setUp = (await david.send<TotpSetUp>('POST', '/api/auth/two-factor/enable', { password })).body
  expect((await david.send('POST', '/api/auth/two-factor/verify-totp', { code: await codeOf(setUp.totpURI) })).status).toBe(200)
  await aWhileAgo(david)
  const [before] = await david.get<readonly OwnSession[]>('/api/auth/list-sessions')
  for (const sent of [{ password: 'not the one it is', code: await codeOf(setUp.totpURI, 30) }, { password, code: '000000' }, { password, code: 'aaaaaa-aaaaaa' }]) {
    expect(await david.send('POST', '/api/auth/sign-in/again', sent)).toMatchObject({ status: 400, codes: ['sign-in.again-wrong'] })
    expect((await david.session()).state).toBe('signed-in')
  }
  expect((await david.send('POST', '/api/auth/two-factor/disable', { password })).codes).toEqual(['sign-in.not-recent'])
  const code = await codeOf(setUp.totpURI, 30)
  expect((await david.send('POST', '/api/auth/sign-in/again', { password, code })).body).toEqual({ state: 'signed-in' })
  const sessions = await david.get<readonly OwnSession[]>('/api/auth/list-sessions')
  expect(sessions.map(({ current }) => current)).toEqual([true])
  expect(sessions[0]!.id).not.toBe(before!.id)
  expect((await david.send('PUT', '/api/keys/bundles', [await bundleOf(david.keys)])).status).toBe(200)
  // Good once, here too; and a code for the day when the telephone is gone.
  expect((await david.send('POST', '/api/auth/sign-in/again', { password, code })).codes).toEqual(['sign-in.code-used'])
  expect((await david.session()).state).toBe('signed-in')
  expect((await david.send('POST', '/api/auth/sign-in/again', { password, code: setUp.backupCodes[0] })).status).toBe(200)
})

test('another password, or a code app, makes no long session a new one: it ends when it would have, and opens nothing meanwhile', async () => {
  const eva = await join(network, 'reporter', network.hotel, 'Eva')
  await list(network, eva, 'reporter', network.hotel)
  const began = async (): Promise<number> => Date.parse((await eva.get<readonly OwnSession[]>('/api/auth/list-sessions')).find(({ current }) => current)!.startedAt)
  await aWhileAgo(eva)
  const before = await began()
  const [other, third] = ['åtta blå lyktor vid kajen', 'nio gula lyktor på bryggan']
  expect((await eva.send('POST', '/api/auth/change-password', { currentPassword: password, newPassword: other })).status).toBe(200)
  expect(await began()).toBe(before)
  const setUp = (await eva.send<TotpSetUp>('POST', '/api/auth/two-factor/enable', { password: other })).body
  expect((await eva.send('POST', '/api/auth/two-factor/verify-totp', { code: await codeOf(setUp.totpURI) })).status).toBe(200)
  expect(await began()).toBe(before)
  expect((await eva.send('POST', '/api/auth/change-password', { currentPassword: other, newPassword: third })).status).toBe(200)
  expect(await began()).toBe(before)
  expect((await eva.send('GET', '/api/auth/passkey/generate-register-options')).codes).toEqual(['sign-in.not-recent'])
  expect((await eva.send('PUT', '/api/keys/bundles', [await bundleOf(eva.keys)])).codes).toEqual(['sign-in.not-recent'])
  // Both factors at once do begin anew.
  expect((await eva.send('POST', '/api/auth/sign-in/again', { password: third, code: setUp.backupCodes[0] })).status).toBe(200)
  expect((await eva.send('PUT', '/api/keys/bundles', [await bundleOf(eva.keys)])).status).toBe(200)
})

test('nobody is invited, and nobody gets another role, from a computer where a coordinator signed in a while ago; a removal waits for nothing', async () => {
  const { anna, hotel, town } = network
  const [frida, gun] = [await join(network, 'reporter', hotel, 'Frida'), await join(network, 'reader', null, 'Gun')]
  await list(network, frida, 'reporter', hotel)
  await aWhileAgo(anna)
  const before = (await anna.get<MembersAnswer>('/api/members'))
  for (const kind of ['member', 'device'] as const) {
    const invitation = { id: randomUUID(), kind, role: kind === 'device' ? 'device' : 'coordinator', organisation: town, createdAt: new Date().toISOString(), tokenHash: '0'.repeat(64) }
    expect(await anna.send('POST', '/api/invitations', invitation)).toMatchObject({ status: 400, codes: ['sign-in.not-recent'] })
  }
  const role = (of: Person, path = `/api/members/${of.id}/role`) => anna.send('POST', path, { lines: [], grants: [], createdAt: new Date().toISOString(), role: 'operator', organisation: null })
  expect((await role(gun)).codes).toEqual(['sign-in.not-recent'])
  expect((await anna.send('PUT', '/api/second-persons', { members: [] })).codes).toEqual(['sign-in.not-recent'])
  expect(await anna.get<MembersAnswer>('/api/members')).toEqual(before)
  expect((await append(network, { type: 'remove', subject: { id: frida.id } }, [], `/api/members/${frida.id}/removal`)).status).toBe(200)
  await justNow(anna)
  expect((await role(gun)).status).toBe(200)
})

test('nothing of it was a defect', () => {
  expect(app.log).toEqual([])
})
