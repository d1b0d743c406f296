// The windows of one browser: a new one for each page that is opened, or one that another test is done with, emptied of everything.
import type { Browser, BrowserContextOptions, Page } from 'playwright'
import { wipe } from './wipe.ts'

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
  /** True: stays as it is after its test, for those that follow; else whoever opens next gets the window, emptied. */
  readonly stays?: boolean
}

/** A page with what went wrong on it so far: errors in its console, requests to anyone but the server. */
export type Opened = { readonly page: Page; readonly faults: readonly string[] }

export type Browsing = {
  readonly open: (view: View) => Promise<Opened>
  /** After a test: its windows may be used again. */
  readonly clear: () => Promise<void>
  readonly close: () => Promise<void>
}

const heights: Readonly<Record<Width, number>> = { 390: 844, 768: 1024, 1280: 800 }

export function startBrowsing(browser: Browser, address: string): Browsing {
  // A program of the page that was compiled once is not compiled again in the same window: that is most of what opening one takes.
  const empty = new Map<string, Page[]>()
  const used = new Map<Page, string>()

  async function open(view: View): Promise<Opened> {
    const { path, width = 1280, language = 'sv', theme = 'light', context = {}, prepare, waits = true, stays = false } = view
    const kind = JSON.stringify([width, language, theme, context])
    const page = empty.get(kind)?.pop() ?? (await makeWindow(browser, { width, language, theme, context }))
    if (!stays) used.set(page, kind)
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

  return {
    open,
    clear: async () => {
      for (const [page, kind] of used) {
        if (page.isClosed()) continue
        await wipe(page, address)
        empty.set(kind, [...(empty.get(kind) ?? []), page])
      }
      used.clear()
    },
    close: () => browser.close(),
  }
}

async function makeWindow(browser: Browser, { width, language, theme, context: options }: Required<Pick<View, 'width' | 'language' | 'theme' | 'context'>>): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width, height: heights[width] },
    ...(width === 390 ? { hasTouch: true, isMobile: true } : {}),
    reducedMotion: 'reduce',
    ...options,
  })
  // Chosen once, as a reader does; a page that changes it keeps its own choice.
  await context.addInitScript((chosen) => {
    if (location.protocol === 'http:' && localStorage.getItem('lykta') === null) localStorage.setItem('lykta', chosen)
  }, JSON.stringify({ language, theme, letterKeys: true }))
  // What is waited for may take its time where several things run at once.
  context.setDefaultTimeout(90_000)
  return context.newPage()
}

/** The heading is there and nothing is on its way. */
export async function standing(page: Page): Promise<void> {
  await page.locator('#content h1').first().waitFor()
  // The page of parts shows what waiting looks like; a list and its panel may both be on their way.
  await page.locator('#content .busy:not(.parts *)').first().waitFor({ state: 'detached' })
  await page.evaluate(() => document.fonts.ready.then(() => undefined))
}
