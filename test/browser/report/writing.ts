// Free text: the guard marks, says why, strikes when asked to, and stops nobody; what is sent opens with the network's passphrase.
import { expect, test } from 'vitest'
import type { Stage } from '../support/stage.ts'
import { openForm, receipt, send, toReview } from './form-page.ts'

const passphrase = 'imaginary public sample everybody visible lantern'
const text = 'Mannen heter Viktor. Han ringde från 070-174 06 05 och körde ABC 123.'

export function writing(stage: Stage): void {
  test('marks what may point at somebody, and strikes one or all of it', async () => {
    const { page } = await openForm(stage)
    await page.getByRole('button', { name: 'Börja' }).click()
    const reason = page.getByLabel('Anledning till misstanken')
    await reason.fill(text)
    await page.getByText('3 uppgifter kan peka ut någon').waitFor()
    expect(await page.locator('.guarded-many mark').allInnerTexts()).toEqual(['Viktor', '070-174 06 05', 'ABC 123'])
    expect(await reason.getAttribute('aria-describedby')).toContain('f-reason-guard')

    await page.getByRole('button', { name: 'Stryk 070-174 06 05' }).click()
    await expect.poll(() => reason.inputValue()).toBe('Mannen heter Viktor. Han ringde från [struket] och körde ABC 123.')
    await page.getByRole('button', { name: 'Stryk alla' }).click()
    await expect.poll(() => reason.inputValue()).toBe('Mannen heter [struket]. Han ringde från [struket] och körde [struket].')
    await page.getByRole('button', { name: 'Ångra strykningen' }).click()
    await expect.poll(() => reason.inputValue()).toBe('Mannen heter Viktor. Han ringde från [struket] och körde ABC 123.')
  })

  test('warns again before sending, and does not stop it; the text opens with the passphrase as it was written', async () => {
    const { page } = await openForm(stage)
    await toReview(page, { reason: text })
    await page.locator('.review').getByText('3 uppgifter kan peka ut någon').waitFor()
    await page.getByRole('button', { name: 'Stryk Viktor' }).click()
    await send(page)
    const ref = await receipt(page)
    const { status, out, err } = await stage.readReason(ref, passphrase)
    expect(err).not.toContain('Error')
    expect(status).toBe(0)
    expect(out).toContain('Mannen heter [struket]. Han ringde från 070-174 06 05 och körde ABC 123.')
  })

  test('the area, which is sent in clear, is guarded too', async () => {
    const { page } = await openForm(stage)
    await page.getByRole('button', { name: 'Börja' }).click()
    await page.getByLabel('Område').fill('Hotellet, rum 312')
    await page.getByRole('button', { name: 'Stryk 312' }).click()
    await expect.poll(() => page.getByLabel('Område').inputValue()).toBe('Hotellet, rum [struket]')
  })
}
