// Who may be listened to: this machine alone, or others by HTTPS under one name; and what their browsers are then told.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { request as plainRequest } from 'node:http'
import { request } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ProblemError } from '@lykta/incident'
import { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { onlyOwnHost, onlyOwnWrites } from '../../apps/server/src/http/guard.ts'
import { securityHeaders } from '../../apps/server/src/http/headers.ts'
import { type ReachOptions, readReach } from '../../apps/server/src/http/reach.ts'
import { listen } from '../../apps/server/src/http/serve.ts'
import { renderCookie, type Site, thisMachine } from '../../apps/server/src/http/site.ts'

const folder = mkdtempSync(join(tmpdir(), 'lykta-reach-'))
// A certificate of nobody, signed by itself, with the key that everybody can read here.
const [cert, key] = [join(import.meta.dirname, 'data/town-cert.pem'), join(import.meta.dirname, 'data/town-key.pem')]
beforeAll(() => writeFileSync(join(folder, 'other.pem'), 'no certificate'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const origin = 'https://lykta.example.se'
const asked = (options: Partial<ReachOptions>): ReachOptions => ({ host: '127.0.0.1', origin: undefined, cert: undefined, key: undefined, proxy: undefined, ...options })
const refusal = async (options: Partial<ReachOptions>): Promise<string | undefined> =>
  readReach(asked(options)).then(() => undefined, (error: unknown) => (error as ProblemError).problems[0]?.code)

describe('what serve takes', () => {
  test.each(['127.0.0.1', 'localhost', '::1'])('%s without more is this machine alone', async (host) => {
    expect(await readReach(asked({ host }))).toEqual({ site: thisMachine, tls: undefined })
  })

  test.each([
    [{ host: '0.0.0.0' }, 'server.origin-needed'],
    [{ host: '192.168.1.10' }, 'server.origin-needed'],
    [{ host: '0.0.0.0', cert, key }, 'server.origin-needed'],
    [{ proxy: '127.0.0.1' }, 'server.origin-needed'],
    [{ host: '0.0.0.0', origin }, 'server.https-needed'],
    [{ origin }, 'server.https-needed'],
    [{ host: '0.0.0.0', origin, cert }, 'server.https-needed'],
    [{ host: '0.0.0.0', origin, cert, proxy: '10.0.0.5' }, 'server.https-needed'],
    [{ host: '0.0.0.0', origin, cert, key, proxy: '10.0.0.5' }, 'server.https-needed'],
    [{ host: '0.0.0.0', origin, proxy: 'proxy.example.se' }, 'server.proxy-form'],
    [{ host: '0.0.0.0', origin: 'http://lykta.example.se', cert, key }, 'server.origin-form'],
    [{ host: '0.0.0.0', origin: 'https://lykta.example.se/lykta', cert, key }, 'server.origin-form'],
    [{ host: '0.0.0.0', origin: 'https://192.0.2.7', cert, key }, 'server.origin-form'],
    [{ host: '0.0.0.0', origin: 'https://user@lykta.example.se', cert, key }, 'server.origin-form'],
    [{ host: '0.0.0.0', origin: 'lykta.example.se', cert, key }, 'server.origin-form'],
    [{ host: '0.0.0.0', origin, cert: join(folder, 'gone.pem'), key }, 'server.certificate'],
    [{ host: '0.0.0.0', origin, cert: join(folder, 'other.pem'), key }, 'server.certificate'],
    [{ host: '0.0.0.0', origin, cert: key, key: cert }, 'server.certificate'],
  ] as const)('%o is refused with %s', async (options, code) => {
    expect(await refusal(options)).toBe(code)
  })

  test('a certificate of its own, or one proxy that is named', async () => {
    expect(await readReach(asked({ host: '0.0.0.0', origin: `${origin}/`, cert, key }))).toMatchObject({ site: { origin, proxy: undefined }, tls: { cert: expect.any(Buffer) } })
    // On the same machine too: what comes through it comes from elsewhere.
    expect(await readReach(asked({ origin: `${origin}:8443`, proxy: '127.0.0.1' }))).toEqual({ site: { origin: `${origin}:8443`, proxy: '127.0.0.1' }, tls: undefined })
  })
})

function appOf(site: Site): Hono {
  const app = new Hono()
  app.use(securityHeaders(site.origin !== undefined), onlyOwnHost(site), onlyOwnWrites(site))
  app.get('/health', (context) => context.text('ok'))
  app.all('/', (context) => context.text('here'))
  return app
}

describe('under its own certificate', () => {
  test('it speaks HTTPS, answers to its name alone, and is remembered for it', async () => {
    const { site, tls } = await readReach(asked({ origin, cert, key }))
    const server = await listen(appOf(site), 0, '127.0.0.1', undefined, tls)
    const ask = (host: string, headers: Record<string, string> = {}, method = 'GET') => new Promise<{ status: number | undefined; hsts: unknown }>((resolve, reject) => {
      request(server.address, { method, rejectUnauthorized: false, headers: { host, ...headers } }, (answer) => {
        answer.resume()
        resolve({ status: answer.statusCode, hsts: answer.headers['strict-transport-security'] })
      }).on('error', reject).end()
    })
    try {
      expect(server.address).toMatch(/^https:/)
      expect(await ask('lykta.example.se')).toEqual({ status: 200, hsts: 'max-age=63072000' })
      for (const host of ['127.0.0.1', 'localhost', 'other.example.se', 'lykta.example.se:8443']) expect((await ask(host)).status, host).toBe(421)
      const json = { 'content-type': 'application/json' }
      expect((await ask('lykta.example.se', { ...json, origin }, 'POST')).status).toBe(200)
      for (const other of ['http://lykta.example.se', 'https://lykta.example.se:8443', 'https://evil.example', 'null']) expect((await ask('lykta.example.se', { ...json, origin: other }, 'POST')).status, other).toBe(403)
      await expect(fetch(server.address.replace('https', 'http'))).rejects.toThrow()
    } finally {
      await server.stop(0)
    }
  })
})

describe('behind a proxy', () => {
  const ask = async (proxy: string, headers: Record<string, string>, path = '/'): Promise<number> => {
    const server = await listen(appOf({ origin, proxy }), 0)
    try {
      // fetch would not name another host.
      return await new Promise<number>((resolve, reject) => {
        plainRequest(`${server.address}${path}`, { headers }, (answer) => {
          answer.resume()
          resolve(answer.statusCode!)
        }).on('error', reject).end()
      })
    } finally {
      await server.stop(0)
    }
  }

  test('only what it says came by HTTPS is answered, and only from it', async () => {
    expect(await ask('127.0.0.1', { host: 'lykta.example.se', 'x-forwarded-proto': 'https' })).toBe(200)
    expect(await ask('127.0.0.1', { host: 'lykta.example.se', 'x-forwarded-proto': 'http' })).toBe(421)
    expect(await ask('127.0.0.1', { host: 'lykta.example.se' })).toBe(421)
    expect(await ask('127.0.0.1', { host: '127.0.0.1', 'x-forwarded-proto': 'https' })).toBe(421)
    expect(await ask('10.0.0.5', { host: 'lykta.example.se', 'x-forwarded-proto': 'https' })).toBe(421)
  })

  test('whoever watches over it on its own machine learns that it lives, and no more', async () => {
    expect(await ask('10.0.0.5', { host: '127.0.0.1' }, '/health')).toBe(200)
    expect(await ask('10.0.0.5', { host: '127.0.0.1' }, '/')).toBe(421)
    expect(await ask('10.0.0.5', { host: 'other.example' }, '/health')).toBe(421)
  })
})

test('beyond this machine cookies are Secure and bound to the host', () => {
  expect(renderCookie({ origin, proxy: undefined }, 'device', 'x', 60)).toBe('__Host-lykta-device=x; Path=/; Max-Age=60; HttpOnly; SameSite=Strict; Secure')
  expect(renderCookie(thisMachine, 'device', 'x', 60)).toBe('lykta-device=x; Path=/; Max-Age=60; HttpOnly; SameSite=Strict')
})
