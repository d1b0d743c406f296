// An edition in the browser, from freezing to its reader: two persons, or one and a day; nothing before its release.
import { randomUUID } from 'node:crypto'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { appendDraft, inNetwork, readMembers, write } from '@lykta/register'
import { expect, test } from 'vitest'
import { sv as words } from '../../apps/web/src/pages/workshop/messages/sv.ts'
import { freezeEdition } from '../../apps/server/src/work/freeze-edition.ts'
import { publishSite } from '../../apps/server/src/work/publish-site.ts'
import { reportLate } from '../server/report-late.ts'
import { expectNothing, type Look, type Person } from './members/members-stage.ts'
import { chooses } from './members/network-world.ts'
import { compilePdf, useWorkshopStage } from './workshop/workshop-stage.ts'

const stage = useWorkshopStage()
const desk: Look = { width: 1280, theme: 'light', language: 'sv' }
const phone: Look = { width: 390, theme: 'dark', language: 'sv' }

/** Axe looks at one document, and the page in the frame is looked at by the tests of editions. */
async function look(person: Person, where: string): Promise<void> {
  await person.page.locator('iframe').evaluateAll((frames) => {
    for (const frame of frames) frame.remove()
  })
  await expectNothing(person.inspect(), where)
}

/** What was agreed to, on the network's public site as anybody reads it: from a disk, by its links, to a table of the edition. */
async function readOnSite(): Promise<void> {
  const home = await mkdtemp(join(tmpdir(), 'lykta-walked-'))
  const visitor = await stage.newPage()
  try {
    expect((await publishSite(stage.town.desk, { out: join(home, 'www') })).addresses).toEqual(['2017/'])
    await visitor.goto(pathToFileURL(join(home, 'www/sv/index.html')).href)
    await visitor.locator("a[href$='2017/sv/index.html']").first().click()
    await visitor.locator('h1').getByText('Årsrapport 2017').waitFor()
    expect(await visitor.getByText('Utkast').count()).toBe(0)
    await visitor.goto(pathToFileURL(join(home, 'www/2017/explore/sv/incidents.html')).href)
    await visitor.getByRole('heading', { level: 1, name: 'Dokumenterade incidenter' }).waitFor()
    const shown = await visitor.locator('tbody td.number').allTextContents()
    const file = await readFile(join(home, 'www/2017/sv/tables/incidents.csv'), 'utf8')
    expect(shown).toEqual(file.split('\r\n').filter((line) => line.startsWith('incidents,incidents,')).map((line) => line.split(',')[9]))
    expect(shown.length).toBeGreaterThan(0)
  } finally {
    await visitor.close()
    await rm(home, { recursive: true, force: true })
  }
}

test('frozen by one, agreed to by another, published on its day, and read', async () => {
  const anna = await stage.sitDown('coordinator', desk)
  await anna.page.goto(`${stage.address}/editions/2018`)
  await anna.page.getByRole('heading', { name: words.freeze.title }).waitFor()
  await chooses(anna, words.audiences.network)
  await anna.page.getByRole('button', { name: words.freeze.deed }).press('Enter')
  await anna.page.waitForURL(/\/drafts\//, { timeout: 600_000 })
  await anna.page.getByRole('heading', { name: words.draft.title('2018') }).waitFor()
  // Marked as a draft here, and in the page that will be published.
  await anna.page.locator('.edition-marks').getByText(words.draftMark, { exact: true }).waitFor()
  await anna.page.frameLocator('iframe').getByText('Utkast – inte godkänd för publicering').first().waitFor()
  await look(anna, 'the frozen draft')
  const day = new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10)
  await chooses(anna, words.act.onDay)
  await anna.page.getByLabel(words.act.day, { exact: true }).fill(day)
  await anna.page.getByRole('button', { name: words.act.ask }).press('Enter')
  await anna.page.getByText(words.act.asked).waitFor()
  const address = new URL(anna.page.url()).pathname

  const cilla = await stage.sitDown('core-member', phone)
  await cilla.page.goto(`${stage.address}/editions`)
  await cilla.page.getByText(words.waitsForYou).waitFor()
  await expectNothing(cilla.inspect(), 'the list of whoever is asked')
  await cilla.page.getByRole('link', { name: words.list.title('2018') }).click()
  await cilla.page.getByText(words.draft.protocolHidden).waitFor()
  await expectNothing(cilla.inspect(), 'the draft of whoever is asked')
  await cilla.page.getByRole('button', { name: words.act.approve, exact: true }).press('Enter')
  await cilla.page.getByRole('dialog', { name: words.act.approveTitle }).getByRole('button', { name: words.act.approve, exact: true }).press('Enter')
  await cilla.page.getByText(words.act.approved).waitFor()

  const rut = await stage.sitDown('reader', { ...desk, theme: 'dark' })
  await rut.page.goto(`${stage.address}/editions`)
  await rut.page.getByText(words.list.publishedNone).waitFor()
  expect(await rut.page.getByText(words.list.drafts).count()).toBe(0)
  await rut.page.goto(`${stage.address}${address}`)
  await rut.page.getByRole('heading', { name: 'Det finns inget här' }).or(rut.page.getByRole('alert')).first().waitFor()
  await stage.later('3 days')
  await rut.page.goto(`${stage.address}/editions`)
  await rut.page.getByRole('link', { name: words.list.title('2018') }).click()
  await rut.page.frameLocator('iframe').locator('h1').waitFor()
  expect(await rut.page.frameLocator('iframe').getByText('Utkast').count()).toBe(0)
  expect(await rut.page.getByRole('heading', { name: words.revise.title }).count()).toBe(0)
  await look(rut, 'the edition of its reader')
  await stage.later('0')
  for (const one of [anna, cilla]) {
    expect(one.faults).toEqual([])
    await one.close()
  }
  await rut.close()
})

test('a frozen draft that nobody was asked about is thrown away, asked once; a year to come says so', async () => {
  const { desk: town } = stage.town
  const member = (await inNetwork(town.register, town.context, readMembers)).find(({ role }) => role === 'coordinator')!
  const [id, files] = [randomUUID(), new Map([['sv/index.html', Buffer.from('<h1>Utkast</h1>')]])]
  await write(town.register, { network: town.network.id, member: member.id, role: 'coordinator' }, { action: 'draft.make', object: `draft:${id}` }, (transaction) => appendDraft(transaction, {
    id, year: 2018, audience: 'core', revises: null, asOf: 1, head: 'ab'.repeat(32), ledgerLength: 99, policy: 'default-core-1', digest: 'c'.repeat(64), prose: {}, content: { tables: [] },
    protocol: { cells: [], certificate: { audited: 0 }, warnings: [], exposedBefore: [], lateWaiting: 0 }, overrides: [], files: { draft: files, final: files },
  }))
  const anna = await stage.sitDown('coordinator', phone)
  await anna.page.goto(`${stage.address}/drafts/${id}`)
  await anna.page.getByRole('button', { name: words.discard.deed }).press('Enter')
  const asked = anna.page.getByRole('dialog', { name: words.discard.title })
  await expectNothing(anna.inspect(), 'throwing a draft away')
  await asked.getByRole('button', { name: words.discard.deed }).press('Enter')
  await anna.page.getByRole('heading', { name: words.discard.done }).waitFor()
  await anna.page.getByRole('link', { name: words.draft.back }).click()
  await anna.page.getByRole('heading', { level: 1, name: 'Utgåvor' }).waitFor()
  expect(await anna.page.locator(`a[href='/drafts/${id}']`).count()).toBe(0)

  await anna.page.goto(`${stage.address}/editions/2099`)
  await anna.page.getByText('2099 har inte börjat. En utgåva för 2099 kan göras när året är slut.').waitFor()
  await expectNothing(anna.inspect(), 'a year to come')
  expect(anna.faults).toEqual([])
  await anna.close()
})

test('where one coordinates, she completes it a day after she asked, and not an hour sooner', async () => {
  const { desk: town } = stage.town
  const member = (await inNetwork(town.register, town.context, readMembers)).find(({ role }) => role === 'coordinator')!
  const id = randomUUID()
  await freezeEdition({ ...town, context: { network: town.network.id, member: member.id, role: 'coordinator' } }, {
    id, year: 2017, audience: 'public', overrides: [], compilePdf,
  })
  const anna = await stage.sitDown('coordinator', { ...phone, theme: 'light' })
  await anna.page.goto(`${stage.address}/drafts/${id}`)
  await anna.page.getByText(words.act.askAlone).waitFor()
  await anna.page.getByRole('button', { name: words.act.ask }).press('Enter')
  await anna.page.getByText(words.act.asked).waitFor()
  await stage.later('23 hours')
  await anna.page.reload()
  await anna.page.getByText(words.act.another).waitFor()
  expect(await anna.page.getByRole('button', { name: words.act.approveAlone }).count()).toBe(0)
  await expectNothing(anna.inspect(), 'while the day goes')
  await stage.later('25 hours')
  await anna.page.reload()
  await anna.page.getByRole('button', { name: words.act.approveAlone }).press('Enter')
  await anna.page.getByRole('dialog', { name: words.act.approveTitle }).getByRole('button', { name: words.act.approve, exact: true }).press('Enter')
  await anna.page.getByText(words.act.approved).waitFor()
  await anna.page.getByRole('link', { name: words.draft.toEdition }).click()
  await anna.page.getByRole('heading', { name: words.revise.title }).waitFor()
  await expectNothing(anna.inspect(), 'the edition of whoever makes them')
  await readOnSite()

  // Printed anew: nothing has changed, and it says so; then reports have come in late.
  await chooses(anna, words.revise.figures)
  await anna.page.getByLabel(words.revise.sv).fill('Rapporter som kom in för sent räknas nu med.')
  await anna.page.getByLabel(words.revise.en).fill('Reports that came in too late are counted now.')
  await anna.page.getByRole('button', { name: words.revise.deed }).press('Enter')
  await anna.page.getByText('Inget som räknas under 2017 har kommit in').waitFor()
  await expectNothing(anna.inspect(), 'the revision that is refused')
  await reportLate(town, { name: 'sen', incidents: 24, organisations: ['soc', 'polis', 'ljus', 'jour', 'bostad', 'hotell-a'], day: (index) => `2017-1${String(1 + (index % 2))}-05` })
  await anna.page.getByRole('button', { name: words.revise.deed }).press('Enter')
  await anna.page.waitForURL(/\/drafts\//, { timeout: 240_000 })
  await anna.page.getByRole('heading', { name: words.draft.changes.title }).waitFor()
  await anna.page.getByRole('rowheader', { name: /^Dokumenterade incidenter, 2017/ }).waitFor()
  await look(anna, 'the draft of a revision')
  // A phone has no room for a page within a page: it is opened by its link.
  await anna.page.goto(`${stage.address}${await anna.page.getByRole('link', { name: 'Som sida, Svenska' }).getAttribute('href')}`)
  await anna.page.getByRole('heading', { name: 'Ändringar' }).waitFor()

  // The year's own page says that it is out and where it is revised; frozen once more as if it were not, it is refused.
  await anna.page.goto(`${stage.address}/editions/2017`)
  await anna.page.getByText(words.list.printed).waitFor()
  await anna.page.getByRole('button', { name: words.freeze.deed }).press('Enter')
  await anna.page.getByText('Årsrapporten 2017 är redan godkänd').waitFor()
  await expectNothing(anna.inspect(), 'the page of a printed year')
  expect(anna.faults).toEqual([])
  await stage.later('0')
  await anna.close()
})
