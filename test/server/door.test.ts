// What happens at the door leaves a line for whoever keeps watch: a code, an id, a number; never an address, a name or a password.
import { inNetwork, readDoorEvents } from '@lykta/register'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { TotpSetUp } from '../../apps/server/src/api/member-types.ts'
import { makeDoor } from '../../apps/server/src/work/door.ts'
import { defaultAllowances } from '../../apps/server/src/http/limits.ts'
import { bareSample, makeTestApp, type TestApp } from './app.ts'
import { codeOf } from './browser-like.ts'
import { foundTestNetwork, invite, join, list, password, type Person, type TestNetwork, visit } from './member-network.ts'

let app: TestApp
let network: TestNetwork
let david: Person
let setUp: TotpSetUp
beforeAll(async () => {
  app = await makeTestApp({ doorAllowance: { lines: 5, window: 1_500 }, allowances: { ...defaultAllowances, account: { ...defaultAllowances.account, points: 1_000 } } }, bareSample)
  network = await foundTestNetwork(app)
  david = await join(network, 'reporter', network.hotel, 'David')
  await list(network, david, 'reporter', network.hotel)
  setUp = (await david.send<TotpSetUp>('POST', '/api/auth/two-factor/enable', { password })).body
  await david.send('POST', '/api/auth/two-factor/verify-totp', { code: await codeOf(setUp.totpURI) })
})
afterAll(() => app.close())

const events = async () => (await inNetwork(app.desk.register, { network: network.id, member: 'operator' }, (transaction) => readDoorEvents(transaction, '2000-01-01T00:00:00.000Z')))
  .map(({ code, who, about, times }) => ({ code, who, about, times }))
/** Written after the answer. */
const soon = (code: string, who: string, about: string): Promise<void> =>
  vi.waitFor(async () => expect(await events()).toContainEqual({ code, who, about, times: 1 }), { timeout: 10_000 })

test('signing in, out, and failing at it; whose account was tried is told by id', async () => {
  await soon('invitation.used', david.id, 'POST /api/invitations/accept')
  // A code app beside the session that she has: a way in is new, and nobody has signed in.
  await soon('factor.added', david.id, 'POST /api/auth/two-factor/verify-totp')
  expect((await events()).filter(({ code }) => code === 'sign-in.done')).toEqual([])
  const browser = visit(app)
  await browser.send('POST', '/api/auth/sign-in/email', { email: david.email, password: 'not the one it is' })
  await soon('sign-in.failed', david.id, 'POST /api/auth/sign-in/email')
  await browser.send('POST', '/api/auth/sign-in/email', { email: 'nobody@example.org', password: 'not the one it is' })
  await soon('sign-in.failed', 'unknown', 'POST /api/auth/sign-in/email')
  await browser.send('POST', '/api/auth/sign-in/email', { email: david.email, password })
  await browser.send('POST', '/api/auth/two-factor/verify-backup-code', { code: setUp.backupCodes[0] })
  await soon('sign-in.done', david.id, 'POST /api/auth/two-factor/verify-backup-code')
  await browser.send('POST', '/api/auth/sign-out', {})
  await soon('sign-out', david.id, 'POST /api/auth/sign-out')
})

test('what somebody known may not, what another site sends, and an invitation that is none', async () => {
  await david.send('GET', '/api/members')
  await soon('access.refused', david.id, 'GET /api/members')
  await david.send('POST', '/api/auth/two-factor/disable', { password })
  await soon('way-in.refused', david.id, 'POST /api/auth/two-factor/disable')
  await app.post('/api/quiet-months', {}, { origin: 'https://elsewhere.example' })
  await soon('request.refused', 'unknown', '')
  const { id } = await invite(network, 'reader', null)
  await visit(app).send('POST', '/api/invitations/open', { id, token: 'A'.repeat(43) })
  await soon('invitation.refused', 'unknown', 'POST /api/invitations/open')
  // A page that is not there, asked for by a stranger, is nothing to tell.
  const before = (await events()).length
  await visit(app).send('GET', '/api/members')
  expect((await events()).length).toBe(before)
})

test('a flood is a few lines and a number', async () => {
  await new Promise((resolve) => { setTimeout(resolve, 1_600) })
  const before = (await events()).filter(({ code }) => code === 'sign-in.failed').length
  const browser = visit(app)
  for (let attempt = 0; attempt < 12; attempt += 1) await browser.send('POST', '/api/auth/two-factor/verify-totp', { code: '000000' })
  await vi.waitFor(async () => {
    const failed = (await events()).filter(({ code }) => code === 'sign-in.failed').slice(before)
    expect(failed.reduce((sum, { times }) => sum + times, 0)).toBe(12)
  }, { timeout: 20_000 })
  const failed = (await events()).filter(({ code }) => code === 'sign-in.failed').slice(before)
  expect(failed.length).toBeLessThan(12)
  expect(failed.some(({ times, who, about }) => times > 1 && who === 'unknown' && about === '')).toBe(true)
})

test('a code app that is set up with the password alone is a way in that is new, and a sign-in', async () => {
  const eva = await join(network, 'reporter', network.hotel, 'Eva')
  const browser = visit(app)
  await browser.send('POST', '/api/auth/sign-in/email', { email: eva.email, password })
  const { totpURI } = (await browser.send<TotpSetUp>('POST', '/api/auth/two-factor/enable', { password })).body
  expect((await browser.send('POST', '/api/auth/two-factor/verify-totp', { code: await codeOf(totpURI) })).status).toBe(200)
  for (const code of ['factor.added', 'sign-in.done']) await soon(code, eva.id, 'POST /api/auth/two-factor/verify-totp')
})

test('a flood under names that are made up hides nothing that is said of a member, and is told when the server stops', async () => {
  const { register } = app.desk
  const stopping = new AbortController()
  const door = makeDoor({ log: () => {}, stopping: stopping.signal, allowance: { lines: 2, window: 600_000 } })
  const about = 'POST /api/recovery/look'
  const told = async () => (await events()).filter(({ code }) => code === 'recovery.refused')
  for (let attempt = 0; attempt < 9; attempt += 1) door.note(register, network.id, { code: 'recovery.refused', about, who: { email: `${attempt}@example.org` } })
  await vi.waitFor(async () => expect(await told()).toHaveLength(2), { timeout: 10_000 })
  door.note(register, network.id, { code: 'recovery.refused', about, who: { email: david.email } })
  await soon('recovery.refused', david.id, about)
  stopping.abort()
  await vi.waitFor(async () => expect(await told()).toContainEqual({ code: 'recovery.refused', who: 'unknown', about: '', times: 7 }), { timeout: 10_000 })
  expect(await told()).toHaveLength(4)
})

test('no address, name or password stands in a line, nor in the log', async () => {
  const said = JSON.stringify(await events())
  for (const word of [david.email, 'nobody@', 'David', password, 'not the one', setUp.backupCodes[0]!, 'elsewhere']) expect(said).not.toContain(word)
  expect(app.log).toEqual([])
})
