// Signing in with a passkey: made by whoever is signed in, verified for this origin, with finger, face or PIN, and good once a challenge.
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { OwnPasskey, SessionAnswer } from '../../apps/server/src/api/member-types.ts'
import { makeSignIn, type SignIn } from '../../apps/server/src/auth/sign-in.ts'
import { makeTestApp, type TestApp } from './app.ts'
import { makeAuthenticator, type Ways } from './authenticator.ts'
import { type BrowserLike, browserLike, codeOf } from './browser-like.ts'
import { makeTown, password, type Town } from './town.ts'

// A passkey is bound to a name: on this machine that is localhost.
const origin = 'http://localhost:8417'
const here = { host: 'localhost:8417', origin }
const secret = 'passkeys '.repeat(5)
let app: TestApp
let signIn: SignIn
let town: Town
beforeAll(async () => {
  app = await makeTestApp({ secret }, async (register) => {
    signIn = makeSignIn({ pool: register.signIn, secret, origin: undefined })
    town = await makeTown(register, signIn, 'Provstad')
  })
})
afterAll(() => app.close())

type Options = { readonly challenge: string; readonly userVerification?: string; readonly rpId?: string; readonly authenticatorSelection?: object; readonly rp?: object }
const stateOf = async (browser: BrowserLike): Promise<string> => (await browser.json<SessionAnswer>('/api/session')).state
const codesOf = async (answer: Response): Promise<readonly string[]> => ((await answer.json()) as { problems: { code: string }[] }).problems.map(({ code }) => code)

async function signedIn(email: string): Promise<BrowserLike> {
  const { login } = await town.addMember('core-member', town.organisations[0], email)
  const browser = browserLike(app, {}, here)
  const [cookie = ''] = await signIn.startSession(login, new Headers())
  return browserLike(app, { ...Object.fromEntries(browser.cookies), [cookie.slice(0, cookie.indexOf('='))]: cookie.slice(cookie.indexOf('=') + 1).split(';')[0]! }, here)
}

async function addPasskey(browser: BrowserLike, authenticator: ReturnType<typeof makeAuthenticator>, ways: Ways = {}): Promise<Response> {
  const options = await browser.json<Options>('/api/auth/passkey/generate-register-options')
  return browser.post('/api/auth/passkey/verify-registration', { response: authenticator.register(options, { origin, ...ways }), name: 'Min telefon' })
}

async function signInWith(authenticator: ReturnType<typeof makeAuthenticator>, ways: Ways = {}): Promise<{ readonly browser: BrowserLike; readonly answer: Response }> {
  const browser = browserLike(app, {}, here)
  const options = await browser.json<Options>('/api/auth/passkey/generate-authenticate-options')
  return { browser, answer: await browser.post('/api/auth/passkey/verify-authentication', { response: authenticator.authenticate(options, { origin, ...ways }) }) }
}

test('a passkey signs in alone, wholly, and is asked for in place of setting up a code', async () => {
  const browser = await signedIn('one@example.org')
  const authenticator = makeAuthenticator()
  expect(await browser.json('/api/auth/passkey/generate-register-options')).toMatchObject({ rp: { id: 'localhost', name: 'Lykta' }, authenticatorSelection: { residentKey: 'required', userVerification: 'required' } })
  expect((await addPasskey(browser, authenticator)).status).toBe(200)
  expect(await browser.json<readonly OwnPasskey[]>('/api/auth/passkey/list-user-passkeys')).toMatchObject([{ name: 'Min telefon', credential: authenticator.id }])

  const { browser: other, answer } = await signInWith(authenticator)
  expect([answer.status, await answer.json()]).toEqual([200, { state: 'signed-in' }])
  expect(await other.json('/api/session')).toMatchObject({ state: 'signed-in', caller: { email: 'one@example.org', passkeys: 1, totp: false } })

  // With the password alone nobody sets up another way in beside it.
  const third = browserLike(app, {}, here)
  expect(await (await third.post('/api/auth/sign-in/email', { email: 'one@example.org', password })).json()).toMatchObject({ state: 'half', next: 'passkey' })
  expect((await third.post('/api/auth/two-factor/enable', { password })).status).toBe(404)
  expect((await third.ask('/api/auth/passkey/generate-register-options')).status).toBe(404)
})

test.each([
  ['made for another origin', { origin: 'http://localhost:9999' }],
  ['made for another name', { rpId: 'elsewhere.example' }],
  ['without finger, face or PIN', { verifies: false }],
] as const)('one %s is neither taken in nor let in', async (_, ways) => {
  const email = `${Math.random().toString(36).slice(2)}@example.org`
  const browser = await signedIn(email)
  const authenticator = makeAuthenticator()
  const refused = await addPasskey(browser, authenticator, ways)
  expect([refused.status, await codesOf(refused)]).toEqual([400, ['sign-in.passkey-refused']])
  expect(await browser.json('/api/auth/passkey/list-user-passkeys')).toEqual([])
  expect((await addPasskey(browser, authenticator)).status).toBe(200)
  const { browser: other, answer } = await signInWith(authenticator, ways)
  expect([answer.status, await codesOf(answer), await stateOf(other)]).toEqual([400, ['sign-in.passkey-refused'], 'signed-out'])
})

test('an unknown one, a signature for another challenge, and an answer sent twice open nothing', async () => {
  const browser = await signedIn('two@example.org')
  const authenticator = makeAuthenticator()
  await addPasskey(browser, authenticator)
  expect((await signInWith(makeAuthenticator())).answer.status).toBe(400)

  const other = browserLike(app, {}, here)
  const options = await other.json<Options>('/api/auth/passkey/generate-authenticate-options')
  expect(options).toMatchObject({ userVerification: 'required', rpId: 'localhost' })
  const response = authenticator.authenticate(options, { origin })
  await other.json('/api/auth/passkey/generate-authenticate-options')
  expect((await other.post('/api/auth/passkey/verify-authentication', { response })).status).toBe(400)
  const again = authenticator.authenticate(await other.json<Options>('/api/auth/passkey/generate-authenticate-options'), { origin })
  const kept = Object.fromEntries(other.cookies)
  expect((await other.post('/api/auth/passkey/verify-authentication', { response: again })).status).toBe(200)
  expect((await browserLike(app, kept, here).post('/api/auth/passkey/verify-authentication', { response: again })).status).toBe(400)
  // Nor another's signature under this one's name.
  const forged = makeAuthenticator()
  const third = browserLike(app, {}, here)
  const signed = forged.authenticate(await third.json<Options>('/api/auth/passkey/generate-authenticate-options'), { origin })
  expect((await third.post('/api/auth/passkey/verify-authentication', { response: { ...signed, id: authenticator.id, rawId: authenticator.id } })).status).toBe(400)
})

test('nobody takes away another’s', async () => {
  const [mine, theirs] = [await signedIn('three@example.org'), await signedIn('four@example.org')]
  const authenticator = makeAuthenticator()
  await addPasskey(theirs, authenticator)
  const [{ id }] = await theirs.json<readonly [OwnPasskey]>('/api/auth/passkey/list-user-passkeys')
  expect((await mine.post('/api/auth/passkey/delete-passkey', { id })).status).toBe(404)
  expect((await signInWith(authenticator)).answer.status).toBe(200)
  await addPasskey(theirs, makeAuthenticator())
  expect((await theirs.post('/api/auth/passkey/delete-passkey', { id })).status).toBe(200)
  expect((await signInWith(authenticator)).answer.status).toBe(400)
})

test('the last second factor stays, also when two are taken away at the same time', async () => {
  const browser = await signedIn('last-way@example.org')
  for (let count = 0; count < 2; count += 1) await addPasskey(browser, makeAuthenticator())
  const passkeys = await browser.json<readonly OwnPasskey[]>('/api/auth/passkey/list-user-passkeys')
  const answers = await Promise.all(passkeys.map(({ id }) => browser.post('/api/auth/passkey/delete-passkey', { id })))
  expect(answers.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([200, 400])
  expect(await codesOf(answers.find(({ status }) => status === 400)!)).toEqual(['sign-in.last-way'])
  const left = await browser.json<readonly OwnPasskey[]>('/api/auth/passkey/list-user-passkeys')
  expect(left).toHaveLength(1)
  // With the code app beside it the passkey may go, and then the app may not.
  const { totpURI } = (await (await browser.post('/api/auth/two-factor/enable', { password })).json()) as { readonly totpURI: string }
  await browser.post('/api/auth/two-factor/verify-totp', { code: await codeOf(totpURI) })
  expect((await browser.post('/api/auth/passkey/delete-passkey', { id: left[0]!.id })).status).toBe(200)
  const refused = await browser.post('/api/auth/two-factor/disable', { password })
  expect([refused.status, await codesOf(refused)]).toEqual([400, ['sign-in.last-way']])
  expect(await browser.json('/api/session')).toMatchObject({ caller: { totp: true, passkeys: 0 } })
})

test('nothing of it was a defect', () => {
  expect(app.log).toEqual([])
})

test('a session that somebody else finds open gives her no passkey of her own, and takes none away', async () => {
  const browser = await signedIn('left-open@example.org')
  await addPasskey(browser, makeAuthenticator())
  const [there] = await browser.json<readonly OwnPasskey[]>('/api/auth/passkey/list-user-passkeys')
  const options = await browser.json<Options>('/api/auth/passkey/generate-register-options')
  await app.desk.register.signIn.query(`update "session" set "createdAt" = now() - interval '10 minutes'`)
  const refused = [
    await browser.ask('/api/auth/passkey/generate-register-options'),
    await browser.post('/api/auth/passkey/verify-registration', { response: makeAuthenticator().register(options, { origin }), name: 'Hennes' }),
    await browser.post('/api/auth/passkey/delete-passkey', { id: there!.id }),
    // Nor a code app beside it, though she has seen the password written down.
    await browser.post('/api/auth/two-factor/enable', { password }),
  ]
  for (const answer of refused) expect([answer.status, await codesOf(answer)]).toEqual([400, ['sign-in.not-recent']])
  expect(await browser.json('/api/auth/passkey/list-user-passkeys')).toEqual([there])
  expect(await stateOf(browser)).toBe('signed-in')
})
