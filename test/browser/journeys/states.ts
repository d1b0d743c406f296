// What stands on a page when there is nothing yet, when it takes a while, and when something fails.
import type { Page } from 'playwright'
import { expect, test } from 'vitest'
import type { Stage } from '../support/stage.ts'

/** The server's own answer, with no incidents in it. */
async function withoutIncidents(page: Page): Promise<void> {
  await page.route('**/api/network', async (route) => {
    const response = await route.fetch()
    await route.fulfill({ response, json: { ...((await response.json()) as object), incidents: 0 } })
  })
}

export function states(stage: Stage): void {
  test('an empty register says what will stand here, and how to start', async () => {
    const { page } = await stage.open({ path: '/', prepare: withoutIncidents })
    await page.getByRole('heading', { name: 'Inget är registrerat ännu' }).waitFor()
    expect(await page.locator('.command').allInnerTexts()).toEqual(['npx lykta import MAPP', 'npx lykta template incidenter.xlsx'])
    await page.getByRole('link', { name: 'Inkorg' }).click()
    await page.getByRole('heading', { name: 'Inga incidenter ännu' }).waitFor()
  })

  test('what is on its way is said, and then comes', async () => {
    const answer = Promise.withResolvers<void>()
    const { page } = await stage.open({
      path: '/incidents',
      prepare: (page) => page.route('**/api/incidents/search', async (route) => {
        await answer.promise
        await route.continue()
      }),
      waits: false,
    })
    await page.getByRole('status').filter({ hasText: 'Hämtar' }).waitFor()
    answer.resolve()
    await page.locator('.incident-table').waitFor()
  })

  test('a failure says what happened and what to do, keeps the page around it, and can be tried again', async () => {
    let broken = true
    const { page } = await stage.open({
      path: '/',
      prepare: (page) => page.route('**/api/overview?*', async (route) => {
        if (!broken) return route.continue()
        return route.fulfill({ status: 500, contentType: 'application/problem+json', body: '{"type":"about:blank","title":"","status":500,"problems":[]}' })
      }),
    })
    await page.getByRole('heading', { level: 2, name: 'Sidan kunde inte visas' }).waitFor()
    expect(await page.getByRole('alert').innerText()).toContain('Inget har ändrats')
    expect(await page.locator('h1').allInnerTexts()).toEqual(['Exempelstad · 2019'])
    broken = false
    await page.getByRole('button', { name: 'Försök igen' }).click()
    await page.locator('.figures').waitFor()
  })

  test('a server that does not answer is told apart from one that fails', async () => {
    const { page } = await stage.open({ path: '/', prepare: (page) => page.route('**/api/**', (route) => route.abort()) })
    expect(await page.locator('h1').innerText()).toBe('Servern svarar inte')
    await page.unroute('**/api/**')
    await page.getByRole('button', { name: 'Försök igen' }).click()
    await page.locator('.figures').waitFor()
  })

  test('a page whose code cannot be fetched says so in its place, and comes when the server is back', async () => {
    const { page } = await stage.open({ path: '/' })
    await page.route('**/*', (route) => route.abort())
    await page.getByRole('link', { name: 'Så räknar vi' }).first().click()
    await page.getByRole('heading', { level: 1, name: 'Servern svarar inte' }).waitFor()
    expect(await page.getByRole('alert').innerText()).toContain('npm start')
    await page.getByRole('button', { name: 'Försök igen' }).click()
    expect(await page.locator('h1').innerText()).toBe('Servern svarar inte')
    await page.unroute('**/*')
    await page.getByRole('button', { name: 'Försök igen' }).click()
    await page.getByRole('heading', { level: 1, name: 'Så räknar vi' }).waitFor()
  })
}
