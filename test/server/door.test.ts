// What happens at the door leaves a line for whoever keeps watch: a code, an id, a number; never an address, a name or a password.
import { inNetwork, readDoorEvents } from '@lykta/register'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { TotpSetUp } from '../../apps/server/src/api/member-types.ts'
import { makeDoor } from '../../apps/server/src/work/door.ts'
import { defaultAllowances } from '../../apps/server/src/http/limits.ts'
import { bareSample, makeTestApp, type TestApp } from './app.ts'
import { codeOf } from './browser-like.ts'
import { foundTestNetwork, invite, join, list, password, type Person, type TestNetwork, visit } from './member-network.ts'
import { soon } from './soon.ts'

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
const written = (code: string, who: string, about: string): Promise<void> => soon(async () => expect(await events()).toContainEqual({ code, who, about, times: 1 }))

test('signing in, out, and failing at it; whose account was tried is told by id', async () => {
  await written('invitation.used', david.id, 'POST /api/invitations/accept')
  // A code app beside the session that she has: a way in is new, and nobody has signed in.
  await written('factor.added', david.id, 'POST /api/auth/two-factor/verify-totp')
  expect((await events()).filter(({ code }) => code === 'sign-in.done')).toEqual([])
  const browser = visit(app)
  await browser.send('POST', '/api/auth/sign-in/email', { email: david.email, password: 'not the one it is' })
  await written('sign-in.failed', david.id, 'POST /api/auth/sign-in/email')
  await browser.send('POST', '/api/auth/sign-in/email', { email: 'nobody@example.org', password: 'not the one it is' })
  await written('sign-in.failed', 'unknown', 'POST /api/auth/sign-in/email')
  await browser.send('POST', '/api/auth/sign-in/email', { email: david.email, password })
  await browser.send('POST', '/api/auth/two-factor/verify-backup-code', { code: setUp.backupCodes[0] })
  await written('sign-in.done', david.id, 'POST /api/auth/two-factor/verify-backup-code')
  await browser.send('POST', '/api/auth/sign-out', {})
  await written('sign-out', david.id, 'POST /api/auth/sign-out')
})

test('what somebody known may not, what another site sends, and an invitation that is none', async () => {
  await david.send('GET', '/api/members')
  await written('access.refused', david.id, 'GET /api/members')
  await david.send('POST', '/api/auth/two-factor/disable', { password })
  await written('way-in.refused', david.id, 'POST /api/auth/two-factor/disable')
  await app.post('/api/quiet-months', {}, { origin: 'https://elsewhere.example' })
  await written('request.refused', 'unknown', '')
  const { id } = await invite(network, 'reader', null)
  await visit(app).send('POST', '/api/invitations/open', { id, token: 'A'.repeat(43) })
  await written('invitation.refused', 'unknown', 'POST /api/invitations/open')
  // A page that is not there, asked for by a stranger, is nothing to tell.
  const before = (await events()).length
  await visit(app).send('GET', '/api/members')
  expect((await events()).length).toBe(before)
})

test('a flood is a few lines and a number', async () => {
  const before = (await events()).filter(({ code }) => code === 'sign-in.failed').length
  const failed = async () => (await events()).filter(({ code }) => code === 'sign-in.failed').slice(before)
  const browser = visit(app)
  let sent = 0
  // What comes slower than five in one and a half seconds is no flood: on a slow machine once more.
  do {
    const flood = Array.from({ length: 12 }, () => browser.send('POST', '/api/auth/two-factor/verify-totp', { code: '000000' }))
    sent += (await Promise.all(flood)).length
    await soon(async () => expect((await failed()).reduce((sum, { times }) => sum + times, 0)).toBe(sent))
  } while ((await failed()).length === sent)
  expect((await failed()).some(({ times, who, about }) => times > 1 && who === 'unknown' && about === '')).toBe(true)
})

test('a code app that is set up with the password alone is a way in that is new, and a sign-in', async () => {
  const eva = await join(network, 'reporter', network.hotel, 'Eva')
  const browser = visit(app)
  await browser.send('POST', '/api/auth/sign-in/email', { email: eva.email, password })
  const { totpURI } = (await browser.send<TotpSetUp>('POST', '/api/auth/two-factor/enable', { password })).body
  expect((await browser.send('POST', '/api/auth/two-factor/verify-totp', { code: await codeOf(totpURI) })).status).toBe(200)
  for (const code of ['factor.added', 'sign-in.done']) await written(code, eva.id, 'POST /api/auth/two-factor/verify-totp')
})

test('a flood under names that are made up hides nothing that is said of a member, and is told when the server stops', async () => {
  const { register } = app.desk
  const stopping = new AbortController()
  const door = makeDoor({ log: () => {}, stopping: stopping.signal, allowance: { lines: 2, window: 600_000 } })
  const about = 'POST /api/recovery/look'
  const told = async () => (await events()).filter(({ code }) => code === 'recovery.refused')
  for (let attempt = 0; attempt < 9; attempt += 1) door.note(register, network.id, { code: 'recovery.refused', about, who: { email: `${attempt}@example.org` } })
  await soon(async () => expect(await told()).toHaveLength(2))
  door.note(register, network.id, { code: 'recovery.refused', about, who: { email: david.email } })
  await written('recovery.refused', david.id, about)
  stopping.abort()
  await soon(async () => expect(await told()).toContainEqual({ code: 'recovery.refused', who: 'unknown', about: '', times: 7 }))
  expect(await told()).toHaveLength(4)
})

test('no address, name or password stands in a line, nor in the log', async () => {
  const said = JSON.stringify(await events())
  for (const word of [david.email, 'nobody@', 'David', password, 'not the one', setUp.backupCodes[0]!, 'elsewhere']) expect(said).not.toContain(word)
  expect(app.log).toEqual([])
})
