// Quick exit: at once, to a page that says nothing, and "back" does not return.
import type { Page } from 'playwright'
import { expect, test } from 'vitest'
import type { Stage } from '../support/stage.ts'

const slowly = 800

/** Sent without waiting in between, however busy the machine: the second must come within the time that makes them one. */
async function pressTwice({ keyboard }: Page): Promise<void> {
  await Promise.all([keyboard.down('Escape'), keyboard.up('Escape'), keyboard.down('Escape'), keyboard.up('Escape')])
}

export function leaving(stage: Stage): void {
  async function expectGone(page: Page): Promise<void> {
    await page.waitForURL(`${stage.address}/neutral/`)
    await page.locator('#days td').first().waitFor({ state: 'attached' })
    expect(await page.title()).toBe('Vecka')
    expect(await page.locator('body').innerText()).not.toMatch(/lykta|incident|exempelstad/i)
    expect(await page.locator('link[rel="icon"]').getAttribute('href')).not.toContain('lantern')
    await page.goBack()
    expect(page.url()).not.toContain(stage.address + '/incidents')
  }

  test('by Esc twice, also while writing', async () => {
    const { page } = await stage.open({ path: '/incidents' })
    await page.getByRole('searchbox').fill('hotell')
    await pressTwice(page)
    await expectGone(page)
  })

  test('by Esc twice out of a dialog', async () => {
    const { page } = await stage.open({ path: '/incidents' })
    await page.keyboard.press('?')
    await page.getByRole('dialog').waitFor()
    await pressTwice(page)
    await expectGone(page)
  })

  test('by the button, on a phone', async () => {
    const { page } = await stage.open({ path: '/incidents', width: 390 })
    await page.getByRole('button', { name: 'Lämna' }).tap()
    await expectGone(page)
  })

  test('not by one Esc, nor by two far apart, nor by holding it down', async () => {
    const { page } = await stage.open({ path: '/incidents' })
    await page.keyboard.press('Escape')
    await page.waitForTimeout(slowly)
    await page.keyboard.down('Escape')
    await page.keyboard.down('Escape')
    await page.keyboard.up('Escape')
    expect(page.url()).toBe(`${stage.address}/incidents`)
    expect(await page.locator('h1').innerText()).toBe('Inkorg')
  })
}
