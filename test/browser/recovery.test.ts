// Two recovery sheets in a real browser: typed wrong and right, announced, stopped by a member, and after the wait used by somebody new.
import { makeRecovery, renderSheet, splitRecovery } from '@lykta/seal'
import type { Page } from 'playwright'
import { extractText, getDocumentProxy } from 'unpdf'
import { expect, test } from 'vitest'
import { sv as founding } from '../../apps/web/src/pages/found/messages/sv.ts'
import { sv as texts } from '../../apps/web/src/pages/recovery/messages/sv.ts'
import { expectNothing, type Look, type Person, person } from './members/members-stage.ts'
import { reason, useRecoveryStage } from './recovery/recovery-stage.ts'
import { launch } from './support/launch.ts'
import { makeWindows } from './support/windows.ts'

const stage = useRecoveryStage()
const phone: Look = { width: 390, theme: 'dark', language: 'sv' }
const desk: Look = { width: 1280, theme: 'light', language: 'sv' }
const [stop, title] = ['Stoppa återställningen', 'Nätverket ska återställas med två blad.']

const rowsOf = (text: string): readonly string[] => text.trim().split('\n').slice(-4).map((line) => line.slice(3))
const rows = (page: Page, sheet: number) => page.locator('fieldset').nth(sheet).getByRole('textbox')

async function types(page: Page, sheet: number, text: string): Promise<void> {
  for (const [row, line] of rowsOf(text).entries()) await rows(page, sheet).nth(row).fill(line)
}
/** As from a file: all of it into the first row. */
async function pastes(page: Page, sheet: number, text: string): Promise<void> {
  // Where the page moves the focus meanwhile, it is pasted once more.
  await expect.poll(async () => {
    await rows(page, sheet).first().focus()
    await page.evaluate((whole) => {
      const clipboardData = new DataTransfer()
      clipboardData.setData('text/plain', whole)
      document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
    }, text)
    return rows(page, sheet).evaluateAll((fields) => fields.map((field) => (field as HTMLInputElement).value.replaceAll(' ', '')))
  }).toEqual(rowsOf(text).map((line) => line.replaceAll(' ', '')))
}
const combines = (page: Page) => page.getByRole('button', { name: texts.combine }).click()
/** As it stands; in the long run in every language, light and width. */
async function looksWell(who: Person, where: string): Promise<void> {
  await expectNothing(who.inspect(), where)
  if (process.env['LYKTA_PROVE'] !== '1') return
  const { page } = who
  const before = page.viewportSize()!
  for (const width of [390, 1280]) {
    await page.setViewportSize({ width, height: 844 })
    for (const theme of ['Ljust', 'Mörkt']) {
      await page.getByRole('button', { name: theme, exact: true }).click()
      await page.locator('button[lang="en"]').click()
      await expectNothing(who.inspect(), `${where}, ${width}, ${theme}, en`)
      await page.locator('button[lang="sv"]').click()
      await expectNothing(who.inspect(), `${where}, ${width}, ${theme}, sv`)
    }
  }
  await page.setViewportSize(before)
}
const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name }).waitFor()

let stranger: Person

test('what is typed wrong is said at its field, and nothing that was typed is lost', async () => {
  stranger = await stage.sitDown(phone)
  const { page } = stranger
  await page.goto(`${stage.address}/overview`)
  await page.getByRole('link', { name: /två av nätverkets blad/ }).click()
  await heading(page, texts.step.sheets)
  await looksWell(stranger, 'sheets')
  await combines(page)
  expect(await page.locator('.form-errors li').count()).toBe(8)

  const [one, two] = stage.sheets as [string, string, string]
  const slip = two.replace(/(?<=\n3 {2})./, (letter) => (letter === '7' ? '8' : '7'))
  await types(page, 0, one)
  await types(page, 1, slip)
  await combines(page)
  await page.getByRole('button', { name: `${founding.test.sheet(2)}, ${founding.test.row(3).toLowerCase()}: ${founding.test.rowWrong}` }).click()
  await expect.poll(() => page.evaluate(() => (document.activeElement as HTMLInputElement).value)).toBe(rowsOf(slip)[2])
  await looksWell(stranger, 'mistyped')

  await types(page, 1, one)
  await combines(page)
  await page.getByText(founding.test.same).first().waitFor()

  // Sheets of another network: one beside ours, both, and one whose text says so itself.
  const other = await splitRecovery(await makeRecovery())
  const foreign = other.map((sheet) => renderSheet(sheet, { network: crypto.randomUUID(), genesis: 'ab'.repeat(32) }))
  await types(page, 1, foreign[1]!)
  await combines(page)
  await page.getByText(/De två bladen hör till olika nycklar/).first().waitFor()
  await pastes(page, 1, foreign[1]!)
  expect(await rows(page, 1).nth(3).inputValue()).toBe(rowsOf(foreign[1]!)[3])
  await combines(page)
  await page.getByText(founding.test.foreign).first().waitFor()
  await types(page, 0, foreign[0]!)
  await types(page, 1, foreign[2]!)
  await combines(page)
  await page.getByRole('alert').getByText(/Bladen är inte nätverkets här/).waitFor()
  expect(await rows(page, 0).first().inputValue()).toBe(rowsOf(foreign[0]!)[0])
  expect(stranger.faults).toEqual([])
})

test('a sheet’s code is read with the camera, where the browser reads codes; it is off when it has been read, and on no other page', async () => {
  // A camera that shows a moving picture, and a person who says yes.
  const browser = await launch('--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream')
  const who = await person(makeWindows(browser, stage.address), stage.address, phone, { passkeys: false })
  const { page } = who
  // This Chromium reads no codes: what another would read, from frames that are really there.
  await page.addInitScript((sheet) => {
    const streams: MediaStream[] = []
    class BarcodeDetector {
      async detect(video: HTMLVideoElement): Promise<readonly { readonly rawValue: string }[]> {
        if (video.videoWidth === 0 || video.readyState < 2) return []
        streams.push(video.srcObject as MediaStream)
        return streams.length < 2 ? [] : [{ rawValue: 'isHeldUp' in globalThis ? sheet : 'https://example.org' }]
      }
    }
    Object.assign(globalThis, { BarcodeDetector, tracksLive: () => streams.flatMap((stream) => stream.getTracks()).filter(({ readyState }) => readyState === 'live').length })
  }, stage.sheets[0])
  await page.goto(`${stage.address}/recovery`)
  await heading(page, texts.step.sheets)
  await page.getByRole('button', { name: texts.scan(1) }).tap()
  await page.getByText(texts.scanNot).waitFor()
  await page.evaluate(() => void Object.assign(globalThis, { isHeldUp: true }))
  await page.getByText(texts.scanned).waitFor()
  expect(await rows(page, 0).evaluateAll((fields) => fields.map((field) => (field as HTMLInputElement).value.replaceAll(' ', '')))).toEqual(rowsOf(stage.sheets[0]!).map((line) => line.replaceAll(' ', '')))
  expect(await page.evaluate(() => (globalThis as unknown as { tracksLive: () => number }).tracksLive())).toBe(0)
  expect(who.faults).toEqual([])
  await page.goto(`${stage.address}/sign-in`)
  expect(await page.evaluate(() => navigator.mediaDevices.getUserMedia({ video: true }).then(() => 'seen', (error: Error) => error.name))).toBe('NotAllowedError')
  await browser.close()
})

test('typed right it is compared with the paper, announced to everybody, and any member stops it', async () => {
  const { page } = stranger
  await types(page, 0, stage.sheets[2]!)
  await types(page, 1, stage.sheets[0]!.toLowerCase())
  await page.keyboard.press('Enter')
  await heading(page, texts.step.wait)
  await page.getByText(stage.network.genesis.slice(0, 8)).waitFor()
  await looksWell(stranger, 'announce')
  await page.getByRole('button', { name: texts.announce }).click()
  await page.getByText(texts.sameError).waitFor()
  await page.getByText(texts.same).click()
  await page.getByRole('button', { name: texts.announce }).click()
  await heading(page, texts.waitTitle)
  const from = await page.locator('.recovery .recovery-dates strong').innerText()
  await looksWell(stranger, 'waiting')
  const paper = await extractText(await getDocumentProxy(Uint8Array.from(await page.pdf({ format: 'A4' }))))
  expect(paper.text.join(' ')).toContain(texts.paperTitle)
  expect(paper.text.join(' ')).toContain(from)
  await page.getByRole('button', { name: texts.finish }).click()
  await page.getByText(texts.finished).waitFor()
  expect(await rows(page, 0).first().inputValue()).toBe('')

  const anna = await stage.sitDown(desk, stage.network.anna)
  await anna.page.goto(`${stage.address}/`)
  const note = anna.page.getByRole('complementary', { name: title })
  await note.getByText(from).waitFor()
  await expectNothing(anna.inspect(), 'note')
  await note.getByRole('button', { name: stop }).click()
  await anna.page.getByRole('dialog').getByRole('button', { name: stop }).click()
  await anna.page.getByText('Återställningen är stoppad.').waitFor()
  expect(await note.count()).toBe(0)
  await anna.close()

  // Whole sheets, pasted: this browser knows the log from the paper now, and nothing is left of what was announced.
  await pastes(page, 0, stage.sheets[0]!)
  await pastes(page, 1, stage.sheets[1]!)
  await combines(page)
  await page.getByText(texts.announceLead).waitFor()
  expect(await page.getByText(texts.compare).count()).toBe(0)
  await page.getByRole('button', { name: texts.announce }).click()
  await heading(page, texts.waitTitle)
  expect([...stranger.faults, ...anna.faults]).toEqual([])
})

test('after seven days somebody new becomes coordinator, reads what was sealed before, and is asked to print new sheets', async () => {
  const { page } = stranger
  await stage.pass(8, page)
  await page.goto(`${stage.address}/recovery`)
  await pastes(page, 0, stage.sheets[1]!)
  await pastes(page, 1, stage.sheets[2]!)
  await combines(page)
  await heading(page, texts.step.you)
  await page.getByLabel(texts.who).selectOption(texts.whoNew)
  await page.getByRole('button', { name: texts.make }).click()
  expect(await page.locator('.form-errors li').count()).toBe(4)
  await page.getByLabel(texts.name).fill('Eva Ek')
  await page.getByLabel(texts.email).fill('eva@example.org')
  await page.getByLabel(texts.password).fill('en lykta vid hamnen')
  await page.getByLabel(texts.organisation).selectOption({ label: 'Provstads socialtjänst' })
  await page.getByText('Anna Andersson').last().click()
  await looksWell(stranger, 'you')
  await page.getByRole('button', { name: texts.make }).click()
  await heading(page, texts.step.passphrase)
  await page.locator('.spoken-words li').first().waitFor()
  const passphrase = await page.locator('.spoken-words li').allInnerTexts()
  expect(passphrase).toHaveLength(6)
  await looksWell(stranger, 'passphrase')
  await page.getByText(founding.passphrase.written).click()
  await page.getByRole('button', { name: 'Fortsätt' }).click()
  await heading(page, texts.step['ask-back'])
  for (const field of await page.getByRole('textbox').all()) {
    const place = Number((await field.getAttribute('id'))!.replace('word-', ''))
    await field.fill(passphrase[place]!.replace(/^\d+\s*/, '').trim())
  }
  await page.getByRole('button', { name: 'Fortsätt' }).click()
  await heading(page, texts.step.done)
  await page.getByText(/Alla texter/).waitFor()
  await looksWell(stranger, 'done')
  await page.getByRole('link', { name: texts.nextSheets }).click()
  await page.getByRole('button', { name: 'Gör nya blad' }).waitFor()
  expect(await page.getByRole('complementary', { name: title }).count()).toBe(0)

  await page.goto(`${stage.address}/incidents/${stage.ref}`)
  await page.getByRole('button', { name: 'Öppna texten' }).click()
  const dialog = page.getByRole('dialog', { name: 'Lås upp dina nycklar' })
  await dialog.getByRole('textbox').first().fill(passphrase.map((word) => word.replace(/^\d+\s*/, '').trim()).join(' '))
  await page.keyboard.press('Enter')
  await page.getByText(reason).waitFor()
  expect(stranger.faults).toEqual([])
  await stranger.close()
})
