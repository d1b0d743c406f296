// Signing in at an identity provider, tried with a certified one: who is let in, what it takes, and what ends it.
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { OwnSession, SessionAnswer, TotpSetUp } from '../../apps/server/src/api/member-types.ts'
import { readProvider } from '../../apps/server/src/auth/provider/read-provider.ts'
import { makeSignIn, type SignIn } from '../../apps/server/src/auth/sign-in.ts'
import { defaultAllowances } from '../../apps/server/src/http/limits.ts'
import { bareSample, makeTestApp, type TestApp } from './app.ts'
import { type BrowserLike, browserLike, codeOf } from './browser-like.ts'
import { type IdentityProvider, startIdentityProvider, twoFactors } from './identity-provider.ts'
import { makeTown, password, type Town } from './town.ts'

const secret = 'x'.repeat(40)
const roomy = { points: 10_000, seconds: 60 }
let provider: IdentityProvider
let app: TestApp
let signIn: SignIn
let town: Town
beforeAll(async () => {
  // The address of one is that of a member who has another account.
  const accounts = [...Array.from({ length: 20 }, (_, index) => ({ id: `subject-${index}`, email: `account${index}@town.example` })), { id: 'thief', email: 'person1@example.org' }]
  provider = await startIdentityProvider({ accounts, redirectUri: 'http://127.0.0.1:8417/sign-in/back', afterwards: 'http://127.0.0.1:8417/sign-in' })
  app = await makeTestApp({
    secret, allowances: { ...defaultAllowances, address: roomy, account: { ...defaultAllowances.account, points: 1_000 } },
    provider: { issuer: provider.issuer, clientId: provider.clientId, clientSecret: provider.clientSecret, name: 'Kommunens inloggning', acr: [twoFactors], here: true },
  }, async (register) => {
    signIn = makeSignIn({ pool: register.signIn, secret, origin: undefined })
    town = await makeTown(register, signIn, 'Provstad')
  })
})
afterAll(async () => {
  await app.close()
  await provider.close()
})
beforeEach(() => {
  provider.forget()
  provider.sitting = undefined
})

let people = 0
const somebody = async () => {
  people += 1
  const email = `person${people}@example.org`
  const { login, id } = await town.addMember('core-member', town.organisations[0], email)
  return { email, login, id, browser: holding(await signIn.startSession(login, new Headers())), account: `subject-${people}` }
}
/** A browser with these cookies, as they are set. */
const holding = (cookies: readonly string[]): BrowserLike => browserLike(app, Object.fromEntries(cookies.map((cookie) => cookie.split(';')[0]!.split('=') as [string, string])))
type Body = { readonly state?: string; readonly next?: string; readonly address?: string; readonly account?: string; readonly problems?: readonly { readonly code: string }[] }
const sent = async (browser: BrowserLike, path: string, body: object = {}): Promise<{ readonly status: number; readonly body: Body; readonly codes: readonly string[] }> => {
  const answer = await browser.post(`/api/auth/provider/${path}`, body)
  const read = (await answer.json()) as Body
  return { status: answer.status, body: read, codes: (read.problems ?? []).map(({ code }) => code) }
}
/** There, and what the browser brings back. */
const bring = async (browser: BrowserLike, account: string, acr?: string, path = 'start', body: object = {}) => {
  provider.sitting = { account, ...(acr === undefined ? {} : { acr }) }
  const { body: { address } } = await sent(browser, path, body)
  return provider.visit(address!)
}
const stateOf = async (browser: BrowserLike): Promise<SessionAnswer['state']> => (await browser.json<SessionAnswer>('/api/session')).state
const linked = async () => {
  const person = await somebody()
  const done = await sent(person.browser, 'finish', await bring(person.browser, person.account, twoFactors, 'link', { from: 'account' }))
  expect(done).toMatchObject({ status: 200, body: { state: 'linked', from: 'account', account: `account${people}@town.example` } })
  provider.forget()
  return person
}

describe('signing in', () => {
  test('what is asked of the provider: a code for Lykta, bound to this browser, and nothing in it that says who asks', async () => {
    const browser = browserLike(app)
    const answer = await browser.post('/api/auth/provider/start')
    const url = new URL(((await answer.json()) as { address: string }).address)
    expect(url.origin).toBe(provider.issuer)
    expect(Object.fromEntries(url.searchParams)).toEqual({
      response_type: 'code', response_mode: 'fragment', client_id: 'lykta', scope: 'openid email', redirect_uri: 'http://127.0.0.1:8417/sign-in/back', max_age: '43200', acr_values: twoFactors,
      code_challenge_method: 'S256', code_challenge: expect.stringMatching(/^[\w-]{43}$/), state: expect.stringMatching(/^[\w-]{43}$/), nonce: expect.stringMatching(/^[\w-]{43}$/),
    })
    const [cookie] = answer.headers.getSetCookie()
    for (const attribute of [/^lykta-provider=[\w-]{43};/, /; HttpOnly/i, /; SameSite=Strict/i, /; Path=\/(;|$)/i, /; Max-Age=600/i]) expect(cookie).toMatch(attribute)
    expect(await browser.json('/api/session')).toMatchObject({ provider: { name: 'Kommunens inloggning' } })
  })

  test('with both factors there: she is in, as the member whose account it is', async () => {
    const { account, email, login } = await linked()
    const browser = browserLike(app)
    const answer = await sent(browser, 'finish', await bring(browser, account, twoFactors))
    expect(answer).toMatchObject({ status: 200, body: { state: 'signed-in' } })
    expect(await browser.json('/api/session')).toMatchObject({ state: 'signed-in', caller: { role: 'core-member', email } })
    const { rows } = await app.desk.register.signIn.query('select "factor" from "session" where "userId" = $1 order by "createdAt" desc', [login])
    expect(rows.map(({ factor }) => factor)).toContain('provider')
    // Nothing of what the provider gave is kept.
    const kept = await app.desk.register.signIn.query('select * from "account" where "userId" = $1 and "password" is null', [login])
    expect(kept.rows).toEqual([expect.objectContaining({ accountId: account, providerId: `oidc:${provider.issuer}`, accessToken: null, refreshToken: null, idToken: null, scope: null })])
  })

  test('with one factor there the code from the app is asked for, and the provider alone opens nothing', async () => {
    const { account, browser: hers } = await linked()
    const setUp = (await (await hers.post('/api/auth/two-factor/enable', { password })).json()) as TotpSetUp
    await hers.post('/api/auth/two-factor/verify-totp', { code: await codeOf(setUp.totpURI) })
    const browser = browserLike(app)
    const answer = await sent(browser, 'finish', await bring(browser, account))
    expect(answer).toMatchObject({ status: 200, body: { state: 'half', next: 'code' } })
    expect(await stateOf(browser)).toBe('half')
    expect((await browser.ask('/api/network')).status).toBe(404)
    expect((await browser.post('/api/auth/two-factor/verify-totp', { code: '000000' })).status).toBe(400)
    expect((await browser.post('/api/auth/two-factor/verify-totp', { code: await codeOf(setUp.totpURI, 30) })).status).toBe(200)
    expect(await stateOf(browser)).toBe('signed-in')
  })

  test('whoever has no second factor here sets one up, for which the password is asked', async () => {
    const { account } = await linked()
    const browser = browserLike(app)
    expect((await sent(browser, 'finish', await bring(browser, account))).body).toMatchObject({ state: 'half', next: 'set-up-code' })
    expect((await browser.post('/api/auth/two-factor/enable', { password: 'not the one it is' })).status).toBe(400)
    expect(await stateOf(browser)).toBe('half')
  })

  test('the session counts from when she showed herself there: one of a while ago changes no way in', async () => {
    const { account, login } = await linked()
    const browser = browserLike(app)
    await sent(browser, 'finish', await bring(browser, account, twoFactors))
    const begun = async () => (await browser.json<readonly OwnSession[]>('/api/auth/list-sessions')).find(({ current }) => current)!.startedAt
    expect(Date.now() - Date.parse(await begun())).toBeLessThan(600_000)
    const earlier = holding((await signIn.startByProvider(login, { whole: true, at: new Date(Date.now() - 3_600_000) }, new Headers())).cookies)
    expect(await stateOf(earlier)).toBe('signed-in')
    expect((await sent(earlier, 'link', { from: 'account' })).codes).toEqual(['sign-in.not-recent'])
    // And where the provider does not say.
    const other = holding((await signIn.startByProvider(login, { whole: true, at: undefined }, new Headers())).cookies)
    expect((await sent(other, 'link', { from: 'account' })).codes).toEqual(['sign-in.not-recent'])
  })

  test('it ends what this browser held before', async () => {
    const [first, second] = [await linked(), await linked()]
    const before = browserLike(app, Object.fromEntries(first.browser.cookies))
    expect((await sent(first.browser, 'finish', await bring(first.browser, second.account, twoFactors))).body.state).toBe('signed-in')
    expect([await stateOf(before), (await first.browser.json<SessionAnswer>('/api/session')).caller?.email]).toEqual(['signed-out', second.email])
  })
})

describe('nobody becomes a member by an account', () => {
  test('one that is nobody’s lets nobody in, whatever its address', async () => {
    await linked()
    expect(people).toBeGreaterThan(0)
    for (const account of ['subject-0', 'thief']) {
      const browser = browserLike(app)
      expect((await sent(browser, 'finish', await bring(browser, account, twoFactors))).codes).toEqual(['sign-in.provider-unknown'])
      expect(await stateOf(browser)).toBe('signed-out')
      provider.forget()
    }
    const { rows } = await app.desk.register.signIn.query('select count(*)::int as n from "account" where "accountId" in ($1, $2)', ['subject-0', 'thief'])
    expect(rows).toEqual([{ n: 0 }])
  })

  test('an account is one member’s; another cannot take it, and hers makes room for another of her own', async () => {
    const [anna, bodil] = [await linked(), await linked()]
    expect((await sent(bodil.browser, 'finish', await bring(bodil.browser, anna.account, twoFactors, 'link', { from: 'account' }))).codes).toEqual(['sign-in.provider-taken'])
    provider.forget()
    const browser = browserLike(app)
    await sent(browser, 'finish', await bring(browser, anna.account, twoFactors))
    expect((await browser.json<SessionAnswer>('/api/session')).caller?.email).toBe(anna.email)
    provider.forget()
    await sent(anna.browser, 'finish', await bring(anna.browser, 'subject-0', twoFactors, 'link', { from: 'join' }))
    provider.forget()
    const old = browserLike(app)
    expect((await sent(old, 'finish', await bring(old, anna.account, twoFactors))).codes).toEqual(['sign-in.provider-unknown'])
    expect((await sent(anna.browser, 'unlink')).status).toBe(200)
    expect(await anna.browser.json('/api/auth/provider/account')).toEqual({ linkedAt: null })
  })

  test('giving her one takes a sign-in of just now, a whole one, and the provider asks her anew', async () => {
    const { browser, login } = await somebody()
    const { body } = await sent(browser, 'link', { from: 'account' })
    expect(Object.fromEntries(new URL(body.address!).searchParams)).toMatchObject({ prompt: 'login', max_age: '0' })
    await app.desk.register.signIn.query(`update "session" set "createdAt" = now() - interval '11 minutes' where "userId" = $1`, [login])
    expect((await sent(browser, 'link', { from: 'account' })).codes).toEqual(['sign-in.not-recent'])
    expect((await browserLike(app).post('/api/auth/provider/link', { from: 'account' })).status).toBe(404)
  })

  test('what was begun as one is not finished as another, nor signed out', async () => {
    const [anna, bodil] = [await somebody(), await somebody()]
    const brought = await bring(anna.browser, anna.account, twoFactors, 'link', { from: 'account' })
    // Her cookie of the provider in somebody else's browser, who is signed in there.
    const other = browserLike(app, { ...Object.fromEntries(bodil.browser.cookies), 'lykta-provider': anna.browser.cookies.get('lykta-provider')! })
    expect((await sent(other, 'finish', brought)).codes).toEqual(['sign-in.provider-again'])
    expect(await anna.browser.json('/api/auth/provider/account')).toEqual({ linkedAt: null })
    provider.forget()
    const again = await bring(anna.browser, anna.account, twoFactors, 'link', { from: 'account' })
    await anna.browser.post('/api/auth/sign-out')
    expect((await sent(anna.browser, 'finish', again)).codes).toEqual(['sign-in.provider-again'])
  })
})

describe('what the browser brings back', () => {
  test('counts once, in the browser that began', async () => {
    const { account } = await linked()
    const browser = browserLike(app)
    const brought = await bring(browser, account, twoFactors)
    const cookies = Object.fromEntries(browser.cookies)
    // Somebody else's browser: without what this one keeps, with another's, or with a state that is made up.
    expect((await sent(browserLike(app), 'finish', brought)).codes).toEqual(['sign-in.provider-again'])
    const other = browserLike(app)
    await sent(other, 'start')
    expect((await sent(other, 'finish', brought)).codes).toEqual(['sign-in.provider-answer'])
    expect((await sent(browser, 'finish', brought)).body.state).toBe('signed-in')
    // Sent once more, as it is; and with a state that is new and the code that was used.
    const replay = browserLike(app, cookies)
    expect((await sent(replay, 'finish', brought)).codes).toEqual(['sign-in.provider-again'])
    const { body } = await sent(replay, 'start')
    expect((await sent(replay, 'finish', { ...brought, state: new URL(body.address!).searchParams.get('state')! })).codes).toEqual(['sign-in.provider-answer'])
    expect(await stateOf(replay)).toBe('signed-out')
  })

  test('not after ten minutes, and not from another provider', async () => {
    const { account } = await linked()
    const browser = browserLike(app)
    const late = await bring(browser, account, twoFactors)
    await app.desk.register.signIn.query(`update "verification" set "expiresAt" = now() - interval '1 second' where "identifier" like 'provider-%'`)
    expect((await sent(browser, 'finish', late)).codes).toEqual(['sign-in.provider-again'])
    for (const mixed of [{ iss: 'https://elsewhere.example' }, { iss: `${provider.issuer}/` }, { iss: undefined }]) {
      const brought = await bring(browser, account, twoFactors)
      expect(brought['iss']).toBe(provider.issuer)
      expect((await sent(browser, 'finish', { ...brought, ...mixed })).codes).toEqual(['sign-in.provider-answer'])
    }
    expect(await stateOf(browser)).toBe('signed-out')
  })

  test('a no is said, and nothing that stood in the address is repeated or logged', async () => {
    const browser = browserLike(app)
    provider.sitting = { account: 'x', denies: true }
    const { body: { address } } = await sent(browser, 'start')
    const { error_description: description, ...brought } = await provider.visit(address!)
    expect([brought['error'], description]).toEqual(['access_denied', 'marker-in-the-description'])
    expect((await sent(browser, 'finish', brought)).codes).toEqual(['sign-in.provider-denied'])
    await sent(browser, 'start')
    // With the description the shape is another, which is said without it.
    const refused = await browser.post('/api/auth/provider/finish', { ...brought, error_description: description })
    expect([refused.status, (await refused.text()).includes('marker')]).toEqual([400, false])
    const other = browserLike(app)
    const state = new URL((await sent(other, 'start')).body.address!).searchParams.get('state')!
    expect((await sent(other, 'finish', { state, error: 'marker_error', iss: provider.issuer })).codes).toEqual(['sign-in.provider-refused'])
    expect(app.log.join()).not.toMatch(/marker|code=|state|[\w-]{43}/)
    expect(app.log).toContain('identity provider: refused')
  })
})

describe('what ends it', () => {
  test('a member who was removed is nobody, and her account is free', async () => {
    const { account, id, login } = await linked()
    const browser = browserLike(app)
    await sent(browser, 'finish', await bring(browser, account, twoFactors))
    provider.forget()
    await town.removeMember(id, login, 'core-member', town.organisations[0])
    expect(await stateOf(browser)).toBe('signed-out')
    // Her row in the register alone: the account still knows her, and opens nothing.
    const again = browserLike(app)
    await sent(again, 'finish', await bring(again, account, twoFactors))
    expect(await stateOf(again)).toBe('signed-out')
    provider.forget()
    await signIn.endLogin(login)
    expect((await sent(browserLike(app), 'start')).status).toBe(200)
    const third = browserLike(app)
    expect((await sent(third, 'finish', await bring(third, account, twoFactors))).codes).toEqual(['sign-in.provider-unknown'])
  })

  test('signing out is ours; where one signs out there is told, without a token', async () => {
    const { account } = await linked()
    const browser = browserLike(app)
    await sent(browser, 'finish', await bring(browser, account, twoFactors))
    await browser.post('/api/auth/sign-out')
    expect(await stateOf(browser)).toBe('signed-out')
    const { body } = await sent(browser, 'out')
    const url = new URL(body.address!)
    expect([url.origin, Object.fromEntries(url.searchParams)]).toEqual([provider.issuer, { client_id: 'lykta', post_logout_redirect_uri: 'http://127.0.0.1:8417/sign-in' }])
  })

  test('too many attempts from one address wait', async () => {
    const strict = await makeTestApp({ secret, allowances: { ...defaultAllowances, address: { points: 3, seconds: 60 } }, provider: { issuer: provider.issuer, clientId: 'lykta', clientSecret: 'x', name: 'K', acr: [], here: true } }, (register) => makeTown(register, signIn, 'Provstad').then((made) => made.addDevice(made.organisations[0])))
    try {
      const statuses: number[] = []
      for (const path of ['start', 'finish', 'out', 'start', 'finish', 'out']) statuses.push((await sent(browserLike(strict), path, path === 'finish' ? { state: 'x' } : {})).status)
      expect(statuses).toEqual([200, 400, 200, 429, 429, 429])
    } finally {
      await strict.close()
    }
  })

  test('without a provider nothing of it is there', async () => {
    const none = await makeTestApp({ secret }, bareSample)
    try {
      for (const path of ['start', 'link', 'finish', 'unlink', 'out']) expect((await sent(browserLike(none), path)).codes, path).toEqual(['server.not-found'])
      expect((await none.json<SessionAnswer>('/api/session')).provider).toBeNull()
    } finally {
      await none.close()
    }
  })
})

test('half a configuration, one without HTTPS, or a secret that cannot be read is refused at the start', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'lykta-secret-'))
  const file = join(folder, 'secret')
  await writeFile(file, 'from-the-file\n')
  const whole = { issuer: 'https://login.example.se/realms/town', clientId: 'lykta', secret: 'of-the-environment', secretFile: undefined, name: undefined, acr: undefined, reached: true }
  const read = (other: Partial<typeof whole> | { readonly secretFile: string } = {}) => readProvider({ ...whole, ...other }).catch((error: { readonly problems: readonly { readonly code: string }[] }) => error.problems[0]!.code)
  expect(await read()).toEqual({ issuer: whole.issuer, clientId: 'lykta', clientSecret: 'of-the-environment', name: 'login.example.se', acr: [], here: false })
  expect(await read({ secretFile: file })).toMatchObject({ clientSecret: 'from-the-file' })
  expect(await readProvider({ ...whole, issuer: undefined, clientId: undefined })).toBeUndefined()
  expect(await read({ secretFile: join(folder, 'none') })).toBe('server.provider-secret-file')
  expect(await read({ secret: ' ' })).toBe('server.provider-incomplete')
  for (const issuer of ['http://login.example.se', 'http://127.0.0.1:9', 'login.example.se', 'https://u:p@login.example.se', 'https://login.example.se/?a', 'https://login.example.se/#']) expect(await read({ issuer }), issuer).toBe('server.provider-issuer')
  expect(await readProvider({ ...whole, issuer: 'http://127.0.0.1:9', reached: false })).toMatchObject({ here: true })
  await rm(folder, { recursive: true })
})
