// A member's draft on a real disk: found again after the browser was killed, read by nobody, and gone when it should be.
import type { Page } from 'playwright'
import { expect, test } from 'vitest'
import { findViolations } from '../support/find-violations.ts'
import type { DeviceStage } from './device-stage.ts'
import { expectSound } from './looks.ts'
import { findInProfile } from './real-browser.ts'
import { passphrase, useReporter } from './reporter.ts'

const [reason, area] = ['Mannen i rum fyra hade tre pass', 'Bakom järnvägen']

async function unlocks(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Lås upp/ }).click()
  await page.getByLabel('Lösenfras (sex ord)').fill(passphrase)
  await page.keyboard.press('Enter')
  await page.getByText(/^Det du skriver sparas förseglat|^Du har ett utkast från/).first().waitFor()
}
async function writes(page: Page, text: string): Promise<void> {
  await page.getByLabel('Anledning till misstanken').fill(text)
  await page.getByText(/^Utkastet sparat \d\d:\d\d, förseglat\.$/).first().waitFor()
}
/** As it stands; in the long run in every light and width. */
async function looksWell(page: Page, name: string): Promise<void> {
  const before = page.viewportSize()!
  if (process.env['LYKTA_PROVE'] === '1' || process.env['LYKTA_LOOK']) {
    await expectSound(page, name)
    await page.emulateMedia({ colorScheme: 'light' })
  } else expect(await findViolations(page), name).toEqual([])
  await page.setViewportSize(before)
}
const begins = (page: Page) => page.getByRole('button', { name: 'Börja' }).click()
/** What the store and its marks hold. */
const kept = (page: Page) => page.evaluate(async () => {
  const store = await new Promise<IDBDatabase>((resolve) => {
    const request = indexedDB.open('days')
    request.addEventListener('success', () => resolve(request.result))
  })
  const all = await new Promise<readonly unknown[]>((resolve) => {
    if (!store.objectStoreNames.contains('drafts')) return resolve([])
    const request = store.transaction('drafts').objectStore('drafts').getAll()
    request.addEventListener('success', () => resolve(request.result))
  })
  store.close()
  return [all.length, Object.keys(localStorage).filter((key) => key.startsWith('lykta-day-')).length]
})

export function drafts(stage: DeviceStage): void {
  const { getReporter, openAs, startAs } = useReporter(stage)

  test('what was half written is on the disk as ciphertext, opens again with the same unlock after the browser was killed, and goes with the sending', async () => {
    const reporter = await getReporter()
    const first = await startAs(reporter, '/day/')
    await first.page.getByText('Låser du upp dina nycklar sparas det också som ett förseglat utkast').first().waitFor()
    await unlocks(first.page)
    await begins(first.page)
    await first.page.getByLabel('Område').fill(area)
    await writes(first.page, reason)
    expect(await kept(first.page)).toEqual([1, 0])
    await looksWell(first.page, 'draft-kept')
    await first.browser.kill()
    for (const text of [reason, area, passphrase]) expect(await findInProfile(first.browser.profile, text)).toEqual([])

    const again = await startAs(reporter, '/day/', first.browser.profile)
    await again.page.getByText('Ett förseglat utkast av dig finns på den här enheten.').waitFor()
    await looksWell(again.page, 'draft-sealed')
    await unlocks(again.page)
    await looksWell(again.page, 'draft-offered')
    await again.page.getByRole('button', { name: /^Fortsätt på utkastet från \d\d:\d\d$/ }).click()
    expect(await again.page.getByLabel('Område').inputValue()).toBe(area)
    expect(await again.page.getByLabel('Anledning till misstanken').inputValue()).toBe(reason)
    await again.page.getByRole('button', { name: 'Granska' }).click()
    await again.page.getByRole('button', { name: 'Skicka' }).click()
    await again.page.getByRole('heading', { level: 1, name: 'Tack, rapporten har kommit fram' }).waitFor()
    const ref = await again.page.locator('.receipt .reference').innerText()
    expect(await stage.readText(ref)).toMatchObject({ text: reason, signed: true, findings: [] })
    await expect.poll(() => kept(again.page)).toEqual([0, 0])
    await again.browser.kill()
    for (const text of [reason, area, passphrase]) expect(await findInProfile(first.browser.profile, text)).toEqual([])
  })

  test('two tabs keep two drafts; thrown away, left in a hurry, after twelve hours or with the clock put back, none is offered', async () => {
    const { page, browser } = await openAs(await getReporter(), '/day/')
    const other = await browser.openPage({ width: 1280 })
    await other.goto(`${stage.address}/day/`)
    for (const [tab, text] of [[page, 'I den ena fliken'], [other, 'I den andra fliken']] as const) {
      await tab.bringToFront()
      await unlocks(tab)
      await begins(tab)
      await writes(tab, text)
    }
    expect(await kept(page)).toEqual([2, 0])
    // Kept, so that nothing warns of it.
    await page.reload()
    await page.getByText('Ett förseglat utkast av dig finns på den här enheten.').waitFor()
    await other.goto(`${stage.address}/day/`)
    await other.getByText('2 förseglade utkast av dig finns på den här enheten.').waitFor()
    await unlocks(other)
    await other.getByRole('button', { name: /^Släng utkastet/ }).first().click()
    await other.getByText('Utkastet är slängt.').waitFor()
    await expect.poll(() => kept(other)).toEqual([1, 0])
    await other.getByRole('button', { name: /^Fortsätt på utkastet/ }).click()
    await other.getByRole('button', { name: 'Lämna' }).click()
    await other.waitForURL(/week|neutral/)
    // Dead at once, and taken out at the latest when somebody looks.
    expect((await kept(page)).toString()).toMatch(/^0,|^1,1$/)
    await page.reload()
    await page.getByText('Lås upp dina nycklar, så sparas det du skriver').waitFor()
    await expect.poll(() => kept(page)).toEqual([0, 0])

    for (const hours of [12.1, -24]) {
      await page.goto(`${stage.address}/day/`)
      await unlocks(page)
      await begins(page)
      await writes(page, 'Till i morgon')
      await page.clock.setSystemTime(Date.now() + hours * 3_600_000)
      await page.reload()
      await page.getByText('Lås upp dina nycklar, så sparas det du skriver').waitFor()
      await expect.poll(() => kept(page)).toEqual([0, 0])
      await page.clock.setSystemTime(Date.now())
    }
  })

  test('signing out takes them away', async () => {
    const { page } = await openAs(await getReporter(), '/day/', { width: 390 })
    await unlocks(page)
    await begins(page)
    for (let step = 0; step < 20 && (await page.getByLabel('Anledning till misstanken').count()) === 0; step += 1) await page.getByRole('button', { name: 'Fortsätt' }).click()
    await writes(page, 'Snart utloggad')
    await page.goto(`${stage.address}/own`)
    await page.getByRole('button', { name: /Ditt konto/ }).click()
    await page.getByRole('button', { name: 'Logga ut' }).click()
    await page.getByRole('heading', { name: 'Logga in' }).waitFor()
    expect(await kept(page)).toEqual([0, 0])
  })
}
