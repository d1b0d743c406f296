// The report's text in a browser: the seed's own sentences marked, bound and confirmed, two who write at once, and what is not saved kept.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { listNetworks } from '@lykta/register'
import { deskOf, ensureSampleNetwork, webAppFolder } from '@lykta/server'
import type { Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { EditionAnswer, JobAnswer } from '../../apps/server/src/api/types.ts'
import type { ProseAnswer } from '../../apps/server/src/api/prose-types.ts'
import { makeApp } from '../../apps/server/src/http/app.ts'
import { listen, type Listening } from '../../apps/server/src/http/serve.ts'
import { ensureWebApp } from '../../apps/server/src/web-app.ts'
import { cloneDatabase, type TestDatabase } from '../../packages/register/test/database.ts'
import { root } from '../journey/lykta.ts'
import { askServer } from './support/ask-server.ts'
import { type Browsing, standing, startBrowsing } from './support/browsing.ts'
import { findViolations } from './support/find-violations.ts'
import { launch } from './support/launch.ts'

let database: TestDatabase
let server: Listening
let browsing: Browsing
const log: string[] = []

beforeAll(async () => {
  await ensureWebApp(() => {})
  database = await cloneDatabase()
  await ensureSampleNetwork(database.register, () => {})
  const [network] = await listNetworks(database.register)
  server = await listen(makeApp({ desk: await deskOf(database.register, network!), version: 'test', log: (line) => void log.push(line), webApp: webAppFolder }), 0)
  browsing = startBrowsing(await launch(), server.address)
  // Its figures stand beside the text.
  const { job } = await ask<JobAnswer>('POST', 'editions/2019', {})
  for (let state = 'running'; state === 'running';) {
    await new Promise((resolve) => setTimeout(resolve, 200))
    state = (await ask<{ readonly state: string }>('GET', `jobs/${job.id}`)).state
  }
})
afterAll(async () => {
  await browsing.close()
  await server.stop(0)
  await database.close()
})

async function ask<Answer>(method: string, path: string, body?: unknown): Promise<Answer> {
  const answer = await askServer(() => server.address)(`/api/${path}`, { method, ...(method === 'GET' ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }) })
  return (await answer.json()) as Answer
}

const seed = JSON.parse(readFileSync(join(root, 'packages/publication/test/data/checker/seed.json'), 'utf8')) as { readonly sentences: readonly { readonly text: string; readonly words: readonly string[] }[] }
const field = (page: Page) => page.getByRole('textbox', { name: /^Text på svenska/ })
const chapter = async (page: Page, name: string) => page.getByRole('navigation', { name: 'Kapitel' }).getByRole('button', { name }).click()
/** How many texts lie in the browser, written and not saved. */
const kept = (page: Page) => page.evaluate(async () => {
  // Opened before the page has made it, the store would be another one.
  if (!(await indexedDB.databases()).some(({ name }) => name === 'pages')) return 0
  const store = await new Promise<IDBDatabase>((resolve) => {
    const request = indexedDB.open('pages')
    request.addEventListener('success', () => resolve(request.result))
  })
  const count = await new Promise<number>((resolve) => {
    const request = store.transaction('texts').objectStore('texts').count()
    request.addEventListener('success', () => resolve(request.result))
  })
  store.close()
  return count
})
/** The marks are of this very text. */
const looked = (page: Page, count: number) => page.getByRole('heading', { name: count === 0 ? 'Att se på' : `Att se på ${count}`, exact: true }).waitFor()

test('the first network’s own sentences are marked where they stand, each with what to do', async () => {
  const { page, faults } = await browsing.open({ path: '/text/2019' })
  await chapter(page, 'Avslutande reflektion')
  const sentences = seed.sentences.map(({ text }) => text)
  await field(page).fill(`## Avslutande reflektion {#reflection}\n\n${sentences.join('\n\n')}\n`)
  const marks = page.locator('.writing-error, .writing-asked')
  await expect.poll(() => marks.count()).toBeGreaterThan(10)
  // Two marks that overlap are three pieces.
  const bare = (text: string): string => text.replaceAll(/\s/g, '')
  const marked = bare((await marks.allInnerTexts()).join(''))
  for (const { words } of seed.sentences) for (const word of words) expect(marked).toContain(bare(word))
  expect(await page.locator('.remark').first().innerText()).toMatch(/Rad \d/)
  expect(faults).toEqual([])
})

test('by the keyboard alone: a remark is settled, a figure bound, undone, and saved; the edition is made with it', async () => {
  const { page, faults } = await browsing.open({ path: '/text/2019' })
  await chapter(page, 'Avslutande reflektion')
  await field(page).focus()
  await page.keyboard.press('Control+End')
  await page.keyboard.type('\n\nNätverkets arbete har bidragit till att fler har nåtts.\nDet var ')
  await looked(page, 1)
  await page.keyboard.press('Control+k')
  await page.getByRole('dialog').getByRole('textbox').fill('incidenter 2018')
  await page.getByRole('dialog').getByRole('button', { name: /^2018 ?23$/ }).first().press('Enter')
  // The proposal for when it is hidden is selected, to be written over.
  await expect.poll(() => page.evaluate(() => getSelection()?.toString())).toBe('Uppgiften visas inte (dokumenterade incidenter).')
  await page.keyboard.type('Antalet visas inte.')
  expect(await field(page).inputValue()).toMatch(/Det var \{\{incidents\.previous\}\} \|\| Antalet visas inte\.$/)
  await page.keyboard.press('F8')
  await expect.poll(() => page.evaluate(() => getSelection()?.toString())).toBe('bidragit')
  await page.getByRole('button', { name: 'Märk som bedömning' }).press('Enter')
  await looked(page, 0)
  expect(await field(page).inputValue()).toContain('{{opinion}} Nätverkets arbete har bidragit')
  await field(page).press('Control+z')
  expect(await field(page).inputValue()).not.toContain('{{opinion}} Nätverkets')
  await field(page).press('Control+y')
  expect(await findViolations(page)).toEqual([])
  await field(page).press('Control+s')
  await page.getByText(/^Sparad /).waitFor()
  const { texts } = await ask<ProseAnswer>('GET', 'prose')
  expect(texts.sv).toMatchObject({ revision: 1, savedBy: 'operator' })
  expect(texts.sv.figures['2019']).toMatchObject({ 'incidents.previous': '23', 'incidents.year': '30' })
  await page.getByRole('button', { name: 'Läs som det blir' }).press('Enter')
  expect(await page.locator('.preview').innerText()).toMatch(/Vår bedömning: Nätverkets arbete har bidragit till att fler har nåtts\. Det var 23/)
  expect((await ask<EditionAnswer>('GET', 'editions/2019')).edition.state).toBe('stale')
  expect(faults).toEqual([])
})

test('a figure that prints another number than when the text was saved is red, with both, until somebody confirms it', async () => {
  const { texts: { sv } } = await ask<ProseAnswer>('GET', 'prose')
  await ask('PUT', 'prose/sv', { base: sv.revision, text: sv.text, figures: { 2019: { ...sv.figures['2019'], 'incidents.previous': '22' } } })
  const { page } = await browsing.open({ path: '/text/2019' })
  await chapter(page, 'Avslutande reflektion')
  const changed = page.locator('.remark-changed').first()
  expect((await changed.innerText()).replaceAll(/\s+/g, ' ')).toContain('Då 22 Nu 23')
  expect(await page.locator('.writing-changed').first().innerText()).toBe('{{incidents.previous}}')
  expect(await findViolations(page)).toEqual([])
  await changed.getByRole('button', { name: 'Stämmer' }).press('Enter')
  await expect.poll(() => page.locator('.remark-changed').count()).toBe(0)
  await page.getByRole('button', { name: 'Spara', exact: true }).press('Enter')
  await page.getByText(/^Sparad /).waitFor()
  expect((await ask<ProseAnswer>('GET', 'prose')).texts.sv.figures['2019']).toMatchObject({ 'incidents.previous': '23' })
})

test('two who write at once: the second is told, sees both, and nothing is lost; what is not saved survives the page', async () => {
  const { page } = await browsing.open({ path: '/text/2019', width: 390, theme: 'dark', language: 'en', stays: true })
  await page.getByRole('button', { name: 'Swedish' }).click()
  const area = page.getByRole('textbox', { name: /^Text in Swedish/ })
  const { texts: { sv } } = await ask<ProseAnswer>('GET', 'prose')
  await area.fill((await area.inputValue()).replace('Statistik över', 'Min statistik över'))
  await ask('PUT', 'prose/sv', { base: sv.revision, text: sv.text.replace('## Syfte', '## Deras syfte'), figures: sv.figures })
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await page.getByRole('heading', { name: 'Somebody else has saved the text in Swedish' }).waitFor()
  expect(await findViolations(page)).toEqual([])
  // The page is gone before anything was decided.
  await expect.poll(() => kept(page)).toBe(1)
  page.on('dialog', (dialog) => void dialog.accept())
  await page.reload()
  await standing(page)
  await page.getByRole('button', { name: 'Go on with it' }).click()
  await page.getByRole('button', { name: 'Put both together' }).click()
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await page.getByText(/^Saved /).waitFor()
  const { text } = (await ask<ProseAnswer>('GET', 'prose')).texts.sv
  expect(text).toContain('Min statistik över')
  expect(text).toContain('## Deras syfte')
  expect(log).toEqual([])
})

test('an example of a reason: what points at somebody or says how many is refused before it is sent, and another has to approve it', async () => {
  const { page, faults } = await browsing.open({ path: '/examples' })
  const [swedish, english] = [page.getByRole('textbox', { name: 'På svenska' }), page.getByRole('textbox', { name: 'På engelska' })]
  await swedish.fill('Tre kvinnor bodde där, ring 070-174 06 05')
  await english.fill('Somebody else answers every question')
  await page.getByRole('button', { name: 'Lämna till godkännande' }).press('Enter')
  const told = await swedish.evaluate((field) => field.closest('.field')?.textContent ?? '')
  expect(told).toContain('”Tre” är skrivet för hand')
  expect(told).toContain('Kan peka ut någon: ”070-174 06 05”')
  expect(await findViolations(page)).toEqual([])
  await swedish.fill('Någon annan svarar på alla frågor')
  await page.getByRole('button', { name: 'Lämna till godkännande' }).press('Enter')
  await page.getByText('Väntar på godkännande').waitFor()
  expect(await page.getByRole('button', { name: /^Godkänn/ }).count()).toBe(0)
  await page.getByText('Du skrev det').waitFor()
  expect(faults).toEqual([])
})
