// The address that is printed is one that passkeys can be made under, where the name leads to this machine; both are answered.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { nameOfMachine } from '../../apps/server/src/http/name-of-machine.ts'
import { bareSample, makeTestApp, type TestApp } from './app.ts'

const leads = (...addresses: readonly string[]) => async () => addresses.map((address) => ({ address }))

test.each([
  ['http://127.0.0.1:8417', leads('127.0.0.1'), 'http://localhost:8417'],
  // A browser that asks the first tries the other too.
  ['http://127.0.0.1:8417', leads('::1', '127.0.0.1'), 'http://localhost:8417'],
  ['http://127.0.0.1:8417', leads('::1'), 'http://127.0.0.1:8417'],
  ['http://127.0.0.1:8417', leads('192.0.2.7'), 'http://127.0.0.1:8417'],
  ['http://127.0.0.1:8417', leads('127.0.0.1', '192.0.2.7'), 'http://127.0.0.1:8417'],
  ['http://127.0.0.1:8417', async () => { throw new Error('ENOTFOUND') }, 'http://127.0.0.1:8417'],
  ['http://[::1]:8417', leads('127.0.0.1'), 'http://[::1]:8417'],
  ['https://127.0.0.1:8417', leads('127.0.0.1'), 'https://127.0.0.1:8417'],
  ['http://0.0.0.0:8417', leads('127.0.0.1'), 'http://0.0.0.0:8417'],
])('%s', async (address, look, printed) => {
  expect(await nameOfMachine(address, look)).toBe(printed)
})

let app: TestApp
beforeAll(async () => {
  app = await makeTestApp({}, bareSample)
})
afterAll(() => app.close())

test('both names are answered, and what a page of one of them sends', async () => {
  for (const host of ['127.0.0.1:8417', 'localhost:8417']) {
    expect((await app.ask('/api/session', { headers: { host } })).status).toBe(200)
    expect((await app.ask('/api/sample', { method: 'POST', body: '{"shown":true}', headers: { host, origin: `http://${host}`, 'content-type': 'application/json' } })).status).toBe(200)
  }
})
