// A stranger who tries somebody's password keeps strangers waiting, and not her where she has signed in before.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { TotpSetUp } from '../../apps/server/src/api/member-types.ts'
import { makeKnownPlaces } from '../../apps/server/src/auth/known-places.ts'
import { makeSignIn, type SignIn } from '../../apps/server/src/auth/sign-in.ts'
import type { Limits } from '../../apps/server/src/http/limits.ts'
import { thisMachine } from '../../apps/server/src/http/site.ts'
import { makeTestApp, type TestApp } from './app.ts'
import { type BrowserLike, browserLike, codeOf } from './browser-like.ts'
import { makeTown, password, type Town } from './town.ts'

const secret = 'known places '.repeat(4)
/** What waits, and under what else attempts were counted; how long one waits is limits.test.ts's. */
const waiting = new Set<string>()
const counted: string[] = []
/** Addresses from which too much has come, and what else attempts were counted by before the account. */
const crowded = new Set<string>()
const from: string[] = []
const limits: Limits = {
  takeFor: async (_, whose) => (crowded.has(whose) ? 7 : void from.push(whose)),
  takeForAccount: async (account) => (waiting.has(account) ? 7 : void counted.push(account)),
  forgiveAccount: async () => {},
}
const places = makeKnownPlaces({ site: thisMachine, secret })
let app: TestApp
let signIn: SignIn
let town: Town
beforeAll(async () => {
  app = await makeTestApp({ secret, limits }, async (register) => {
    signIn = makeSignIn({ pool: register.signIn, secret, origin: undefined })
    town = await makeTown(register, signIn, 'Provstad')
  })
})
afterAll(() => app.close())

/** A browser at an address. */
const at = (from: string, kept: Readonly<Record<string, string>> = {}): BrowserLike => browserLike({ ask: (path, init) => app.ask(path, init, from) }, kept)
const tries = async (browser: BrowserLike, email: string, given: string): Promise<number> => (await browser.post('/api/auth/sign-in/email', { email, password: given })).status
const home = '192.0.2.7'
const elsewhere = '198.51.100.9'

/** Has signed in at home, and signed out again. */
async function atHome(): Promise<{ readonly email: string; readonly browser: BrowserLike }> {
  const email = `${randomUUID()}@example.org`
  await town.addMember('reporter', town.organisations[0], email)
  const browser = at(home)
  await tries(browser, email, password)
  const setUp = (await (await browser.post('/api/auth/two-factor/enable', { password })).json()) as TotpSetUp
  expect((await browser.post('/api/auth/two-factor/verify-totp', { code: await codeOf(setUp.totpURI) })).status).toBe(200)
  return { email, browser }
}

/** Has been tried so often that it waits: for strangers alone, or in the one place. */
const attacked = (account: string): void => void waiting.add(account)
const knownAs = (email: string, from: string, browser?: BrowserLike): string =>
  places.countedAs(email, from, new Headers({ cookie: browser ? `lykta-known=${browser.cookies.get('lykta-known')}` : '' }))

describe('while a stranger tries', () => {
  test('she gets in from the address where she has been in before, from whatever browser, and nobody from elsewhere', async () => {
    const { email } = await atHome()
    attacked(`account:${email}`)
    expect(await tries(at(elsewhere), email, password)).toBe(429)
    expect(await tries(at(home), email, password)).toBe(200)
    expect(counted.at(-1)).toBe(`account:${email} at ${home}`)
  })

  test('she gets in with the browser in which she has been in before, wherever she is, also where the stranger is', async () => {
    const { email, browser } = await atHome()
    attacked(`account:${email}`)
    attacked(`account:${email} at ${home}`)
    expect(await tries(at(home), email, password)).toBe(429)
    const kept = { 'lykta-known': browser.cookies.get('lykta-known')! }
    expect(await tries(at(elsewhere, kept), email, password)).toBe(200)
    expect(await tries(at(home, kept), email, password)).toBe(200)
  })

  test('in a browser that knows her passwords are counted too, and another’s browser is no way around', async () => {
    const [one, other] = [await atHome(), await atHome()]
    const kept = { 'lykta-known': one.browser.cookies.get('lykta-known')! }
    attacked(knownAs(one.email, elsewhere, one.browser))
    expect(await tries(at(elsewhere, kept), one.email, password)).toBe(429)
    attacked(`account:${other.email}`)
    expect(await tries(at(elsewhere, kept), other.email, password)).toBe(429)
    // A proof for somebody else, or one that is made up.
    const made = `${kept['lykta-known'].slice(0, 22)}.${'a'.repeat(22)}`
    expect(await tries(at(elsewhere, { 'lykta-known': made }), other.email, password)).toBe(429)
  })

  test('an unknown account looks the same', async () => {
    attacked('account:nobody@example.org')
    expect(await tries(at(home), 'Nobody@example.org ', password)).toBe(429)
  })
})

test('when too much has come from a house’s one address, who is signed in there, and a browser that somebody has signed in with, wait for nobody else', async () => {
  const email = `${randomUUID()}@example.org`
  await town.addMember('reporter', town.organisations[0], email)
  const [browser, house] = [at(home), '203.0.113.80']
  await tries(browser, email, password)
  const setUp = (await (await browser.post('/api/auth/two-factor/enable', { password })).json()) as TotpSetUp
  expect((await browser.post('/api/auth/two-factor/verify-totp', { code: await codeOf(setUp.totpURI) })).status).toBe(200)
  const [known, session] = ['lykta-known', 'lykta.session_token'].map((name) => browser.cookies.get(name)!)
  crowded.add(house)
  const asks = async (there: BrowserLike): Promise<readonly number[]> => [
    (await there.ask('/api/auth/passkey/generate-authenticate-options')).status,
    await tries(there, email, password),
    (await there.post('/api/auth/two-factor/verify-backup-code', { code: setUp.backupCodes[0] })).status,
  ]
  expect(await asks(at(house))).toEqual([429, 429, 429])
  // A name that is made up, and hers with a proof that is.
  for (const made of ['b'.repeat(22), known!.slice(0, 22)]) {
    expect(await asks(at(house, { 'lykta-known': `${made}.${'a'.repeat(22)}.${'a'.repeat(22)}` }))).toEqual([429, 429, 429])
  }
  from.length = 0
  expect(await asks(at(house, { 'lykta-known': known! }))).toEqual([200, 200, 200])
  expect(new Set(from)).toEqual(new Set([`browser ${known!.slice(0, 22)}`]))
  const here = at(house, { 'lykta.session_token': session! })
  expect((await here.post('/api/auth/change-password', { currentPassword: 'not the one it is', newPassword: 'åtta blå lyktor vid kajen' })).status).toBe(400)
  // It waits as others do when too much comes from itself.
  crowded.add(`browser ${known!.slice(0, 22)}`)
  expect(await asks(at(house, { 'lykta-known': known! }))).toEqual([429, 429, 429])
})

test('the cookie names nobody, and one browser is shared by a few', () => {
  let headers = new Headers()
  const people = ['a', 'b', 'c', 'd', 'e'].map((name) => `${name}@example.org`)
  for (const email of people) {
    const set = places.remember(email, home, headers)
    expect(set).toMatch(/^lykta-known=[\w-]{22}(?:\.[\w-]{22}){2,5}; Path=\/; Max-Age=31536000; HttpOnly; SameSite=Strict$/)
    headers = new Headers({ cookie: set.split(';')[0]! })
  }
  expect(people.map((email) => places.countedAs(email, elsewhere, headers).includes(' in '))).toEqual([false, true, true, true, true])
  // Another server's, or one made up, is none.
  expect(makeKnownPlaces({ site: thisMachine, secret: 'other' }).countedAs('e@example.org', elsewhere, headers)).toBe('account:e@example.org')
  for (const value of ['', 'x', 'x.y', `${'a'.repeat(22)}.${'a'.repeat(22)}`, `${'a'.repeat(22)}.${'é'.repeat(22)}`]) {
    expect(places.countedAs('f@example.org', elsewhere, { get: () => `lykta-known=${value}` } as unknown as Headers)).toBe('account:f@example.org')
  }
})

test('no address, name or password reached the log', () => {
  expect(app.log).toEqual([])
})
