// What holds for the whole network: numbers, threshold, own signs; the log with its words, and sheets that are made anew and tested.
import { expect, test } from 'vitest'
import { sv as founding } from '../../../apps/web/src/pages/found/messages/sv.ts'
import type { SettingsAnswer } from '../../../apps/server/src/api/member-types.ts'
import { expectNothing } from './members-stage.ts'
import { desk, phone, unlocks, words, type World } from './network-world.ts'

const { network: texts } = words

export function settings(world: World): void {
  test('numbers, threshold and own signs are stored; a sign is ended, never removed', async () => {
    const anna = await world.sitDown(world.network.anna, phone)
    const { page } = anna
    await page.goto(`${world.stage.address}/network?part=settings`)
    await page.getByRole('button', { name: texts.addNumber }).tap()
    const numbers = page.getByRole('region', { name: texts.numbersTitle })
    await numbers.getByRole('button', { name: texts.save }).tap()
    expect(await numbers.getByText(texts.missing).count()).toBe(2)
    await expectNothing(anna.inspect(), 'numbers')
    const second = page.getByRole('group', { name: texts.numberGroup('2') })
    await second.getByLabel(texts.numberName).fill('Socialjouren')
    await second.getByLabel(texts.numberNumber).fill('0470-12 34 56')
    await numbers.getByRole('button', { name: texts.save }).tap()
    await numbers.getByText(texts.saved).waitFor()

    const threshold = page.getByRole('region', { name: texts.thresholdTitle })
    await threshold.getByRole('textbox').fill('4')
    await threshold.getByRole('button', { name: texts.save }).tap()
    await threshold.getByText(texts.thresholdWrong).waitFor()
    await threshold.getByRole('textbox').fill('7')
    await threshold.getByRole('button', { name: texts.save }).tap()
    await threshold.getByText(texts.saved).waitFor()

    const signs = page.getByRole('region', { name: texts.indicatorsTitle })
    await signs.getByRole('button', { name: texts.addIndicator }).tap()
    await signs.getByLabel(texts.indicatorSv).fill('Många nycklar i handen')
    await signs.getByLabel(texts.indicatorEn).fill('Many keys in hand')
    await signs.getByRole('button', { name: texts.save }).tap()
    await signs.getByRole('button', { name: texts.indicatorWordOf('Många nycklar i handen') }).tap()
    await signs.getByLabel(texts.indicatorSv).fill('Många rumsnycklar')
    await signs.getByRole('button', { name: texts.save }).tap()
    await signs.getByRole('button', { name: texts.indicatorEndOf('Många rumsnycklar') }).tap()
    await page.getByRole('dialog').getByRole('button', { name: texts.indicatorEnd }).tap()
    await signs.getByText(/^Avslutat /).waitFor()
    await expectNothing(anna.inspect(), 'signs')

    const { settings: stored, ownIndicators } = await world.network.anna.get<SettingsAnswer>('/api/settings')
    expect(stored).toMatchObject({ publicThreshold: 7, emergencyNumbers: [{ name: 'Jourtelefon' }, { name: 'Socialjouren', number: '0470-12 34 56', hours: '' }] })
    expect(ownIndicators).toMatchObject([{ id: 'general.x-manga-nycklar-i-handen', sv: 'Många rumsnycklar', en: 'Many keys in hand', validTo: expect.stringMatching(/^\d{4}-/) }])
    expect(anna.faults).toEqual([])
    await anna.close()
  })

  test('new sheets are listed, shown once, and two of them tested', async () => {
    const anna = await world.sitDown(world.network.anna)
    const { page } = anna
    await page.goto(`${world.stage.address}/network?part=keys`)
    await page.locator('.spoken-words').waitFor()
    expect(await page.locator('.spoken-words li').count()).toBe(8)
    await expectNothing(anna.inspect(), 'keys')
    await page.getByRole('button', { name: texts.newSheets }).click()
    await page.getByRole('dialog').getByRole('button', { name: texts.newSheets }).click()
    await unlocks(anna)
    await page.getByText(texts.newSheetsMade).waitFor()
    await page.getByText(founding.sheets.byHand).click()
    const sheets = await page.locator('.recovery-sheet').evaluateAll((all) =>
      all.map((sheet) => [...sheet.querySelectorAll('tbody tr')].map((row) => [...row.querySelectorAll('td')].map((cell) => cell.textContent).join(' '))))
    expect(sheets.map((rows) => rows.length)).toEqual([4, 4, 4])
    await expectNothing(anna.inspect(), 'new sheets')
    await page.getByRole('button', { name: texts.newSheetsDone }).click()
    // What was tested were the old ones: that is said here and among what waits.
    await page.getByText(texts.notTested).waitFor()
    await page.getByRole('navigation', { name: texts.parts }).getByRole('link', { name: texts.part.members }).click()
    await page.getByText(texts.newTestDue).waitFor()
    await expectNothing(anna.inspect(), 'new sheets want a test')
    await page.getByRole('link', { name: texts.toKeys }).click()
    await page.getByRole('button', { name: texts.test }).click()
    for (const [place, rows] of [sheets[2]!, sheets[0]!].entries()) {
      for (const [row, text] of rows.entries()) await page.locator('fieldset').nth(place).getByRole('textbox').nth(row).fill(text)
    }
    await expectNothing(anna.inspect(), 'testing')
    await page.getByRole('button', { name: texts.testDo }).click()
    await page.getByText(texts.testOk).waitFor()
    expect(anna.faults).toEqual([])
    await anna.close()
  })

  test('a log with a line too few is an alarm, and nothing is signed', async () => {
    const anna = await world.sitDown(world.network.anna, { ...desk, language: 'en' })
    const { page } = anna
    await page.goto(`${world.stage.address}/network`)
    await page.getByRole('heading', { level: 1, name: 'The network' }).waitFor()
    await page.getByRole('article', { name: 'Anna Andersson' }).waitFor()
    await page.waitForFunction(() => Object.keys(localStorage).some((key) => key.startsWith('lykta-log-')))
    await page.route('**/api/log?after=*', async (route) => {
      const { lines } = await (await route.fetch()).json()
      await route.fulfill({ json: { lines: lines.slice(0, -1), length: lines.length - 1 } })
    })
    await page.reload()
    await page.getByRole('alert').getByText('The membership log is shorter than when you saw it last.', { exact: false }).waitFor()
    await expectNothing(anna.inspect(), 'alarm')
    await anna.close()
  })
}
