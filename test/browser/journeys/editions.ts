// The edition: made while one watches or is away, read, taken along, and nothing on it that the policy hides.
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright'
import { expect, test } from 'vitest'
import { proving } from '../../prove/record-proof.ts'
import { standing } from '../support/browsing.ts'
import { findViolations } from '../support/find-violations.ts'
import type { Stage } from '../support/stage.ts'

/** An edition takes as long as the machine does. */
const made = { timeout: 600_000 }

export function editions(stage: Stage): void {
  const { open } = stage

  test('the years are listed with how much of them was collected, and none is made yet', async () => {
    const { page } = await open({ path: '/editions' })
    const years = page.getByRole('list', { name: 'Utgåvor' }).getByRole('listitem')
    expect((await years.allInnerTexts()).map((text) => text.split(/\s*\n\s*/).filter(Boolean))).toEqual([
      ['2019', 'Insamling: hela året', 'Inget utkast'], ['2018', 'Insamling: hela året', 'Inget utkast'], ['2017', 'Insamling: nov–dec', 'Inget utkast'],
    ])
  })

  test('work can be stopped, and nothing is changed', async () => {
    const { page } = await open({ path: '/editions/2019' })
    await page.getByRole('button', { name: 'Gör utkast' }).press('Enter')
    expect(await page.getByRole('progressbar').getAttribute('aria-label')).toBe('Framsteg')
    await page.getByRole('button', { name: 'Avbryt' }).press('Enter')
    await page.getByText('Arbetet avbröts. Inget ändrades.').waitFor()
    await page.locator('.edition-marks').getByText('Inget utkast').waitFor()
  })

  test('a wrong binding in a template of one’s own is shown with its file and line; mended, the work goes on when the page is left, and the result stays', async () => {
    const file = join(stage.templates, 'sv.md')
    const own = await readFile(file, 'utf8')
    await writeFile(file, `${own}\nDet var {{incidenter.2019}}. || Inget.\n`)
    const { page, faults } = await open({ path: '/editions/2019' })
    await page.getByRole('button', { name: 'Gör utkast' }).press('Enter')
    await page.getByRole('heading', { name: 'Utkastet kunde inte göras' }).waitFor(made)
    const told = await page.getByRole('alert').innerText()
    expect(told).toContain(`${file}, rad ${own.split('\n').length + 1}`)
    expect(told).toContain('incidenter finns inte')
    expect(await violations(page)).toEqual([])
    await writeFile(file, own)
    await page.getByRole('button', { name: 'Gör utkast' }).press('Enter')
    await page.getByText('Utkastet görs').waitFor()
    await expect.poll(() => page.evaluate(() => document.activeElement?.className)).toBe('edition-work')
    expect(await page.locator('.edition-work').getByRole('status').innerText()).toMatch(/ …$/)
    await page.getByRole('link', { name: 'Alla utgåvor' }).click()
    await page.locator('.editions li').first().getByText('Utkast', { exact: true }).waitFor(made)
    await page.getByRole('link', { name: 'Öppna 2019' }).click()
    await page.getByRole('heading', { name: 'Läs', exact: true }).waitFor()
    await page.reload()
    await standing(page)
    expect(await page.frameLocator('iframe').locator('h1').innerText()).toBe('Årsrapport 2019')
    expect(await page.locator('.edition-marks').innerText()).toContain('Påhittade uppgifter')
    expect(faults).toEqual([])
    expect(await violations(page)).toEqual([])
  })

  test('that the work is done is said where it was said what it was doing, and takes no focus from a reader', async () => {
    const { page } = await open({ path: '/editions/2019' })
    const status = page.locator('.edition-work').getByRole('status')
    expect(await status.innerText()).toBe('')
    const element = await status.elementHandle()
    await page.getByRole('button', { name: 'Gör om utkastet' }).press('Enter')
    await page.getByText('Utkastet görs').waitFor()
    await page.getByRole('link', { name: 'Alla utgåvor' }).focus()
    await status.filter({ hasText: 'Utkastet är klart.' }).waitFor(made)
    expect(await element.evaluate((node) => node.isConnected)).toBe(true)
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Alla utgåvor')
  })

  // The same walk in English when it is to be proven: the words are held by the messages, and both languages' files are taken here.
  test.each(([['sv', 'Som PDF'], ['en', 'As PDF']] as const).slice(0, proving ? 2 : 1))('the PDF and the tables download (%s)', async (language, name) => {
    const { page } = await open({ path: '/editions/2019', language })
    const take = async (click: Promise<void>): Promise<{ readonly name: string; readonly bytes: Buffer }> => {
      const [download] = await Promise.all([page.waitForEvent('download'), click])
      return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) }
    }
    for (const at of [0, 1]) {
      const pdf = await take(page.getByRole('link', { name }).nth(at).click())
      expect(pdf.name).toMatch(/^2019-(sv|en)-report\.pdf$/)
      expect(pdf.bytes.subarray(0, 5).toString()).toBe('%PDF-')
    }
    await page.locator('details', { has: page.locator('.open-data') }).locator('summary').click()
    const csv = await take(page.getByRole('row', { name: language === 'sv' ? /^Incidenter\s/ : /^Incidents\s/ }).getByRole('link', { name: 'CSV' }).first().click())
    expect(csv.bytes.toString('utf8')).toMatch(/30/)
    const manifest = await take(page.getByRole('link', { name: 'manifest.json' }).click())
    expect(JSON.parse(manifest.bytes.toString('utf8'))).toMatchObject({ manifest: 1, year: 2019, sample: true })
  })

  test('a year that is not over is warned of, and others are not', async () => {
    const { page } = await open({ path: '/editions/2019' })
    expect(await page.locator('.edition-warning').count()).toBe(0)
    await page.goto(`${stage.address}/editions/${new Date().getFullYear()}`)
    await standing(page)
    expect(await page.locator('.edition-warning').innerText()).toContain('är inte slut')
    expect(await violations(page)).toEqual([])
  })

  test.each(['sv', 'en'] as const)('what the policy hides stands nowhere on the page (%s)', async (language) => {
    const { page } = await open({ path: `/editions/2019/${language}/`, waits: false })
    const text = await page.locator('body').innerText()
    for (const shown of ['10', '23', '30', '63', '14', '31', '41', '86']) expect(numbersIn(text)).toContain(shown)
    // Adult women of 2019, suspected sexual purposes of 2019 and of all years, women and adults of all years.
    for (const hidden of ['38', '28', '60', '83', '84', '85']) expect(numbersIn(text)).not.toContain(hidden)
    // Nor in words: "two girls", "one man", "38 women".
    expect(text).not.toMatch(/(\d|\ben|\bett|två|tre|fyra) (vuxna? )?(kvinn|flick|pojk|man\b|män\b)/i)
    expect(text).not.toMatch(/(\d|\bone|\ba|two|three|four) (adult )?(wom[ae]n|girls?|boys?|man|men)\b/i)
    // No cell holds a small number, but for those that count what is not known.
    const small = await page.locator('tbody tr').evaluateAll((rows) => rows
      .map((row) => [row.children[0]!.textContent, ...[...row.querySelectorAll('td')].map((cell) => cell.firstChild?.textContent?.trim() ?? '')])
      .filter(([name, ...cells]) => cells.some((cell) => /^[1-4]$/.test(cell)) && !/okän|unknown|not known|inte tillfråg|not asked/i.test(name!)))
    expect(small).toEqual([])
    // What axe finds on this page in both languages, with every table open: test/publication/page.test.ts.
    if (proving) expect(await findViolations(page)).toEqual([])
  })

  test('the protocol tells the coordinator which cells were hidden, and why', async () => {
    const { page } = await open({ path: '/editions/2019' })
    const protocol = page.getByRole('region', { name: 'Vad som slogs samman eller doldes, och varför' })
    expect(await protocol.locator('.raw-notice').innerText()).toContain('Endast för samordnaren')
    await protocol.getByRole('button', { name: 'Visa' }).press('Enter')
    await page.getByRole('option', { name: 'Dolda' }).click()
    await protocol.locator('summary', { hasText: 'Kön' }).click()
    const rows = await protocol.locator('details[open] tbody tr').allInnerTexts()
    expect(rows.map((row) => row.split(/\s*\t\s*/))).toEqual([['Övriga', '2017–2019', '1', 'Dold', 'För få. För få organisationer']])
    // The page that others are given holds nothing of it.
    expect(await page.frameLocator('iframe').locator('body').innerText()).not.toContain('Dold')
  })

  test('a phone gets the links and no page within the page', async () => {
    const { page } = await open({ path: '/editions/2019', width: 390, theme: 'dark', language: 'en' })
    expect(await page.locator('iframe').count()).toBe(0)
    expect(await page.getByRole('link', { name: /^As a page/ }).first().getAttribute('href')).toBe('/editions/2019/sv/')
    await page.evaluate(() => document.querySelectorAll('details:has(.open-data), .decision-family:first-child').forEach((one) => one.setAttribute('open', '')))
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
    expect(await violations(page)).toEqual([])
  })

  test('leaving at once is heard inside the shown page as well', async () => {
    const { page } = await open({ path: '/editions/2019' })
    await page.frameLocator('iframe').locator('h1').click()
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
    await page.waitForURL(`${stage.address}/neutral/`)
  })
}

/** The beginning of the line's hash, which the report prints, holds digits and no numbers. */
function numbersIn(text: string): readonly string[] {
  return text.replaceAll(/\b[0-9a-f]{12,}\b/g, '').match(/(?<![\d,.])\d+(?![\d])/g) ?? []
}

/** What axe finds. It cannot run inside the frame, which allows no script; that page is looked at by itself. */
async function violations(page: Page): Promise<readonly string[]> {
  await page.evaluate(() => document.querySelector('iframe')?.remove())
  return findViolations(page)
}
