// The workshop over the server's routes: frozen, asked, agreed to, published by the database's clock, read by those it is for, revised in words.
import { createHash, randomUUID } from 'node:crypto'
import { problem } from '@lykta/incident'
import { appendDraft, appendEditionStep, appendSettings, findDraftContent, findDraftProtocol, findEditionProtocol, inNetwork, listAudit, type NewDraft, readDrafts, readLedger, readMembers, verifyNetwork, write } from '@lykta/register'
import { approveEdition, type Desk } from '@lykta/server'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { DraftAnswer, DraftStepRequest, DraftSummary, PublishedAnswer, PublishedEdition } from '../../apps/server/src/api/edition-types.ts'
import { freezeEdition, type FreezeOptions } from '../../apps/server/src/work/freeze-edition.ts'
import { storeProse, readNetworkProse } from '../../apps/server/src/work/prose.ts'
import { type ExploredTown, makeExploredTown } from './explored-town.ts'

type Person = keyof ExploredTown['as']
let town: ExploredTown
beforeAll(async () => {
  town = await makeExploredTown()
})
afterAll(() => town.close())

/** Setting a page is not what is tried here. */
const compilePdf: FreezeOptions['compilePdf'] = async (source) => new TextEncoder().encode(`%PDF ${createHash('sha256').update(source).digest('hex')}`)
const changed = { sv: 'Ett kapitel om stöd har kommit till.', en: 'A chapter on support was added.' }

const later = (interval: string): Promise<unknown> => town.desk.register.owner.query(`create or replace function lykta.register_time() returns timestamptz
  language sql stable set search_path = pg_catalog, pg_temp as $$ select now() + interval '${interval}' $$`)

async function freeze(changes: Partial<FreezeOptions> = {}): Promise<string> {
  const id = randomUUID()
  await freezeEdition(await coordinatorsDesk(), { id, year: 2018, audience: 'public', overrides: [], compilePdf, ...changes })
  return id
}
/** As the coordinator's own requests come. */
async function coordinatorsDesk(): Promise<Desk> {
  const members = await inNetwork(town.desk.register, town.desk.context, readMembers)
  return { ...town.desk, context: { network: town.desk.network.id, member: members.find(({ role }) => role === 'coordinator')!.id, role: 'coordinator' } }
}

type Told<T> = { readonly status: number; readonly body: T; readonly codes: readonly string[] }
async function told<T>(who: Person, path: string, sent?: unknown): Promise<Told<T>> {
  const answer = await town.app.ask(path, {
    headers: { cookie: town.as[who], 'content-type': 'application/json' }, ...(sent === undefined ? {} : { method: 'POST', body: JSON.stringify(sent) }),
  })
  const body = (await answer.json()) as T & { readonly problems?: readonly { readonly code: string }[] }
  return { status: answer.status, body, codes: (body.problems ?? []).map(({ code }) => code) }
}
const bytesFor = async (who: Person, path: string): Promise<Buffer | number> => {
  const answer = await town.app.ask(path, { headers: { cookie: town.as[who] } })
  return answer.status === 200 ? Buffer.from(await answer.arrayBuffer()) : answer.status
}
const draftFor = async (who: Person, id: string): Promise<DraftAnswer> => (await told<DraftAnswer>(who, `/api/drafts/${id}`)).body
const step = async (who: Person, id: string, sent: Partial<DraftStepRequest>, digest?: string): Promise<Told<DraftAnswer>> =>
  told<DraftAnswer>(who, `/api/drafts/${id}/steps`, { digest: digest ?? (await draftFor('coordinator', id)).digest, ...sent })
const publishedFor = async (who: Person): Promise<readonly PublishedEdition[]> => (await told<{ readonly editions: readonly PublishedEdition[] }>(who, '/api/published')).body.editions
const draftsFor = async (who: Person): Promise<readonly DraftSummary[]> => (await told<{ readonly drafts: readonly DraftSummary[] }>(who, '/api/drafts')).body.drafts

/** The same once more, as if it had been frozen at the same moment. */
async function copyOf(id: string, changes: Partial<NewDraft> = {}): Promise<string> {
  const [copy, desk] = [randomUUID(), await coordinatorsDesk()]
  const { files, ...draft } = await inNetwork(desk.register, desk.context, async (transaction) => ({
    ...(await readDrafts(transaction)).find((one) => one.id === id)!, content: await findDraftContent(transaction, id), protocol: await findDraftProtocol(transaction, id),
    files: { draft: new Map(), final: new Map() },
  }))
  await write(desk.register, desk.context, { action: 'draft.make', object: `draft:${copy}` }, (transaction) => appendDraft(transaction, { ...draft, id: copy, files, ...changes }))
  return copy
}

let first: string
let forCoreGroup: string
test('a frozen draft says what was done to each cell and why, what is still to come, and is marked as a draft everywhere', async () => {
  first = await freeze()
  const { body: answer } = await told<DraftAnswer>('coordinator', `/api/drafts/${first}`)
  expect(answer).toMatchObject({
    draft: { id: first, year: 2018, audience: 'public', state: 'frozen', outdated: 'no', who: { self: true, role: 'coordinator' } }, may: ['ask'], policy: 'default-public-1', steps: [],
  })
  expect(answer.decisions!.length).toBeGreaterThan(20)
  // What is hidden has a range that holds the count and more than one value.
  const hidden = answer.decisions!.filter(({ action, low }) => action === 'hidden' && low !== null)
  expect(hidden.length).toBeGreaterThan(0)
  for (const { count, low, high } of hidden) expect(low! <= count && count <= high! && low! < high!).toBe(true)
  expect(answer.plan.find(({ table }) => table === 'incidents')).toMatchObject({ release: 'year', next: null })
  expect(answer.plan.find(({ table }) => table === 'placeType')).toMatchObject({ release: 'block', printed: [], next: 2019 })
  const page = (await bytesFor('coordinator', `/draft-files/${first}/sv/`)).toString()
  expect(page).toContain('Utkast – inte godkänd för publicering')
  for (const file of answer.files.filter(({ kind }) => kind === 'csv')) expect((await bytesFor('coordinator', file.href)).toString()).toMatch(/Utkast|Draft/)
  // The final form is nobody's before it is agreed to, not even hers who made it.
  expect(await bytesFor('coordinator', `/published/${first}/sv/`)).toBe(404)
})

test('nobody but coordinators knows of it until somebody is asked; reporters and readers never do', async () => {
  const nothing = await told('reader', '/api/what-is-not-there')
  for (const who of ['core-member', 'reporter', 'reader'] as const) {
    for (const path of [`/api/drafts/${first}`, `/draft-files/${first}/sv/`, `/published/${first}/sv/`, `/api/published/${first}`]) {
      expect([who, path, await told(who, path)]).toEqual([who, path, nothing])
    }
    expect([who, await told(who, `/api/drafts/${first}/steps`, {})]).toEqual([who, nothing])
  }
  expect(await draftsFor('core-member')).toEqual([])
  for (const who of ['reporter', 'reader'] as const) expect([who, await told(who, '/api/drafts')]).toEqual([who, nothing])
})

test('whoever is asked reads what the checker asked of the words, and no more of the protocol', async () => {
  const protocol = (await inNetwork(town.desk.register, town.desk.context, (transaction) => findDraftProtocol(transaction, first))) as object
  const warned = await copyOf(first, { protocol: { ...protocol, exposedBefore: [{ key: 'a@2018', member: null }, { key: 'a@2018', member: 'one' }, { key: 'b@2018', member: 'one' }], warnings: [problem('work.year-not-over', { year: 2018, to: '2018-06-30' })] } })
  await step('coordinator', warned, { act: 'ask' })
  expect(await draftFor('core-member', warned)).toMatchObject({ warnings: [{ code: 'work.year-not-over' }], decisions: null, lateWaiting: 0, exposedBefore: 2 })
  await step('coordinator', warned, { act: 'withdraw' })
})

test('asked, it waits for another; the core member reads the marked draft without its counts, agrees, and it is published on its day', async () => {
  const releaseOn = new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10)
  expect((await step('coordinator', first, { act: 'ask', releaseOn: '2019-01-01' })).codes).toEqual(['editions.release-past'])
  expect((await step('coordinator', first, { act: 'ask', releaseOn })).body).toMatchObject({ draft: { state: 'asked', waitsForYou: false }, may: ['withdraw'] })
  expect((await draftsFor('core-member')).filter(({ state }) => state === 'asked')).toMatchObject([{ id: first, waitsForYou: true }])
  const seen = await draftFor('core-member', first)
  expect(seen).toMatchObject({ may: ['approve', 'refuse'], decisions: null, audit: null, steps: [{ act: 'ask', who: { self: false, role: 'coordinator', organisation: 'Organisation 1' } }] })
  expect(await bytesFor('core-member', `/published/${first}/sv/`)).toBe(404)
  expect((await bytesFor('core-member', `/draft-files/${first}/sv/`)).toString()).toContain('Utkast')

  expect(await step('core-member', first, { act: 'approve' }, 'f'.repeat(64))).toMatchObject({ status: 409, codes: ['editions.other-digest'] })
  expect(await step('coordinator', first, { act: 'approve' })).toMatchObject({ status: 409, codes: ['editions.not-now'] })
  expect(await step('core-member', first, { act: 'approve' })).toMatchObject({ status: 200, body: { draft: { state: 'approved' }, may: [] } })
  expect(await step('coordinator', first, { act: 'withdraw' })).toMatchObject({ status: 409 })
  // A second press: already done, by whom and when, and the ledger has it once.
  for (const [who, by] of [['core-member', 'dig'], ['coordinator', 'någon i kärngruppen']] as const) {
    const second = await told<{ readonly problems: readonly { readonly text: { readonly sv: string } }[] }>(who, `/api/drafts/${first}/steps`, { act: 'approve', digest: seen.digest })
    expect([second.status, second.codes, second.body.problems[0]!.text.sv]).toEqual([409, ['editions.already-approved'], expect.stringMatching(
      new RegExp(`^Årsrapporten 2018 är redan godkänd, \\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d av ${by}.*Inget har ändrats\\.$`, 'u'))])
  }

  // In the ledger at once, with its protocol; read by those who could agree to it alone.
  const [entry] = await inNetwork(town.desk.register, town.desk.context, readLedger)
  expect(entry).toMatchObject({ id: first, kind: 'edition', audience: 'public' })
  expect(await inNetwork(town.desk.register, town.desk.context, (transaction) => findEditionProtocol(transaction, first))).toMatchObject({ certificate: { solver: 'optimal' } })
  for (const who of ['coordinator', 'core-member'] as const) expect([who, await publishedFor(who)]).toMatchObject([who, [{ id: first, released: false }]])
  for (const who of ['reporter', 'reader'] as const) {
    expect([who, await publishedFor(who), await bytesFor(who, `/published/${first}/sv/`)]).toEqual([who, [], 404])
    expect([who, (await told(who, '/api/explorer')).body]).toMatchObject([who, { editions: [] }])
  }

  await later('4 days')
  for (const who of ['coordinator', 'core-member', 'reporter', 'reader'] as const) {
    expect([who, await publishedFor(who)]).toMatchObject([who, [{ id: first, year: 2018, number: 1, released: true, replaces: null, replacedBy: null, changed: null }]])
  }
})

test('a reader gets every file byte for byte as it was agreed to, and no other', async () => {
  const { body: { files } } = await told<PublishedAnswer>('reader', `/api/published/${first}`)
  const manifest = JSON.parse((await bytesFor('reader', `/published/${first}/manifest.json`)).toString()) as { readonly draft: boolean; readonly files: readonly { readonly path: string; readonly sha256: string }[] }
  expect(manifest.draft).toBe(false)
  expect(files.map(({ href }) => href).toSorted()).toEqual(['manifest.json', ...manifest.files.map(({ path }) => path)].map((path) => `/published/${first}/${path.replace(/index\.html$/, '')}`).toSorted())
  for (const { path, sha256 } of manifest.files) {
    const bytes = await bytesFor('reader', `/published/${first}/${path}`)
    expect([path, createHash('sha256').update(bytes as Buffer).digest('hex')]).toEqual([path, sha256])
    expect([path, /Utkast|Draft –/.test((bytes as Buffer).toString())]).toEqual([path, false])
  }
  for (const path of ['protocol.json', 'sv/protocol.json', '../draft/sv/', 'sv/report.pdf/', '']) expect([path, await bytesFor('reader', `/published/${first}/${path}`)]).toEqual([path, 404])
})

test('the register has grown: the draft says so and can still be agreed to; the ledger has: it cannot, and is made again', async () => {
  forCoreGroup = await freeze({ year: 2019, audience: 'core' })
  const stale = await copyOf(forCoreGroup)
  await write(town.desk.register, town.desk.context, { action: 'settings.change', object: 'test' }, (transaction) => appendSettings(transaction, { publicThreshold: 5, emergencyNumbers: [], recoveryTestedAt: null }))
  expect((await draftFor('coordinator', forCoreGroup))).toMatchObject({ policy: 'default-core-1', draft: { outdated: 'register' } })
  for (const id of [forCoreGroup, stale]) await step('coordinator', id, { act: 'ask' })
  await step('core-member', forCoreGroup, { act: 'approve' })
  expect(await draftFor('core-member', stale)).toMatchObject({ draft: { outdated: 'ledger', waitsForYou: false }, may: ['refuse'] })
  expect(await step('core-member', stale, { act: 'approve' })).toMatchObject({ status: 409, codes: ['editions.outdated'] })
  expect(await step('core-member', stale, { act: 'refuse', reason: 'time' })).toMatchObject({ body: { draft: { state: 'refused' }, steps: [{}, { act: 'refuse', reason: 'time' }] } })
})

test('a frozen draft that nobody was asked about is thrown away: what it held is gone, that there was one is not', async () => {
  const desk = await coordinatorsDesk()
  const made = async (): Promise<string> => {
    const [id, files] = [randomUUID(), new Map([['sv/index.html', Buffer.from('Utkast')], ['sv/tables/years.csv', Buffer.from('7')]])]
    await write(desk.register, desk.context, { action: 'draft.make', object: `draft:${id}` }, (transaction) => appendDraft(transaction, {
      id, year: 2018, audience: 'network', revises: null, asOf: 1, head: 'ab'.repeat(32), ledgerLength: 99, policy: 'default-network-1', digest: 'c'.repeat(64), prose: {}, content: { tables: [] },
      protocol: { cells: [], certificate: { audited: 0 }, warnings: [], exposedBefore: [], lateWaiting: 0 }, overrides: [{ rule: 'organisations', subject: '', reason: 'Bara två.' }], files: { draft: files, final: files },
    }))
    return id
  }
  const [thrown, kept] = [await made(), await made()]
  expect(await draftFor('coordinator', thrown)).toMatchObject({ mayDiscard: true })
  const discard = async (who: Person, id: string) => (await town.app.ask(`/api/drafts/${id}`, { method: 'DELETE', headers: { cookie: town.as[who], 'content-type': 'application/json' } })).status
  expect([await discard('core-member', thrown), await discard('reader', thrown), await discard('coordinator', randomUUID())]).toEqual([404, 404, 404])
  await write(desk.register, desk.context, { action: 'edition.ask', object: `draft:${kept}` }, (transaction) => appendEditionStep(transaction, kept, { act: 'ask', digest: 'c'.repeat(64), releaseAt: null }))
  expect([(await draftFor('coordinator', kept)).mayDiscard, await discard('coordinator', kept)]).toEqual([false, 422])
  await step('coordinator', kept, { act: 'withdraw' })
  expect(await discard('coordinator', thrown)).toBe(200)
  expect([await discard('coordinator', thrown), (await step('coordinator', thrown, { act: 'ask' }, 'c'.repeat(64))).status, await bytesFor('coordinator', `/draft-files/${thrown}/sv/`)]).toEqual([404, 404, 404])
  expect((await draftsFor('coordinator')).map(({ id }) => id).filter((id) => id === thrown || id === kept)).toEqual([kept])
  const rows = await inNetwork(desk.register, desk.context, ({ run }) => run(
    `select f.bytes::text as bytes, d.content, p.protocol, o.reason, s.act from lykta.edition_draft d join lykta.draft_protocol p using (network_id, draft_id) join lykta.edition_override o using (network_id, draft_id)
       join lykta.edition_step s using (network_id, draft_id) join lykta.edition_file f using (network_id, draft_id) where d.draft_id = $1`, [thrown]))
  expect(rows).toEqual(Array.from({ length: 4 }, () => ({ bytes: '\\x', content: '', protocol: '', reason: '-', act: 'discard' })))
  expect(await inNetwork(desk.register, desk.context, (transaction) => listAudit(transaction, { limit: 1 }))).toMatchObject([{ action: 'draft.discard', object: `draft:${thrown}` }])
  expect((await inNetwork(desk.register, desk.context, verifyNetwork)).findings).toEqual([])
})

test('an edition for the core group is the core group\'s alone', async () => {
  expect((await bytesFor('core-member', `/published/${forCoreGroup}/sv/`))).toBeInstanceOf(Buffer)
  for (const who of ['reporter', 'reader'] as const) {
    expect([who, await bytesFor(who, `/published/${forCoreGroup}/sv/`), (await publishedFor(who)).some(({ id }) => id === forCoreGroup)]).toEqual([who, 404, false])
  }
})

test('a revision in words keeps the figures, says what changed and why, and the old one stays at its address', async () => {
  const before = await bytesFor('reader', `/published/${first}/sv/`)
  const desk = await coordinatorsDesk()
  const { texts } = await readNetworkProse(desk, undefined)
  await storeProse(desk, 'sv', { base: 0, text: `${texts.sv.text.trimEnd()}\n\nVi tackar alla som har hjälpt till.\n`, figures: {} })
  const id = await freeze({ revises: { entry: first, changed } })
  expect(await draftFor('coordinator', id)).toMatchObject({ draft: { revises: first, outdated: 'no' }, changed })
  // At once, and the one that it replaces is not out by the day's own clock: it comes out with that one.
  expect((await step('coordinator', id, { act: 'ask' })).body.draft.releaseAt).toBe((await publishedFor('coordinator')).find((one) => one.id === first)!.releaseAt)
  await step('core-member', id, { act: 'approve' })
  const editions = await publishedFor('reader')
  expect(editions.find((one) => one.id === id)).toMatchObject({ year: 2018, number: 2, replaces: first, replacedBy: null, changed })
  expect(editions.find((one) => one.id === first)).toMatchObject({ number: 1, replacedBy: id })
  expect(await bytesFor('reader', `/published/${first}/sv/`)).toEqual(before)
  expect((await bytesFor('reader', `/published/${id}/sv/`)).toString()).toContain('Vi tackar alla som har hjälpt till.')
  const table = async (edition: string) => (await bytesFor('reader', `/published/${edition}/sv/tables/incidents.csv`)).toString()
  expect(await table(id)).toBe(await table(first))
  await later('0')
  await expect(freeze({ audience: 'network', revises: { entry: first, changed } })).rejects.toMatchObject({ problems: [{ code: 'editions.not-there' }] })
  // The same year for the same readers a second time, without a word of what has changed.
  await expect(freeze()).rejects.toMatchObject({ problems: [{ code: 'editions.printed' }] })
})

test('a rule that was loosened takes two persons however long one waits; whoever is asked reads why', async () => {
  const ledgerLength = (await inNetwork(town.desk.register, town.desk.context, readLedger)).length
  const [loosened, plain] = [
    await copyOf(forCoreGroup, { ledgerLength, overrides: [{ rule: 'organisations', subject: '', reason: 'Bara två rapporterar.' }, { rule: 'merge', subject: 'placeType', reason: 'Hotell för sig.' }] }),
    await copyOf(forCoreGroup, { ledgerLength }),
  ]
  for (const id of [loosened, plain]) await step('coordinator', id, { act: 'ask' })
  expect(await draftFor('core-member', loosened)).toMatchObject({
    mayBeAlone: false, overrides: [{ rule: 'merge', table: 'placeType', reason: 'Hotell för sig.' }, { rule: 'organisations', reason: 'Bara två rapporterar.' }],
  })
  expect((await draftFor('coordinator', plain)).may).toEqual(['withdraw'])
  await later('25 hours')
  expect((await draftFor('coordinator', loosened)).may).toEqual(['withdraw'])
  expect(await step('coordinator', loosened, { act: 'approve' })).toMatchObject({ status: 409, codes: ['editions.not-now'] })
  expect((await draftFor('coordinator', plain)).may).toEqual(['approve', 'withdraw'])
  expect(await step('coordinator', plain, { act: 'approve' })).toMatchObject({ status: 200, body: { draft: { state: 'approved' } } })
  await later('0')
})

test('nothing of another shape is taken, and nothing of it is repeated', async () => {
  const marker = 'Zz-marker'
  for (const sent of [{}, { year: 2018, audience: marker, overrides: [] }, { year: 2018, audience: 'public', overrides: [{ rule: 'threshold', reason: marker }] },
    { year: 2018, audience: 'public', overrides: [], revises: first }, { year: 2018, audience: 'public', overrides: [{ rule: 'merge', table: 'sexAge', reason: marker }] }]) {
    const { status, body } = await told('coordinator', '/api/drafts', sent)
    expect([status, JSON.stringify(body).includes(marker)]).toEqual([400, false])
  }
  expect(await told('coordinator', '/api/drafts', { year: 1999, audience: 'public', overrides: [] })).toMatchObject({ status: 422, codes: ['editions.not-there'] })
  expect(town.app.log.join()).not.toContain(marker)
})

test('the command line approves nothing where there are members to be asked', async () => {
  await expect(approveEdition(town.desk, '/nowhere')).rejects.toMatchObject({ problems: [{ code: 'editions.ask-members' }] })
})
