// A spreadsheet from the browser: coded rows and sealed files alone, checked anew, stored in one transaction or not at all.
import { randomUUID } from 'node:crypto'
import { withCells } from '@lykta/incident'
import { findIncident, findSealedText, getNetwork, inNetwork, listAudit, listNetworks, readImported, verifyNetwork } from '@lykta/register'
import { openText } from '@lykta/seal'
import { deskOf, importFiles } from '@lykta/server'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { BroughtAnswer, HeldTextsAnswer, ImportRequest, PlannedImportAnswer } from '../../apps/server/src/api/import-types.ts'
import type { Failure, FormAnswer, IncidentAnswer, IncidentFormAnswer, IncidentSearchAnswer } from '../../apps/server/src/api/types.ts'
import { makeHeldImports } from '../../apps/server/src/work/import/held-imports.ts'
import { unlockEpoch } from '../../apps/server/src/work/read-reason.ts'
import { bareSample, makeTestApp, type TestApp } from './app.ts'
import { bundleOf, requestOf, sealAll, spreadsheet, type Told } from './bring.ts'
import { foundTestNetwork, join, list, read } from './member-network.ts'
import { correction, newIncident } from './sender.ts'

const passphrase = 'imaginary public sample everybody visible lantern'

let app: TestApp
let form: FormAnswer
beforeAll(async () => {
  app = await makeTestApp()
  form = await app.json<FormAnswer>('/api/form')
})
afterAll(() => app.close())

type Heard<T> = { readonly status: number; readonly body: T; readonly codes: readonly string[] }
async function send<T>(method: string, path: string, body: unknown = {}): Promise<Heard<T>> {
  const answer = await app.ask(path, { method, body: JSON.stringify(body), headers: { 'content-type': 'application/json' } })
  const parsed = (await answer.json()) as T & Partial<Failure>
  return { status: answer.status, body: parsed, codes: (parsed.problems ?? []).map(({ code }) => code) }
}
const begin = async (rows: readonly Told[] | ImportRequest, overwrite = false) =>
  send<PlannedImportAnswer>('POST', '/api/imports', 'tables' in rows ? rows : requestOf(await bundleOf(spreadsheet(rows)), overwrite))
const bring = async (rows: readonly Told[], overwrite = false) => {
  const begun = await begin(rows, overwrite)
  if (begun.status !== 201) return begun
  await give(begun.body, rows)
  return send<BroughtAnswer>('POST', `/api/imports/${begun.body.id}`)
}
async function give(begun: PlannedImportAnswer, rows: readonly Told[]): Promise<void> {
  const texts = await sealAll(form, await bundleOf(spreadsheet(rows)), begun)
  // Two at a time, and one of them twice: an answer may have been lost.
  for (let next = 0; next < texts.length; next += 2) {
    for (const _ of [1, 2]) {
      const held = await send<HeldTextsAnswer>('PUT', `/api/imports/${begun.id}/texts`, { texts: texts.slice(next, next + 2) })
      expect(held).toMatchObject({ status: 200, body: { held: Math.min(next + 2, texts.length), of: texts.length } })
    }
  }
}

const standing = (ref: string) => inNetwork(app.desk.register, app.desk.context, async (transaction) => (await readImported(transaction, (await getNetwork(transaction)).position, [ref])).get(ref))
const position = () => inNetwork(app.desk.register, app.desk.context, async (transaction) => (await getNetwork(transaction)).position)
const actsSince = (since: number) => inNetwork(app.desk.register, app.desk.context, async (transaction) => (await listAudit(transaction, { limit: 10 })).filter((line) => line.position > since))

test('is stored as the command line stores it: one line of the audit, texts that open where they belong, and the same again changes nothing', async () => {
  const rows = [{ nr: 'b1' }, { nr: 'b2', reason: '' }, { nr: 'b3' }]
  const before = await position()
  const begun = await begin(rows)
  expect(begun).toMatchObject({ status: 201, body: { added: 3, changed: 0, unchanged: 0, others: 1, reasonsCompared: true, problems: [] } })
  expect(begun.body.texts.map(({ ref, revision, previous }) => [ref, revision, previous])).toEqual([['b1', 1, null], ['b3', 1, null]])
  await give(begun.body, rows)
  // Held, and nothing of it stored.
  expect([await position(), await standing('b1')]).toEqual([before, undefined])
  const answers = await Promise.all([1, 2].map(() => send<BroughtAnswer>('POST', `/api/imports/${begun.body.id}`)))
  expect(answers.map(({ status, body }) => [status, body.added])).toEqual([[200, 3], [200, 3]])
  const acts = await actsSince(before)
  expect(acts.filter(({ action }) => action !== 'diary.number')).toMatchObject([{ actor: 'import', action: 'import', object: `position:${before}/member:operator` }])
  const after = await position()

  const identity = await unlockEpoch(app.desk, 1, passphrase)
  const sealed = await inNetwork(app.desk.register, app.desk.context, async (transaction) => findSealedText(transaction, (await standing('b1'))!.id))
  const { text, signed, findings, envelope } = await openText({ body: sealed!.body, key: sealed!.key!.key, identity, expected: sealed!.context })
  expect([text, signed, findings, envelope.author]).toEqual(['Hemligt om b1', false, [], 'import'])

  const again = await bring(rows)
  expect(again).toMatchObject({ status: 200, body: { added: 0, changed: 0, unchanged: 3, others: 0, reasonsCompared: false } })
  // The command line finds the same register, reasons and all.
  expect(await importFiles(app.desk, spreadsheet(rows), { passphrase })).toMatchObject({ state: 'imported', added: 0, changed: 0, unchanged: 3, others: 0 })
  expect(await position()).toBe(after)
  expect(await inNetwork(app.desk.register, app.desk.context, async (transaction) => (await verifyNetwork(transaction)).findings)).toEqual([])
})

test('a changed row is a new revision with its reason; one over a change in the form is refused at its row, or overwrites it when that is asked for', async () => {
  await bring([{ nr: 'c1' }, { nr: 'c2' }])
  expect(await bring([{ nr: 'c1', buyers: '2' }, { nr: 'c2' }])).toMatchObject({ status: 200, body: { added: 0, changed: 1, unchanged: 1 } })
  expect((await standing('c1'))?.revision).toBe(2)

  const { ref } = (await inNetwork(app.desk.register, app.desk.context, async (transaction) => findIncident(transaction, { id: (await standing('c2'))!.id })))!
  const standingForm = await app.json<IncidentFormAnswer>(`/api/incidents/${ref}/form`)
  const { answers } = standingForm
  expect((await app.post(`/api/incidents/${ref}/revisions`, await correction(form, standingForm, { ...answers, buyers: { count: 7, atLeast: false } }))).status).toBe(201)
  const refused = await begin([{ nr: 'c1', buyers: '2' }, { nr: 'c2' }])
  expect(refused).toMatchObject({ status: 422, codes: ['import.corrected-in-form'], body: { problems: [{ where: { file: 'incidents', row: 3, column: 'ref' } }] } })
  const bundle = await bundleOf(spreadsheet([{ nr: 'c1', buyers: '2' }, { nr: 'c2' }]))
  const told = withCells((refused.body as unknown as Failure).problems, requestOf(bundle).tables, new Map([['c2', { file: 'register.xlsx', row: 17, column: 'Ärende' }]]))
  expect(told).toMatchObject([{ where: { file: 'register.xlsx', row: 17, column: 'Ärende' }, values: { found: 'c2' } }])
  const over = await begin([{ nr: 'c1', buyers: '2' }, { nr: 'c2' }], true)
  expect(over).toMatchObject({ status: 201, body: { changed: 1, problems: [{ code: 'import.correction-overwritten', severity: 'warning' }] } })
  await give(over.body, [{ nr: 'c2' }])
  expect((await send('POST', `/api/imports/${over.body.id}`)).status).toBe(200)
  expect((await standing('c2'))?.answers.buyers).toEqual({ count: 1, atLeast: false })
})

describe('nothing is stored, and it says why', () => {
  const rows = [{ nr: 'd1' }, { nr: 'd2' }]
  let before: number
  beforeAll(async () => {
    before = await position()
  })
  const tables = async () => requestOf(await bundleOf(spreadsheet(rows)))
  const changed = async (from: string, to: string): Promise<ImportRequest> => JSON.parse(JSON.stringify(await tables()).replace(from, to)) as ImportRequest

  test.each<readonly [name: string, sent: () => Promise<unknown>, status: number, code: string]>([
    ['a column of reasons', async () => changed('"area"', '"Anledning "'), 422, 'bringing.reasons-in-clear'],
    ['a word that is none', async () => changed('"hotel"', '"Hemligt ställe"'), 422, 'import.code-unknown'],
    ['a sign that there is not', async () => changed('sexual.many-phones', 'sexual.many-fones'), 422, 'import.indicator-unknown'],
    ['an organisation that there is not', async () => changed('"2019-04-04","provsoc"', '"2019-04-04","nosuch"'), 422, 'import.organisation-unknown'],
    ['a reporter who was no member then', async () => changed('2016-06-01', '2020-06-01'), 422, 'import.reporter-not-member'],
    ['a reference twice', async () => changed('"d2"', '"d1"'), 422, 'import.ref-twice'],
    ['what would run as a formula', async () => changed('"d2"', '"=d2"'), 422, 'import.text-like-formula'],
    ['persons of nobody', async () => ({ ...(await tables()), tables: { persons: [['incident_ref', 'sex', 'age_group']] } }), 422, 'import.table-missing'],
    ['nothing', async () => ({ ...(await tables()), tables: {} }), 422, 'import.table-missing'],
    ['another table', async () => ({ ...(await tables()), tables: { texts: [['x']] } }), 400, 'server.body'],
    ['more than is taken', async () => ({ ...(await tables()), reasons: Array.from({ length: 9_000 }, () => 'x'.repeat(1_000)) }), 413, 'server.body-too-large'],
  ])('%s', async (_, sent, status, code) => {
    const heard = await send('POST', '/api/imports', await sent())
    expect([heard.status, heard.codes[0]]).toEqual([status, code])
    for (const word of ['Hemligt', 'nosuch', 'fones', 'Anledning "']) expect(JSON.stringify(heard.body), word).not.toContain(word)
  })

  test('clear text, another key, too few texts, an import that is not there or was let go of', async () => {
    const { id, ...begun } = (await begin(rows)).body
    const texts = await sealAll(form, await bundleOf(spreadsheet(rows)), { id, ...begun })
    const put = (one: object) => send('PUT', `/api/imports/${id}/texts`, { texts: [{ ...texts[0], ...one }] })
    expect((await put({ body: Buffer.from('Hemligt om d1').toString('base64url') })).codes).toEqual(['incident.not-sealed'])
    expect((await put({ index: 2 })).codes).toEqual(['incident.not-sealed'])
    expect(await put({ epoch: 2 })).toMatchObject({ status: 409, codes: ['bringing.epoch-replaced'] })
    expect((await put({})).status).toBe(200)
    expect((await send('POST', `/api/imports/${id}`)).codes).toEqual(['bringing.texts-missing'])
    expect((await send('POST', `/api/imports/${randomUUID()}`)).codes).toEqual(['server.not-found'])
    // Another one begun takes its place.
    const next = (await begin(rows)).body
    expect((await put({})).status).toBe(404)
    expect((await send('DELETE', `/api/imports/${next.id}`)).status).toBe(200)
    expect((await send('POST', `/api/imports/${next.id}`)).status).toBe(404)
    expect(await position()).toBe(before)
  })

  test('somebody else has changed what the rows are about; what has nothing to do with them hinders nothing', async () => {
    const [mine, theirs] = [(await begin(rows)).body, (await begin([{ nr: 'e1' }])).body]
    expect((await send('DELETE', `/api/imports/${theirs.id}`)).status).toBe(200)
    expect((await send('POST', `/api/imports/${mine.id}`)).status).toBe(404)

    const again = (await begin(rows)).body
    await give(again, rows)
    expect((await app.post('/api/incidents', await newIncident(form, { reportedBy: form.organisations[0]!.id, channel: 'telephone' }))).status).toBe(201)
    await importFiles(app.desk, spreadsheet([{ nr: 'd2' }]), {})
    expect(await send('POST', `/api/imports/${again.id}`)).toMatchObject({ status: 409, codes: ['bringing.changed-meanwhile'] })
    expect(await standing('d1')).toBeUndefined()

    const last = (await begin(rows)).body
    expect(last).toMatchObject({ added: 1, unchanged: 1 })
    await give(last, rows)
    expect((await app.post('/api/incidents', await newIncident(form, { reportedBy: form.organisations[0]!.id, channel: 'telephone' }))).status).toBe(201)
    expect(await send('POST', `/api/imports/${last.id}`)).toMatchObject({ status: 200, body: { added: 1 } })
    expect((await standing('d1'))?.revision).toBe(1)
  })
})

test('what is held is bounded, and gone after half an hour', () => {
  let now = 0
  const held = makeHeldImports(() => now, 25)
  const begun = { sent: { tables: {}, reasons: new Set<string>(), overwriteCorrections: false }, planned: {} as never, createdAt: '', waiting: [] }
  const text = { sealedId: randomUUID(), epoch: 1, body: new Uint8Array(8), key: new Uint8Array(2) }
  const [one, other] = [held.hold('n', 'a', begun), held.hold('n', 'b', begun)]
  expect([held.find('n', 'b', one.id), held.find('m', 'a', one.id)]).toEqual([undefined, undefined])
  expect([held.add(one, [[0, text]]), held.add(one, [[0, text]]), held.add(other, [[0, text]]), held.add(other, [[1, text]])]).toEqual([true, true, true, false])
  expect(other.texts.size).toBe(1)
  now = 31 * 60_000
  expect([held.find('n', 'a', one.id), held.find('n', 'b', other.id)]).toEqual([undefined, undefined])
})

test('with members: the coordinator’s alone and each her own, after the sheets were tried, and numbered where an authority runs the network', async () => {
  const town = await makeTestApp({}, bareSample)
  try {
    const network = await foundTestNetwork(town, false)
    const { anna } = network
    const [berit, david] = [await join(network, 'coordinator', network.town, 'Berit'), await join(network, 'reporter', network.hotel, 'David')]
    await list(network, berit, 'coordinator', network.town)
    await list(network, david, 'reporter', network.hotel)
    const bundle = await bundleOf(spreadsheet([{ nr: 'm1', reporter: 'stad2' }], [['stad2', 'Stadsdelen', 'kommun', '2016-06-01', '']]))
    expect((await anna.send('POST', '/api/imports', requestOf(bundle))).codes).toEqual(['incident.recovery-untested'])
    await anna.send('POST', '/api/settings/recovery-test', {})
    expect((await anna.send('PUT', '/api/authority', { on: true, name: 'Nämnden', address: 'Box 1', court: 'Kammarrätten', pattern: 'P YYYY-####' })).status).toBe(200)

    const begun = await anna.send<PlannedImportAnswer>('POST', '/api/imports', requestOf(bundle))
    expect([begun.status, (await david.send('POST', '/api/imports', requestOf(bundle))).status]).toEqual([201, 404])
    const texts = await sealAll(await anna.get<FormAnswer>('/api/form'), bundle, begun.body)
    for (const [method, path, body] of [['PUT', '/texts', { texts }], ['POST', '', {}], ['DELETE', '', {}]] as const) {
      expect((await berit.send(method, `/api/imports/${begun.body.id}${path}`, body)).status, method).toBe(404)
    }
    expect((await anna.send('PUT', `/api/imports/${begun.body.id}/texts`, { texts })).status).toBe(200)
    expect((await anna.send('POST', `/api/imports/${begun.body.id}`, {})).body).toMatchObject({ added: 1, others: 1 })

    const { incidents } = (await anna.send<IncidentSearchAnswer>('POST', '/api/incidents/search', {})).body
    const ref = incidents[0]!.ref
    expect((await anna.get<IncidentAnswer>(`/api/incidents/${ref}`)).diary).toMatch(/^P \d{4}-0001$/)
    const opened = await read(network, anna, ref)
    expect([opened.text, opened.envelope.author, opened.signed]).toEqual(['Hemligt om m1', 'import', false])
    const own = await deskOf(town.desk.register, (await listNetworks(town.desk.register)).find(({ sample }) => !sample)!)
    const acts = await inNetwork(own.register, own.context, (transaction) => listAudit(transaction, { limit: 20 }))
    expect(acts.find(({ action }) => action === 'import')?.object).toMatch(new RegExp(`/member:${anna.id}$`))
  } finally {
    await town.close()
  }
})
