// Answers that no honest provider gives, or that somebody between gives in its name: none of them lets anybody in.
import { createHmac, createSign, generateKeyPairSync, type KeyObject } from 'node:crypto'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { problem } from '@lykta/incident'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Begun, makeProvider, type Provider } from '../../apps/server/src/auth/provider/provider.ts'
import { renderProblem } from '../../apps/server/src/messages/render-problem.ts'
import { ProviderFault, type ProviderReason } from '../../apps/server/src/auth/provider/provider-fault.ts'

const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url')
const pair = () => generateKeyPairSync('rsa', { modulusLength: 2048 })
const [own, next, foreign] = [pair(), pair(), pair()]
const publish = (key: KeyObject, kid: string) => ({ ...key.export({ format: 'jwk' }), kid, use: 'sig', alg: 'RS256' })
const signed = (claims: object, { key, kid }: { readonly key: KeyObject; readonly kid?: string } = { key: own.privateKey, kid: 'own' }): string => {
  const text = `${part({ alg: 'RS256', ...(kid && { kid }) })}.${part(claims)}`
  return `${text}.${createSign('RSA-SHA256').update(text).sign(key).toString('base64url')}`
}

let server: Server
let issuer: string
/** What it answers; each test changes what it needs. */
let about: object
let keys: { readonly status: number; readonly body: unknown }
let tokenAnswer: { readonly status: number; readonly body: unknown }
let asked: { readonly path: string; readonly headers: IncomingMessage['headers']; readonly body: string }[]
let provider: Provider
const begun: Begun = { state: 'the-state', nonce: 'the-nonce', verifier: 'v'.repeat(43), redirectUri: 'https://lykta.example.se/sign-in/back', anew: false }
const seconds = (ahead = 0): number => Math.floor(Date.now() / 1000) + ahead
const claims = (other: object = {}): object => ({ iss: issuer, aud: 'lykta', sub: 'subject', nonce: 'the-nonce', iat: seconds(), exp: seconds(300), ...other })
const gives = (token: string): void => {
  tokenAnswer = { status: 200, body: { access_token: 'a', token_type: 'Bearer', id_token: token } }
}
const finish = (brought: object = {}, what: Provider = provider, from: Begun = begun) => what.finish(from, { state: 'the-state', code: 'the-code', iss: issuer, ...brought })
const reason = async (work: Promise<unknown>): Promise<string> => work.then(() => 'let in', (error: unknown) => (error instanceof ProviderFault ? error.reason : `defect: ${String(error)}`))

beforeAll(async () => {
  server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', issuer).pathname
    let body = ''
    request.on('data', (chunk: Buffer) => (body += chunk.toString()))
    request.on('end', () => {
      asked.push({ path, headers: request.headers, body })
      const send = (status: number, value: unknown): void => {
        const text = typeof value === 'string' ? value : JSON.stringify(value)
        response.writeHead(status, { 'content-type': 'application/json', ...(status === 302 ? { location: `${issuer}/elsewhere` } : {}) })
        response.end(text)
      }
      if (path.endsWith('/.well-known/openid-configuration')) return send(200, about)
      if (path === '/keys') return send(keys.status, keys.body)
      if (path === '/token') return send(tokenAnswer.status, tokenAnswer.body)
      return send(200, {})
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})
const settings = () => ({ issuer, clientId: 'lykta', clientSecret: 'the:secret', name: 'K', acr: ['two'], here: true })
beforeEach(() => {
  about = { issuer, authorization_endpoint: `${issuer}/auth`, token_endpoint: `${issuer}/token`, jwks_uri: `${issuer}/keys`, id_token_signing_alg_values_supported: ['RS256', 'HS256', 'none'] }
  keys = { status: 200, body: { keys: [publish(own.publicKey, 'own')] } }
  asked = []
  gives(signed(claims()))
  provider = makeProvider(settings())
})

test('an honest answer lets her in, and says no more than it says', async () => {
  expect(await finish()).toEqual({ subject: 'subject', email: null, whole: false, shownAt: undefined })
  const token = asked.find(({ path }) => path === '/token')!
  // RFC 6749: both halves encoded before they are put together.
  expect(token.headers.authorization).toBe(`Basic ${Buffer.from('lykta:the%3Asecret').toString('base64')}`)
  expect(Object.fromEntries(new URLSearchParams(token.body))).toEqual({ grant_type: 'authorization_code', code: 'the-code', code_verifier: 'v'.repeat(43), redirect_uri: begun.redirectUri })
  const shownAt = seconds(-60)
  gives(signed(claims({ acr: 'two', auth_time: shownAt, email: 'a@example.org' })))
  const shown = await finish()
  expect(shown).toMatchObject({ whole: true, email: 'a@example.org' })
  expect(shown.shownAt).toEqual(new Date(shownAt * 1000))
})

describe('a token', () => {
  const tokens: readonly (readonly [what: string, make: () => string, reason: string])[] = [
    ['with another nonce', () => signed(claims({ nonce: 'another' })), 'answer'],
    ['without a nonce', () => signed(claims({ nonce: undefined })), 'answer'],
    ['for somebody else', () => signed(claims({ aud: 'another' })), 'answer'],
    ['for several, and asked for by another', () => signed(claims({ aud: ['lykta', 'another'], azp: 'another' })), 'answer'],
    ['for several, and it does not say by whom it was asked for', () => signed(claims({ aud: ['lykta', 'another'] })), 'answer'],
    ['asked for by another', () => signed(claims({ azp: 'another' })), 'answer'],
    ['from another issuer', () => signed(claims({ iss: 'https://elsewhere.example' })), 'answer'],
    ['from the issuer with a stroke', () => signed(claims({ iss: `${issuer}/` })), 'answer'],
    ['about nobody', () => signed(claims({ sub: undefined })), 'answer'],
    ['about an empty name', () => signed(claims({ sub: '' })), 'answer'],
    ['about a number', () => signed(claims({ sub: 7 })), 'answer'],
    ['without an end', () => signed(claims({ exp: undefined })), 'answer'],
    ['that says not when it was made', () => signed(claims({ iat: undefined })), 'answer'],
    ['that is over', () => signed(claims({ iat: seconds(-200), exp: seconds(-100) })), 'clock'],
    ['that was made long ago', () => signed(claims({ iat: seconds(-3_600), exp: seconds(3_600) })), 'clock'],
    ['from the future', () => signed(claims({ iat: seconds(3_600), exp: seconds(7_200) })), 'clock'],
    ['that is not good yet', () => signed(claims({ nbf: seconds(3_600) })), 'clock'],
    ['that nobody signed', () => `${part({ alg: 'none' })}.${part(claims())}.`, 'answer'],
    ['that nobody signed, in capitals', () => `${part({ alg: 'NONE' })}.${part(claims())}.`, 'answer'],
    ['signed with the secret', () => hmac('the:secret'), 'answer'],
    ['signed with the public key as a secret', () => hmac(own.publicKey.export({ type: 'spki', format: 'pem' })), 'answer'],
    ['signed by another under the key’s name', () => signed(claims(), { key: foreign.privateKey, kid: 'own' }), 'keys'],
    ['signed by a key that is nowhere', () => signed(claims(), { key: foreign.privateKey, kid: 'foreign' }), 'keys'],
    ['that brings its own key', () => withHeader({ alg: 'RS256', jwk: foreign.publicKey.export({ format: 'jwk' }) }), 'keys'],
    ['that says where its key is', () => withHeader({ alg: 'RS256', jku: 'https://elsewhere.example/keys' }), 'keys'],
    ['with a part that must be understood', () => signed(claims()).replace(/^[^.]+/, part({ alg: 'RS256', kid: 'own', crit: ['x'], x: 1 })), 'answer'],
    ['altered', () => signed(claims()).replace(/\.[^.]+\./, `.${part(claims({ sub: 'another' }))}.`), 'keys'],
    ['that is encrypted, or none at all', () => 'a.b.c.d.e', 'answer'],
    ['that is empty', () => '', 'answer'],
  ]
  const hmac = (key: string | Buffer): string => {
    const text = `${part({ alg: 'HS256', kid: 'own' })}.${part(claims())}`
    return `${text}.${createHmac('sha256', key).update(text).digest('base64url')}`
  }
  const withHeader = (header: object): string => {
    const text = `${part(header)}.${part(claims())}`
    return `${text}.${createSign('RSA-SHA256').update(text).sign(foreign.privateKey).toString('base64url')}`
  }
  test.each(tokens)('%s', async (_, make, expected) => {
    gives(make())
    expect(await reason(finish())).toBe(expected)
  })

  test('of a sign-in longer ago than was asked for', async () => {
    for (const [ago, anew, expected] of [[13 * 3_600, false, 'answer'], [11 * 3_600, false, 'let in'], [20 * 60, true, 'answer'], [60, true, 'let in']] as const) {
      gives(signed(claims({ auth_time: seconds(-ago) })))
      expect(await reason(finish({}, provider, { ...begun, anew })), `${ago} seconds`).toBe(expected)
    }
    gives(signed(claims({ auth_time: 'yesterday' })))
    expect(await reason(finish())).toBe('answer')
  })

  test('with another level is one factor, whatever else it says of itself', async () => {
    for (const other of [{ acr: 'one' }, { acr: 'two two' }, { amr: ['mfa', 'hwk'] }, {}]) {
      gives(signed(claims(other)))
      expect((await finish()).whole, JSON.stringify(other)).toBe(false)
    }
    gives(signed(claims({ acr: 'two' })))
    expect((await finish({}, makeProvider({ ...settings(), acr: [] }))).whole).toBe(false)
  })
})

describe('keys that are changed', () => {
  test('are fetched once they are needed', async () => {
    await finish()
    keys = { status: 200, body: { keys: [publish(next.publicKey, 'next')] } }
    gives(signed(claims(), { key: next.privateKey, kid: 'next' }))
    expect((await finish()).subject).toBe('subject')
    // A key that the provider has withdrawn signs nothing any more.
    gives(signed(claims()))
    expect(await reason(finish())).toBe('keys')
  })

  test('or that cannot be read', async () => {
    for (const body of ['<html>', { keys: 'none' }, {}, { keys: [null] }]) {
      keys = { status: 200, body }
      expect(await reason(finish({}, makeProvider(settings()))), JSON.stringify(body)).toBe('unreachable')
    }
    // A secret among them, as a mistaken provider publishes it, verifies nothing.
    keys = { status: 200, body: { keys: [{ kty: 'oct', k: Buffer.from('the:secret').toString('base64url'), kid: 'own' }] } }
    expect(await reason(finish({}, makeProvider(settings())))).not.toBe('let in')
  })
})

describe('the provider', () => {
  test('that says it is another, sends elsewhere, or has places without HTTPS, is not spoken to', async () => {
    const changed = [
      { issuer: `${issuer}/` }, { issuer: 'https://elsewhere.example' }, { authorization_endpoint: 'javascript:alert(1)' }, { token_endpoint: 'http://elsewhere.example/token' }, { jwks_uri: 'ftp://127.0.0.1/keys' },
      { token_endpoint: undefined }, { end_session_endpoint: 'http://elsewhere.example/out' }, { authorization_endpoint: 'https://u:p@elsewhere.example' },
    ]
    const before = about
    for (const change of changed) {
      about = { ...before, ...change }
      asked = []
      const other = makeProvider(settings())
      expect(await reason(other.begin(begun)), JSON.stringify(change)).toBe('unreachable')
      expect(await reason(finish({}, other))).toBe('unreachable')
      expect(asked.filter(({ path }) => path === '/token')).toEqual([])
    }
    about = before
    expect(await reason(makeProvider({ ...settings(), here: false }).begin(begun))).toBe('unreachable')
  })

  test('that does not answer, answers with a page, with too much, or sends on', async () => {
    expect(await reason(makeProvider({ ...settings(), issuer: 'http://127.0.0.1:9' }).begin(begun))).toBe('unreachable')
    for (const [status, body] of [[500, {}], [503, '<html>'], [302, {}], [200, '<html>'], [200, `{"id_token":"${'x'.repeat(300_000)}"}`]] as const) {
      tokenAnswer = { status, body }
      expect(await reason(finish()), `${status}`).toBe('unreachable')
    }
    expect(asked.some(({ path }) => path === '/elsewhere')).toBe(false)
  })

  test('that knows Lykta no more, or the code no more', async () => {
    for (const [status, body, expected] of [[401, { error: 'invalid_client' }, 'client'], [400, { error: 'invalid_client' }, 'client'], [400, { error: 'invalid_grant' }, 'answer'], [200, {}, 'answer'], [200, null, 'answer']] as const) {
      tokenAnswer = { status, body }
      expect(await reason(finish()), JSON.stringify(body)).toBe(expected)
    }
  })
})

describe('what the browser brings', () => {
  test('with another state, without a code, from another issuer: the provider is not even asked', async () => {
    const before = about
    for (const brought of [{ state: 'another' }, { state: '' }, { code: undefined }, { iss: 'https://elsewhere.example' }, { iss: '' }]) expect(await reason(finish(brought)), JSON.stringify(brought)).toBe('answer')
    // One that names itself in its answers does so in all of them.
    about = { ...before, authorization_response_iss_parameter_supported: true }
    expect(await reason(finish({ iss: undefined }, makeProvider(settings())))).toBe('answer')
    expect(asked.filter(({ path }) => path === '/token')).toEqual([])
    about = before
    expect((await finish({ iss: undefined }, makeProvider(settings()))).subject).toBe('subject')
  })

  test('an error is one word of ours', async () => {
    for (const [error, expected] of [['access_denied', 'denied'], ['login_required', 'refused'], ['<script>', 'refused']] as const) expect(await reason(finish({ error, code: undefined }))).toBe(expected)
  })

  test('each is said in both languages, with what to do next', () => {
    const reasons: readonly ProviderReason[] = ['denied', 'refused', 'unreachable', 'client', 'clock', 'keys', 'answer']
    for (const one of [...reasons, 'again', 'unknown', 'taken', 'no-end']) {
      const [sv, en] = (['sv', 'en'] as const).map((language) => renderProblem(problem(`sign-in.provider-${one}`), language))
      expect([sv, en].every((text) => text !== undefined && text.length > 40 && !text.includes('provider-')), one).toBe(true)
      expect(sv).not.toBe(en)
    }
  })
})
