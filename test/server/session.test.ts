// Who am I: on this machine without members, with the sample beside one's own network, and where others reach the server.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { SessionAnswer } from '../../apps/server/src/api/member-types.ts'
import { makeSignIn } from '../../apps/server/src/auth/sign-in.ts'
import { bareSample, makeTestApp, type TestApp } from './app.ts'
import { type BrowserLike, browserLike } from './browser-like.ts'
import { makeTown, type Town } from './town.ts'

const sessionOf = (browser: BrowserLike): Promise<SessionAnswer> => browser.json('/api/session')
const secret = 'who am I '.repeat(5)
let app: TestApp
let town: Town
beforeAll(async () => {
  app = await makeTestApp({ secret }, async (register) => {
    town = await makeTown(register, makeSignIn({ pool: register.signIn, secret, origin: undefined }), 'Provstad')
    await bareSample(register)
  })
})
afterAll(() => app.close())

describe('a network of one’s own beside the sample, on this machine', () => {
  test('without members whoever sits there acts for the coordinator, and can found; with the first member that is over', async () => {
    const browser = browserLike(app)
    expect(await sessionOf(browser)).toMatchObject({
      state: 'local', network: { name: 'Provstad' }, caller: { id: 'operator', role: 'coordinator', keys: 'none' }, canFound: true, sample: { shown: false },
    })
    expect((await sessionOf(browser)).rights).not.toContain('members.manage')
    await town.addMember('coordinator', town.organisations[0], 'anna@example.org')
    expect(await sessionOf(browser)).toMatchObject({ state: 'signed-out', network: { name: 'Provstad' }, caller: null, rights: [], canFound: false })
    expect((await browser.ask('/api/network')).status).toBe(404)
  })

  test('the sample is one click away, needs no sign-in, and is put aside again', async () => {
    const browser = browserLike(app)
    expect((await browser.post('/api/sample', { shown: true })).status).toBe(200)
    expect(await sessionOf(browser)).toMatchObject({ state: 'local', network: { name: 'Exempelstad', sample: true }, canFound: false, sample: { shown: true } })
    expect(await browser.json('/api/network')).toMatchObject({ network: { name: 'Exempelstad' } })
    await browser.post('/api/sample', { shown: false })
    expect(await sessionOf(browser)).toMatchObject({ state: 'signed-out', network: { name: 'Provstad' }, sample: { shown: false } })
  })
})

describe('where others reach the server', () => {
  const origin = 'https://lykta.example.se'
  let open: TestApp
  beforeAll(async () => {
    open = await makeTestApp({ secret, site: { origin, proxy: undefined } }, bareSample)
  })
  afterAll(() => open.close())

  test('there is no sample, nobody is local, and only founding is left', async () => {
    const browser = browserLike(open, { 'lykta-sample': '1', '__Host-lykta-sample': '1' }, { host: 'lykta.example.se' })
    expect(await sessionOf(browser)).toMatchObject({ state: 'signed-out', caller: null, rights: [], canFound: true, sample: null })
    for (const path of ['/api/network', '/api/form', '/api/overview?year=2019', '/api/log', '/api/settings']) expect((await browser.ask(path)).status, path).toBe(404)
    expect((await browser.post('/api/sample', { shown: true })).status).toBe(404)
    expect((await browser.post('/api/sample', {}, 'DELETE')).status).toBe(404)
    const answer = await browser.ask('/api/session')
    expect(answer.headers.get('strict-transport-security')).toBe('max-age=63072000')
  })

  test('cookies are bound to the host and to HTTPS', async () => {
    const answer = await browserLike(open, {}, { host: 'lykta.example.se', origin }).ask('/api/auth/passkey/generate-authenticate-options')
    expect(answer.headers.getSetCookie()).toEqual([expect.stringMatching(/^__Host-lykta\.[a-z-]+=.*; Path=\/; HttpOnly; Secure; SameSite=Strict$/)])
    expect(await answer.json()).toMatchObject({ rpId: 'lykta.example.se', userVerification: 'required' })
  })
})
