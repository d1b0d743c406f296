// From what organisations say before a meeting to the actions that come back at the next one, in a real browser with real keys.
import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { overtakenSv } from '../../apps/web/src/components/overtaken-words.ts'
import { en as english } from '../../apps/web/src/pages/meetings/messages/en.ts'
import { sv as words } from '../../apps/web/src/pages/meetings/messages/sv.ts'
import type { MeetingAnswer, MeetingsAnswer } from '../../apps/server/src/api/meeting-types.ts'
import { join, list, type Person as Program } from '../server/member-network.ts'
import { expectNothing, type Person, useMembersStage } from './members/members-stage.ts'
import { desk, phone, unlocks, useWorld } from './members/network-world.ts'
import { askBeforeLeaving } from './support/ask-before-leaving.ts'

const stage = useMembersStage()
const world = useWorld(stage)
let [cilla, david] = [] as unknown as [Program, Program]
/** The core group's of yesterday and of in a month, the large network's of tomorrow. */
const meetings = { held: randomUUID(), next: randomUUID(), large: randomUUID() }
const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

beforeAll(async () => {
  const { network } = world
  cilla = await join(network, 'core-member', network.town, 'Cilla')
  david = await join(network, 'reporter', network.hotel, 'David')
  await list(network, cilla, 'core-member', network.town)
  await list(network, david, 'reporter', network.hotel)
  await world.givePassphrase(cilla)
  const hours = { begins: '13:00', ends: '15:00', agenda: ['Läget sedan sist', 'Nya åtgärder'] }
  await network.anna.send('POST', '/api/meetings', {
    meetings: [{ id: meetings.held, circle: 'core', date: inDays(-1), ...hours }, { id: meetings.next, circle: 'core', date: inDays(30), ...hours }, { id: meetings.large, circle: 'network', date: inDays(1), ...hours }],
  })
})

const goTo = async ({ page }: Person, id: string): Promise<void> => {
  await page.goto(`${stage.address}/meetings/${id}`)
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.getByRole('heading', { name: words.attendance }).waitFor()
}
const press = async ({ page }: Person, name: string): Promise<void> => page.getByRole('button', { name, exact: true }).press('Enter')
const isFocused = (element: Element): boolean => element === document.activeElement
const line = 'En bil väntar utanför varje kväll.'

test('a year’s dates are entered in one go, and stand in the calendar of each circle', async () => {
  const anna = await world.sitDown(world.network.anna)
  await anna.page.goto(`${stage.address}/meetings`)
  const plan = anna.page.getByRole('region', { name: words.plan.title })
  // A year in which no meeting of this test can fall, whenever it is run.
  await plan.getByLabel(words.plan.year, { exact: true }).fill(String(new Date().getUTCFullYear() + 2))
  await plan.getByRole('button', { name: words.plan.save }).press('Enter')
  await plan.getByText(words.plan.saved('8')).waitFor()
  // Disabled for as long as it worked, the button has kept the focus.
  expect(await plan.getByRole('button', { name: words.plan.save }).evaluate(isFocused)).toBe(true)
  // Pressed once more, it enters none twice.
  await plan.getByRole('button', { name: words.plan.save }).press('Enter')
  await plan.getByText(words.plan.nothing).waitFor()
  // At the first of the dates, and not at the agenda; hours the wrong way round at the hour.
  await expect.poll(() => plan.getByLabel(words.plan.date(words.circle.core, 1)).evaluate(isFocused)).toBe(true)
  await plan.getByLabel(words.plan.ends).fill('12:00')
  expect([await plan.getByLabel(words.plan.ends).getAttribute('aria-invalid'), await plan.getByLabel(words.plan.agenda).getAttribute('aria-invalid')]).toEqual(['true', null])
  const { meetings: all } = await world.network.anna.get<MeetingsAnswer>('/api/meetings')
  expect(all.length).toBe(11)
  // On Thursdays, four of each circle.
  const others: readonly string[] = Object.values(meetings)
  const planned = all.filter(({ id }) => !others.includes(id))
  expect(planned.map(({ date }) => new Date(date).getUTCDay())).toEqual(Array.from({ length: 8 }, () => 4))
  expect(planned.filter(({ circle }) => circle === 'core').length).toBe(4)
  for (const circle of ['core', 'network'] as const) expect(await anna.page.getByRole('region', { name: words.circle[circle] }).getByRole('link').count()).toBe(circle === 'core' ? 6 : 5)
  await expectNothing(anna.inspect(), 'the list of meetings')
  expect(anna.faults).toEqual([])
  await anna.close()
})

test('before a meeting each organisation says how things are; “nothing to report” is an answer too', async () => {
  const person = await world.sitDown(cilla, phone)
  await goTo(person, meetings.held)
  await expectNothing(person.inspect(), 'a meeting before anything is said')
  await press(person, words.give.send)
  await person.page.getByText(words.give.empty).waitFor()
  // The guard stops nobody, and says what it sees.
  await person.page.getByLabel(words.give.text).fill(`Ring 070-174 06 05 om läget.`)
  await person.page.getByText(words.give.seems(words.give.kinds['phone-number'])).waitFor()
  await person.page.getByLabel(words.give.text).fill(`Lugnt på boendena.\n${line}`)
  await askBeforeLeaving(person.page)
  await press(person, words.give.send)
  await unlocks(person)
  await person.page.getByText(words.give.sent).waitFor()
  await person.page.getByText(words.said.told).waitFor()
  expect(person.faults).toEqual([])
  await person.close()

  const reporter = await world.sitDown(david, phone)
  await reporter.page.goto(`${stage.address}/meetings`)
  await reporter.page.getByText(words.leadNetwork).waitFor()
  expect(await reporter.page.getByText(words.circle.core).count()).toBe(0)
  await goTo(reporter, meetings.large)
  await press(reporter, words.give.nothing)
  await reporter.page.getByText(words.give.sentNothing).waitFor()
  expect(await reporter.page.getByRole('button', { name: words.open }).count()).toBe(0)
  await expectNothing(reporter.inspect(), 'the large network’s meeting for a reporter')
  await reporter.page.goto(`${stage.address}/meetings/${meetings.held}`)
  await reporter.page.getByText(words.notFound).waitFor()
  await reporter.close()
})

test('at the meeting the texts are opened, a line becomes a report with one key, and what is decided is sealed', async () => {
  const anna = await world.sitDown(world.network.anna)
  const { page } = anna
  await goTo(anna, meetings.held)
  await press(anna, words.open)
  await unlocks(anna)
  await page.getByText(line, { exact: true }).waitFor()
  await expectNothing(anna.inspect(), 'a meeting with its texts open')
  const opening = page.context().waitForEvent('page')
  await page.getByRole('button', { name: words.toIncidentOf(line) }).press('i')
  const report = await opening
  await report.getByText(line).first().waitFor()
  expect(await report.getByRole('textbox').evaluateAll((fields) => fields.map((field) => (field as HTMLTextAreaElement).value))).toContain(line)
  // By whom and how it came; and in no address and no storage.
  expect(await report.getByRole('radio', { name: 'Möte', exact: true }).isChecked()).toBe(true)
  expect(report.url()).toBe(`${stage.address}/day/`)
  expect(await report.evaluate(() => JSON.stringify([Object.values(localStorage), Object.values(sessionStorage)]))).not.toContain('bil väntar')
  await report.close()

  await page.getByText(words.note.decision, { exact: true }).click()
  await page.getByLabel(`${words.note.decision}: text`).fill('Vi frågar hyresvärdarna.')
  await askBeforeLeaving(page)
  await page.getByRole('group').filter({ hasText: words.note.decision }).getByRole('button', { name: words.note.save }).press('Enter')
  await page.getByText(words.note.savedDecision).waitFor()
  // Asked once, also before the meeting was held: there is no way back.
  await press(anna, `${words.note.undo}: ${words.decision(1)}`)
  await page.getByRole('dialog').getByRole('button', { name: words.mistake.back }).press('Enter')
  await page.getByText(words.note.action, { exact: true }).click()
  const form = page.getByRole('group').filter({ hasText: words.note.action })
  await form.getByLabel(`${words.note.action}: text`).fill('Ring hyresvärdarna.')
  await form.getByLabel(words.action.owner).selectOption({ label: 'Provstads socialtjänst' })
  await form.getByLabel(words.action.due).fill(inDays(20))
  await form.getByRole('button', { name: words.note.save }).press('Enter')
  await page.getByText(words.note.savedAction).waitFor()
  // What was written here stands here, without another reading.
  await page.locator('.meeting-lines').getByText('Ring hyresvärdarna.').waitFor()
  await press(anna, words.edit)
  await expect.poll(() => page.getByLabel(words.editor.date).evaluate(isFocused)).toBe(true)
  await page.getByRole('radio', { name: words.state.held }).check({ force: true })
  await page.locator('.meeting-ticks').getByText('Provstads socialtjänst', { exact: true }).click()
  await press(anna, words.editor.save)
  await page.locator('.meeting-about').getByText(words.state.held, { exact: true }).waitFor()
  await page.getByRole('status').getByText(words.editor.saved).waitFor()
  await expect.poll(() => page.getByRole('button', { name: words.edit, exact: true }).evaluate(isFocused)).toBe(true)
  await expectNothing(anna.inspect(), 'the minutes')
  // On paper: what was said and decided, and nothing that can only be pressed.
  await page.emulateMedia({ media: 'print' })
  expect(await page.locator('.meeting .button:visible, .meeting-form:visible').count()).toBe(0)
  expect(await page.getByRole('heading', { name: words.agenda }).isVisible()).toBe(true)
  await page.emulateMedia({ media: 'screen' })
  const stored = await world.network.anna.get<MeetingAnswer>(`/api/meetings/${meetings.held}`)
  expect(stored).toMatchObject({ meeting: { state: 'held', attendance: [world.network.town] }, actions: [{ state: 'open', organisation: world.network.town, due: inDays(20) }] })
  expect(JSON.stringify(stored)).not.toContain('yresvärd')
  expect(anna.faults).toEqual([])
  await anna.close()
})

test('what somebody else has saved is met and not written over; an action is changed by a revision, and what was noted by mistake is taken back', async () => {
  const anna = await world.sitDown(world.network.anna)
  const { page } = anna
  const stands = () => world.network.anna.get<MeetingAnswer>(`/api/meetings/${meetings.held}`)
  await goTo(anna, meetings.held)
  await press(anna, words.open)
  await unlocks(anna)
  await page.locator('.meeting-lines').getByText('Ring hyresvärdarna.').waitFor()
  await press(anna, words.edit)
  const editor = page.getByRole('group', { name: words.edit })
  const agenda = editor.getByLabel(words.agenda)
  const [was, longer] = [await agenda.inputValue(), 'Val av ordförande\nLäget sedan sist\nNya åtgärder']
  await agenda.fill(longer)
  const { meeting: { id: _, circle: __, ...before }, actions: [first] } = await stands()
  expect((await world.network.anna.send('PUT', `/api/meetings/${meetings.held}`, { ...before, attendance: [world.network.town, world.network.hotel] })).status).toBe(200)

  // The owner, the day and the text; saving it, the page hears of the other's change.
  await press(anna, words.action.of(words.action.change, 1))
  const form = page.getByRole('group', { name: words.action.of(words.action.change, 1) })
  await expectNothing(anna.inspect(), 'a meeting and an action being changed')
  await form.getByLabel(words.action.owner).selectOption({ label: 'Hotell Fyren' })
  await form.getByLabel(words.action.due).fill(inDays(25))
  await form.getByLabel(words.note.text).fill('Ring hyresvärdarna. Båda två.')
  await form.getByRole('button', { name: words.editor.save }).press('Enter')
  await page.getByText(words.action.changed).waitFor()
  await page.locator('.meeting-lines').getByText('Ring hyresvärdarna. Båda två.').waitFor()
  const { actions: [changed] } = await stands()
  expect(changed).toMatchObject({ id: first!.id, revision: first!.revision + 1, organisation: world.network.hotel, due: inDays(25), state: 'open' })
  expect(changed!.text.hash).not.toBe(first!.text.hash)

  await editor.getByText(overtakenSv.text).waitFor()
  await editor.getByRole('button', { name: words.editor.save }).press('Enter')
  await editor.getByRole('alert').waitFor()
  expect((await stands()).meeting).toMatchObject({ revision: before.revision + 1, agenda: before.agenda, attendance: [world.network.town, world.network.hotel] })
  expect(await agenda.inputValue()).toBe(longer)
  await editor.getByRole('button', { name: overtakenSv.again }).press('Enter')
  await page.getByRole('dialog').getByRole('button', { name: overtakenSv.again }).press('Enter')
  await expect.poll(() => agenda.inputValue()).toBe(was)
  await agenda.fill(longer)
  await editor.getByRole('button', { name: words.editor.save }).press('Enter')
  await page.getByRole('listitem').getByText('Val av ordförande').waitFor()
  expect((await stands()).meeting).toMatchObject({ revision: before.revision + 2, agenda: longer.split('\n'), attendance: [world.network.town, world.network.hotel] })

  // Given back to whoever does it, with the text that it has.
  await press(anna, words.action.of(words.action.change, 1))
  await form.getByLabel(words.action.owner).selectOption({ label: 'Provstads socialtjänst' })
  await form.getByRole('button', { name: words.editor.save }).press('Enter')
  await form.waitFor({ state: 'detached' })
  expect((await stands()).actions).toMatchObject([{ revision: first!.revision + 2, organisation: world.network.town, text: changed!.text }])
  // Slips: a decision of minutes that stand, and an action.
  await page.getByText(words.note.action, { exact: true }).click()
  const fresh = page.getByRole('group').filter({ hasText: words.note.action })
  await fresh.getByLabel(`${words.note.action}: text`).fill('Står på fel möte.')
  await fresh.getByRole('button', { name: words.note.save }).press('Enter')
  await page.locator('.meeting-lines').getByText('Står på fel möte.').waitFor()
  for (const name of [`${words.mistake.was}: ${words.decision(1)}`, words.action.of(words.mistake.was, 2)]) {
    await press(anna, name)
    await page.getByRole('dialog', { name }).getByRole('button', { name: words.note.undo }).press('Enter')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
  }
  await page.getByText(words.decisionsNone).waitFor()
  await page.getByText('Står på fel möte.').waitFor({ state: 'detached' })
  expect(await stands()).toMatchObject({ decisions: [], actions: [{ id: first!.id }] })
  expect(anna.faults.filter((fault) => !fault.includes('status of 409'))).toEqual([])
  await anna.close()
})

test('an action comes back at the next meeting until whoever does it has settled it', async () => {
  const person = await world.sitDown(cilla, desk)
  await goTo(person, meetings.next)
  const carried = person.page.getByRole('region', { name: words.carried })
  await carried.getByText('Provstads socialtjänst').waitFor()
  await press(person, words.open)
  await unlocks(person)
  await carried.getByText('Ring hyresvärdarna. Båda två.').waitFor()
  await carried.getByRole('button', { name: words.action.of(words.action.done, 1) }).press('Enter')
  await person.page.getByText(words.carriedNone).or(carried.getByText(/^Klar /)).first().waitFor()
  const { actions } = await world.network.anna.get<MeetingAnswer>(`/api/meetings/${meetings.next}`)
  expect(actions).toEqual([])
  expect(person.faults).toEqual([])
  await person.close()
  const anna = await world.sitDown(world.network.anna, { width: 390, theme: 'light', language: 'en' })
  await anna.page.goto(`${stage.address}/meetings/${meetings.held}`)
  await anna.page.getByText(/^Done \d/).waitFor()
  await expectNothing(anna.inspect(), 'the minutes in English, on a phone')
  await anna.page.goto(`${stage.address}/effort`)
  await anna.page.getByRole('heading', { level: 1 }).waitFor()
  await anna.page.getByLabel('Organisation').selectOption({ label: 'Hotell Fyren' })
  await anna.page.getByLabel('People trained').fill('12')
  await press(anna, 'Save')
  await anna.page.getByText('The effort has been entered.').waitFor()
  await expectNothing(anna.inspect(), 'effort')
  const entered = anna.page.getByRole('region', { name: 'Entered', exact: true })
  await entered.getByRole('button', { name: /^Take away: Training/ }).press('Enter')
  await anna.page.getByRole('dialog').getByRole('button', { name: 'Take away', exact: true }).press('Enter')
  await anna.page.getByRole('status').getByText('Taken away.').waitFor()
  await expect.poll(() => entered.evaluate(isFocused)).toBe(true)
  await anna.page.goto(`${stage.address}/meetings`)
  await anna.page.getByRole('region', { name: english.yearly.title }).getByLabel(english.yearly.organisation).selectOption({ label: 'Hotell Fyren' })
  await anna.page.getByRole('radiogroup', { name: english.yearly.subject.labour }).getByText(english.yearly.answer['not-looked']).click()
  await press(anna, english.yearly.save)
  await anna.page.getByText(english.yearly.saved).waitFor()
  await expectNothing(anna.inspect(), 'meetings in English, on a phone')
  expect(anna.faults).toEqual([])
  await anna.close()
})
