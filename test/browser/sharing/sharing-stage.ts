// A town and a hotel with members whose keys open by a passphrase, behind a real socket, one Chromium, and people who sit down at it.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { randomUUID } from 'node:crypto'
import { lockWithPassphrase } from '@lykta/seal'
import type { Browser } from 'playwright'
import { afterAll, beforeAll } from 'vitest'
import { ensureWebApp, webAppFolder } from '../../../apps/server/src/web-app.ts'
import { bareSample, makeTestApp, type TestApp } from '../../server/app.ts'
import { base64url, foundTestNetwork, join, list, type Person as Member, report, type TestNetwork } from '../../server/member-network.ts'
import { type Look, type Person, person } from '../members/members-stage.ts'
import { launch } from '../support/launch.ts'
import { makeWindows, type Windows } from '../support/windows.ts'

export const passphrase = 'lykta hamn gren sju moln tegel'

export type SharingStage = {
  readonly app: TestApp
  readonly network: TestNetwork
  readonly address: string
  /** Anna coordinates in the town, where Cilla is a core member; Hedda is one at the hotel, where David reports. */
  readonly members: Readonly<Record<'anna' | 'cilla' | 'hedda' | 'david', Member>>
  /** Of the hotel, each with a text. */
  readonly refs: readonly string[]
  readonly sitDown: (who: keyof SharingStage['members'], look: Look) => Promise<Person>
}

/** To be called at the top of a test file. `texts`: how many incidents the hotel has told. */
export function useSharingStage(texts: number): SharingStage {
  let app: TestApp
  let browser: Browser
  let windows: Windows
  let server: Server
  let network: TestNetwork
  let members: SharingStage['members']
  let address = ''
  const refs: string[] = []
  beforeAll(async () => {
    await ensureWebApp(() => {})
    ;[app, browser] = await Promise.all([makeTestApp({ webApp: webAppFolder }, bareSample), launch()])
    network = await foundTestNetwork(app)
    const [cilla, hedda, david] = [await join(network, 'core-member', network.town, 'Cilla'), await join(network, 'core-member', network.hotel, 'Hedda'), await join(network, 'reporter', network.hotel, 'David')]
    members = { anna: network.anna, cilla, hedda, david }
    for (const member of [network.anna, cilla, hedda]) {
      const file = base64url(await lockWithPassphrase(member.keys, passphrase))
      await member.send('PUT', '/api/keys/bundles', [{ id: randomUUID(), way: 'passphrase', credential: null, file }])
    }
    await list(network, cilla, 'core-member', network.town)
    await list(network, hedda, 'core-member', network.hotel)
    await list(network, david, 'reporter', network.hotel)
    for (let number = 1; number <= texts; number += 1) refs.push(await report(network, david, { placeType: 'hotel' }, `Anteckning ${number}: samma bil utanför, och någon annan betalade rummet.`))
    server = createServer((request, response) => void answer(app, request, response))
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    address = `http://localhost:${(server.address() as AddressInfo).port}`
    windows = makeWindows(browser, address)
  })
  afterAll(async () => {
    await browser.close()
    server.closeAllConnections()
    server.close()
    await app.close()
  })
  return {
    get app() {
      return app
    },
    get network() {
      return network
    },
    get members() {
      return members
    },
    get address() {
      return address
    },
    refs,
    sitDown: async (who, look) => {
      const sitting = await person(windows, address, look, { passkeys: false })
      await sitting.page.context().addCookies([...members[who].cookies].map(([name, value]) => ({ name, value, url: address })))
      return sitting
    },
  }
}

async function answer(app: TestApp, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  const headers = new Headers(Object.entries(request.headers).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value] as [string, string]] : [])))
  const answered = await app.ask(request.url ?? '/', { method: request.method ?? 'GET', headers, ...(parts.length > 0 ? { body: Buffer.concat(parts) } : {}) })
  response.writeHead(answered.status, [...answered.headers].flat())
  response.end(Buffer.from(await answered.arrayBuffer()))
}
