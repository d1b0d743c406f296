// A printed year is printed anew: refused while too little has changed, else with what changed and why, beside the old edition and before all later ones.
import { createHash, randomUUID } from 'node:crypto'
import type { Protocol, ProtectedTable } from '@lykta/disclosure'
import { appendDraft, appendMeetings, findDraftContent, findDraftProtocol, inNetwork, readDrafts, readLedger, readMembers, readSituationVersions, write } from '@lykta/register'
import type { Desk } from '@lykta/server'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { DraftAnswer, DraftStepRequest, PublishedEdition } from '../../apps/server/src/api/edition-types.ts'
import { freezeEdition, type FreezeOptions } from '../../apps/server/src/work/freeze-edition.ts'
import type { EditionContent } from '../../apps/server/src/work/ledger.ts'
import { makeReport } from '../../apps/server/src/work/situation/make-report.ts'
import type { ToldContent } from '../../apps/server/src/work/situation/told.ts'
import { type ExploredTown, makeExploredTown } from './explored-town.ts'
import { reportLate } from './report-late.ts'

let town: ExploredTown
beforeAll(async () => {
  town = await makeExploredTown()
})
afterAll(() => town.close())

const compilePdf: FreezeOptions['compilePdf'] = async (source) => new TextEncoder().encode(`%PDF ${createHash('sha256').update(source).digest('hex')}`)
const changed = { sv: 'Rapporter som kom in för sent räknas nu med.', en: 'Reports that came in too late are counted now.' }

async function coordinatorsDesk(): Promise<Desk> {
  const members = await inNetwork(town.desk.register, town.desk.context, readMembers)
  return { ...town.desk, context: { network: town.desk.network.id, member: members.find(({ role }) => role === 'coordinator')!.id, role: 'coordinator' } }
}
async function freeze(changes: Partial<FreezeOptions> = {}): Promise<string> {
  const id = randomUUID()
  await freezeEdition(await coordinatorsDesk(), { id, year: 2018, audience: 'public', overrides: [], compilePdf, ...changes })
  return id
}
const contentOf = (id: string): Promise<EditionContent> => inNetwork(town.desk.register, town.desk.context, async (transaction) => (await findDraftContent(transaction, id)) as EditionContent)
const protocolOf = (id: string) => inNetwork(town.desk.register, town.desk.context, async (transaction) =>
  (await findDraftProtocol(transaction, id)) as Protocol & { readonly certificate: { readonly ledger: readonly { readonly id: string }[] }; readonly lateTold: readonly string[]; readonly lateWaiting: number })

type Person = keyof ExploredTown['as']
type Told<T> = { readonly status: number; readonly body: T & { readonly problems?: readonly { readonly code: string }[] } }
async function told<T>(who: Person, path: string, sent?: unknown): Promise<Told<T>> {
  const answer = await town.app.ask(path, {
    headers: { cookie: town.as[who], 'content-type': 'application/json' }, ...(sent === undefined ? {} : { method: 'POST', body: JSON.stringify(sent) }),
  })
  return { status: answer.status, body: (await answer.json()) as Told<T>['body'] }
}
const draftFor = async (who: Person, id: string): Promise<DraftAnswer> => (await told<DraftAnswer>(who, `/api/drafts/${id}`)).body
/** `loosened`: then it takes two persons, whoever is there. */
async function approve(id: string, loosened = false): Promise<void> {
  const { digest } = await draftFor('coordinator', id)
  const step = (who: Person, act: DraftStepRequest['act']) => told<DraftAnswer>(who, `/api/drafts/${id}/steps`, { act, digest })
  expect(await step('coordinator', 'ask')).toMatchObject({ status: 200, body: loosened ? { mayBeAlone: false, aloneFrom: null } : { mayBeAlone: true, aloneFrom: expect.any(String) } })
  // The one who asked may not approve at once.
  expect((await step('coordinator', 'approve')).status).toBe(409)
  expect(await step('core-member', 'approve')).toMatchObject({ status: 200, body: { draft: { state: 'approved' } } })
}
const pageOf = async (who: Person, path: string): Promise<string> => (await town.app.ask(path, { headers: { cookie: town.as[who] } })).text()
const shown = (tables: readonly ProtectedTable[], id: string, period: string): number | string => {
  const table = tables.find((one) => one.id === id)
  const cell = table?.base[table.periods.findIndex((one) => one.id === period)]
  return cell?.state === 'shown' ? cell.count : (cell?.state ?? 'not there')
}

const late = (name: string, incidents: number, organisations: readonly string[]): Promise<void> =>
  reportLate(town.desk, { name, incidents, organisations, day: (index) => `2018-0${String((index % 9) + 1)}-05` })

let first: string
let second: string
test('refused while nothing has changed, and while the difference would tell of a few', async () => {
  first = await freeze()
  await approve(first)
  const revises = { entry: first, changed, figures: true }
  await expect(freeze({ revises })).rejects.toMatchObject({ problems: [{ code: 'editions.nothing-changed' }] })
  await late('sen', 2, ['soc', 'polis'])
  await expect(freeze({ revises })).rejects.toMatchObject({ problems: [{ code: 'editions.revision-refused' }] })
  expect(await inNetwork(town.desk.register, town.desk.context, readLedger)).toHaveLength(1)
}, 600_000)

test('allowed when enough have come of enough organisations, here of two, for a rule is loosened for it with a reason; whoever is asked reads what changes, and the figures of no other year do', async () => {
  await late('senare', 22, ['soc', 'polis'])
  const told: number[] = []
  second = await freeze({
    revises: { entry: first, changed, figures: true }, overrides: [{ rule: 'organisations', subject: '', reason: 'De två har sagt ja.' }],
    onStep: (step, progress) => void (step === 'auditing' && progress !== null && told.push(progress)),
  })
  // Whoever waits sees it go on, and never back.
  expect(told.length).toBeGreaterThan(10)
  expect(told).toEqual(told.toSorted((a, b) => a - b))
  const [before, after] = [await contentOf(first), await contentOf(second)]
  expect(after).toMatchObject({ anew: true, revises: first, changed, policy: 'default-public-organisations-2-1' })
  const total = shown(before.tables, 'incidents', '2018') as number
  expect(shown(after.tables, 'incidents', '2018')).toBe(total + 24)
  expect(shown(after.tables, 'incidents', '2017')).toBe(shown(before.tables, 'incidents', '2017'))
  expect((await protocolOf(second)).certificate).toMatchObject({ ledger: [{ id: first }], beside: { registers: 4, inTime: true } })
  // What came late is counted now, so none of it waits to be told of.
  expect(await protocolOf(second)).toMatchObject({ lateTold: [], lateWaiting: 0 })
  await approve(second, true)
  const seen = await draftFor('core-member', second)
  expect(seen).toMatchObject({ decisions: null, changed, draft: { revises: first } })
  expect(seen.changes!.en).toContainEqual({ name: 'Documented incidents, 2018', before: String(total), after: String(total + 24) })
  // A figure that both keep back is not said to have changed.
  expect(seen.changes!.sv.every((one) => one.before !== one.after)).toBe(true)
}, 600_000)

test('the new edition says what changed and why; the old one stays, byte for byte, and leads to it', async () => {
  const page = await pageOf('reader', `/published/${second}/en/`)
  expect(page).toMatch(/<h2[^>]*id="edition-changes"/)
  expect(page).toContain(changed.en)
  expect(await pageOf('reader', `/published/${second}/sv/`)).toContain(changed.sv)
  expect(await pageOf('reader', `/published/${first}/en/`)).not.toContain('edition-changes')
  const { body: { editions } } = await told<{ readonly editions: readonly PublishedEdition[] }>('reader', '/api/published')
  expect(editions).toMatchObject([{ id: second, number: 2, replaces: first }, { id: first, number: 1, replacedBy: second }])
  // Nor in words alone: what it prints is not what counts now.
  for (const figures of [true, undefined]) await expect(freeze({ revises: { entry: first, changed, figures } })).rejects.toMatchObject({ problems: [{ code: 'editions.replaced' }] })
})

/** The same draft, but of the edition that has a successor, as a program before this one froze it. */
async function refusedAtApproval(words: string): Promise<void> {
  const desk = await coordinatorsDesk()
  const stored = (await inNetwork(desk.register, desk.context, readDrafts)).find(({ id }) => id === words)!
  const [content, protocol, old] = [await contentOf(words), await protocolOf(words), randomUUID()]
  const draft = { ...stored, id: old, revises: first, content: { ...content, revises: first }, protocol, files: { draft: new Map(), final: new Map() } }
  await write(desk.register, desk.context, { action: 'draft.make', object: `draft:${old}` }, (transaction) => appendDraft(transaction, draft))
  const step = (who: Person, act: DraftStepRequest['act']) => told<DraftAnswer>(who, `/api/drafts/${old}/steps`, { act, digest: stored.digest })
  expect((await step('coordinator', 'ask')).status).toBe(200)
  expect(await step('core-member', 'approve')).toMatchObject({ status: 409, body: { problems: [{ code: 'editions.replaced' }] } })
  expect(await inNetwork(desk.register, desk.context, readLedger)).toHaveLength(2)
}

test('its words are mended without its figures, and a later edition counts the year anew, tried with both', async () => {
  const words = await freeze({ revises: { entry: second, changed } })
  expect((await contentOf(words)).digests).toEqual((await contentOf(second)).digests)
  expect(await contentOf(words)).not.toHaveProperty('anew')
  expect((await contentOf(words)).policy).toBe('default-public-organisations-2-1')
  await refusedAtApproval(words)
  const next = await freeze({ audience: 'network' })
  const [revised, later] = [await contentOf(second), await contentOf(next)]
  expect(shown(later.tables, 'incidents', '2018')).toBe(shown(revised.tables, 'incidents', '2018'))
  expect((await protocolOf(next)).certificate.ledger.map(({ id }) => id)).toEqual([first, second])
}, 600_000)

test('a situation report after it tells of the year that is not printed yet, tried with both', async () => {
  const meeting = randomUUID()
  const desk = { ...(await coordinatorsDesk()), today: () => '2019-10-09' }
  await write(desk.register, desk.context, { action: 'meeting.plan', object: 'meetings:1' }, (transaction) => appendMeetings(transaction, [
    { id: meeting, circle: 'network', revision: 1, date: '2019-10-10', begins: '13:00', ends: '15:00', state: 'planned', agenda: [], attendance: null },
  ]))
  await makeReport(desk, { id: randomUUID(), meeting })
  const versions = await inNetwork(desk.register, desk.context, readSituationVersions)
  const told = versions.map(({ audience, content }) => [audience, (content as ToldContent).parts.flatMap(({ periods }) => periods)])
  // Of the two states of 2018 nothing is said: all that is told is of the year after.
  expect(told).toEqual([['core', []], ['network', ['2019-Q1', '2019-Q2']], ['public', ['2019-Q1', '2019-Q2']]])
}, 600_000)

test('what has changed is written without numbers; nothing else is revised by that route', async () => {
  const ask = (sent: object) => told<object>('coordinator', '/api/drafts', { year: 2018, audience: 'public', overrides: [], ...sent })
  expect(await ask({ revises: second, changed: { ...changed, sv: 'Tre rapporter kom in för sent.' }, figures: true })).toMatchObject({ status: 422, body: { problems: [{ code: 'editions.changed-number' }] } })
  expect((await ask({ figures: true })).status).toBe(400)
  // What was decided for an edition holds for its words; a rule is loosened for figures alone.
  const overrides = [{ rule: 'organisations', reason: 'Två har sagt ja.' }]
  expect((await ask({ revises: second, changed, overrides })).status).toBe(400)
  expect(await ask({ revises: second, changed: { ...changed, sv: 'Tre rapporter.' }, figures: true, overrides })).toMatchObject({ status: 422, body: { problems: [{ code: 'editions.changed-number' }] } })
})
