// The list of incidents and the one that is open: selection in the address, search text never.
import { expect, test } from 'vitest'
import type { Stage } from '../support/stage.ts'

export function incidents(stage: Stage): void {
  test('lists all, latest first, and selects by year in the address', async () => {
    const { page } = await stage.open({ path: '/incidents' })
    await page.getByText('63 incidenter', { exact: true }).waitFor()
    expect(await page.locator('.incident-table tbody tr').first().locator('td').first().innerText()).toBe('23 december 2019')
    await page.getByRole('button', { name: /^Alla år/ }).click()
    await page.getByRole('option', { name: '2018' }).click()
    await page.getByText('23 incidenter', { exact: true }).waitFor()
    expect(page.url()).toBe(`${stage.address}/incidents?year=2018`)
    await page.getByRole('button', { name: 'Visa alla' }).click()
    await page.getByText('63 incidenter', { exact: true }).waitFor()
    expect(page.url()).toBe(`${stage.address}/incidents`)
  })

  test('what is searched for finds, and stands in no address', async () => {
    const { page } = await stage.open({ path: '/incidents' })
    const addresses: string[] = []
    page.on('request', (request) => addresses.push(decodeURIComponent(request.url())))
    await page.getByRole('searchbox').fill('hotell beta')
    await page.locator('.found', { hasNotText: /^63 / }).waitFor()
    const organisations = await page.locator('.incident-table tbody tr td:nth-of-type(2)').allInnerTexts()
    expect(organisations.length).toBeGreaterThan(0)
    expect(organisations.filter((name) => !name.startsWith('Hotell Beta'))).toEqual([])
    expect([...addresses, page.url()].filter((address) => /beta/i.test(address))).toEqual([])
    expect(await page.evaluate(() => JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage), history.state]))).not.toMatch(/beta/i)
    await page.getByRole('searchbox').fill('finns inte alls')
    await page.getByRole('heading', { name: 'Inga incidenter stämmer med urvalet' }).waitFor()
  })

  test('the open incident says what is known, and that its reason is sealed', async () => {
    const { page } = await stage.open({ path: '/incidents' })
    await page.locator('[data-incident]').first().click()
    const panel = page.getByRole('region', { name: 'Incident', exact: true })
    await panel.getByRole('heading', { name: '23 december 2019' }).waitFor()
    const text = await panel.innerText()
    for (const part of ['Tid och plats', 'Polis', 'Möjliga förövare', 'Möjligt utsatta personer', 'Indikatorer', 'Anledningen är förseglad', 'npx lykta read', 'Version 1']) expect(text).toContain(part)
    expect(await page.title()).toBe('Incident – Lykta')
    expect(page.url()).toBe(`${stage.address}/incidents/${stage.incident}`)
    expect(await page.locator('.card [aria-current="page"]').innerText()).toBe('23 december 2019')
    await panel.getByRole('link', { name: 'Stäng panelen' }).click()
    await page.locator('.incident-table').waitFor()
  })

  test('on a phone the list is cards, and the open incident takes their place', async () => {
    const { page } = await stage.open({ path: '/incidents?year=2019', width: 390 })
    expect(await page.locator('.cards > li').count()).toBe(30)
    await page.locator('[data-incident]').first().tap()
    await page.getByRole('heading', { level: 1, name: '23 december 2019' }).waitFor()
    expect(await page.locator('.cards').count()).toBe(0)
    await page.getByRole('link', { name: 'Till listan' }).tap()
    await page.locator('.cards').waitFor()
    expect(page.url()).toBe(`${stage.address}/incidents?year=2019`)
  })

  test.each([1280, 390] as const)('focus goes back to the incident that was closed (%s px)', async (width) => {
    const { page } = await stage.open({ path: '/incidents', width })
    const second = page.locator('[data-incident]').nth(1)
    const name = await second.innerText()
    await second.press('Enter')
    await page.locator('.incident').waitFor()
    await page.keyboard.press('Escape')
    await page.locator('.incident').waitFor({ state: 'detached' })
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe(name)
  })

  test('a reference that belongs to none says so, and no more', async () => {
    const { page } = await stage.open({ path: '/incidents/ZZZZZZZZ' })
    await page.getByRole('heading', { name: 'Incidenten finns inte här' }).waitFor()
  })
}
