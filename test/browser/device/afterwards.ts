// What a device sees of its reports afterwards: references, states and questions; the answers of others stay where they are.
import { randomUUID } from 'node:crypto'
import type { Page } from 'playwright'
import { expect, test } from 'vitest'
import type { MessagesAnswer, OwnIncidentsAnswer } from '../../../apps/server/src/api/member-types.ts'
import type { IncidentAnswer } from '../../../apps/server/src/api/types.ts'
import { type DeviceStage, reportFrom } from './device-stage.ts'

async function send(page: Page, entries: Parameters<typeof reportFrom>[1]): Promise<string> {
  await reportFrom(page, entries)
  await page.getByRole('heading', { level: 1, name: 'Tack, rapporten har kommit fram' }).waitFor()
  return page.locator('.receipt .reference').innerText()
}

export function afterwards(stage: DeviceStage): void {
  test('a question is seen on the first page and answered by a button; how it went is told', async () => {
    const { page } = await stage.useDevice()
    const ref = await send(page, { area: 'Fyrkvarteret' })
    const { anna } = stage.network
    const ask = (body: object) => anna.send('POST', `/api/incidents/${ref}/messages`, { id: randomUUID(), to: null, ...body })
    expect((await ask({ kind: 'question', code: 'how-many' })).status).toBe(201)
    await page.reload()
    await page.getByText('Samordnaren frågar om något som har skickats härifrån').waitFor()
    await page.getByRole('button', { name: 'Läs och svara' }).click()
    await page.getByRole('heading', { level: 1, name: 'Skickat härifrån' }).waitFor()
    const report = page.getByRole('region', { name: ref })
    await report.getByText('Hur många personer gällde det?').waitFor()
    // Whoever sits here next learns that it was sent, and nothing of what it says.
    expect(await page.locator('#content').innerText()).not.toContain('Fyrkvarteret')
    await report.getByRole('button', { name: 'Vi vet inte' }).click()
    await report.getByText('Besvarad', { exact: true }).waitFor()
    const { messages } = await anna.get<MessagesAnswer>(`/api/incidents/${ref}/messages`)
    expect(messages.map(({ kind, code }) => [kind, code])).toEqual([['question', 'how-many'], ['answer', 'not-known']])

    expect((await ask({ kind: 'outcome', code: 'handled' })).status).toBe(201)
    await page.getByRole('button', { name: '‹ Tillbaka' }).click()
    await page.getByRole('button', { name: 'Det som har skickats härifrån' }).click()
    await report.getByText('Behandlad. Tack, fortsätt att rapportera.').waitFor()

    // Taken back from here: asked once more, with why; it stays with its number, and the coordinator reads why.
    await report.getByRole('button', { name: 'Dra tillbaka' }).click()
    const asking = report.getByRole('group', { name: `Dra tillbaka ${ref}?` })
    await asking.getByRole('button', { name: 'Avbryt' }).click()
    await report.getByRole('button', { name: 'Dra tillbaka' }).click()
    await asking.getByText('Den är rapporterad två gånger').click()
    await asking.getByRole('button', { name: 'Dra tillbaka' }).click()
    await report.getByText('Tillbakadragen', { exact: true }).waitFor()
    expect(await report.getByRole('button').count()).toBe(0)
    expect(await anna.get<IncidentAnswer>(`/api/incidents/${ref}`)).toMatchObject({ withdrawn: true, revisions: [{ reason: 'duplicate' }, {}] })
  })

  test('more to tell is a report of its own that names the first, and answers the question', async () => {
    const { page } = await stage.useDevice({ width: 1280 })
    const ref = await send(page, {})
    const { anna } = stage.network
    await anna.send('POST', `/api/incidents/${ref}/messages`, { id: randomUUID(), kind: 'question', code: 'signs', to: null })
    await page.reload()
    await page.getByRole('button', { name: 'Läs och svara' }).click()
    await page.getByRole('region', { name: ref }).getByRole('button', { name: 'Jag vill berätta mer' }).click()
    await page.getByText(`Tillägg till ${ref}: fyll bara i det nya.`).waitFor()
    const reason = page.getByLabel('Anledning till misstanken')
    expect(await reason.inputValue()).toBe(`Tillägg till ${ref}: `)
    await reason.press('End')
    await reason.pressSequentially('flera besök om natten.')
    await page.getByRole('button', { name: 'Granska' }).click()
    await page.getByRole('heading', { level: 1, name: 'Granska och skicka' }).waitFor()
    await page.getByRole('button', { name: 'Skicka' }).click()
    await page.getByRole('heading', { level: 1, name: 'Tack, rapporten har kommit fram' }).waitFor()
    const added = await page.locator('.receipt .reference').innerText()
    expect((await stage.readText(added)).text).toBe(`Tillägg till ${ref}: flera besök om natten.`)
    await expect.poll(async () => (await anna.get<MessagesAnswer>(`/api/incidents/${ref}/messages`)).messages.at(-1)).toMatchObject({ kind: 'answer', code: 'added' })
  })

  test('nothing to report in a month is told, and taken back', async () => {
    // Another device: in its organisation's months the others' reports count too, so a month before is taken.
    const { page } = await stage.useDevice()
    await page.getByRole('button', { name: 'Det som har skickats härifrån' }).click()
    const quiet = page.getByRole('button', { name: /^Inget att rapportera i/ })
    await quiet.first().click()
    await page.getByText('Ni har svarat: inget att rapportera').first().waitFor()
    const own = (): Promise<OwnIncidentsAnswer> => page.evaluate(async () => (await fetch('/api/own-incidents')).json() as Promise<OwnIncidentsAnswer>)
    expect((await own()).quietMonths).toHaveLength(1)
    await page.getByRole('button', { name: /^Ångra för/ }).click()
    await quiet.first().waitFor()
    expect((await own()).quietMonths).toEqual([])
  })
}
