// The pages of a test file: each opened in an empty window, with what goes wrong on it written down.
import type { Browser, BrowserContextOptions, Page } from 'playwright'
import { makeWindows, type Width } from './windows.ts'

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

export function startBrowsing(browser: Browser, address: string): Browsing {
  const windows = makeWindows(browser, address)
  const used = new Set<Page>()

  async function open(view: View): Promise<Opened> {
    const { path, width = 1280, language = 'sv', theme = 'light', context, prepare, waits = true, stays = false } = view
    const page = await windows.take({ width, language, theme }, context)
    if (!stays) used.add(page)
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
      for (const page of used) await windows.giveBack(page)
      used.clear()
    },
    close: () => browser.close(),
  }
}

/** The heading is there and nothing is on its way. */
export async function standing(page: Page): Promise<void> {
  await page.locator('#content h1').first().waitFor()
  // The page of parts shows what waiting looks like; a list and its panel may both be on their way.
  await page.locator('#content .busy:not(.parts *)').first().waitFor({ state: 'detached' })
  await page.evaluate(() => document.fonts.ready.then(() => undefined))
}
