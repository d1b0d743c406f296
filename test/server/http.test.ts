// What holds for every answer of the server: who may ask, which headers go out, how failures look, what is never told.
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeTestApp, type TestApp } from './app.ts'

let app: TestApp
beforeAll(async () => {
  app = await makeTestApp()
})
afterAll(() => app.close())

const reads = ['/', '/incidents', '/assets/app-1a2b.js', '/api/network', '/api/overview?year=2019', '/api/statistics?from=2017&to=2019', '/api/editions', '/api/editions/2019', '/api/nothing', '/nothing.txt']

describe('headers', () => {
  test.each(reads)('%s allows nothing from elsewhere and is not framed', async (path) => {
    const { headers } = await app.ask(path)
    const policy = headers.get('content-security-policy')
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toContain('unsafe')
    expect(policy).not.toMatch(/https?:/)
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('referrer-policy')).toBe('no-referrer')
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin')
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin')
    expect(headers.get('x-frame-options')).toBe('DENY')
    expect(headers.get('set-cookie')).toBeNull()
  })

  test('only what is named by its content is kept by the browser', async () => {
    expect((await app.ask('/assets/app-1a2b.js')).headers.get('cache-control')).toContain('immutable')
    for (const path of reads.filter((one) => !one.startsWith('/assets'))) expect((await app.ask(path)).headers.get('cache-control'), path).toBe('no-store')
    const gone = await app.ask('/assets/gone-0000.js')
    expect([gone.status, gone.headers.get('cache-control')]).toEqual([404, 'no-store'])
  })

  test('the report page runs no script, and no other site may have it', async () => {
    const { headers, status } = await app.ask('/editions/2019/sv/')
    expect(status).toBe(200)
    expect(headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(headers.get('content-security-policy')).not.toContain('script-src')
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin')
  })
})

describe('who may ask', () => {
  test.each(['rebound.example', 'rebound.example:8417', '127.0.0.1.rebound.example', 'localhost.example', '10.0.0.1:8417', ''])('a request that names the host "%s" is refused', async (host) => {
    for (const path of ['/', '/api/network', '/editions/2019/sv/']) expect((await app.ask(path, { headers: { host } })).status).toBe(421)
  })

  test.each(['localhost:8417', '127.0.0.1', '[::1]:8417'])('%s is this machine', async (host) => {
    expect((await app.ask('/api/network', { headers: { host } })).status).toBe(200)
  })

  test.each(['forwarded', 'via', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'x-real-ip'])('what a proxy that nobody has named has sent on (%s) is refused', async (name) => {
    for (const path of ['/', '/api/session', '/editions/2019/sv/']) expect((await app.ask(path, { headers: { [name]: '192.0.2.7' } })).status, path).toBe(421)
  })

  test.each([
    [{ origin: 'https://elsewhere.example' }, 403],
    [{ origin: 'http://127.0.0.1:9999' }, 403],
    [{ origin: 'null' }, 403],
    [{ 'sec-fetch-site': 'cross-site' }, 403],
    [{ 'sec-fetch-site': 'same-site' }, 403],
    [{ 'content-type': 'text/plain' }, 415],
    [{ 'content-type': 'application/x-www-form-urlencoded' }, 415],
    [{ origin: 'http://127.0.0.1:8417', 'sec-fetch-site': 'same-origin' }, 200],
    [{}, 200],
  ] as const)('a write with %o gets %i', async (headers, status) => {
    expect((await app.post('/api/incidents/search', {}, headers)).status).toBe(status)
  })

  test.each([
    [{ 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors', 'sec-fetch-dest': 'image' }, 403],
    [{ 'sec-fetch-site': 'same-site', 'sec-fetch-mode': 'cors', 'sec-fetch-dest': 'empty' }, 403],
    [{ 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'iframe' }, 403],
    [{ 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' }, 200],
    [{ 'sec-fetch-site': 'same-origin', 'sec-fetch-mode': 'cors', 'sec-fetch-dest': 'empty' }, 200],
    [{ 'sec-fetch-site': 'none', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' }, 200],
  ] as const)('an address asked for with %o gets %i', async (headers, status) => {
    for (const path of ['/', '/api/network', '/editions/2019/sv/']) expect((await app.ask(path, { headers })).status, path).toBe(status)
  })

  test('a large body is refused before it is read', async () => {
    const answer = await app.post('/api/incidents/search', { text: 'a'.repeat(70_000) })
    expect(answer.status).toBe(413)
  })
})

describe('failures', () => {
  test.each(['/api/nothing', '/api/incidents/ABCDEFGH', '/api/incidents/2019-30', '/api/incidents/%00', '/api/editions/1999', '/api/editions/x', '/api/jobs/none', '/editions/2019/sv/tables/none.csv', '/editions/2019/xx/', '/editions/1900/sv/', '/editions/2019/sv/%2e%2e/protocol.json', '/editions/2019/protocol.json'])('%s is unknown, in one shape', async (path) => {
    const answer = await app.ask(path)
    expect(answer.status).toBe(404)
    expect(answer.headers.get('content-type')).toContain('application/problem+json')
    const failure = (await answer.json()) as { problems: { code: string; text: Record<string, string> }[] }
    expect(failure.problems.map(({ code }) => code)).toEqual(['server.not-found'])
    expect(failure.problems[0]!.text['sv']).toBeTruthy()
    expect(failure.problems[0]!.text['en']).toBeTruthy()
  })

  test.each(['/api/overview', '/api/overview?year=abc', '/api/overview?year=1066', '/api/statistics?from=2019&to=2017', '/api/statistics?from=2017'])('%s says which years there are', async (path) => {
    const answer = await app.ask(path)
    expect(answer.status).toBe(400)
    expect(await answer.json()).toMatchObject({ problems: [{ code: 'server.year' }] })
  })

  test.each(['x', '2019-02-31', 'infinity', '2019-01-01\0', ''])('a place in the list that the server did not give ("%s") is refused', async (occurredFrom) => {
    const after = Buffer.from(JSON.stringify({ occurredFrom, id: crypto.randomUUID() })).toString('base64url')
    const answer = await app.post('/api/incidents/search', { after })
    expect(answer.status).toBe(400)
    expect(await answer.json()).toMatchObject({ problems: [{ code: 'server.search' }] })
  })

  test('what was asked is neither echoed nor logged, whatever it is', async () => {
    const marker = 'Zzmarkerzz'
    const words = fc.string({ unit: 'binary', maxLength: 40 }).map((text) => `${marker}${text}`)
    await fc.assert(
      fc.asyncProperty(words, fc.jsonValue({ maxDepth: 2 }), async (text, value) => {
        const path = encodeURIComponent(text)
        const answers = await Promise.all([
          app.ask(`/api/${path}`), app.ask(`/api/incidents/${path}`), app.ask(`/api/editions/${path}`), app.ask(`/editions/2019/sv/${path}`),
          app.ask(`/api/overview?year=${path}`), app.ask(`/api/statistics?from=${path}&to=${path}`), app.ask(`/api/jobs/${path}`),
          app.post('/api/incidents/search', { text }), app.post('/api/incidents/search', { after: text }), app.post('/api/incidents/search', { [text]: value }),
          app.post('/api/incidents/search', value), app.post(`/api/editions/${path}`, value),
          app.ask('/api/incidents/search', { method: 'POST', body: text, headers: { 'content-type': 'application/json' } }),
        ])
        for (const answer of answers) {
          expect(answer.status).toBeLessThan(500)
          expect(await answer.text()).not.toContain(marker)
        }
      }),
      { seed: 20191231, numRuns: process.env['LYKTA_PROVE'] ? 5_000 : 100 },
    )
    expect(app.log.filter((line) => line.includes(marker))).toEqual([])
  })
})
