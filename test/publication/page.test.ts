// The annual report's page in a real browser: axe finds nothing, nothing is asked for, it fits a phone, and it prints.
import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { editionInput, sampleTables } from '../../packages/publication/test/support/sample-edition.ts'
import { findViolations } from '../browser/support/find-violations.ts'
import { launch } from '../browser/support/launch.ts'
import { readPdf } from './support/pdf.ts'
import { render } from './support/render.ts'

let folder: string
let browser: Browser
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lykta-page-'))
  const tables = await sampleTables()
  for (const language of ['sv', 'en'] as const) {
    for (const [path, bytes] of await render(editionInput(tables, language))) {
      await mkdir(dirname(join(folder, language, path)), { recursive: true })
      await writeFile(join(folder, language, path), bytes)
    }
  }
  browser = await launch()
})
afterAll(async () => {
  await browser.close()
  await rm(folder, { recursive: true, force: true })
})

const address = (language: string): string => pathToFileURL(join(folder, language, 'index.html')).href

test.each([
  ['sv', 390, 'light'], ['en', 1280, 'dark'],
] as const)('%s at %d, %s: axe finds nothing, no request, no sideways scrolling', async (language, width, colorScheme) => {
  const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme, bypassCSP: false })
  const page = await context.newPage()
  const requests: string[] = []
  const complaints: string[] = []
  page.on('request', (request) => requests.push(request.url().slice(0, 60)))
  page.on('console', (message) => complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(error.message))
  await page.goto(address(language))
  expect(requests.filter((url) => !url.startsWith('data:'))).toEqual([address(language).slice(0, 60)])
  expect(complaints).toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
  expect(await page.evaluate(() => [...document.fonts].filter(({ status }) => status === 'loaded').length)).toBeGreaterThan(1)
  // Axe runs in the page, which its own policy forbids: the same page again with the policy off.
  const open = await browser.newContext({ viewport: { width, height: 900 }, colorScheme, bypassCSP: true })
  const checked = await open.newPage()
  await checked.goto(address(language))
  const tables = checked.locator('details')
  for (const details of await tables.all()) await details.locator('summary').click()
  expect(await findViolations(checked)).toEqual([])
  await open.close()
  await context.close()
})

test('by keyboard: the first stop skips to the content, a table opens, the contents lead to their chapter', async () => {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } })
  await page.goto(address('en'))
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('content')
  await page.locator('#chart-incidents summary').focus()
  await page.keyboard.press('Enter')
  expect(await page.locator('#chart-incidents table').isVisible()).toBe(true)
  await page.locator('.contents a', { hasText: 'How we counted' }).focus()
  await page.keyboard.press('Enter')
  expect(new URL(page.url()).hash).toBe('#method')
  await page.close()
})

test('printed: the mark on every page, every chart’s table open, no link text of the screen', async () => {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } })
  await page.goto(address('sv'))
  const { lines, pages } = await readPdf(await page.pdf({ preferCSSPageSize: true }))
  // In every page's margin, and once more at the top for browsers that print no margin boxes.
  expect(lines.filter((line) => line.includes('Utkast – inte godkänd för publicering'))).toHaveLength(pages + 1)
  expect(lines.join('\n')).toContain('Kedjan från känd incident till stöd')
  expect(lines.join('\n')).not.toContain('Visa talen som tabell')
  expect(lines.join('\n')).not.toContain('Ladda ner som PDF')
  await page.close()
})
