// Every page in both languages, by day and by night, on a phone and on a desk: readable by all, quiet, and no wider than the window.
import type { Page } from 'playwright'
import { describe, expect, test } from 'vitest'
import type { View } from './support/browsing.ts'
import { findViolations } from './support/find-violations.ts'
import { routes } from './support/routes.ts'
import { useStage } from './support/stage.ts'

const stage = useStage()

type Look = Required<Pick<View, 'width' | 'theme' | 'language'>>
const widths = [390, 1280] as const
const themes = ['light', 'dark'] as const
const languages = ['sv', 'en'] as const
const all: readonly Look[] = widths.flatMap((width) => themes.flatMap((theme) => languages.map((language) => ({ width, theme, language }))))
/** Two of the eight hold every width, theme and language on every page; all eight when it is to be proven. */
const opposite: readonly Look[] = [
  { width: 390, theme: 'dark', language: 'en' },
  { width: 1280, theme: 'light', language: 'sv' },
]
const looks = process.env['LYKTA_PROVE'] === '1' ? all : opposite

describe.each(routes)('$name', ({ path }) => {
  test.each(looks)('$width px, $theme, $language', async (look) => {
    const { page, faults } = await stage.open({ path: path(stage), ...look })

    expect(await findViolations(page)).toEqual([])
    expect(await widerThanWindow(page)).toEqual([])
    expect(await page.locator('h1').count()).toBe(1)
    expect(await page.locator('html').getAttribute('lang')).toBe(look.language)
    expect(await page.title()).toMatch(/^\S.* – Lykta$/u)
    // Enlarged four times.
    if (look.width === 1280) {
      await page.setViewportSize({ width: 320, height: 256 })
      await page.evaluate(() => new Promise((drawn) => { requestAnimationFrame(() => requestAnimationFrame(drawn)) }))
      expect(await widerThanWindow(page)).toEqual([])
      await page.setViewportSize({ width: 1280, height: 800 })
    }
    expect(faults).toEqual([])
  })
})

/** Elements that stick out of a page that can be scrolled sideways. A phone widens its window to what does not fit: its screen stays as it is. */
function widerThanWindow(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const width = Math.min(innerWidth, screen.width)
    if (document.documentElement.scrollWidth <= width) return []
    const wide = [...document.querySelectorAll('body *')].filter((element) => element.getBoundingClientRect().right > width + 1)
    return wide.slice(0, 5).map((element) => element.outerHTML.slice(0, 120))
  })
}
