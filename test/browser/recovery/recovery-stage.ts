// A server in this process, whose days can pass, with a network that has members, and one Chromium.
import { renderSheet, splitRecovery, type Sheet } from '@lykta/seal'
import { listNetworks } from '@lykta/register'
import { deskOf, ensureWebApp, webAppFolder } from '@lykta/server'
import type { Browser, Page } from 'playwright'
import { afterAll, afterEach, beforeAll, vi } from 'vitest'
import { makeApp } from '../../../apps/server/src/http/app.ts'
import { listen, type Listening } from '../../../apps/server/src/http/serve.ts'
import { cloneDatabase, type TestDatabase } from '../../../packages/register/test/database.ts'
import { bareSample } from '../../server/app.ts'
import { foundTestNetwork, report, type TestNetwork, type Visitor } from '../../server/member-network.ts'
import { type Look, type Person, person } from '../members/members-stage.ts'
import { askServer } from '../support/ask-server.ts'
import { launch } from '../support/launch.ts'
import { makeWindows } from '../support/windows.ts'

export type RecoveryStage = {
  readonly address: string
  readonly network: TestNetwork
  /** As their text stands on paper and in the code. */
  readonly sheets: readonly string[]
  /** Of an incident with a sealed reason, `reason`. */
  readonly ref: string
  readonly sitDown: (look: Look, who?: Visitor) => Promise<Person>
  /** The server's clock, and that of the browsers given. */
  readonly pass: (days: number, ...pages: readonly Page[]) => Promise<void>
}

export const reason = 'Samma man betalade tre rum'
const dayLong = 24 * 3_600_000

/** To be called at the top of a test file. */
export function useRecoveryStage(): RecoveryStage {
  let database: TestDatabase
  let listening: Listening
  let browser: Browser
  let address = ''
  let network: TestNetwork
  let sheets: readonly Sheet[] = []
  let ref = ''
  beforeAll(async () => {
    await ensureWebApp(() => {})
    database = await cloneDatabase()
    await bareSample(database.register)
    const [first] = await listNetworks(database.register)
    const app = makeApp({ desk: await deskOf(database.register, first!), version: 'test', log: () => {}, webApp: webAppFolder })
    ;[listening, browser] = await Promise.all([listen(app, 0), launch()])
    address = listening.address.replace('127.0.0.1', 'localhost')
    network = await foundTestNetwork({ ask: askServer(() => address) })
    sheets = await splitRecovery(network.recovery)
    ref = await report(network, network.anna, { placeType: 'hotel' }, reason)
  })
  afterEach(() => void vi.useRealTimers())
  afterAll(async () => {
    vi.useRealTimers()
    await browser.close()
    await listening.stop(100)
    await database.close()
  })
  return {
    get address() {
      return address
    },
    get network() {
      return network
    },
    get sheets() {
      return sheets.map((sheet) => renderSheet(sheet, { network: network.id, genesis: network.genesis }))
    },
    get ref() {
      return ref
    },
    sitDown: async (look, who) => {
      // Each in a window of her own: the clock of a page that was moved cannot be put back.
      const sat = await person(makeWindows(browser, address), address, look, { passkeys: false })
      if (who) await sat.page.context().addCookies([...who.cookies].map(([name, value]) => ({ name, value, url: address })))
      return sat
    },
    pass: async (days, ...pages) => {
      const now = Date.now() + days * dayLong
      vi.useFakeTimers({ toFake: ['Date'], now })
      for (const page of pages) await page.clock.setSystemTime(now)
    },
  }
}
