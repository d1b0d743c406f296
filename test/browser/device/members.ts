// A member on the reporting page: her text is signed with her own key, which she opens to send it; what she told before she may change.
import { expect, test } from 'vitest'
import type { IncidentAnswer } from '../../../apps/server/src/api/types.ts'
import { report } from '../../server/member-network.ts'
import { type DeviceStage, reportFrom } from './device-stage.ts'
import { findInProfile } from './real-browser.ts'
import { passphrase, useReporter } from './reporter.ts'

export function members(stage: DeviceStage): void {
  const { getReporter, openAs, startAs } = useReporter(stage)

  test('the passphrase is asked for when there is a text to sign, and what was written is nowhere on the computer', async () => {
    const reporter = await getReporter()
    const { page, browser } = await startAs(reporter, '/day/')
    await page.getByText('Att det är du som rapporterar ser bara samordnaren.').waitFor()
    await reportFrom(page, { reason: 'Tre personer hämtades.' })
    const field = page.getByLabel('Lösenfras (sex ord)')
    await field.fill('imaginary public sample everybody visible lanterna')
    await page.keyboard.press('Enter')
    await page.getByText('Det öppnar inte nycklarna.').waitFor()
    await field.fill(passphrase)
    await page.getByRole('button', { name: 'Lås upp och skicka' }).click()
    await page.getByRole('heading', { level: 1, name: 'Tack, rapporten har kommit fram' }).waitFor()
    const ref = await page.locator('.receipt .reference').innerText()
    expect(await stage.readText(ref)).toMatchObject({ text: 'Tre personer hämtades.', signed: true, findings: [], author: { id: reporter.id, role: 'reporter' } })
    expect(await page.evaluate(async () => [await caches.keys(), (await navigator.serviceWorker.getRegistrations()).length])).toEqual([[], 0])
    await browser.kill()
    for (const text of ['Tre personer hämtades.', passphrase]) expect(await findInProfile(browser.profile, text)).toEqual([])
  })

  test('an incident is added to: what is left alone stays, and a new text stands beside the first', async () => {
    const reporter = await getReporter()
    const answers = { reportedBy: stage.network.hotel, placeType: 'hotel' as const, area: 'Centrum', occurred: { on: '2026-02', about: true }, persons: [{ count: { count: 2, atLeast: true } }] }
    const ref = await report(stage.network, reporter, answers, 'Den första texten.')
    const before = await reporter.get<IncidentAnswer>(`/api/incidents/${ref}`)
    const { page } = await openAs(reporter, `/day/#change.${ref}`)
    expect(page.url()).toBe(`${stage.address}/day/`)
    await page.getByRole('heading', { level: 1, name: `Lägg till eller rätta ${ref}` }).waitFor()
    await page.getByRole('button', { name: 'Börja' }).click()
    expect(await page.getByLabel('Område').inputValue()).toBe('Centrum')
    await page.getByRole('group', { name: 'Har polisen kontaktats?' }).getByLabel('Ja').check()
    await page.getByLabel('Anledning till misstanken').fill('Ett tillägg.')
    await page.getByRole('button', { name: 'Granska' }).click()
    await page.getByLabel('Något var fel').check()
    await page.getByRole('button', { name: 'Skicka' }).click()
    await page.getByLabel('Lösenfras (sex ord)').fill(passphrase)
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: 'Tack, ändringen har kommit fram' }).waitFor()
    const after = await reporter.get<IncidentAnswer>(`/api/incidents/${ref}`)
    expect(after.answers).toEqual({ ...before.answers, policeContacted: 'yes' })
    expect(after).toMatchObject({ revision: 2, revisions: [{ reason: 'mistake' }, { reason: null }] })
    expect(await stage.readText(ref)).toMatchObject({ text: 'Ett tillägg.', signed: true, findings: [] })
  })

  test('somebody else’s incident, or none, is told alike', async () => {
    const { page } = await openAs(await getReporter(), '/day/').then(async ({ browser }) => ({ page: await browser.openPage({ width: 1280 }) }))
    await page.goto(`${stage.address}/day/#change.K7W2M9QG`)
    await page.getByText('Incidenten finns inte, eller är inte er att ändra.').waitFor()
  })
}
