// Two reports of one event and the person in both, in a real browser: suggested, linked, counted once with a range, and undone; what waits above the list.
import { randomBytes, randomUUID } from 'node:crypto'
import { appendRevisions, inNetwork, newReferences, readState, write } from '@lykta/register'
import { ensureSampleNetwork, openDesk } from '@lykta/server'
import type { Incident } from '@lykta/incident'
import type { Page } from 'playwright'
import { expect, test } from 'vitest'
import { useMembersStage } from './members/members-stage.ts'

const stage = useMembersStage(async ({ data }) => {
  const desk = await openDesk({ dataFolder: data, create: true, programVersion: 'test', prepare: (register) => ensureSampleNetwork(register, () => {}) })
  const { organisations, incidents } = await inNetwork(desk.register, desk.context, (transaction) => readState(transaction))
  const like = incidents.find(({ answers }) => answers.occurred.from.startsWith('2019') && answers.persons.length === 1 && answers.persons[0]!.count.count === 1)!.answers
  const person = { ...like.persons[0]!, personRef: null, sex: 'woman', ageGroup: 'adult', nationalities: ['MD'] } as const
  const seen: Incident = {
    ...like, occurred: { from: '2019-08-14', to: '2019-08-14', about: false }, reportedOn: '2019-08-15', placeType: 'massage-parlour', area: 'Yttre hamnen', persons: [person],
    indicators: ['sexual.many-phones', 'sexual.moves-often'],
  }
  const [one, other] = organisations.filter(({ joined }) => joined !== null)
  await write(desk.register, desk.context, { action: 'import', object: 'test' }, async (transaction) => {
    const refs = await newReferences(transaction, 2, randomBytes)
    await appendRevisions(transaction, [{ ...seen, reportedBy: one!.id }, { ...seen, reportedBy: other!.id, reportedOn: '2019-08-17', placeType: 'unknown' as const }].map((answers, index) =>
      ({ incident: randomUUID(), number: 1, first: { ref: refs[index]!, externalRef: null }, formVersion: '2026-1', answers, withdrawn: false, sealed: null, createdAt: '2026-01-01T00:00:00.000Z' })))
  })
  await desk.close()
})

/** What the statistics say of 2019: incidents, different persons, occurrences. */
async function counts(page: Page): Promise<readonly (number | undefined)[]> {
  return page.evaluate(async () => {
    const answer = (await (await fetch('/api/statistics?from=2019&to=2019')).json()) as { tables: { spec: { id: string }; base: { count: number }[] }[] }
    return ['incidents', 'persons', 'persons.occurrences'].map((id) => answer.tables.find(({ spec }) => spec.id === id)?.base[0]?.count)
  })
}

test('linked from what waits, by keyboard; counted once; taken out again', async () => {
  const { page, faults, inspect, close } = await stage.person({ width: 1280, theme: 'light', language: 'en' }, { passkeys: false })
  await page.goto(`${stage.address}/incidents`)
  await page.getByRole('link', { name: /^New/ }).click()
  await page.getByText('Nobody has gone on with them yet').waitFor()
  // The two that came last stand first, and the keys reach them.
  await expect.poll(() => page.locator('.incident-table tbody tr').first().innerText()).toContain('Yttre hamnen')
  await page.keyboard.press('j')
  expect(await page.evaluate(() => document.activeElement?.hasAttribute('data-incident'))).toBe(true)
  expect(await inspect()).toEqual([])
  // A selection becomes a view of one's own, named by what it selects.
  await page.getByRole('button', { name: 'Save the selection as a view' }).click()
  await page.getByRole('list', { name: 'Saved views' }).getByRole('link', { name: 'New' }).waitFor()

  const before = await counts(page)
  await page.getByRole('link', { name: 'Same event?' }).click()
  const event = page.getByRole('region', { name: 'May be the same event' }).getByRole('listitem').filter({ hasText: 'Yttre hamnen' }).first()
  await event.getByText('the same area').waitFor()
  expect(await event.getByRole('checkbox').isChecked()).toBe(true)
  expect(await inspect()).toEqual([])
  await event.getByRole('button', { name: /^Probably the same/ }).press('Enter')
  const linked = page.getByRole('region', { name: 'Linked' })
  await linked.getByText('Reports of the same event').waitFor()
  // One event, one person, seen twice: the doubt is the range.
  expect(await counts(page)).toEqual([before[0]! - 1, before[1]! - 1, before[2]])
  await page.goto(`${stage.address}/?year=2019`)
  await page.getByText('1 report is of the same event as another').waitFor()

  await page.goto(`${stage.address}/same`)
  for (let left = 2; left > 0; left -= 1) {
    await linked.getByRole('button', { name: /^Take out/ }).first().click()
    await expect.poll(() => linked.getByRole('button', { name: /^Take out/ }).count()).toBe((left - 1) * 2)
  }
  expect(await counts(page)).toEqual(before)
  expect(faults).toEqual([])
  await close()
})

test('on a phone, in Swedish and by night: a no is remembered, and may be asked again', async () => {
  const { page, faults, inspect, close } = await stage.person({ width: 390, theme: 'dark', language: 'sv' }, { passkeys: false })
  await page.goto(`${stage.address}/same`)
  const events = page.getByRole('region', { name: 'Kan vara samma händelse' })
  await events.getByText('samma område').first().waitFor()
  // The sample's own: somebody under age, seen twice in one part of town.
  await page.getByRole('region', { name: /^Kan vara samma person/ }).getByText('samma kön och ålder').waitFor()
  expect(await inspect()).toEqual([])
  await events.getByRole('button', { name: /^Inte samma/ }).first().click()
  await page.getByText('Noterat. Det föreslås inte igen.').waitFor()
  await page.getByRole('button', { name: /^Fråga igen/ }).click()
  await events.getByRole('button', { name: /^Säkert samma/ }).first().waitFor()
  expect(faults).toEqual([])
  await close()
})
