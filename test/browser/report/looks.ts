// Every screen in both languages, by day and by night: readable by all, and no wider than the window.
import type { Page } from 'playwright'
import { expect, test } from 'vitest'
import { findViolations } from '../support/find-violations.ts'
import type { Stage } from '../support/stage.ts'
import { openForm } from './form-page.ts'

async function expectSound(page: Page): Promise<void> {
  expect(await findViolations(page)).toEqual([])
  await expectNarrow(page)
}

async function expectNarrow(page: Page): Promise<void> {
  expect(await page.evaluate(() => [...document.querySelectorAll('body *')]
    .filter((element) => document.documentElement.scrollWidth > innerWidth && element.getBoundingClientRect().right > innerWidth + 1)
    .slice(0, 5).map((element) => element.outerHTML.slice(0, 120)))).toEqual([])
}

export function looks(stage: Stage): void {
  test('a phone by night, in Swedish, from the first screen to the receipt', async () => {
    const { page, faults } = await openForm(stage, { width: 390, theme: 'dark' })
    await expectSound(page)
    await page.getByRole('button', { name: 'Börja' }).tap()
    await page.getByLabel('Vem lämnade uppgiften?').selectOption({ index: 1 })
    for (let step = 1; step <= 9; step += 1) {
      if (step === 6) {
        await page.getByRole('button', { name: 'Lägg till grupp' }).tap()
        await page.getByLabel('Minderårig').check()
      }
      if (step === 9) {
        await page.getByLabel('Anledning').fill('Hon heter Maria och ringer 070-174 06 05.')
        await page.getByText('2 uppgifter kan peka ut någon').waitFor()
      }
      if (step === 2 || step === 6 || step === 9) await expectSound(page)
      await page.locator('.pager-foot .button-primary').tap()
    }
    await page.locator('.review').getByText('2 uppgifter kan peka ut någon').waitFor()
    await expectSound(page)
    await page.getByRole('button', { name: 'Skicka' }).tap()
    await page.locator('.reference').waitFor()
    await expectSound(page)
    expect(faults).toEqual([])
  })

  test('a desk by day, in English, with errors', async () => {
    const { page, faults } = await openForm(stage, { language: 'en' })
    expect(await page.locator('html').getAttribute('lang')).toBe('en')
    await page.getByRole('button', { name: 'Start' }).click()
    await page.getByRole('button', { name: 'Add a group' }).click()
    await page.getByRole('group', { name: 'How many?' }).getByRole('textbox').fill('some')
    await page.getByRole('button', { name: 'Review' }).click()
    await page.getByRole('alert').filter({ hasText: 'How many?, Group 1' }).waitFor()
    await expectSound(page)
    // The language changes what is said, errors included, and nothing that was entered.
    await page.getByRole('button', { name: 'sv Svenska' }).click()
    await page.getByRole('alert').filter({ hasText: 'Hur många?, Grupp 1' }).waitFor()
    expect(await page.getByRole('group', { name: 'Hur många?' }).getByRole('textbox').inputValue()).toBe('some')
    expect(faults).toEqual([])
  })

  test('enlarged four times on a desk', async () => {
    const { page } = await openForm(stage, { context: { viewport: { width: 320, height: 256 } } })
    await expectNarrow(page)
    await page.getByRole('button', { name: 'Börja' }).click()
    await page.getByLabel('Vem lämnade uppgiften?').selectOption({ index: 1 })
    for (let step = 1; step <= 9; step += 1) {
      if (step === 6) await page.getByRole('button', { name: 'Lägg till grupp' }).click()
      await expectNarrow(page)
      await page.locator('.pager-foot .button-primary').click()
    }
    await expectNarrow(page)
  })

  test('a server that does not answer is told, and the form comes when it does', async () => {
    const { page } = await openForm(stage, { prepare: (page) => page.route('**/api/form', (route) => route.abort()) })
    expect(await page.locator('h1').innerText()).toBe('Formuläret kunde inte hämtas')
    await page.unroute('**/api/form')
    await page.getByRole('button', { name: 'Försök igen' }).click()
    await page.getByRole('button', { name: 'Börja' }).waitFor()
  })
}
