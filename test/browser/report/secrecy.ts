// What is typed into the reason is in nothing that leaves the page or stays on the device; leaving takes all of it away.
import type { Page } from 'playwright'
import { expect, test } from 'vitest'
import type { Stage } from '../support/stage.ts'
import { formAddress, openForm, receipt, send, toReview } from './form-page.ts'

const marker = 'blåvitmarkör7319'

/** Everything that the browser keeps for the address, as text. */
function stored(page: Page): Promise<string> {
  return page.evaluate(async () => JSON.stringify([
    Object.fromEntries(Object.entries(localStorage)), Object.fromEntries(Object.entries(sessionStorage)), document.cookie, history.state, location.href, await caches.keys(),
    (await indexedDB.databases()).map(({ name }) => name), performance.getEntriesByType('resource').map(({ name }) => name),
  ]))
}

export function secrecy(stage: Stage): void {
  test('a word of the reason is in no request, no address and no storage', async () => {
    const sent: string[] = []
    const { page } = await openForm(stage, {
      prepare: async (page) => {
        page.on('request', (request) => sent.push(`${request.url()} ${JSON.stringify(request.headers())} ${request.postData() ?? ''}`))
      },
    })
    await toReview(page, { reason: `Hon sade ${marker}.` })
    await send(page)
    await receipt(page)
    const everything = [...sent, await stored(page)]
    // Written as it is, escaped, or in any of base64's three alignments.
    const bytes = Buffer.from(marker)
    const spellings = [marker, encodeURIComponent(marker), JSON.stringify(marker).slice(1, -1), ...[0, 1, 2].map((shift) => Buffer.concat([Buffer.alloc(shift), bytes]).toString('base64url').slice(2, -3))]
    for (const spelling of spellings) expect(everything.filter((one) => one.includes(spelling))).toEqual([])
    expect(sent.some((one) => one.includes('/api/incidents') && one.includes('"sealed":{'))).toBe(true)
    expect((JSON.parse(await stored(page)) as unknown[]).slice(0, -1)).toMatchObject([{ lykta: expect.any(String) as string }, {}, '', null, `${stage.address}${formAddress}`, [], []])
  })

  test('two texts of different length are sent in the same number of bytes', async () => {
    const sizes: number[] = []
    for (const reason of ['Kort.', 'Betydligt längre text. '.repeat(15)]) {
      const { page, posts } = await openForm(stage)
      await toReview(page, { reason })
      await send(page)
      await receipt(page)
      const { sealed } = JSON.parse(posts[0]!) as { readonly sealed: { readonly body: string } }
      sizes.push(sealed.body.length)
    }
    expect(sizes[0]).toBe(sizes[1])
  })

  test('neither title nor address tell anything, at any step', async () => {
    const { page } = await openForm(stage, { width: 390 })
    const length = await page.evaluate(() => history.length)
    const told = async (): Promise<readonly string[]> => [await page.title(), page.url().slice(stage.address.length)]
    expect(await told()).toEqual(['Dag', formAddress])
    await page.getByRole('button', { name: 'Börja' }).tap()
    await page.getByLabel('Vem lämnade uppgiften?').selectOption({ index: 1 })
    for (let step = 1; step <= 9; step += 1) await page.locator('.pager-foot .button-primary').tap()
    await page.getByRole('heading', { level: 1, name: 'Granska och skicka' }).waitFor()
    expect(await told()).toEqual(['Dag', formAddress])
    expect(await page.evaluate(() => history.length)).toBe(length)
  })

  test('leaving at once takes everything away, asks nothing, and "back" does not return', async () => {
    const { page } = await openForm(stage)
    const asked: string[] = []
    page.on('dialog', (dialog) => void asked.push(dialog.type()))
    await page.getByRole('button', { name: 'Börja' }).click()
    await page.getByLabel('Anledning till misstanken').fill(marker)
    const { keyboard } = page
    await Promise.all([keyboard.down('Escape'), keyboard.up('Escape'), keyboard.down('Escape'), keyboard.up('Escape')])
    await page.waitForURL(`${stage.address}/neutral/`)
    await page.locator('#days td').first().waitFor({ state: 'attached' })
    expect(asked).toEqual([])
    expect(await page.locator('html').innerHTML()).not.toContain(marker)
    await page.goBack()
    expect(page.url()).not.toContain(formAddress)
  })

  test('the button leaves too', async () => {
    const { page } = await openForm(stage, { width: 390 })
    await page.getByRole('button', { name: 'Börja' }).tap()
    await page.getByLabel('Telefon').check()
    await page.getByRole('button', { name: 'Lämna' }).tap()
    await page.waitForURL(`${stage.address}/neutral/`)
  })
}
