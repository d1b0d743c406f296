// One real server with the sample on a data folder of its own, one Chromium, and people with a passkey in their computer.
import { join } from 'node:path'
import { type Browser, type BrowserContextOptions, type CDPSession, type Page } from 'playwright'
import { afterAll, beforeAll, expect } from 'vitest'
import { type Home, makeHome } from '../../journey/lykta.ts'
import { findViolations } from '../support/find-violations.ts'
import { launch } from '../support/launch.ts'
import { makeWindows, type Windows } from '../support/windows.ts'

export type Look = { readonly width: 390 | 1280; readonly theme: 'light' | 'dark'; readonly language: 'sv' | 'en' }

export type Person = {
  readonly page: Page
  /** Errors in the console and requests to anyone else; what the server refused on purpose is left out. */
  readonly faults: readonly string[]
  /** Of the computer's own passkeys. */
  readonly passkeys: () => Promise<number>
  /** What axe finds on the page as it stands (or in one part of it, while that floats above the rest), and whatever sticks out of the window. */
  readonly inspect: (part?: string) => Promise<readonly string[]>
  readonly close: () => Promise<void>
}

export type MembersStage = {
  readonly home: Home
  /** http://localhost:PORT: passkeys need a name. */
  readonly address: string
  /** Somebody at a computer of her own; `passkeys`: whether it can make them. */
  readonly person: (look: Look, options?: { readonly passkeys?: boolean; readonly context?: BrowserContextOptions }) => Promise<Person>
}

/** `prepare`: what is done at the command line before the server starts. */
export function useMembersStage(prepare?: (home: Home) => Promise<unknown>): MembersStage {
  let home: Home
  let browser: Browser
  let windows: Windows
  let address = ''
  beforeAll(async () => {
    home = await makeHome({ begins: prepare ? 'cluster' : 'sample' })
    await prepare?.(home)
    const [serving, launched] = await Promise.all([home.serve('start'), launch()])
    browser = launched
    address = serving.address.replace('127.0.0.1', 'localhost')
    windows = makeWindows(browser, address)
  })
  afterAll(async () => {
    await browser.close()
    await home.remove()
  })
  return {
    get home() {
      return home
    },
    get address() {
      return address
    },
    person: (look, options = {}) => person(windows, address, look, options),
  }
}

/** At a browser that stands already, for a stage of another make. */
export async function person(windows: Windows, address: string, look: Look, { passkeys = true, context: choices }: NonNullable<Parameters<MembersStage['person']>[1]>): Promise<Person> {
  const page = await windows.take(look, choices)
  const faults: string[] = []
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type()) && !/status of 40[04]/.test(message.text())) faults.push(message.text())
  })
  page.on('pageerror', (error) => faults.push(error.message))
  page.on('request', (request) => {
    const { protocol, origin } = new URL(request.url())
    if (origin !== address && protocol !== 'data:' && protocol !== 'blob:') faults.push(`request to ${origin}`)
  })
  const devtools = await page.context().newCDPSession(page)
  const authenticatorId = passkeys ? await addAuthenticator(devtools) : undefined
  return {
    page, faults,
    passkeys: async () => (authenticatorId === undefined ? 0 : (await devtools.send('WebAuthn.getCredentials', { authenticatorId })).credentials.length),
    inspect: (part) => inspect(page, part),
    close: async () => {
      if (authenticatorId !== undefined) await devtools.send('WebAuthn.disable')
      await devtools.detach()
      await windows.giveBack(page)
    },
  }
}

/** A fingerprint reader that always agrees, and gives passkeys that open keys as well. */
async function addAuthenticator(devtools: CDPSession): Promise<string> {
  await devtools.send('WebAuthn.enable')
  const { authenticatorId } = await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2', ctap2Version: 'ctap2_1', transport: 'internal', hasResidentKey: true, hasUserVerification: true, hasPrf: true, isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  return authenticatorId
}

let photographs = 0

async function inspect(page: Page, part?: string): Promise<readonly string[]> {
  // For whoever wants to look: LYKTA_PHOTOGRAPHS names a folder.
  const folder = process.env['LYKTA_PHOTOGRAPHS']
  if (folder !== undefined) await page.screenshot({ path: join(folder, `${String((photographs += 1)).padStart(2, '0')}.png`), fullPage: true })
  const found = await findViolations(page, part)
  // A phone widens its window to what does not fit: its screen stays as it is.
  const wide = await page.evaluate(() => (document.documentElement.scrollWidth <= screen.width ? [] : [`wider than the window: ${document.documentElement.scrollWidth}`]))
  return [...found, ...wide]
}

/** Where the focus stands, in words. */
export async function focused(page: Page): Promise<string> {
  return page.evaluate(() => document.activeElement?.textContent ?? '')
}

export async function expectNothing(found: Promise<readonly string[]>, where: string): Promise<void> {
  expect(await found, where).toEqual([])
}
