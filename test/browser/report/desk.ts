// On a desk: all on one page, by keyboard alone, errors where they are and at the top.
import type { Page } from 'playwright'
import { expect, test } from 'vitest'
import type { Stage } from '../support/stage.ts'
import { openForm, readAnswers, receipt, send, toReview } from './form-page.ts'

/** What is in focus, as it is called. */
function nameInFocus(page: Page): Promise<string> {
  return page.evaluate(() => {
    const focused = document.activeElement as HTMLInputElement | null
    const name = focused?.getAttribute('aria-label') ?? focused?.labels?.[0]?.textContent ?? focused?.textContent ?? ''
    return name.replaceAll(/\s+/g, ' ').trim()
  })
}

/** Moves on by Tab until what is in focus answers to the name. */
async function tabTo(page: Page, name: string): Promise<void> {
  const passed: string[] = []
  while (passed.length < 150) {
    await page.keyboard.press('Tab')
    const found = await nameInFocus(page)
    if (found.startsWith(name)) return
    passed.push(found)
  }
  throw new Error(`no stop is called ${name}: ${passed.slice(-20).join(' | ')}`)
}

export function desk(stage: Stage): void {
  test('a whole report by keyboard alone', async () => {
    const { page, faults } = await openForm(stage)
    const { keyboard } = page
    await tabTo(page, 'Börja')
    await keyboard.press('Enter')
    await page.getByRole('heading', { level: 2, name: 'Vad såg du?' }).waitFor()
    expect(await nameInFocus(page)).toBe('Rapportera')

    await tabTo(page, 'Formulär')
    await keyboard.press('ArrowDown')
    expect(await nameInFocus(page)).toBe('Telefon')
    await tabTo(page, 'Vem lämnade')
    await keyboard.press('ArrowDown')
    await tabTo(page, 'Sök tecken')
    await keyboard.type('telefoner')
    await tabTo(page, 'Har många mobiltelefoner')
    await keyboard.press('Space')
    await tabTo(page, 'En dag')
    await keyboard.press('ArrowDown')
    await keyboard.press('ArrowDown')
    await tabTo(page, 'År')
    await keyboard.type('2024')
    await tabTo(page, 'Hotell eller')
    await keyboard.press('Space')
    await tabTo(page, 'Lägg till grupp')
    await keyboard.press('Enter')
    await tabTo(page, 'Minst')
    await keyboard.press('Space')
    await tabTo(page, 'Antal')
    await keyboard.type('2')
    await tabTo(page, 'Vuxen')
    await keyboard.press('ArrowDown')
    await tabTo(page, 'Välj land')
    await keyboard.type('Rum')
    await tabTo(page, 'Lägg till')
    await keyboard.press('Enter')
    await page.getByRole('group', { name: 'Har en orosanmälan gjorts' }).waitFor()
    await tabTo(page, 'Ja')
    await keyboard.press('Space')
    await tabTo(page, 'Anledning till misstanken')
    await keyboard.type('Flera personer hämtades om natten.')
    await tabTo(page, 'Granska')
    await keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: 'Granska och skicka' }).waitFor()
    expect(await nameInFocus(page)).toBe('Granska och skicka')
    await tabTo(page, 'Skicka')
    await keyboard.press('Enter')

    const answers = await readAnswers(stage, await receipt(page))
    expect(answers).toMatchObject({
      channel: 'telephone',
      indicators: ['sexual.many-phones'],
      occurred: { from: '2024-01-01', to: '2024-12-31', about: false },
      placeType: 'hotel',
      persons: [{ count: { count: 2, atLeast: true }, ageGroup: 'minor', nationalities: ['RO'] }],
      concernReport: { made: 'yes', on: null },
    })
    expect(faults).toEqual([])
  })

  test('an error stands beside its field and in the summary, which takes the focus and leads to the field', async () => {
    const { page, posts } = await openForm(stage)
    await page.getByRole('button', { name: 'Börja' }).click()
    await page.getByRole('group', { name: 'Möjliga sexköpare' }).getByRole('textbox').fill('några')
    await page.getByRole('button', { name: 'Granska' }).click()
    const summary = page.getByRole('alert')
    await summary.waitFor()
    await expect.poll(() => summary.evaluate((element) => element === document.activeElement)).toBe(true)
    expect(await summary.getByRole('heading').innerText()).toBe('2 saker behöver rättas')
    await summary.getByRole('button', { name: 'Möjliga sexköpare' }).click()
    expect(await nameInFocus(page)).toBe('Antal')
    expect(await page.getByRole('group', { name: 'Möjliga sexköpare' }).innerText()).toContain('Skriv ett heltal')

    // Mended, it is no longer said; what was typed elsewhere is still there.
    await page.keyboard.press('Control+A')
    await page.keyboard.type('3')
    await page.getByLabel('Vem lämnade uppgiften?').selectOption({ index: 1 })
    expect(await page.locator('.field-error').count()).toBe(0)
    await page.getByRole('button', { name: 'Granska' }).click()
    await page.getByRole('heading', { level: 1, name: 'Granska och skicka' }).waitFor()
    expect(posts).toEqual([])
  })

  test('a group that was removed comes back as it was', async () => {
    const { page } = await openForm(stage)
    await page.getByRole('button', { name: 'Börja' }).click()
    await page.getByRole('button', { name: 'Lägg till grupp' }).click()
    await page.getByRole('group', { name: 'Hur många?' }).getByRole('textbox').fill('4')
    await page.getByRole('button', { name: 'Ta bort grupp 1' }).click()
    expect(await page.locator('.group').count()).toBe(0)
    await page.getByRole('button', { name: 'Ångra' }).click()
    expect(await page.getByRole('group', { name: 'Hur många?' }).getByRole('textbox').inputValue()).toBe('4')
  })

  test('what the concern question has asked is not sent when nobody is a minor any more', async () => {
    const { page } = await openForm(stage)
    await page.getByRole('button', { name: 'Börja' }).click()
    await page.getByLabel('Vem lämnade uppgiften?').selectOption({ index: 1 })
    await page.getByRole('button', { name: 'Lägg till grupp' }).click()
    await page.getByLabel('Minderårig', { exact: true }).check()
    await page.getByRole('group', { name: 'Har en orosanmälan gjorts' }).getByLabel('Nej').check()
    await page.getByLabel('Vuxen', { exact: true }).check()
    await page.getByRole('button', { name: 'Granska' }).click()
    await page.getByRole('heading', { level: 1, name: 'Granska och skicka' }).waitFor()
    await send(page)
    expect(await readAnswers(stage, await receipt(page))).not.toHaveProperty('concernReport')
  })

  test('from the incidents and back: the receipt’s reference is found in the list', async () => {
    const { page } = await stage.open({ path: '/incidents' })
    await page.getByRole('link', { name: 'Rapportera' }).click()
    await toReview(page)
    await send(page)
    const ref = await receipt(page)
    await page.getByRole('link', { name: 'Till incidenterna' }).click()
    await page.getByRole('searchbox').fill(ref)
    await page.locator(`[data-incident="${ref}"]`).waitFor()
  })
}
