// Without a connection: the form opens, what is sent waits sealed, and arrives once, whatever happens to the browser meanwhile.
import type { Page } from 'playwright'
import { expect, test } from 'vitest'
import { type DeviceStage, fillIn, reportFrom } from './device-stage.ts'
import { findInProfile } from './real-browser.ts'

const reason = 'blåvit markör sju tre ett nio'
/** The area is an answer in clear: on the device it is none the less sealed. */
const area = 'Fyrkvarteret 7319'

async function expectKept(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1, name: 'Rapporten väntar på anslutning' }).waitFor()
  await page.getByText('1 rapport väntar på att skickas.').waitFor()
}

export function offline(stage: DeviceStage): void {
  test('opened and sent without a connection, the browser killed, opened again: it arrives once, and nothing of it was to be found', async () => {
    const before = await stage.count()
    const device = await stage.startDevice()
    await device.browser.context.setOffline(true)
    await device.page.reload()
    await device.page.getByText('Ingen anslutning.').waitFor()
    await fillIn(device.page, { reason, area })
    // Typed and not sent: nothing of it may be on the disk, nor come back.
    await device.page.waitForTimeout(1_500)
    await device.page.getByRole('button', { name: 'Skicka' }).click()
    await expectKept(device.page)
    await device.browser.kill()
    for (const text of [reason, area]) expect(await findInProfile(device.browser.profile, text)).toEqual([])
    expect(await findInProfile(device.browser.profile, '"file"')).not.toEqual([])
    expect(await stage.count()).toBe(before)

    const again = await stage.start(device.browser.profile)
    await again.context.setOffline(true)
    const page = await again.openPage()
    await page.goto(`${stage.address}/day/`)
    await page.getByText('1 rapport väntar på att skickas.').waitFor()
    await again.context.setOffline(false)
    await page.evaluate(() => window.dispatchEvent(new Event('online')))
    const ref = await page.locator('.told .reference').innerText()
    await page.getByText('1 rapport som väntade har kommit fram.').waitFor()
    expect(await stage.readText(ref)).toMatchObject({ text: reason, signed: true, findings: [] })
    expect(await stage.count()).toBe(before + 1)
    await page.reload()
    await page.getByRole('button', { name: 'Börja' }).waitFor()
    expect(await page.getByText('väntar på att skickas').count()).toBe(0)
    await again.kill()
    for (const text of [reason, area]) expect(await findInProfile(device.browser.profile, text)).toEqual([])
  })

  test('killed while it is being sent, it was kept before: the server takes it once', async () => {
    const before = await stage.count()
    const { browser, page } = await stage.startDevice()
    let seen: () => void
    const asked = new Promise<void>((resolve) => {
      seen = resolve
    })
    // Arrives, and its answer never does.
    await page.route('**/api/incidents', async (route) => {
      await route.fetch()
      seen()
    })
    await reportFrom(page, { reason })
    await asked
    await browser.kill()
    expect(await stage.count()).toBe(before + 1)
    expect(await findInProfile(browser.profile, reason)).toEqual([])

    const again = await stage.start(browser.profile)
    const next = await again.openPage()
    const answers: number[] = []
    next.on('response', (response) => {
      if (response.url().endsWith('/api/outbox') && response.request().method() === 'POST') answers.push(response.status())
    })
    await next.goto(`${stage.address}/day/`)
    await next.locator('.told .reference').waitFor()
    expect(answers).toEqual([200])
    expect(await stage.count()).toBe(before + 1)
  })

  test('two tabs, both with a connection again at the same moment: each waiting report is sent by one of them', async () => {
    const before = await stage.count()
    const { browser, page } = await stage.useDevice({ width: 1280 })
    const other = await browser.openPage({ width: 1280 })
    await other.goto(`${stage.address}/day/`)
    await browser.context.setOffline(true)
    for (const [index, tab] of [page, other, page].entries()) {
      await reportFrom(tab, { reason: `Rapport ${index}` })
      await tab.getByRole('heading', { level: 1, name: 'Rapporten väntar på anslutning' }).waitFor()
      await tab.getByRole('button', { name: 'Rapportera en till' }).click()
    }
    // Both tabs know of all three.
    for (const tab of [page, other]) await tab.getByText('3 rapporter väntar på att skickas.').waitFor()
    const sent: string[] = []
    for (const tab of [page, other]) {
      tab.on('request', (request) => {
        if (request.method() === 'POST') sent.push((JSON.parse(request.postData() ?? '{}') as { readonly id: string }).id)
      })
    }
    await browser.context.setOffline(false)
    await Promise.all([page, other].map((tab) => tab.evaluate(() => window.dispatchEvent(new Event('online')))))
    for (const tab of [page, other]) await tab.getByText('väntar på att skickas').waitFor({ state: 'detached' })
    expect(sent.toSorted()).toEqual([...new Set(sent)].toSorted())
    expect(sent).toHaveLength(3)
    expect(await stage.count()).toBe(before + 3)
  })

  test('what a clock far ahead has sealed is kept and told, and arrives when the server takes it', async () => {
    const before = await stage.count()
    const { browser, page } = await stage.useDevice()
    await browser.context.setOffline(true)
    await reportFrom(page, { reason })
    await expectKept(page)
    const refusal = {
      type: 'urn:lykta:incident.clock-ahead', title: 'Cannot be processed', status: 422,
      problems: [{ code: 'incident.clock-ahead', severity: 'error', where: {}, values: {}, text: { sv: 'Klockan går före.', en: 'The clock is ahead.' } }],
    }
    // The server's clock, by which the device's is three days ahead.
    const date = new Date(Date.now() - 3 * 86_400_000).toUTCString()
    await page.route('**/api/outbox', (route) => (route.request().method() === 'POST'
      ? route.fulfill({ status: 422, contentType: 'application/problem+json', headers: { date }, body: JSON.stringify(refusal) }) : route.continue()))
    await browser.context.setOffline(false)
    await page.evaluate(() => window.dispatchEvent(new Event('online')))
    await page.getByRole('heading', { level: 1, name: 'Rapporten är kvar, men enhetens klocka gick fel' }).waitFor()
    expect(await page.locator('.receipt').innerText()).not.toContain('kommit fram')
    await page.getByRole('button', { name: 'Rapportera en till' }).click()
    await page.getByText('Enhetens klocka gick mer än ett dygn före när en rapport skrevs här.', { exact: false }).waitFor()
    expect(await page.getByRole('alert').count()).toBe(0)
    await page.unroute('**/api/outbox')
    await page.getByRole('button', { name: 'Försök nu' }).click()
    await page.getByText('1 rapport som väntade har kommit fram.').waitFor()
    expect(await stage.count()).toBe(before + 1)
  })

  test('what the server will not take is told, and kept until somebody has seen it', async () => {
    const before = await stage.count()
    const { browser, page } = await stage.useDevice()
    await browser.context.setOffline(true)
    await reportFrom(page, { reason })
    await expectKept(page)
    const refusal = {
      type: 'urn:lykta:incident.clock', title: 'Cannot be processed', status: 422,
      problems: [{ code: 'incident.clock', severity: 'error', where: {}, values: {}, text: { sv: 'Enhetens klocka går fel.', en: 'The device’s clock is wrong.' } }],
    }
    await page.route('**/api/outbox', (route) => (route.request().method() === 'POST' ? route.fulfill({ status: 422, contentType: 'application/problem+json', body: JSON.stringify(refusal) }) : route.continue()))
    await browser.context.setOffline(false)
    await page.evaluate(() => window.dispatchEvent(new Event('online')))
    const alert = page.getByRole('alert')
    // The page that said that it waits thanks for nothing.
    await page.getByRole('heading', { level: 1, name: 'En rapport som väntade togs inte emot' }).waitFor()
    await alert.filter({ hasText: 'Enhetens klocka går fel.' }).waitFor()
    expect(await page.locator('.receipt').innerText()).not.toContain('kommit fram')
    await page.getByRole('button', { name: 'Rapportera en till' }).click()
    await alert.filter({ hasText: 'Enhetens klocka går fel.' }).waitFor()
    await page.reload()
    await alert.filter({ hasText: 'Enhetens klocka går fel.' }).waitFor()
    await page.getByRole('button', { name: 'Jag har sett det' }).click()
    await alert.waitFor({ state: 'detached' })
    expect(await stage.count()).toBe(before)
  })

  test('leaving without a connection shows the neutral page, and "back" does not return', async () => {
    const { browser, page } = await stage.useDevice()
    await page.reload()
    await page.getByRole('button', { name: 'Börja' }).waitFor()
    await browser.context.setOffline(true)
    await page.getByRole('button', { name: 'Börja' }).click()
    await page.getByRole('button', { name: 'Lämna' }).click()
    await page.locator('#days td').first().waitFor({ state: 'attached' })
    expect(await page.title()).toBe('Vecka')
    await page.goBack().catch(() => null)
    expect(await page.locator('body').innerText()).not.toContain('Lykta')
  })
}
