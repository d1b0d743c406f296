// The overview: the sample's figures, what they rest on, and no direction where none can be given.
import { expect, test } from 'vitest'
import type { Stage } from '../support/stage.ts'

export function overview(stage: Stage): void {
  test('shows the figures of the latest year with incidents, each with its unit', async () => {
    const { page } = await stage.open({ path: '/' })
    expect(await page.locator('h1').innerText()).toBe('Exempelstad · 2019')
    const figures = await page.locator('.figures li').evaluateAll((items) => items.map((item) => [...item.children].slice(0, 2).map((part) => part.textContent.trim()).join(' ')))
    expect(figures).toEqual([
      '30 incidenter',
      'minst 41 möjligt utsatta personer',
      '25 i direkt kontakt med stöd',
      '6 tackade ja till stöd',
      '21 gånger kontaktades polisen',
      '9 organisationer i nätverket',
    ])
  })

  test('a pressed number tells its unit, base, lower bound, period and rule, and gives the focus back', async () => {
    const { page } = await stage.open({ path: '/' })
    const number = page.locator('.figures .number').nth(1)
    await number.click()
    const facts = page.getByRole('dialog')
    const told = Object.fromEntries(await facts.locator('dl > div').evaluateAll((rows) => rows.map((row) => [row.children[0]!.textContent, row.children[1]!.textContent])))
    expect(told).toMatchObject({
      Antal: 'minst 41',
      'Utan uppgift om antal': '3 incidenter där antalet är okänt',
      Period: '2019, 12 månader med insamling',
    })
    expect(told['Undre gräns']).toMatch(/^Ja\./)
    expect(told['Enhet']).toMatch(/^Person: en möjligt utsatt person/)
    expect(told['Visning']).toContain('för samordnaren och kärngruppen')
    await page.keyboard.press('Escape')
    await facts.waitFor({ state: 'detached' })
    await expect.poll(() => number.evaluate((element) => element === document.activeElement)).toBe(true)
  })

  test('2019 against 2018 can be chance; 2018 against two months gets no direction, and says why', async () => {
    const { page } = await stage.open({ path: '/' })
    const sentence = page.locator('.comparison .lead')
    expect(await sentence.innerText()).toBe('30 incidenter under 2019, 23 under 2018: skillnaden kan vara slump.')
    await page.getByRole('navigation', { name: 'År' }).getByRole('link', { name: '2018' }).click()
    await page.getByText('23 incidenter under 2018, 10 på 2 månader under 2017: ingen riktning anges.').waitFor()
    expect(page.url()).toBe(`${stage.address}/?year=2018`)
    await page.getByText('Varför ingen riktning').click()
    const reasons = await page.locator('.comparison li').allInnerTexts()
    expect(reasons.some((reason) => reason.includes('mindre än sex månader'))).toBe(true)
    // No word of rise or fall stands anywhere on the page.
    expect(await page.locator('main').innerText()).not.toMatch(/ökning|minskning|ökat|minskat|ökade|minskade/i)
  })

  test('the first year is compared with nothing', async () => {
    const { page } = await stage.open({ path: '/?year=2017' })
    expect(await page.locator('.comparison .lead').innerText()).toContain('insamlingens första år')
  })

  test('each chart says its values to those who listen, and shows them as a table', async () => {
    const { page } = await stage.open({ path: '/' })
    const chart = page.getByRole('figure', { name: 'Flest i mars: 6 år 2019' })
    expect(await chart.getByRole('img').getAttribute('aria-label')).toContain('mar: 6; apr: 2; maj: 0')
    await chart.getByRole('button', { name: 'Visa som tabell' }).click()
    const cells = await chart.locator('tbody td:nth-child(2)').allInnerTexts()
    expect(cells.map(Number)).toEqual([3, 1, 6, 2, 0, 3, 4, 4, 3, 1, 0, 3])
    expect(await page.locator('figure.chart').count()).toBe(await page.locator('figure.chart .raw-mark').count())
  })
}
