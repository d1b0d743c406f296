// Every screen of a device, in both languages, by day and by night, on a phone and a desk: readable by all, and no wider than the window.
import { randomUUID } from 'node:crypto'
import type { Page } from 'playwright'
import { expect, test } from 'vitest'
import { findViolations } from '../support/find-violations.ts'
import { type DeviceStage, reportFrom } from './device-stage.ts'

const [phone, desk] = [390, 1280]
/** Every light and width on every screen; together with each other in the long run. */
const seen = process.env['LYKTA_PROVE'] === '1' || process.env['LYKTA_LOOK']
  ? [['light', phone], ['light', desk], ['dark', phone], ['dark', desk]] as const
  : [['dark', phone], ['light', desk]] as const

/** LYKTA_LOOK names a folder, for whoever wants to see. */
export async function expectSound(page: Page, name: string): Promise<void> {
  for (const [theme, width] of seen) {
    // Colours that glide from one light into the other are nobody's look.
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
    await page.setViewportSize({ width, height: 844 })
    // Drawn in the new light, and every colour arrived there, before it is looked at.
    await page.evaluate(async () => {
      await new Promise((resolve) => { requestAnimationFrame(() => requestAnimationFrame(resolve)) })
      await Promise.allSettled(document.getAnimations().map(({ finished }) => finished))
    })
    expect(await findViolations(page), `${name}, ${theme}, ${width}`).toEqual([])
    expect(await page.evaluate(() => [...document.querySelectorAll('body *')]
      .filter((element) => document.documentElement.scrollWidth > innerWidth && element.getBoundingClientRect().right > innerWidth + 1)
      .slice(0, 5).map((element) => element.outerHTML.slice(0, 120)))).toEqual([])
    const folder = process.env['LYKTA_LOOK']
    if (folder) await page.screenshot({ path: `${folder}/${name}-${theme}-${width}.png`, fullPage: true })
  }
  await page.setViewportSize({ width: 390, height: 844 })
}

export function looks(stage: DeviceStage): void {
  test('enrolment, in English', async () => {
    const browser = await stage.open()
    const page = await browser.openPage()
    await page.goto((await stage.makeLink()).link)
    await page.getByRole('button', { name: 'en English' }).click()
    await page.getByRole('button', { name: 'Add the device' }).click()
    await page.getByText('Write what the device shall be called.').waitFor()
    await expectSound(page, 'enrolment')
    await page.getByLabel('What shall the device be called?').fill('Front desk')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: 'The device has been added' }).waitFor()
    await expectSound(page, 'enrolled')
    await page.getByRole('button', { name: 'To the form' }).click()
    await page.getByText('The coordinator has not confirmed the device yet').waitFor()
    await expectSound(page, 'waiting')
    await stage.confirm()
  })

  test('waiting, refused, asked, closed, in Swedish', async () => {
    const { browser, page } = await stage.useDevice()
    await browser.context.setOffline(true)
    await reportFrom(page, { reason: 'Prov.' })
    await page.getByRole('heading', { level: 1, name: 'Rapporten väntar på anslutning' }).waitFor()
    await expectSound(page, 'kept')
    await page.reload()
    await page.getByText('1 rapport väntar på att skickas.').waitFor()
    await expectSound(page, 'offline')
    const problems = [{ code: 'incident.clock', severity: 'error', where: {}, values: {}, text: { sv: 'Enhetens klocka går fel.', en: 'The clock is wrong.' } }]
    await page.route('**/api/outbox', (route) => (route.request().method() === 'POST' ? route.fulfill({ status: 422, contentType: 'application/problem+json', body: JSON.stringify({ type: 'x', title: 'x', status: 422, problems }) }) : route.continue()))
    await browser.context.setOffline(false)
    await page.evaluate(() => window.dispatchEvent(new Event('online')))
    await page.getByText('Enhetens klocka går fel.').waitFor()
    await expectSound(page, 'refused')
    await page.getByRole('button', { name: 'Jag har sett det' }).click()
    await reportFrom(page, {})
    await page.locator('.receipt .reference').waitFor()
    const ref = await page.locator('.receipt .reference').innerText()
    await stage.network.anna.send('POST', `/api/incidents/${ref}/messages`, { id: randomUUID(), kind: 'question', code: 'where', to: null })
    await page.reload()
    await page.getByRole('button', { name: 'Läs och svara' }).waitFor()
    await expectSound(page, 'asked')
    await page.getByRole('button', { name: 'Läs och svara' }).click()
    await page.getByRole('region', { name: ref }).waitFor()
    await expectSound(page, 'receipts')
  })

  test('by keyboard alone, from the code to the form', async () => {
    const browser = await stage.open()
    const page = await browser.openPage({ width: 1280 })
    await page.goto((await stage.makeLink()).link)
    await page.getByRole('heading', { level: 1, name: 'Lägg till den här enheten' }).waitFor()
    const inFocus = (): Promise<string> => page.evaluate(() => (document.activeElement as HTMLInputElement | null)?.labels?.[0]?.textContent ?? document.activeElement?.textContent ?? '')
    const tabTo = async (name: string): Promise<void> => {
      for (let stop = 0; stop < 20; stop += 1) {
        await page.keyboard.press('Tab')
        if ((await inFocus()).startsWith(name)) return
      }
      throw new Error(`no stop is called ${name}`)
    }
    await tabTo('Lägg till enheten')
    await page.keyboard.press('Enter')
    // The error takes one to the field.
    expect(await inFocus()).toBe('Vad ska enheten heta?')
    await page.keyboard.type('Nattporten')
    await tabTo('Lägg till enheten')
    await page.keyboard.press('Space')
    await page.getByRole('heading', { level: 1, name: 'Enheten är tillagd' }).waitFor()
    expect(await inFocus()).toBe('Enheten är tillagd')
    await tabTo('Till formuläret')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Börja' }).waitFor()
    await tabTo('Börja')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 2, name: 'Vad såg du?' }).waitFor()
    await stage.confirm()
  })

  test('nobody signed in: it says so, and whom to call', async () => {
    const browser = await stage.open()
    const page = await browser.openPage()
    await page.goto(`${stage.address}/day/`)
    await page.getByRole('heading', { level: 1, name: 'Logga in för att rapportera' }).waitFor()
    await expectSound(page, 'closed')
    expect(await page.evaluate(async () => [await caches.keys(), (await navigator.serviceWorker.getRegistrations()).length])).toEqual([[], 0])
  })
}
