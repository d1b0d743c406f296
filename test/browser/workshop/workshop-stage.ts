// A town with members and incidents behind a real socket, one Chromium, and the database's clock in the test's hands.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll } from 'vitest'
import { ensureWebApp, webAppFolder } from '../../../apps/server/src/web-app.ts'
import { type ExploredTown, makeExploredTown } from '../../server/explored-town.ts'
import { type Look, type Person, person } from '../members/members-stage.ts'
import { launch } from '../support/launch.ts'
import { makeWindows, type Windows } from '../support/windows.ts'

export type WorkshopStage = {
  readonly town: ExploredTown
  readonly address: string
  /** Somebody signed in at a browser of her own. */
  readonly sitDown: (who: keyof ExploredTown['as'], look: Look) => Promise<Person>
  /** Of somebody who is nobody here. */
  readonly newPage: () => Promise<Page>
  /** From now on the database's clock is so much ahead. */
  readonly later: (interval: string) => Promise<void>
}

/** Setting a page takes seconds, and is tried elsewhere. */
export const compilePdf = async (): Promise<Uint8Array> => new TextEncoder().encode('%PDF')

/** To be called at the top of a test file. */
export function useWorkshopStage(): WorkshopStage {
  let town: ExploredTown
  let browser: Browser
  let windows: Windows
  let server: Server
  let address = ''
  const stopping = new AbortController()
  beforeAll(async () => {
    await ensureWebApp(() => {})
    ;[town, browser] = await Promise.all([makeExploredTown({ webApp: webAppFolder, stopping: stopping.signal, compilePdf }), launch()])
    server = createServer((request, response) => void answer(town, request, response))
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    address = `http://localhost:${(server.address() as AddressInfo).port}`
    windows = makeWindows(browser, address)
  })
  afterAll(async () => {
    stopping.abort()
    await browser.close()
    server.closeAllConnections()
    server.close()
    await town.close()
  })
  return {
    get town() {
      return town
    },
    get address() {
      return address
    },
    sitDown: async (who, look) => {
      const sitting = await person(windows, address, look, { passkeys: false })
      const [name, value] = town.as[who].split('=') as [string, string]
      await sitting.page.context().addCookies([{ name, value: value.replace(/;.*$/, ''), url: address }])
      return sitting
    },
    newPage: () => browser.newPage(),
    later: async (interval) => {
      await town.desk.register.owner.query(`create or replace function lykta.register_time() returns timestamptz
        language sql stable set search_path = pg_catalog, pg_temp as $$ select now() + interval '${interval}' $$`)
    },
  }
}

async function answer({ app }: ExploredTown, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  const headers = new Headers(Object.entries(request.headers).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value] as [string, string]] : [])))
  const answered = await app.ask(request.url ?? '/', { method: request.method ?? 'GET', headers, ...(parts.length > 0 ? { body: Buffer.concat(parts) } : {}) })
  response.writeHead(answered.status, [...answered.headers].flat())
  response.end(Buffer.from(await answered.arrayBuffer()))
}
