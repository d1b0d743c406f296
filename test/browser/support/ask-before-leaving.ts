// What is written stays when whoever leaves the page by a link takes that back.
import type { Page } from 'playwright'
import { expect } from 'vitest'
import { shell } from '../../../apps/web/src/messages/sv/shell.ts'

/** Presses the product's name, reads the question and stays. */
export async function askBeforeLeaving(page: Page): Promise<void> {
  const asked: string[] = []
  page.once('dialog', (dialog) => {
    asked.push(dialog.message())
    void dialog.dismiss()
  })
  const address = page.url()
  await page.locator('a.brand').press('Enter')
  await expect.poll(() => asked).toEqual([shell.shell.leaving])
  expect(page.url()).toBe(address)
}
