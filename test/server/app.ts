// The whole server as a function of a request, on a register with the sample network: no socket, no process.
import { randomUUID } from 'node:crypto'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { foundNetwork, listNetworks, type Register } from '@lykta/register'
import { type Desk, deskOf, ensureSampleNetwork } from '@lykta/server'
import { type AppOptions, makeApp } from '../../apps/server/src/http/app.ts'
import { type Beginning, cloneDatabase } from '../../packages/register/test/database.ts'

export type TestApp = {
  /** `path` on the server's own host; headers may name another. `from`: the address that it comes from. */
  readonly ask: (path: string, init?: RequestInit, from?: string) => Promise<Response>
  readonly json: <T>(path: string, init?: RequestInit) => Promise<T>
  readonly post: (path: string, body: unknown, headers?: Record<string, string>) => Promise<Response>
  /** Every route that the server has. */
  readonly routes: readonly { readonly method: string; readonly path: string }[]
  /** What the server works with, for looking underneath. */
  readonly desk: Desk
  /** What the server told its log. */
  readonly log: readonly string[]
  readonly close: () => Promise<void>
}

/** The sample's name without its incidents, which nobody needs who founds a network of her own. */
export const bareSample = async (register: Register): Promise<unknown> => foundNetwork(register, 'operator', {
  id: randomUUID(), name: 'Exempelstad', municipality: 'Exempelstad', collectionStart: '2017-11-01', timeZone: 'Europe/Stockholm', languages: ['sv', 'en'], sample: true,
}, new Date().toISOString())

const sample: Beginning = { name: 'sample', fill: (register) => ensureSampleNetwork(register, () => {}) }

/** `prepare`: makes the network that is served, where it is not the sample. */
export async function makeTestApp(
  options: Partial<Omit<AppOptions, 'desk' | 'version' | 'log'>> = {},
  prepare?: (register: Register) => Promise<unknown>,
): Promise<TestApp> {
  const database = await cloneDatabase(prepare ? undefined : sample)
  await prepare?.(database.register)
  const [network] = await listNetworks(database.register)
  const desk = await deskOf(database.register, network!)
  const webApp = await mkdtemp(join(tmpdir(), 'lykta-web-'))
  await mkdir(join(webApp, 'assets'))
  await writeFile(join(webApp, 'index.html'), '<!doctype html><title>Lykta</title>')
  await writeFile(join(webApp, 'assets/app-1a2b.js'), 'export {}')
  const log: string[] = []
  const app = makeApp({ desk, version: 'test', log: (line) => void log.push(line), webApp, ...options })
  const ask = async (path: string, init: RequestInit = {}, from?: string): Promise<Response> => {
    const headers = new Headers(init.headers)
    if (!headers.has('host')) headers.set('host', '127.0.0.1:8417')
    return app.request(`http://127.0.0.1:8417${path}`, { ...init, headers }, from === undefined ? undefined : { incoming: { socket: { remoteAddress: from } } })
  }
  return {
    ask,
    json: async <T>(path: string, init?: RequestInit) => (await ask(path, init)).json() as Promise<T>,
    post: (path, body, headers = {}) => ask(path, { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json', ...headers } }),
    routes: app.routes,
    desk,
    log,
    close: async () => {
      await database.close()
      await rm(webApp, { recursive: true, force: true })
    },
  }
}
