// One real server on a data folder of its own with the sample, and one Chromium, for the tests of a file.
import { cp } from 'node:fs/promises'
import { join } from 'node:path'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright'
import { afterAll, beforeAll } from 'vitest'
import { type Home, makeHome, type Ran, root } from '../../journey/lykta.ts'

export type Width = 390 | 768 | 1280
export type View = {
  readonly path: string
  readonly width?: Width
  readonly language?: 'sv' | 'en'
  readonly theme?: 'light' | 'dark' | 'system'
  readonly context?: BrowserContextOptions
  /** Before anything is asked for: answers of the page's own (`page.route`). */
  readonly prepare?: (page: Page) => Promise<unknown>
  /** False: return before the page stands. */
  readonly waits?: boolean
}

/** A page with what went wrong on it so far: errors in its console, requests to anyone but the server. */
export type Opened = { readonly page: Page; readonly faults: readonly string[] }

export type Stage = {
  /** http://127.0.0.1:PORT */
  readonly address: string
  /** Folder of the templates that the server makes its editions from. */
  readonly templates: string
  /** Internal reference of the sample's latest incident. */
  readonly incident: string
  /** What `lykta read` says of an incident's reason, with the passphrase typed. */
  readonly readReason: (ref: string, passphrase: string) => Promise<Ran>
  /** Opens an address and waits until the page stands; it is closed after the test file. */
  readonly open: (view: View) => Promise<Opened>
}

const heights: Readonly<Record<Width, number>> = { 390: 844, 768: 1024, 1280: 800 }

/** To be called at the top of a test file; the stage stands when its tests run. */
export function useStage(): Stage {
  let home: Home
  let browser: Browser
  let address = ''
  let templates = ''
  let incident = ''

  beforeAll(async () => {
    home = await makeHome()
    templates = join(home.folder, 'templates')
    await cp(join(root, 'packages/publication/templates/annual'), templates, { recursive: true })
    const executablePath = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium'
    const [serving, launched] = await Promise.all([home.serve('start', '--template', templates), chromium.launch({ executablePath, args: ['--no-sandbox'] })])
    browser = launched
    address = serving.address
    incident = await findLatestIncident(address)
  })
  afterAll(async () => {
    await browser.close()
    await home.remove()
  })

  return {
    get address() {
      return address
    },
    get templates() {
      return templates
    },
    get incident() {
      return incident
    },
    readReason: (ref, passphrase) => home.typed(passphrase, 'read', ref),
    open: (view) => open(browser, address, view),
  }
}

async function open(browser: Browser, address: string, { path, width = 1280, language = 'sv', theme = 'light', context: options, prepare, waits = true }: View): Promise<Opened> {
  const context = await browser.newContext({
    viewport: { width, height: heights[width] },
    ...(width === 390 ? { hasTouch: true, isMobile: true } : {}),
    reducedMotion: 'reduce',
    ...options,
  })
  // Chosen once, as a reader does; a page that changes it keeps its own choice.
  await context.addInitScript((chosen) => {
    if (localStorage.getItem('lykta') === null) localStorage.setItem('lykta', chosen)
  }, JSON.stringify({ language, theme, letterKeys: true }))
  const page = await context.newPage()
  const faults: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') faults.push(message.text())
  })
  page.on('pageerror', (error) => faults.push(error.message))
  page.on('request', (request) => {
    const { protocol, origin } = new URL(request.url())
    if (origin !== address && protocol !== 'data:' && protocol !== 'blob:') faults.push(`request to ${origin}`)
  })
  await prepare?.(page)
  await page.goto(`${address}${path}`)
  if (waits) await standing(page)
  return { page, faults }
}

/** The heading is there and nothing is on its way. */
export async function standing(page: Page): Promise<void> {
  await page.locator('#content h1').first().waitFor()
  // The page of parts shows what waiting looks like; a list and its panel may both be on their way.
  await page.locator('#content .busy:not(.parts *)').first().waitFor({ state: 'detached' })
  await page.evaluate(() => document.fonts.ready.then(() => undefined))
}

async function findLatestIncident(address: string): Promise<string> {
  const response = await fetch(`${address}/api/incidents/search`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' })
  const { incidents } = (await response.json()) as { readonly incidents: readonly { readonly ref: string }[] }
  return incidents[0]!.ref
}
