// Another town's spreadsheet in the browser: read there, mapped by a person, saved as a mapping that imports; nothing of it is sent.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { importFiles, parseMapping } from '@lykta/incident'
import type { Page } from 'playwright'
import { expect, test } from 'vitest'
import { context, grankoping } from '../../../packages/incident/test/mapping-support.ts'
import { root } from '../../journey/lykta.ts'
import { findViolations } from '../support/find-violations.ts'
import type { Stage } from '../support/stage.ts'

const towns = join(root, 'samples/other-towns')

export function bringingIn(stage: Stage): void {
  test('a mapping is made in a preview, without a terminal, and what it makes imports', async () => {
    const { page, faults } = await stage.open({ path: '/incidents' })
    await page.getByRole('link', { name: 'Hämta in kalkylblad' }).press('Enter')
    await page.getByRole('heading', { name: 'Hämta in ett kalkylblad' }).waitFor()
    const sent: string[] = []
    page.on('request', (request) => {
      if (request.method() !== 'GET') sent.push(request.url())
    })
    await page.getByLabel('Välj kalkylblad').setInputFiles(join(towns, 'grankoping.csv'))
    // The row of sums is none, and much is not decided.
    await says(page, '4 av 8 incidenter går att läsa in')
    expect(await findViolations(page)).toEqual([])
    expect(await column(page, 'Händelsedatum').getByLabel('Datumen skrivs').inputValue()).toBe('D/M YYYY; MMMM YYYY')

    await page.getByLabel('Rader att hoppa över börjar med').fill('Summa')
    await becomes(page, 'Handläggare').selectOption({ label: 'Hoppas över' })
    const reporter = column(page, 'Uppgiftslämnare')
    await reporter.getByLabel('Hotell Granen betyder').selectOption({ label: 'Ny organisation …' })
    const added = page.getByRole('group', { name: 'Ny organisation för ”Hotell Granen”' })
    await added.getByLabel('Sektor').selectOption({ label: 'Näringsliv' })
    await added.getByRole('button', { name: 'Lägg till' }).press('Enter')
    await column(page, 'Barn').getByLabel('? betyder').selectOption({ label: 'minst 0' })
    await column(page, 'Kvinnor').getByLabel('Ungefärliga antal').selectOption({ label: 'räknas som minst en' })
    await says(page, '5 av 7 incidenter går att läsa in')
    // One choice too many is taken back.
    await becomes(page, 'Plats').selectOption({ label: 'Hoppas över' })
    await says(page, 'Raderna kan inte räknas än')
    await page.getByRole('button', { name: 'Ångra', exact: true }).press('Enter')
    await column(page, 'Sexköpare').getByLabel('Ungefärliga antal').selectOption({ label: 'räknas som minst en' })
    await says(page, '7 av 7 incidenter går att läsa in')
    await page.getByText('När allt är bestämt och inget fel är kvar').waitFor()
    await page.getByRole('button', { name: 'Bekräfta de säkra förslagen' }).press('Enter')
    // What is only alike is confirmed one by one.
    await says(page, 'av dem osäkra')
    const right = page.getByRole('button', { name: /^Stämmer: / })
    for (let left = await right.count(); left > 0; left -= 1) {
      await right.first().press('Enter')
      await expect.poll(() => right.count()).toBe(left - 1)
    }
    await says(page, 'Inga fel. Allt är bestämt.')
    await page.getByText('Hellre med ett kommando').click()
    await expect.poll(() => page.getByLabel('Kommando').inputValue()).toBe('npx lykta import grankoping.csv --mapping mapping.json')

    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Spara mappningen' }).press('Enter')])
    const parsed = parseMapping(await readFile(await download.path(), 'utf8'), download.suggestedFilename())
    if ('problems' in parsed) throw new Error(`the saved mapping is not read: ${parsed.problems.map(({ code }) => code).join()}`)
    const { bundle } = await importFiles(grankoping.files, { ...context, mapping: parsed.mapping, existingOrganisations: ['polis', 'POLIS', 'soc', 'SOC', 'jour', 'JOUR'].map((code) => ({ code, name: code, sector: 'police', joined: '2017-11-01', left: null })) })
    expect([bundle?.incidents.length, bundle?.incidents.flatMap(({ answers }) => answers.persons).length]).toEqual([7, 9])
    expect(bundle?.organisations.map(({ name, sector }) => [name, sector])).toEqual([['Hotell Granen', 'business']])
    expect([sent, faults]).toEqual([[], []])

    // From here on it is sent: coded rows, and reasons that are sealed.
    const bodies: string[] = []
    page.on('request', (request) => bodies.push(request.postData() ?? ''))
    await page.getByRole('button', { name: 'Jämför med registret' }).press('Enter')
    await page.locator('.bring-counts', { hasText: '7 nya incidenter, 0 ändrade, 0 oförändrade.' }).waitFor()
    expect(await findViolations(page)).toEqual([])
    await page.getByRole('button', { name: 'Läs in', exact: true }).press('Enter')
    await page.getByText('Allt är inläst.').waitFor()
    expect(bodies.join()).toContain('G-101')
    for (const word of ['uthyrd', 'besök', 'Handläggare']) expect(bodies.join(), word).not.toContain(word)
    await page.getByRole('link', { name: 'Visa incidenterna' }).press('Enter')
    await page.waitForURL('**/incidents')
    expect(faults).toEqual([])
  })

  test('files in our form need no mapping, and what stands already changes nothing', async () => {
    const { page, faults } = await stage.open({ path: '/import', language: 'en' })
    await page.getByLabel('Choose spreadsheets').setInputFiles(['organisationer', 'incidenter', 'personer'].map((part) => join(root, `samples/exempelstad/${part}.csv`)))
    await page.getByText('All sheets are in our form already.').waitFor()
    await says(page, 'No errors.')
    await page.getByRole('button', { name: 'Compare with the register' }).press('Enter')
    const counts = page.locator('.bring-counts', { hasText: 'All of it stands so in the register already.' })
    await counts.getByText('have not been compared').waitFor()
    await expect.poll(() => page.getByRole('button', { name: 'Import', exact: true }).count()).toBe(0)
    await page.getByText('By a command instead').click()
    await expect.poll(() => page.getByLabel('Command').inputValue()).toBe('npx lykta import organisationer.csv incidenter.csv personer.csv')
    expect(faults).toEqual([])
  })

  test('on a phone, in English: a saved mapping is opened, three files count, and a broken one says where', async () => {
    const { page, faults } = await stage.open({ path: '/import', width: 390, language: 'en', theme: 'dark' })
    await page.getByLabel('Choose spreadsheets').setInputFiles(['agencies', 'cases', 'people'].map((part) => join(towns, `eastmere-${part}.csv`)))
    await says(page, 'to decide')
    await page.getByLabel('Open a saved mapping').setInputFiles({ name: 'broken.json', mimeType: 'application/json', buffer: Buffer.from('{"lykta":"mapping","version":9}') })
    await page.getByText('broken.json: The mapping’s version (9) cannot be read').waitFor()
    await page.getByLabel('Open a saved mapping').setInputFiles(join(towns, 'eastmere.mapping.json'))
    await says(page, '5 of 5 incidents can be imported, 5 of 5 rows of persons')
    await says(page, 'No errors. Everything is decided.')
    expect(await findViolations(page)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
    expect(faults).toEqual([])
  })
}

const says = (page: Page, text: string): Promise<void> => page.locator('.standing-facts', { hasText: text }).waitFor()
const column = (page: Page, name: string) => page.locator('.mapped-column').filter({ has: page.getByRole('heading', { name, exact: true }) })
const becomes = (page: Page, name: string) => page.getByLabel(`${name}: Blir`)
