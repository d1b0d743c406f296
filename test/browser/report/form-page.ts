// The reporting page's parts, by the words that people see.
import type { Page } from 'playwright'
import { askServer } from '../support/ask-server.ts'
import type { Opened, View } from '../support/browsing.ts'
import type { Stage } from '../support/stage.ts'

export const formAddress = '/day/'

export async function openForm(stage: Stage, view: Omit<View, 'path'> = {}): Promise<Opened & { readonly posts: readonly string[] }> {
  const posts: string[] = []
  const opened = await stage.open({
    ...view,
    path: formAddress,
    prepare: async (page) => {
      page.on('request', (request) => {
        if (request.method() === 'POST' && new URL(request.url()).pathname === '/api/incidents') posts.push(request.postData() ?? '')
      })
      await view.prepare?.(page)
    },
  })
  return { ...opened, posts }
}

/** The shortest report that can be: whose account it is, and nothing else. */
export async function toReview(page: Page, { reason }: { readonly reason?: string } = {}): Promise<void> {
  await page.getByRole('button', { name: 'Börja' }).click()
  await page.getByLabel('Vem lämnade uppgiften?').selectOption({ index: 1 })
  if (reason !== undefined) await page.getByLabel('Anledning till misstanken').fill(reason)
  await page.getByRole('button', { name: 'Granska' }).click()
  await page.getByRole('heading', { level: 1, name: 'Granska och skicka' }).waitFor()
}

export async function send(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Skicka' }).click()
}

/** The reference of the receipt, when it has come. */
export async function receipt(page: Page): Promise<string> {
  await page.getByRole('heading', { level: 1, name: 'Tack, rapporten har kommit fram' }).waitFor()
  return page.locator('.reference').innerText()
}

/** How many incidents there are in all, by the server. */
export async function countIncidents(stage: Stage): Promise<number> {
  return (await search(stage, {})).total
}

type Found = { readonly total: number; readonly incidents: readonly { readonly ref: string }[] }

async function search({ address }: Stage, body: object): Promise<Found> {
  const response = await askServer(() => address)('/api/incidents/search', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })
  return (await response.json()) as Found
}

/** What the server holds of it. */
export async function readAnswers({ address }: Stage, ref: string): Promise<Readonly<Record<string, unknown>>> {
  const response = await askServer(() => address)(`/api/incidents/${ref}`)
  return ((await response.json()) as { readonly answers: Readonly<Record<string, unknown>> }).answers
}
