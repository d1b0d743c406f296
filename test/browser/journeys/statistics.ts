// The statistics: the reference figures in every table, what each number rests on, and the years one chooses.
import type { Page } from 'playwright'
import { expect, test } from 'vitest'
import { standing } from '../support/browsing.ts'
import { readTable } from '../support/read-table.ts'
import type { Stage } from '../support/stage.ts'

export function statistics(stage: Stage): void {
  // Hundreds of numbers take their time to stand: what leaves the page as it was shares one.
  let shared: Promise<Page> | undefined
  const look = (): Promise<Page> => (shared ??= stage.open({ path: '/statistics', stays: true }).then(({ page }) => page))

  test('the figures of the reference stand there, with unknowns and lower bounds', async () => {
    const page = await look()
    const { columns, rows } = await readTable(page, 'Huvudtalen per år')
    expect(columns).toEqual(['Uppgift', '2017', '2018', '2019', '2017–2019'])
    expect(rows).toMatchObject({
      'Incidenter': ['10', '23', '30', '63'],
      'Möjligt utsatta personer': ['minst 14', 'minst 31', 'minst 41', 'minst 86'],
      'Incidenter med okänt antal personer': ['1', '2', '3', '6'],
      'Personer i direkt kontakt med stöd': ['2', '13', '25', '40'],
      'Incidenter där någon tackade ja': ['1', '6', '5', '12'],
      'Organisationer i nätverket': ['7', '7', '9', '9'],
    })
    expect(rows['Personer som tackade ja till stöd']!.at(-1)).toBe('14')
    expect(rows['Möjliga förövare, alla roller']![2]).toBe('minst 42')
    expect(rows['Incidenter där polisen kontaktades']![2]).toBe('21')
    const forms = (await readTable(page, 'Incidenter efter misstänkt form av utnyttjande')).rows
    expect([forms['Sexuella ändamål']![2], forms['Tiggeri']![2], forms['Tvångsarbete']![2]]).toEqual(['28', '1', '1'])
    const persons = (await readTable(page, 'Möjligt utsatta personer efter kön och ålder')).rows
    expect([persons['Kvinna, vuxen']![2], persons['Kvinna, minderårig']![2], persons['Man, vuxen']![2]]).toEqual(['38', '2', '1'])
    const nationalities = Object.entries((await readTable(page, 'Nationaliteter, räknade i incidenter')).rows).map(([name, cells]) => [name, cells.at(-1)])
    expect(nationalities.slice(0, 6)).toEqual([['Bas', '41'], ['Rumänien', '22'], ['Thailand', '16'], ['Ryssland', '7'], ['Ukraina', '7'], ['Sverige', '4']])
    expect(nationalities.slice(6)).toEqual([...Array.from({ length: 6 }, () => [expect.any(String), '1']), ['Inget känt svar', '22']])
    const months = Object.values((await readTable(page, 'Incidenter per månad')).rows).map((cells) => Number(cells[2]))
    expect(months.slice(1).reduce((sum, count) => sum + count, 0)).toBe(months[0])
  })

  test('every table says unit, base, exposure and as of, and that it stays with the coordinator', async () => {
    const page = await look()
    // The chain of cases has years of its own, and tells of cases: it says so itself.
    expect(await page.locator('.funnel').evaluate((one) => [one.querySelectorAll('table').length, one.querySelector('.raw-mark') !== null, one.querySelector('.table-about')?.textContent])).toEqual([1, true, expect.stringContaining('ärenden')])
    const tables = await page.locator('.statistics table:not(.funnel *)').evaluateAll((all) => all.map((table) => ({
      about: table.querySelector('.table-about')?.textContent ?? '',
      months: [...table.querySelectorAll('thead small')].map(({ textContent }) => textContent),
      marked: table.closest('.raw-table, .statistics-section')!.querySelector('.raw-mark') !== null,
      // A number that cannot be pressed.
      mute: [...table.querySelectorAll('td')].filter((cell) => /\d/.test(cell.textContent) && !cell.querySelector('button.number')).length,
    })))
    expect(tables).toHaveLength(11)
    for (const { about, months, marked, mute } of tables) {
      expect(about).toMatch(/Enhet.*[Bb]as.*Läge: /)
      expect(months[0]).toBe('nov–dec, 2 mån')
      expect(marked).toBe(true)
      expect(mute).toBe(0)
    }
  })

  test('a pressed number tells unit, base, share, interval, period with exposure and as of', async () => {
    const page = await look()
    const told = async (table: string, row: string, column: number): Promise<Record<string, string>> => {
      await page.getByRole('table', { name: table }).locator('tr', { has: page.locator('td') }).filter({ hasText: row }).first().getByRole('button').nth(column).click()
      const facts = page.getByRole('dialog')
      const rows = await facts.locator('dl > div').evaluateAll((all) => all.map((one) => [one.children[0]!.textContent, one.children[1]!.textContent]))
      await page.keyboard.press('Escape')
      await facts.waitFor({ state: 'detached' })
      // Two presses of Escape within a moment mean leaving.
      await page.waitForTimeout(750)
      return Object.fromEntries(rows) as Record<string, string>
    }
    expect(await told('Nationaliteter, räknade i incidenter', 'Rumänien', 3)).toMatchObject({
      Antal: '22', Bas: '41: incidenter med minst ett känt svar', Andel: '54 procent av 41', Period: '2017–2019, 26 månader med insamling',
    })
    const incidents = await told('Huvudtalen per år', 'Incidenter', 2)
    expect(incidents['Per månad']).toBe('2,5 (95-procentigt intervall 1,7–3,6)')
    expect(incidents['Enhet']).toMatch(/^Incident: en händelse/)
    expect(incidents['Läge']).toMatch(/\d{4} \d\d:\d\d \(post \d+\)$/)
    expect(await told('Huvudtalen per år', 'Personer i direkt kontakt', 2)).toMatchObject({
      Antal: '25', Okänt: '4', Andel: 'Ingen: basen är en undre gräns.', Period: '2019, 12 månader med insamling',
    })
  })

  test('zero, not collected and not asked are different signs', async () => {
    const page = await look()
    const { rows } = await readTable(page, 'Incidenter per månad')
    expect(rows['Januari']![0]).toBe('inte insamlat')
    expect(rows['Maj']![2]).toBe('0')
    const offered = page.getByRole('row', { name: /^Incidenter där någon erbjöds stöd/ })
    expect(await offered.locator('td').allInnerTexts()).toEqual(Array.from({ length: 4 }, () => expect.stringContaining('frågan ställdes inte')))
    expect(await page.getByLabel('Tecken').locator('dd').allInnerTexts()).toEqual(['noll', 'okänt antal', 'inte insamlat', 'visas inte'])
  })

  test('no rise is read from the years, and the chart says its values', async () => {
    const page = await look()
    const chart = page.getByRole('figure', { name: '2017–2019: ingen uppgång eller nedgång kan läsas ur talen' })
    expect(await chart.getByRole('img').getAttribute('aria-label')).toContain('2017, 2 månader: 5,0 (95-procentigt intervall 2,4–9,2)')
    await chart.getByRole('button', { name: 'Visa som tabell' }).click()
    expect((await readTable(page, 'Incidenter per månad med insamling')).rows['2018']).toEqual(['23', '12 månader', '1,9', '1,2–2,9'])
    expect(await page.locator('.comparisons li').allInnerTexts()).toEqual([
      expect.stringContaining('0,38 (95-procentigt intervall 0,18–0,90)'), expect.stringContaining('skillnaden kan vara slump'),
      'Jämförelser som håller när hänsyn tas till att flera gjordes: 0 av 2.',
      expect.stringContaining('antalet per månad skiljer sig mer än slumpen brukar ge (slumpen ensam ger så stora skillnader i 3 fall av 100)'), expect.stringContaining('3,39 gånger vad slumpen ger'),
      expect.stringContaining('ingen trend kan utläsas'), expect.stringMatching(/^Månaderna i dem: .* ungefär vad slumpen ger\.$/),
    ])
  })

  test('reports on their way are told in a sentence a year, for those who are given raw counts; how things were tested is one press away', async () => {
    const page = await look()
    const coming = page.getByRole('region', { name: 'Rapporter som är på väg' })
    await expect.poll(() => coming.getByText(/^20\d\d: \d+ rapporterade/).count()).toBeGreaterThan(0)
    for (const said of await coming.getByText(/^20\d\d: \d+ rapporterade/).allInnerTexts()) expect(said).toMatch(/går inte att uppskatta: .+\.$|Vänta omkring \d+ till|Ett år har gått/)
    await coming.getByText('För samordnaren och kärngruppen – visas inte utanför').waitFor()
    const term = page.getByText('Flera jämförelser (Holm)')
    expect(await term.isVisible()).toBe(false)
    await page.getByText('Hur det har prövats').click()
    await term.waitFor()
  })

  test('one stop a table, arrow keys from number to number, and the contents lead to each section', async () => {
    const page = await look()
    const stops = await page.locator('.statistics table:not(.funnel *)').evaluateAll((all) => all.map((table) => table.querySelectorAll('button.number[tabindex="0"]').length))
    expect(stops).toEqual(stops.map(() => 1))
    await page.getByRole('table', { name: 'Huvudtalen per år' }).locator('button.number').first().focus()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowDown')
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('minst 31')
    await page.getByRole('navigation', { name: 'Tabeller' }).getByRole('link', { name: 'Månad för månad' }).press('Enter')
    expect(await page.evaluate(() => document.querySelector('#months')!.getBoundingClientRect().top < innerHeight)).toBe(true)
  })

  test('on a phone a wide table scrolls by itself, and can be reached by keyboard', async () => {
    const { page } = await stage.open({ path: '/statistics', width: 390 })
    const region = page.getByRole('region', { name: 'Huvudtalen per år. Rulla i sidled' })
    expect(await region.evaluate((element) => [element.tabIndex, element.scrollWidth > element.clientWidth])).toEqual([0, true])
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
    // What a table says of itself is read without scrolling.
    const edges = await page.locator('.table caption > *').evaluateAll((all) => all.map((one) => one.getBoundingClientRect().right))
    expect(Math.max(...edges)).toBeLessThanOrEqual(390)
  })

  test('on paper the tables stand with their mark, without what can only be pressed', async () => {
    const page = await look()
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('.statistics-contents, .range, .statistics-section-head a').evaluateAll((all) => all.filter((one) => one.checkVisibility()).length)).toBe(0)
    expect(await page.locator('.raw-mark').evaluateAll((all) => all.every((one) => one.checkVisibility()))).toBe(true)
    await page.emulateMedia({ media: 'screen' })
  })

  test('each section leads to where it is explained, in the language of the page', async () => {
    const { page } = await stage.open({ path: '/statistics', language: 'en' })
    expect((await readTable(page, 'Main figures by year')).rows['Possibly exploited persons']).toEqual(['at least 14', 'at least 31', 'at least 41', 'at least 86'])
    for (const link of await page.locator('.statistics-section-head a').all()) {
      expect(await link.getAttribute('href')).toMatch(/^\/method#[a-z-]+$/)
    }
    await page.getByRole('link', { name: 'How we count: Nationality' }).click()
    await page.waitForURL(`${stage.address}/method#several`)
    await page.waitForFunction(() => document.activeElement?.id === 'several')
    expect(await page.locator('#several').innerText()).toContain('several indicators and several nationalities')
  })

  test('the years are chosen by keyboard, and stand in the address', async () => {
    const page = await look()
    await page.getByRole('button', { name: 'Från' }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('listbox').getByRole('option', { name: '2018' }).waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.waitForURL(`${stage.address}/statistics?from=2018&to=2019`)
    await page.getByRole('columnheader', { name: '2018–2019' }).first().waitFor()
    const { columns, rows } = await readTable(page, 'Huvudtalen per år')
    expect([columns.slice(1), rows['Incidenter']]).toEqual([['2018', '2019', '2018–2019'], ['23', '30', '53']])
    await page.reload()
    await standing(page)
    expect(await page.locator('.statistics-head .lead').innerText()).toContain('2018–2019')
  })
}
