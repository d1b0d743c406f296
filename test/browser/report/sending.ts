// Sending: once, however often it is pressed, lost or tried again.
import type { Route } from 'playwright'
import { expect, test } from 'vitest'
import type { Stage } from '../support/stage.ts'
import { countIncidents, openForm, receipt, send, toReview } from './form-page.ts'

const address = '**/api/incidents'

export function sending(stage: Stage): void {
  test('pressed twice it is sent once', async () => {
    const before = await countIncidents(stage)
    const { page, posts } = await openForm(stage)
    await toReview(page, { reason: 'Två personer.' })
    await page.getByRole('button', { name: 'Skicka' }).dblclick()
    await receipt(page)
    expect(posts).toHaveLength(1)
    expect(await countIncidents(stage)).toBe(before + 1)
  })

  test('the server down and then up: it says that nothing is sent, keeps everything, and arrives once by itself', async () => {
    const before = await countIncidents(stage)
    const { page, posts } = await openForm(stage)
    await toReview(page, { reason: 'Tre personer.' })
    await page.route(address, (route) => route.abort())
    await send(page)
    const alert = page.getByRole('alert')
    await alert.filter({ hasText: 'inte skickad' }).waitFor()
    expect(await alert.innerText()).toContain('låt sidan vara öppen')
    expect(await page.getByText('Tre personer.').count()).toBe(1)
    expect(await page.getByRole('button', { name: 'Ändra' }).count()).toBe(0)
    await page.getByRole('button', { name: 'Försök igen' }).click()
    await alert.filter({ hasText: 'inte skickad' }).waitFor()
    expect(await countIncidents(stage)).toBe(before)
    await page.unroute(address)
    await receipt(page)
    expect(new Set(posts).size).toBe(1)
    expect(await countIncidents(stage)).toBe(before + 1)
  })

  test('an answer that was lost on the way: sent again, it is the same report', async () => {
    const before = await countIncidents(stage)
    const { page, posts } = await openForm(stage)
    await toReview(page, { reason: 'Fyra personer.' })
    await page.route(address, async (route: Route) => {
      await route.fetch()
      await route.abort()
    }, { times: 1 })
    await send(page)
    await page.getByRole('alert').filter({ hasText: 'inte skickad' }).waitFor()
    expect(await countIncidents(stage)).toBe(before + 1)
    await page.getByRole('button', { name: 'Försök igen' }).click()
    await receipt(page)
    expect(posts.length).toBeGreaterThan(1)
    expect(new Set(posts).size).toBe(1)
    expect(await countIncidents(stage)).toBe(before + 1)
  })

  test('what the server refuses is shown at its question, and can be mended and sent', async () => {
    const { page } = await openForm(stage)
    await toReview(page)
    const refusal = {
      type: 'urn:lykta:form.choice', title: 'Cannot be processed', status: 422,
      problems: [{ code: 'form.choice', severity: 'error', where: { question: 'placeType' }, values: {}, text: { sv: 'Välj en annan plats.', en: 'Choose another place.' } }],
    }
    await page.route(address, (route) => route.fulfill({ status: 422, contentType: 'application/problem+json', body: JSON.stringify(refusal) }), { times: 1 })
    await send(page)
    await page.getByRole('button', { name: 'Slags plats: Välj en annan plats.' }).click()
    await page.getByLabel('Bostad', { exact: true }).check()
    await page.getByRole('button', { name: 'Granska' }).click()
    await send(page)
    await receipt(page)
  })

  test('one is warned before what was entered is lost, and not before anything was', async () => {
    const { page } = await openForm(stage)
    const asked: string[] = []
    page.on('dialog', (dialog) => {
      asked.push(dialog.type())
      void dialog.dismiss()
    })
    await page.getByRole('button', { name: 'Börja' }).click()
    await page.reload()
    expect(asked).toEqual([])
    await page.getByRole('button', { name: 'Börja' }).click()
    await page.getByLabel('Område').fill('Centrum')
    // Whoever stays is at no new page that could be waited for.
    await page.evaluate(() => location.reload())
    await expect.poll(() => asked).toEqual(['beforeunload'])
    expect(await page.getByLabel('Område').inputValue()).toBe('Centrum')
  })
}
