// Becoming a device: by the coordinator's code, once, with a key that stays where it was made.
import { expect, test } from 'vitest'
import type { MembersAnswer } from '../../../apps/server/src/api/member-types.ts'
import { isOwnEnrolment } from '@lykta/seal'
import { type DeviceStage, fillIn, reportFrom } from './device-stage.ts'
import { findInProfile } from './real-browser.ts'

export function enrolment(stage: DeviceStage): void {
  test('a phone: the code is read, the device named, and it may report; its text waits until the coordinator has confirmed it', async () => {
    const browser = await stage.open()
    const page = await browser.openPage()
    const sent: string[] = []
    page.on('request', (request) => sent.push(`${request.url()} ${request.postData() ?? ''}`))
    const { link, secrets } = await stage.makeLink()
    await page.goto(link)
    await page.getByRole('heading', { level: 1, name: 'Lägg till den här enheten' }).waitFor()
    expect(page.url()).toBe(`${stage.address}/day/`)
    expect(await page.locator('.lead').innerText()).toContain('Hotell Fyren')
    await page.getByRole('button', { name: 'Lägg till enheten' }).click()
    expect(await page.locator('.field-error').innerText()).toBe('Skriv vad enheten ska heta.')
    await page.getByLabel('Vad ska enheten heta?').fill('Receptionen')
    await page.getByRole('button', { name: 'Lägg till enheten' }).click()
    await page.getByRole('heading', { level: 1, name: 'Enheten är tillagd' }).waitFor()
    // What proves the key went nowhere; the token only to the server.
    expect(sent.filter((one) => one.includes(secrets[1]!))).toEqual([])

    const { devices } = await stage.network.anna.get<MembersAnswer>('/api/members')
    const device = devices.find(({ state }) => state === 'waiting')!
    expect(device.name).toBe('Receptionen')
    expect(isOwnEnrolment(stage.network.anna.keys.signingKey, device.invitation, { device: device.id, organisation: device.organisation, verifyKey: device.verifyKey }, device.proof)).toBe(true)

    await page.getByRole('button', { name: 'Till formuläret' }).click()
    await page.getByText('Samordnaren har inte bekräftat enheten ännu').waitFor()
    const before = await stage.count()
    await reportFrom(page, { reason: 'Medan vi väntade.' })
    await page.getByRole('heading', { level: 1, name: 'Rapporten väntar på att enheten bekräftas' }).waitFor()
    expect(await stage.count()).toBe(before)
    await page.getByRole('button', { name: 'Rapportera en till' }).click()
    await page.getByText('1 rapport väntar på att skickas.').waitFor()

    await stage.confirm()
    await page.getByRole('button', { name: 'Försök nu' }).click()
    const ref = await page.locator('.told .reference').innerText()
    const opened = await stage.readText(ref)
    expect(opened).toMatchObject({ text: 'Medan vi väntade.', signed: true, findings: [], author: { id: device.id, role: 'device' } })
    await page.getByText('Samordnaren har inte bekräftat enheten ännu').waitFor({ state: 'detached' })

    // The code is used up, also for whoever finds it in a history.
    await page.goto('about:blank')
    await page.goto(link)
    await page.getByRole('heading', { level: 1, name: 'Koden gäller inte' }).waitFor()
    await page.goto(`${stage.address}/day/`)
    await page.getByRole('button', { name: 'Börja' }).waitFor()
  })

  test('a code that lost its end is told, and changes nothing', async () => {
    const browser = await stage.open()
    const page = await browser.openPage()
    await page.goto((await stage.makeLink()).link.slice(0, -3))
    await page.getByRole('heading', { level: 1, name: 'Koden är inte hel' }).waitFor()
    expect(await page.evaluate(() => indexedDB.databases())).toEqual([])
  })

  test('a server that shows another log than the code names is not believed', async () => {
    const browser = await stage.open()
    const page = await browser.openPage()
    const { link } = await stage.makeLink()
    await page.goto(`${link.slice(0, -64)}${'0'.repeat(64)}`)
    await page.getByLabel('Vad ska enheten heta?').fill('Receptionen')
    await page.getByRole('button', { name: 'Lägg till enheten' }).click()
    await page.getByRole('heading', { level: 1, name: 'Rapportera inget från den här enheten' }).waitFor()
    // Opened again it still seals nothing.
    await page.goto(`${stage.address}/day/`)
    await reportFrom(page, { reason: 'Ska inte förseglas.' })
    await page.getByText('medlemslogg stämmer inte').waitFor()
  })

  test('removed by the coordinator it says so, takes nothing of what is being written, and what is left can be taken away', async () => {
    const { page, id } = await stage.openNewDevice()
    await fillIn(page, { reason: 'Skrivet innan den togs bort.' })
    const { append } = await import('../../server/member-network.ts')
    const { status } = await append(stage.network, { type: 'remove', subject: { id } }, [], `/api/devices/${id}/removal`)
    expect(status).toBe(200)
    await page.getByRole('button', { name: 'Skicka' }).click()
    await page.getByText('Servern känner inte igen dig eller enheten längre').waitFor()
    expect(await page.locator('.review-text').innerText()).toBe('Skrivet innan den togs bort.')
    page.on('dialog', (dialog) => void dialog.accept())
    await page.reload()
    await page.getByRole('heading', { level: 1, name: 'Enheten är borttagen' }).waitFor()
    await page.getByRole('button', { name: 'Ta bort det som är kvar på enheten' }).click()
    await page.getByRole('heading', { level: 1, name: 'Logga in för att rapportera' }).waitFor()
    expect(await page.evaluate(async () => [await caches.keys(), (await navigator.serviceWorker.getRegistrations()).length])).toEqual([[], 0])
  })

  test('the signing key is one that no script can read', async () => {
    const { browser, page } = await stage.startDevice({ width: 1280 })
    const key = await page.evaluate(async () => {
      const store = await new Promise<IDBDatabase>((resolve) => {
        const request = indexedDB.open('day')
        request.addEventListener('success', () => resolve(request.result))
      })
      const device = await new Promise<{ readonly key: { readonly kind: string; readonly key: CryptoKey } }>((resolve) => {
        const request = store.transaction('own').objectStore('own').get('device')
        request.addEventListener('success', () => resolve(request.result as never))
      })
      store.close()
      const exported = await crypto.subtle.exportKey('pkcs8', device.key.key).then(() => 'exported', () => 'refused')
      return { kind: device.key.kind, extractable: device.key.key.extractable, exported }
    })
    expect(key).toEqual({ kind: 'native', extractable: false, exported: 'refused' })
    await fillIn(page, { reason: 'Aldrig skickat.' })
    await browser.kill()
    expect(await findInProfile(browser.profile, 'Aldrig skickat.')).toEqual([])
  })
}
