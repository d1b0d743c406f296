// The windows of one browser that are used again: a program of the page that was compiled once is not compiled again in the same window.
import type { Browser, BrowserContextOptions, Page } from 'playwright'
import { wipe } from './wipe.ts'

export type Width = 390 | 768 | 1280
export type WindowLook = { readonly width: Width; readonly theme: 'light' | 'dark' | 'system'; readonly language: 'sv' | 'en' }

export type Windows = {
  /** A new one, or one of the same make that somebody is done with. */
  readonly take: (look: WindowLook, context?: BrowserContextOptions) => Promise<Page>
  /** Emptied of everything. One that is closed is left alone. */
  readonly giveBack: (page: Page) => Promise<void>
}

const heights: Readonly<Record<Width, number>> = { 390: 844, 768: 1024, 1280: 800 }
const sizeOf = (width: Width) => ({ width, height: heights[width] })

export function makeWindows(browser: Browser, address: string): Windows {
  const empty = new Map<string, Page[]>()
  const taken = new Map<Page, { readonly make: string; readonly forget: () => Promise<void> }>()
  return {
    take: async ({ width, theme, language }, context = {}) => {
      // A finger instead of a mouse stays; everything else that a reader chooses is chosen anew.
      const make = JSON.stringify([width === 390, context])
      let page = empty.get(make)?.pop()
      if (page && !context.viewport) await page.setViewportSize(sizeOf(width))
      page ??= await makeWindow(browser, width, context)
      // Chosen once, as a reader does; a page that changes it keeps its own choice.
      const chosen = await page.context().addInitScript((look) => {
        if (location.protocol === 'http:' && localStorage.getItem('lykta') === null) localStorage.setItem('lykta', look)
      }, JSON.stringify({ language, theme, letterKeys: true }))
      taken.set(page, { make, forget: () => chosen.dispose() })
      return page
    },
    giveBack: async (page) => {
      const { make, forget } = taken.get(page)!
      taken.delete(page)
      if (page.isClosed()) return
      await forget()
      await wipe(page, address)
      empty.set(make, [...(empty.get(make) ?? []), page])
    },
  }
}

async function makeWindow(browser: Browser, width: Width, options: BrowserContextOptions): Promise<Page> {
  const context = await browser.newContext({ viewport: sizeOf(width), ...(width === 390 ? { hasTouch: true, isMobile: true } : {}), reducedMotion: 'reduce', ...options })
  // What is waited for may take its time where several things run at once.
  context.setDefaultTimeout(90_000)
  return context.newPage()
}
