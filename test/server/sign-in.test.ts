// Signing in with password and code: what each step gives, what is remembered of it, and what ends it.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { OwnSession, SessionAnswer, TotpSetUp } from '../../apps/server/src/api/member-types.ts'
import { forgetUnreadable } from '../../apps/server/src/auth/forget-unreadable.ts'
import { makeSignIn, type SignIn } from '../../apps/server/src/auth/sign-in.ts'
import { defaultAllowances } from '../../apps/server/src/http/limits.ts'
import { makeTestApp, type TestApp } from './app.ts'
import { type BrowserLike, browserLike, codeOf } from './browser-like.ts'
import { makeTown, password, type Town } from './town.ts'

const secret = 'x'.repeat(40)
let app: TestApp
let signIn: SignIn
let town: Town
beforeAll(async () => {
  app = await makeTestApp({ secret, allowances: { ...defaultAllowances, address: { points: 10_000, seconds: 60 } } }, async (register) => {
    signIn = makeSignIn({ pool: register.signIn, secret, origin: undefined })
    town = await makeTown(register, signIn, 'Provstad')
  })
})
afterAll(() => app.close())

let people = 0
const somebody = async (): Promise<{ readonly email: string; readonly login: string; readonly id: string }> => {
  people += 1
  const email = `person${people}@example.org`
  return { email, ...(await town.addMember('core-member', town.organisations[0], email)) }
}
const stateOf = async (browser: BrowserLike): Promise<SessionAnswer['state']> => (await browser.json<SessionAnswer>('/api/session')).state
const problemsOf = async (answer: Response): Promise<readonly string[]> => ((await answer.json()) as { problems: { code: string }[] }).problems.map(({ code }) => code)

/** Signed in by password, with the second factor set up. */
async function enrolled(email: string): Promise<{ readonly browser: BrowserLike; readonly setUp: TotpSetUp }> {
  const browser = browserLike(app)
  await browser.post('/api/auth/sign-in/email', { email, password })
  const setUp = (await (await browser.post('/api/auth/two-factor/enable', { password })).json()) as TotpSetUp
  expect((await browser.post('/api/auth/two-factor/verify-totp', { code: await codeOf(setUp.totpURI) })).status).toBe(200)
  return { browser, setUp }
}

describe('password and code', () => {
  test('the password alone opens nothing but setting up the code', async () => {
    const { email } = await somebody()
    const browser = browserLike(app)
    const answer = await browser.post('/api/auth/sign-in/email', { email, password })
    expect([answer.status, await answer.json()]).toEqual([200, { state: 'half', next: 'set-up-code', twoFactorRedirect: false }])
    expect(await browser.json('/api/session')).toMatchObject({ state: 'half', caller: null, rights: [] })
    for (const path of ['/api/network', '/api/log', '/api/auth/list-sessions', '/api/auth/passkey/list-user-passkeys', '/api/auth/passkey/generate-register-options']) {
      expect((await browser.ask(path)).status, path).toBe(404)
    }
    expect((await browser.post('/api/auth/change-password', { currentPassword: password, newPassword: `${password} 2` })).status).toBe(404)
    const { browser: whole } = await enrolled(email)
    expect(await whole.json('/api/session')).toMatchObject({ state: 'signed-in', caller: { role: 'core-member', email, totp: true, passkeys: 0 } })
  })

  test('afterwards both are needed, and a code is good once', async () => {
    const { email } = await somebody()
    const { setUp } = await enrolled(email)
    const browser = browserLike(app)
    expect(await (await browser.post('/api/auth/sign-in/email', { email, password })).json()).toEqual({ state: 'half', next: 'code', twoFactorRedirect: true })
    expect(await stateOf(browser)).toBe('half')
    expect((await browser.ask('/api/network')).status).toBe(404)
    const wrong = await browser.post('/api/auth/two-factor/verify-totp', { code: '000000' })
    expect([wrong.status, await problemsOf(wrong)]).toEqual([400, ['sign-in.code-wrong']])
    const code = await codeOf(setUp.totpURI, 30)
    expect((await browser.post('/api/auth/two-factor/verify-totp', { code })).status).toBe(200)
    expect(await stateOf(browser)).toBe('signed-in')
    expect((await browser.ask('/api/network')).status).toBe(200)

    const over = browserLike(app)
    await over.post('/api/auth/sign-in/email', { email, password })
    const again = await over.post('/api/auth/two-factor/verify-totp', { code })
    expect([again.status, await problemsOf(again), await stateOf(over)]).toEqual([400, ['sign-in.code-used'], 'signed-out'])
    // The codes for the day when the phone is gone.
    await over.post('/api/auth/sign-in/email', { email, password })
    const spare = setUp.backupCodes[0]!
    expect((await over.post('/api/auth/two-factor/verify-backup-code', { code: spare })).status).toBe(200)
    expect(await stateOf(over)).toBe('signed-in')
    const third = browserLike(app)
    await third.post('/api/auth/sign-in/email', { email, password })
    expect((await third.post('/api/auth/two-factor/verify-backup-code', { code: spare })).status).toBe(400)
  })

  test('a wrong password and an unknown address are the same answer', async () => {
    const { email } = await somebody()
    const answers = await Promise.all([{ email, password: `${password}!` }, { email: 'nobody@example.org', password }, { email: 'no address', password }].map(async (sent) => {
      const answer = await browserLike(app).post('/api/auth/sign-in/email', sent)
      return { status: answer.status, headers: Object.fromEntries(answer.headers), body: await answer.text() }
    }))
    expect(answers[0]).toMatchObject({ status: 400, body: expect.stringContaining('sign-in.wrong') })
    expect(answers[1]).toEqual(answers[0])
    expect(answers[2]).toEqual(answers[0])
  })

  test('nobody signs up, and no other path of the library answers', async () => {
    const browser = browserLike(app)
    for (const path of ['/sign-up/email', '/sign-in/social', '/get-session', '/update-user', '/delete-user', '/request-password-reset', '/reset-password', '/two-factor/send-otp', '/two-factor/get-totp-uri', '/two-factor/generate-backup-codes', '/revoke-sessions', '/verify-password', '/change-email', '/set-password', '/ok', '/error']) {
      const answer = await browser.post(`/api/auth${path}`, { email: 'a@example.org', password, name: 'A' })
      expect([path, answer.status, await problemsOf(answer)]).toEqual([path, 404, ['server.not-found']])
      expect((await browser.ask(`/api/auth${path}`)).status).toBe(404)
    }
  })
})

describe('the session', () => {
  test('its cookie is for this site and no script', async () => {
    const { email } = await somebody()
    const answer = await browserLike(app).post('/api/auth/sign-in/email', { email, password })
    const [cookie] = answer.headers.getSetCookie()
    expect(cookie).toMatch(/^lykta\.session_token=/)
    for (const attribute of [/; HttpOnly/i, /; SameSite=Strict/i, /; Path=\/(;|$)/i, /; Max-Age=1800/i]) expect(cookie).toMatch(attribute)
    expect(cookie).not.toMatch(/domain=/i)
  })

  test('its token is told in no answer', async () => {
    const { email } = await somebody()
    const { browser } = await enrolled(email)
    const { rows } = await app.desk.register.signIn.query<{ token: string }>('select "token" from "session"')
    const said = await (await browser.ask('/api/auth/list-sessions')).text() + await (await browser.ask('/api/session')).text()
    for (const { token } of rows) expect(said).not.toContain(token)
  })

  test('ends after half an hour without a request, and after twelve hours with them', async () => {
    const { email, login } = await somebody()
    const { browser } = await enrolled(email)
    const { signIn: pool } = app.desk.register
    await pool.query(`update "session" set "expiresAt" = now() + interval '20 minutes', "createdAt" = now() - interval '11 hours' where "userId" = $1`, [login])
    expect(await stateOf(browser)).toBe('signed-in')
    const { rows } = await pool.query<{ left: number }>(`select extract(epoch from "expiresAt" - now())::int as left from "session" where "userId" = $1 and "factor" = 'totp'`, [login])
    expect(rows.map(({ left }) => left > 29 * 60)).toEqual([true])
    await pool.query(`update "session" set "createdAt" = now() - interval '12 hours 1 second' where "userId" = $1`, [login])
    expect(await stateOf(browser)).toBe('signed-out')

    const { browser: other } = await (async () => enrolled((await somebody()).email))()
    await pool.query(`update "session" set "expiresAt" = now() - interval '1 second'`)
    expect(await stateOf(other)).toBe('signed-out')
    expect((await other.ask('/api/network')).status).toBe(404)
  })

  test('one’s others are listed and ended, nobody else’s', async () => {
    const { email } = await somebody()
    const { browser, setUp } = await enrolled(email)
    const other = browserLike(app, {}, { 'user-agent': 'Another machine' })
    await other.post('/api/auth/sign-in/email', { email, password })
    await other.post('/api/auth/two-factor/verify-totp', { code: await codeOf(setUp.totpURI, 30) })
    const sessions = await browser.json<readonly OwnSession[]>('/api/auth/list-sessions')
    const theirs = sessions.find(({ machine }) => machine === 'Another machine')!
    expect(sessions.filter(({ current }) => current)).toHaveLength(1)
    const { browser: stranger } = await enrolled((await somebody()).email)
    expect((await stranger.post('/api/auth/revoke-session', { id: theirs.id })).status).toBe(404)
    expect(await stateOf(other)).toBe('signed-in')
    expect((await browser.post('/api/auth/revoke-other-sessions')).status).toBe(200)
    expect([await stateOf(other), await stateOf(browser), await stateOf(stranger)]).toEqual(['signed-out', 'signed-in', 'signed-in'])
  })

  test('signing out clears what the browser keeps, but not the outbox, nor a device’s enrolment', async () => {
    const { browser } = await enrolled((await somebody()).email)
    const before = new Map(browser.cookies)
    const out = await browser.post('/api/auth/sign-out')
    expect([out.status, out.headers.get('clear-site-data')]).toEqual([200, '"cache", "cookies"'])
    expect(await stateOf(browser)).toBe('signed-out')
    // The server has forgotten it too.
    expect(await stateOf(browserLike(app, Object.fromEntries(before)))).toBe('signed-out')
    const { token } = await town.addDevice(town.organisations[0])
    expect((await browserLike(app, { 'lykta-device': token }).post('/api/auth/sign-out')).headers.get('clear-site-data')).toBe('"cache"')
  })

  test('a removed member is nobody with her next request', async () => {
    const { email, login, id } = await somebody()
    const { browser } = await enrolled(email)
    await town.removeMember(id, login, 'core-member', town.organisations[0])
    expect(await stateOf(browser)).toBe('signed-out')
    expect((await browser.ask('/api/network')).status).toBe(404)
    await signIn.endLogin(login)
    const answer = await browserLike(app).post('/api/auth/sign-in/email', { email, password })
    expect([answer.status, await problemsOf(answer)]).toEqual([400, ['sign-in.wrong']])
    expect((await signIn.readLogins([login])).get(login)).toMatchObject({ name: 'core-member i Provstad', email: '', totp: false })
  })

  test('a new password ends the others, and is asked the old one', async () => {
    const { email } = await somebody()
    const { browser, setUp } = await enrolled(email)
    const other = browserLike(app)
    await other.post('/api/auth/sign-in/email', { email, password })
    await other.post('/api/auth/two-factor/verify-totp', { code: await codeOf(setUp.totpURI, 30) })
    const wrong = await browser.post('/api/auth/change-password', { currentPassword: 'not the one it is', newPassword: 'a new one of twelve' })
    expect([wrong.status, await problemsOf(wrong)]).toEqual([400, ['sign-in.password-wrong']])
    expect((await browser.post('/api/auth/change-password', { currentPassword: password, newPassword: 'elva tecken' })).status).toBe(400)
    expect((await browser.post('/api/auth/change-password', { currentPassword: password, newPassword: 'a new one of twelve' })).status).toBe(200)
    expect([await stateOf(browser), await stateOf(other)]).toEqual(['signed-in', 'signed-out'])
  })
})

describe('too many attempts', () => {
  test('the sixth wrong password of an account waits, known or not, and longer each time', async () => {
    const { email } = await somebody()
    for (const tried of [email, 'unknown@example.org']) {
      const attempt = () => browserLike(app).post('/api/auth/sign-in/email', { email: tried, password: 'wrong and wrong' })
      const answers: Response[] = []
      while (answers.length < 4) answers.push(await attempt())
      // Side by side: on a slow machine the second that has to be waited for is over before a fifth password has been looked at.
      answers.push(...(await Promise.all([attempt(), attempt()])).toSorted((one, other) => one.status - other.status))
      expect(answers.map(({ status }) => status)).toEqual([400, 400, 400, 400, 400, 429])
      expect(answers[5]!.headers.get('retry-after')).toBe('1')
      expect(await answers[5]!.json()).toMatchObject({ problems: [{ code: 'server.too-many', text: { sv: expect.stringContaining('Vänta'), en: expect.stringContaining('Wait') } }] })
    }
  })
})

test('a second factor that the secret no longer opens is set up anew', async () => {
  const { email } = await somebody()
  await enrolled(email)
  const { signIn: pool } = app.desk.register
  expect(await forgetUnreadable(pool, secret)).toBe(0)
  expect(await forgetUnreadable(pool, 'another secret of at least thirty-two')).toBeGreaterThan(0)
  expect(await (await browserLike(app).post('/api/auth/sign-in/email', { email, password })).json()).toMatchObject({ next: 'set-up-code' })
})

test('no address, name or password reached the log', () => {
  expect(app.log).toEqual([])
})
