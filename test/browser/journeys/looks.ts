// The same pages in the other language, by night, at 200 %, on paper; and every state of a button looks like itself.
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '../../journey/lykta.ts'
import { standing } from '../support/browsing.ts'
import type { Stage } from '../support/stage.ts'

const photographs = join(root, 'test-results')

export function looks(stage: Stage): void {
  test('English is one press away, everywhere, and stays', async () => {
    const { page } = await stage.open({ path: '/' })
    await page.getByRole('group', { name: 'Språk' }).getByRole('button', { name: 'English' }).click()
    await page.getByText('30 incidents in 2019, 23 in 2018: the difference can be chance.').waitFor()
    expect(await page.locator('html').getAttribute('lang')).toBe('en')
    await page.reload()
    await standing(page)
    expect(await page.getByRole('navigation', { name: 'Places' }).getByRole('link').allInnerTexts()).toEqual(['Overview', 'Inbox', 'Cases', 'Statistics', 'Editions', 'Meetings', 'Report'])
    await page.getByRole('group', { name: 'Language' }).getByRole('button', { name: 'Svenska' }).click()
    await page.getByRole('navigation', { name: 'Platser' }).waitFor()
  })

  test('by night as the computer has it, or as the reader chooses', async () => {
    const { page } = await stage.open({ path: '/', theme: 'system', context: { colorScheme: 'dark' } })
    const paper = (): Promise<string> => page.evaluate(() => getComputedStyle(document.body).backgroundColor)
    const night = await paper()
    await page.emulateMedia({ colorScheme: 'light' })
    const day = await paper()
    expect(day).not.toBe(night)
    await page.getByRole('button', { name: 'Mörkt' }).click()
    await page.waitForFunction((wanted) => getComputedStyle(document.body).backgroundColor === wanted, night)
    await page.reload()
    await standing(page)
    expect(await paper()).toBe(night)
  })

  test('in the system’s own colours the drawings follow them, whatever the reader chose, and the present place is marked', async () => {
    const { page } = await stage.open({ path: '/', theme: 'light', context: { forcedColors: 'active', colorScheme: 'dark' } })
    const colours = await page.evaluate(() => {
      const of = (part: string, property: 'color' | 'fill' | 'backgroundColor' | 'borderLeftColor'): string => getComputedStyle(document.querySelector(part)!)[property]
      return {
        paper: of('body', 'backgroundColor'), ink: of('body', 'color'), bar: of('.column-lit .bar:not(.bar-partial)', 'fill'), label: of('.chart-svg .axis-label', 'fill'),
        here: of('.places a[aria-current]', 'borderLeftColor'), elsewhere: of('.places a:not([aria-current])', 'borderLeftColor'),
      }
    })
    expect(colours.bar).toBe(colours.ink)
    expect(colours.label).toBe(colours.ink)
    expect(colours.ink).not.toBe(colours.paper)
    expect(colours.elsewhere).toBe(colours.paper)
    expect(colours.here).not.toBe(colours.paper)
  })

  test('at 200 % of a desk nothing is cut off or covered', async () => {
    const { page } = await stage.open({ path: '/', context: { viewport: { width: 640, height: 360 }, deviceScaleFactor: 2 } })
    for (const path of ['/', '/incidents', '/statistics', '/editions', '/method']) {
      await page.goto(`${stage.address}${path}`)
      await standing(page)
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
      const covered = await page.evaluate(() => ['.rail', '.places'].filter((part) => ['fixed', 'sticky'].includes(getComputedStyle(document.querySelector(part)!).position)))
      expect(covered).toEqual([])
    }
  })

  test('on paper: light, without what can only be pressed, with the word that it is invented and unprotected', async () => {
    const { page } = await stage.open({ path: '/', theme: 'dark' })
    await page.emulateMedia({ media: 'print' })
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme)).toBe('light')
    const shown = await page.evaluate(() =>
      ['.rail', '.foot .switch', '.chart-foot .button', '.years', '.sample', '.raw-mark', '.chart-svg'].filter((part) => document.querySelector(part)!.getClientRects().length > 0),
    )
    expect(shown).toEqual(['.sample', '.raw-mark', '.chart-svg'])
  })

  test('every state of a button is drawn differently, by day and by night', async () => {
    await mkdir(photographs, { recursive: true })
    for (const theme of ['light', 'dark'] as const) {
      const { page } = await stage.open({ path: '/design', theme })
      await page.screenshot({ path: join(photographs, `parts-${theme}.png`), fullPage: true })
      for (const kind of ['primary', 'secondary', 'quiet', 'danger']) {
        const buttons = await page.locator(`.states .button-${kind}`).all()
        const drawn = await Promise.all(buttons.map((button) => button.locator('..').screenshot({ mask: [page.locator('.state-name')] })))
        expect(new Set(drawn.map((picture) => picture.toString('base64'))).size, `${kind}, ${theme}`).toBe(5)
      }
      await page.context().close()
    }
  })
}
