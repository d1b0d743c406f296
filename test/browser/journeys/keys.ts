// The keyboard: skip link, headings, letters, and a table of numbers that is one stop.
import type { Page } from 'playwright'
import { expect, test } from 'vitest'
import type { Stage } from '../support/stage.ts'

const focused = (page: Page): Promise<string> => page.evaluate(() => document.activeElement?.textContent.trim() ?? '')

export function keys(stage: Stage): void {
  test('the first stop skips to the content', async () => {
    const { page } = await stage.open({ path: '/' })
    await page.keyboard.press('Tab')
    await expect.poll(() => focused(page)).toBe('Till innehållet')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    await expect.poll(() => page.evaluate(() => document.querySelector('main')!.contains(document.activeElement))).toBe(true)
  })

  test('going to another page puts the focus on its heading', async () => {
    const { page } = await stage.open({ path: '/' })
    await page.getByRole('link', { name: 'Inkorg' }).press('Enter')
    await page.waitForFunction(() => document.activeElement?.tagName === 'H1')
    await expect.poll(() => focused(page)).toBe('Inkorg')
    expect(await page.title()).toBe('Inkorg – Lykta')
  })

  test('/ searches, j and k move, Enter opens, Esc closes', async () => {
    const { page } = await stage.open({ path: '/incidents' })
    await page.keyboard.press('j')
    const first = await focused(page)
    await page.keyboard.press('j')
    const second = await focused(page)
    expect(second).not.toBe(first)
    await page.keyboard.press('k')
    await expect.poll(() => focused(page)).toBe(first)
    await page.keyboard.press('Enter')
    await page.getByRole('region', { name: 'Incident', exact: true }).waitFor()
    await page.keyboard.press('Escape')
    await page.locator('.incident-table').waitFor()
    await page.keyboard.press('/')
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('INPUT')
    // In a field letters are letters.
    await page.keyboard.type('jk/?')
    expect(await page.getByRole('searchbox').inputValue()).toBe('jk/?')
    expect(await page.getByRole('dialog').count()).toBe(0)
  })

  test('? tells the keys, and letters can be turned off', async () => {
    const { page } = await stage.open({ path: '/incidents' })
    await page.keyboard.press('?')
    const dialog = page.getByRole('dialog', { name: 'Tangenter' })
    await dialog.getByRole('checkbox', { name: 'Bokstavstangenter på' }).press('Space')
    await dialog.getByRole('button', { name: 'Stäng' }).press('Enter')
    await dialog.waitFor({ state: 'detached' })
    await page.keyboard.press('?')
    await page.keyboard.press('j')
    expect(await page.getByRole('dialog').count()).toBe(0)
    expect(await page.locator('[data-incident]:focus').count()).toBe(0)
    await page.reload()
    await page.locator('.incident-table').waitFor()
    await page.keyboard.press('j')
    expect(await page.locator('[data-incident]:focus').count()).toBe(0)
  })

  test('arrow keys go from number to number; the table is one stop', async () => {
    const { page } = await stage.open({ path: '/' })
    const chart = page.getByRole('figure', { name: 'Flest i mars: 6 år 2019' })
    await chart.getByRole('button', { name: 'Visa som tabell' }).press('Enter')
    expect(await chart.locator('button.number[tabindex="0"]').count()).toBe(1)
    await chart.locator('button.number').first().focus()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await expect.poll(() => focused(page)).toBe('6')
    await page.keyboard.press('Enter')
    await page.getByRole('dialog').waitFor()
  })
}
