// On a phone: one step at a time, everything may be unknown, back never loses anything.
import { expect, test } from 'vitest'
import { askServer } from '../support/ask-server.ts'
import type { Stage } from '../support/stage.ts'
import { openForm, readAnswers, receipt } from './form-page.ts'

const width = 390

export function phone(stage: Stage): void {
  test('step by step, with how far one has come, and back without a loss', async () => {
    const { page, faults } = await openForm(stage, { width })
    await page.getByRole('button', { name: 'Börja' }).tap()
    expect(await page.getByRole('progressbar').getAttribute('aria-label')).toBe('Steg 1 av 10')
    await page.getByLabel('Vem lämnade uppgiften?').selectOption({ index: 1 })
    // A double click: the second falls on the button of the step that has just come, and does not skip it.
    await page.evaluate(() => new Promise<void>((resolve) => {
      const press = (detail: number): unknown => document.querySelector('.pager-foot .button-primary')!.dispatchEvent(new MouseEvent('click', { bubbles: true, detail }))
      const title = document.querySelector('h1')!.textContent
      new MutationObserver((_, observer) => {
        if (document.querySelector('h1')?.textContent === title) return
        observer.disconnect()
        press(2)
        resolve()
      }).observe(document.body, { subtree: true, childList: true, characterData: true })
      press(1)
    }))
    await page.getByRole('heading', { level: 1, name: 'Vad såg du?' }).waitFor()
    await page.getByLabel('Visar tecken på rädsla eller stress').check()
    await page.getByRole('button', { name: 'Fortsätt' }).tap()
    await page.getByRole('heading', { level: 1, name: 'När hände det?' }).waitFor()
    await page.getByLabel('Bara månaden').check()
    await page.getByLabel('Månad', { exact: true }).selectOption('03')
    await page.getByLabel('År', { exact: true }).fill('2025')
    await page.getByLabel('Bara året').check()
    await page.getByRole('button', { name: 'Tillbaka' }).tap()
    expect(await page.getByLabel('Visar tecken på rädsla eller stress').isChecked()).toBe(true)
    await page.getByRole('button', { name: 'Fortsätt' }).tap()
    await page.getByLabel('Bara månaden').check()
    expect(await page.getByLabel('Månad', { exact: true }).inputValue()).toBe('03')
    for (const next of ['Var hände det?', 'Vad misstänker du?', 'Vem kan vara utsatt?', 'Fanns det möjliga förövare?', 'Vilka har kontaktats?', 'Varför misstänker du detta?']) {
      await page.getByRole('button', { name: 'Fortsätt' }).tap()
      await page.getByRole('heading', { level: 1, name: next }).waitFor()
    }
    // Turned, or moved to a larger window, it is the same report.
    await page.setViewportSize({ width: 1000, height: 700 })
    expect(await page.getByLabel('Visar tecken på rädsla eller stress').isChecked()).toBe(true)
    await page.setViewportSize({ width, height: 844 })
    await page.getByRole('button', { name: 'Granska' }).tap()
    await page.getByRole('button', { name: 'Skicka' }).tap()
    const answers = await readAnswers(stage, await receipt(page))
    expect(answers).toMatchObject({ indicators: ['general.fear-or-stress'], occurred: { from: '2025-03-01', to: '2025-03-31', about: false } })
    expect(faults).toEqual([])

    await page.getByRole('button', { name: 'Rapportera en till' }).tap()
    await page.getByRole('button', { name: 'Börja' }).tap()
    expect(await page.getByLabel('Vem lämnade uppgiften?').inputValue()).toBe('')
  })

  test('a double press on “add a group” answers nothing that has come under the finger, and adds one', async () => {
    const { page } = await openForm(stage, { width })
    await page.getByRole('button', { name: 'Börja' }).tap()
    await page.getByLabel('Vem lämnade uppgiften?').selectOption({ index: 1 })
    for (const next of ['Vad såg du?', 'När hände det?', 'Var hände det?', 'Vad misstänker du?', 'Vem kan vara utsatt?']) {
      await page.getByRole('button', { name: 'Fortsätt' }).tap()
      await page.getByRole('heading', { level: 1, name: next }).waitFor()
    }
    await page.getByRole('button', { name: 'Lägg till grupp' }).dblclick()
    await page.getByRole('group', { name: 'Grupp 1' }).waitFor()
    expect(await page.getByRole('radio', { checked: true }).count()).toBe(0)
    expect(await page.getByRole('group', { name: 'Grupp 2' }).count()).toBe(0)
    await page.getByRole('group', { name: 'Grupp 1' }).getByText('Man', { exact: true }).click()
    expect(await page.getByRole('radio', { checked: true }).count()).toBe(1)
  })

  test('everything unknown but whose account it is', async () => {
    const { page } = await openForm(stage, { width })
    await page.getByRole('button', { name: 'Börja' }).tap()
    await page.getByLabel('Vem lämnade uppgiften?').selectOption({ index: 1 })
    for (let step = 1; step <= 9; step += 1) {
      expect(await page.getByRole('progressbar').getAttribute('aria-label')).toBe(`Steg ${step} av 10`)
      await page.locator('.pager-foot').getByRole('button', { name: 'Vet inte' }).tap()
    }
    await page.getByRole('button', { name: 'Skicka' }).tap()
    const { today } = (await (await askServer(() => stage.address)('/api/form')).json()) as { readonly today: string }
    expect(await readAnswers(stage, await receipt(page))).toMatchObject({
      occurred: { from: '2017-11-01', to: today, about: true },
      placeType: 'unknown', area: null, exploitation: 'unknown', indicators: [], policeContacted: 'unknown', policeReports: null,
      buyers: null, procurers: null, otherPerpetrators: null, persons: [],
    })
  })

  test('an error keeps one on the step until it is mended', async () => {
    const { page } = await openForm(stage, { width })
    await page.getByRole('button', { name: 'Börja' }).tap()
    await page.getByLabel('Vem lämnade uppgiften?').selectOption({ index: 1 })
    await page.getByLabel('Vilken dag fick du uppgiften?').fill('2099-01-01')
    await page.getByRole('button', { name: 'Fortsätt' }).tap()
    await page.getByRole('alert').filter({ hasText: 'framtiden' }).waitFor()
    await page.getByLabel('Vilken dag fick du uppgiften?').fill('')
    await page.getByRole('button', { name: 'Fortsätt' }).tap()
    await page.getByRole('heading', { level: 1, name: 'Vad såg du?' }).waitFor()
  })
}
