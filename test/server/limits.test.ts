// Waiting longer each time, by account, address and sender; and that what is counted is the client, not who stands between.
import { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { clientAddress } from '../../apps/server/src/http/client-address.ts'
import { makeKnownPlaces } from '../../apps/server/src/auth/known-places.ts'
import type { SignIn } from '../../apps/server/src/auth/sign-in.ts'
import type { Env } from '../../apps/server/src/http/env.ts'
import { type Limits, makeLimits } from '../../apps/server/src/http/limits.ts'
import { listen } from '../../apps/server/src/http/serve.ts'
import { thisMachine } from '../../apps/server/src/http/site.ts'
import { authRoutes } from '../../apps/server/src/routes/auth.ts'

const few = { account: { points: 3, seconds: 3600, longestWait: 60 }, address: { points: 2, seconds: 60 }, sender: { points: 2, seconds: 60 } }

describe('an account', () => {
  beforeAll(() => void vi.useFakeTimers({ now: Date.parse('2026-01-01T00:00:00Z') }))
  afterAll(() => void vi.useRealTimers())

  test('waits twice as long after each further attempt, up to the longest', async () => {
    const limits = makeLimits(few)
    const waits: (number | undefined)[] = []
    for (let attempt = 0; attempt < 10; attempt += 1) {
      expect(await limits.takeForAccount('a')).toBeUndefined()
      const wait = await limits.takeForAccount('a')
      waits.push(wait)
      if (wait === undefined) continue
      await vi.advanceTimersByTimeAsync(wait * 1000)
    }
    // The first two are free of charge, two at a time.
    expect(waits).toEqual([undefined, 1, 2, 4, 8, 16, 32, 60, 60, 60])
    expect(await limits.takeForAccount('b')).toBeUndefined()
  })

  test('is forgiven when it was right', async () => {
    const limits = makeLimits(few)
    for (let attempt = 0; attempt < 3; attempt += 1) await limits.takeForAccount('a')
    expect(await limits.takeForAccount('a')).toBe(1)
    await limits.forgiveAccount('a')
    for (let attempt = 0; attempt < 3; attempt += 1) expect(await limits.takeForAccount('a')).toBeUndefined()
  })

  test('attempts side by side do not slip through', async () => {
    const limits = makeLimits(few)
    const waits = await Promise.all(Array.from({ length: 50 }, () => limits.takeForAccount('a')))
    expect(waits.filter((wait) => wait === undefined)).toHaveLength(few.account.points)
  })
})

test('sign-ins, invitations, sheets, founding codes and senders are counted apart', async () => {
  const limits = makeLimits(few)
  for (const what of ['sign-in', 'invitation', 'sheets', 'founding', 'sender'] as const) {
    expect([await limits.takeFor(what, 'a'), await limits.takeFor(what, 'a'), await limits.takeFor(what, 'b')]).toEqual([undefined, undefined, undefined])
    expect(await limits.takeFor(what, 'a')).toBeGreaterThan(0)
  }
})

test('an address over its limit reaches no account: it keeps nobody waiting, and fills no memory with names that it makes up', async () => {
  const counted: string[] = []
  const full: Limits = {
    takeFor: async (what) => (counted.push(what), 7),
    takeForAccount: async () => void counted.push('account'),
    forgiveAccount: async () => {},
  }
  const app = new Hono<Env>()
  app.use(async (context, next) => {
    context.set('caller', { state: 'signed-out', login: null } as Env['Variables']['caller'])
    await next()
  })
  app.route('/', authRoutes({ signIn: { auth: { api: {} } } as unknown as SignIn, limits: full, site: thisMachine, places: makeKnownPlaces({ site: thisMachine, secret: 'limits' }) }))
  const body = JSON.stringify({ email: 'somebody@example.org', password: 'wrong and wrong' })
  const answer = await app.request('/sign-in/email', { method: 'POST', headers: { 'content-type': 'application/json' }, body })
  expect([answer.status, counted]).toEqual([429, ['sign-in']])
})

describe('the client’s address', () => {
  const addressBehind = async (proxy: string | undefined, forwarded: string | undefined): Promise<string> => {
    const app = new Hono()
    app.get('/', (context) => context.text(clientAddress(context, proxy)))
    const server = await listen(app, 0)
    try {
      return await (await fetch(server.address, { headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded } })).text()
    } finally {
      await server.stop(0)
    }
  }

  test.each([
    [undefined, undefined, '127.0.0.1'],
    [undefined, '192.0.2.7', '127.0.0.1'],
    ['10.0.0.5', '192.0.2.7', '127.0.0.1'],
    ['127.0.0.1', '192.0.2.7', '192.0.2.7'],
    ['127.0.0.1', '198.51.100.1, 192.0.2.7', '192.0.2.7'],
    ['127.0.0.1', 'nonsense', '127.0.0.1'],
    ['127.0.0.1', undefined, '127.0.0.1'],
    ['127.0.0.1', '2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    // Zeros may be left out anywhere: within one /64 every spelling is one client.
    ['127.0.0.1', '2001:db8::1', '2001:db8:0:0'],
    ['127.0.0.1', '2001:db8::5:6:7:8', '2001:db8:0:0'],
    ['127.0.0.1', '2001:db8:1::', '2001:db8:1:0'],
    ['127.0.0.1', '::ffff:192.0.2.7', '192.0.2.7'],
  ])('with the proxy %s and the header %s it is %s', async (proxy, forwarded, address) => {
    expect(await addressBehind(proxy, forwarded)).toBe(address)
  })
})
