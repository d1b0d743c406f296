// Reading the figures in a real browser: the explorer with two editions, other publishers' series beside the network's own, and the free crossing.
import { createHash, randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { TableBody } from '@lykta/disclosure'
import { appendLedgerEntry, write } from '@lykta/register'
import { type Desk, ensureSampleNetwork, openDesk } from '@lykta/server'
import { describe, expect, test } from 'vitest'
import { tableText } from '../../packages/disclosure/src/make-protected.ts'
import { useMembersStage } from './members/members-stage.ts'
import { readTable } from './support/read-table.ts'

const stage = useMembersStage(async ({ data }) => {
  const desk = await openDesk({ dataFolder: data, create: true, programVersion: 'test', prepare: (register) => ensureSampleNetwork(register, () => {}) })
  await enterEditions(desk)
  await desk.close()
})

/** The sample's report of 2019 as it was protected (made by `lykta publish`), and one for the core group with a cell of every kind. */
async function enterEditions(desk: Desk): Promise<void> {
  const made = JSON.parse(await readFile(join(import.meta.dirname, 'data/edition-2019.json'), 'utf8')) as { readonly asOf: number }
  const year = (of: number, months = 12) => ({ id: String(of), from: `${of}-01-01`, to: `${of}-12-31`, months })
  const body: TableBody = {
    id: 'exploitation', audience: 'core', unit: 'incident', by: ['exploitation'], groups: [], asOf: made.asOf, severalAnswers: false, periods: [year(2016, 0), year(2018), year(2019)],
    base: [{ state: 'shown', count: 0, atLeast: false }, { state: 'shown', count: 23, atLeast: false }, { state: 'shown', count: 30, atLeast: true }],
    rows: [
      { codes: ['sexual'], members: [], cells: [{ state: 'shown', count: 0, atLeast: false }, { state: 'band', numerator: 4, denominator: 5 }, { state: 'shown', count: 28, atLeast: true }] },
      { codes: ['begging'], members: [], cells: [{ state: 'shown', count: 0, atLeast: false }, { state: 'hidden' }, { state: 'shown', count: 0, atLeast: false }] },
      { codes: ['labour'], members: [], cells: [{ state: 'shown', count: 0, atLeast: false }, { state: 'shown', count: 3, atLeast: false }, { state: 'shown', count: 0, atLeast: true }] },
    ],
  }
  const digest = createHash('sha256').update(tableText(body)).digest('hex')
  const core = { ...made, policy: 'default-core-1', tables: [{ ...body, digest }], digests: [digest] }
  for (const [after, [audience, content]] of ([['public', made], ['core', core]] as const).entries()) {
    await write(desk.register, desk.context, { action: 'edition.approve', object: 'edition:2019' }, (transaction) =>
      appendLedgerEntry(transaction, after, { id: randomUUID(), kind: 'edition', audience, content }))
  }
}

const light = { width: 1280, theme: 'light', language: 'en' } as const
const dark = { width: 390, theme: 'dark', language: 'sv' } as const

describe('the explorer', () => {
  test('is reached from the statistics; everything is chosen by keyboard, and the address leads back to it', async () => {
    const { page, faults, inspect, close } = await stage.person(light, { passkeys: false })
    await page.goto(`${stage.address}/statistics`)
    await page.getByRole('link', { name: 'What may be shown' }).click()
    await page.getByRole('heading', { name: 'Situation', level: 1 }).waitFor()
    const edition = page.getByLabel('Edition')
    await edition.waitFor()
    expect(await edition.locator('option').allTextContents()).toEqual(['2019, for the core group', '2019, for the public'])
    // A cell of every kind, each with its pattern, its sign and its words.
    expect((await readTable(page, 'Suspected form of exploitation')).rows).toEqual({
      'Sexual purposes': ['not collected', 'more than 4/5', 'at least 28'], Begging: ['not collected', 'not shown, so that nobody can be recognised', '0'],
      'Forced labour': ['not collected', '3', 'number unknown'], 'Base: incidents': ['not collected', '23', 'at least 30'],
    })
    const keyed = await page.locator('.shown-key dd').allTextContents()
    expect(keyed).toEqual([
      'count', 'at least so many', 'more than the filled part of the base', 'zero: counted, and there were none', 'not shown, so that nobody can be recognised', 'number unknown',
      'not collected', 'what chance alone can give (95 %)',
    ])
    const looks = await page.locator('.shown-row .shown-bar').evaluateAll((bars) => bars.map((bar) => {
      const { backgroundImage, backgroundColor, borderStyle, width } = getComputedStyle(bar)
      return [bar.className, `${backgroundImage} ${backgroundColor} ${borderStyle} ${width === '3px'}`] as const
    }))
    const byKind = new Map(looks)
    expect(new Set(byKind.values()).size, 'each kind of bar looks its own').toBeGreaterThanOrEqual(byKind.size - 1)
    expect(await inspect()).toEqual([])

    await edition.focus()
    await page.keyboard.press('ArrowDown')
    await page.getByRole('cell', { name: '28', exact: true }).or(page.locator('.base-row').getByText('63')).first().waitFor()
    await page.getByLabel('Table').focus()
    await page.keyboard.press('Home')
    await page.getByRole('heading', { name: 'Documented incidents', level: 2 }).waitFor()
    expect((await readTable(page, 'Documented incidents')).rows).toEqual({ 'Documented incidents': ['10', '23', '30'] })
    const said = await page.locator('.shown-trends li').allTextContents()
    expect(said).toContain('30 against 23: the difference can be chance, ratio 1.30, 95 % 0.73–2.35.')
    expect(said.some((one) => one.includes('3.39 times what chance gives'))).toBe(true)
    await page.getByLabel('From').selectOption('2018')
    expect((await readTable(page, 'Documented incidents')).columns).toEqual(['Figure', '2018', '2019'])
    await page.getByLabel('Show as').selectOption('table')
    await page.locator('.shown-chart').waitFor({ state: 'detached' })

    const link = await page.getByLabel('Link to exactly this view').inputValue()
    await page.goto('about:blank')
    await page.goto(link)
    expect((await readTable(page, 'Documented incidents')).columns).toEqual(['Figure', '2018', '2019'])
    expect(await page.locator('.shown-chart').count()).toBe(0)
    const file = page.waitForEvent('download')
    await page.getByRole('link', { name: 'CSV in English' }).click()
    const download = await file
    expect(download.suggestedFilename()).toBe('2019-incidents-en.csv')
    expect(await readFile(await download.path(), 'utf8')).toMatch(/,2019,2019-01-01,2019-12-31,12,30,exact,/)
    expect(faults).toEqual([])
    await close()
  })

  test('on a phone, in the dark, in Swedish; a table that the edition does not have, and print', async () => {
    const { page, faults, inspect, close } = await stage.person(dark, { passkeys: false })
    await page.goto(`${stage.address}/explore`)
    await page.locator('.shown-chart').waitFor()
    expect(await inspect()).toEqual([])
    await page.getByLabel('Utgåva').selectOption({ label: '2019, för allmänheten' })
    await page.getByLabel('Tabell', { exact: true }).selectOption('indicators')
    await page.locator('.shown-row').nth(8).waitFor()
    expect(await page.locator('.shown-chart').getAttribute('aria-label')).toMatch(/^Diagram: Ikryssade indikatorer\. /)
    expect(await inspect()).toEqual([])
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('.explore-controls').isVisible()).toBe(false)
    expect(await page.locator('.shown-chart').isVisible()).toBe(true)
    await page.emulateMedia({ media: null })
    await page.goto(`${stage.address}/explore?table=nationalityPersons`)
    await page.getByRole('alert').getByText('Den tabellen finns inte i utgåvan.').waitFor()
    expect(await inspect()).toEqual([])
    expect(faults).toEqual([])
    await close()
  })
})

const offences = `serie;källa;enhet;räknas_efter;period;värde;status;benämning
Anmälda brott, köp av sexuell tjänst;Utgivaren (påhittad);anmälda brott;anmälningsdatum;2024;12;slutlig;
Anmälda brott, köp av sexuell tjänst;Utgivaren (påhittad);anmälda brott;anmälningsdatum;2025;19;preliminär;köp av sexuell handling
`

describe('beside the official statistics', () => {
  test('a file is refused with its rows, entered, shown by itself with its break, and taken away', async () => {
    const { page, faults, inspect, close } = await stage.person(light, { passkeys: false })
    await page.goto(`${stage.address}/official`)
    await page.getByRole('heading', { name: 'No series have been entered yet' }).waitFor()
    await page.getByRole('button', { name: 'Enter the file' }).click()
    await page.getByRole('alert').getByText('Choose a file first.').waitFor()
    const enter = async (text: string): Promise<void> => {
      await page.getByLabel('File', { exact: true }).setInputFiles({ name: 'brott.csv', mimeType: 'text/csv', buffer: Buffer.from(text) })
      await page.getByRole('button', { name: 'Enter the file' }).click()
    }
    await enter(offences.replace(';19;', ';nineteen;'))
    await page.getByText('brott.csv, row 3, värde: “nineteen” is no value.').waitFor()
    expect(await inspect()).toEqual([])
    await enter(offences)
    await page.getByText('Entered. Series: 1, new values: 2, changed: 0.').waitFor()
    const panel = page.getByRole('region', { name: 'Anmälda brott, köp av sexuell tjänst' })
    expect(await panel.locator('tbody tr').allTextContents()).toEqual(['202412final', expect.stringMatching(/^Series break: The offence purchase of sexual service has been called purchase of sexual act/), '202519preliminaryköp av sexuell handling'])
    expect(await panel.locator('.value-hatched').count()).toBe(1)
    // The network's own stand in a panel and on a scale of their own.
    const own = page.getByRole('region', { name: 'The network’s incidents' })
    expect(await own.locator('tbody .value-number').allTextContents()).toEqual(['10', '23', '30'])
    expect(await page.locator('.series-why p').count()).toBe(3)
    expect(await inspect()).toEqual([])
    await panel.getByRole('button', { name: 'Take away' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Take away' }).press('Enter')
    await page.getByRole('heading', { name: 'No series have been entered yet' }).waitFor()
    expect(faults.filter((fault) => !fault.includes('422'))).toEqual([])
    await close()
  })
})

describe('the free crossing', () => {
  test('crosses any two answers, says that it is raw, and offers nothing to take along', async () => {
    const { page, faults, inspect, close } = await stage.person(dark, { passkeys: false })
    await page.goto(`${stage.address}/crossing?unit=incident&rows=exploitation&columns=police-contacted&from=2019&to=2019`)
    await page.getByRole('table').waitFor()
    expect((await readTable(page, 'Misstänkt form mot polisen kontaktad')).columns[0]).toBe('Misstänkt form')
    await page.getByText('Det finns ingen väg härifrån till en utgåva').waitFor()
    await page.getByLabel('Kolumner').selectOption('exploitation')
    // The two have changed places.
    await page.getByText('Polisen kontaktad mot misstänkt form').waitFor()
    expect(await page.locator('#content a[download], #content button:has-text("Kopiera")').count()).toBe(0)
    expect(await inspect()).toEqual([])
    expect(faults).toEqual([])
    await close()
  })
})
