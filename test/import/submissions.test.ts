// Submissions of ODK and Kobo into the register: once, however often they are exported, and never over what was corrected here.
import { randomUUID } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ImportFile, StoredIncident } from '@lykta/incident'
import { appendRevisions, findRevision, getNetwork, inNetwork, readHistory, readImported, write } from '@lykta/register'
import { type Desk, deskOf, foundOwnNetwork, importFiles, makeFormFile, readImportFiles, readReason, renderProblem } from '@lykta/server'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { cloneDatabase, type TestDatabase } from '../../packages/register/test/database.ts'

let database: TestDatabase
let desk: Desk
let passphrase: string

const file = (name: string, rows: readonly (readonly string[])[]): ImportFile => ({ name, bytes: new TextEncoder().encode(rows.map((row) => row.join(',')).join('\n')) })

beforeAll(async () => {
  database = await cloneDatabase()
  const founded = await foundOwnNetwork(database.register, { name: randomUUID(), municipality: 'Provstad', collectionStart: '2017-11-01', timeZone: 'Europe/Stockholm' })
  passphrase = founded.passphrase
  desk = await deskOf(database.register, founded.network)
  const tables = [
    file('organisationer.csv', [['kod', 'namn', 'sektor', 'med_från'], ['soc', 'Socialtjänsten', 'socialtjänst', '2016-06-01']]),
    file('incidenter.csv', [['nr', 'datum', 'rapporterad', 'rapportör', 'platstyp', 'form', 'polis'], ['a1', '2019-04-03', '2019-04-04', 'soc', 'hotell', 'tiggeri', 'ja']]),
    file('personer.csv', [['incident_nr', 'kön', 'ålder'], ['a1', 'kvinna', 'vuxen']]),
  ]
  expect((await importFiles(desk, tables, {})).state).toBe('imported')
})
afterAll(() => database.close())

type Told = { readonly id: string; readonly place?: string; readonly age?: string; readonly reason?: string }

function exported(list: readonly Told[]): readonly ImportFile[] {
  return [
    file('lykta-1.csv', [
      ['today', 'lykta_form', 'step_source-reportedBy', 'step_when-occurred_precision', 'step_when-occurred_month', 'step_when-occurred_about', 'step_where-placeType', 'step_persons-groups_of_persons', 'step_persons-concernReport', 'step_reason-reason', 'KEY'],
      ...list.map(({ id, place = 'home', age = 'adult', reason = '' }) => ['2020-02-03', 'lykta-1', 'soc', 'month', '2020-01-01', 'yes', place, '1', age === 'minor' ? 'yes' : '', reason, `uuid:${id}`]),
    ]),
    file('lykta-1-persons.csv', [['sex', 'ageGroup', 'PARENT_KEY', 'KEY'], ...list.map(({ id, age = 'adult' }) => ['woman', age, `uuid:${id}`, `uuid:${id}/persons[1]`])]),
  ]
}

const read = async (list: readonly Told[], overwriteCorrections = false) => importFiles(desk, exported(list), { submissions: true, overwriteCorrections })
const stored = async (id: string): Promise<StoredIncident> => inNetwork(desk.register, desk.context, async (transaction) => {
  const { position } = await getNetwork(transaction)
  return (await readImported(transaction, position, [`uuid:${id}`])).get(`uuid:${id}`)!
})
const correct = async (id: string, placeType: 'street'): Promise<void> => {
  const incident = await stored(id)
  await write(desk.register, { ...desk.context, member: 'operator' }, { action: 'incident.correct', object: `incident:${incident.id}` }, (transaction) => appendRevisions(transaction, [{
    incident: incident.id, number: incident.revision + 1, first: null, formVersion: 'lykta-1', answers: { ...incident.answers, placeType }, withdrawn: false, sealed: null, createdAt: new Date().toISOString(),
  }]))
}

test('read once, the same again changes nothing, a later answer is a new revision', async () => {
  const [first, second] = [randomUUID(), randomUUID()]
  expect(await read([{ id: first }])).toMatchObject({ state: 'imported', problems: [], added: 1, changed: 0, unchanged: 0, absent: 0, others: 0 })
  expect(await read([{ id: first }])).toMatchObject({ added: 0, changed: 0, unchanged: 1 })
  expect(await read([{ id: first, age: 'minor' }, { id: second }])).toMatchObject({ added: 1, changed: 1, unchanged: 0 })
  const incident = await stored(first)
  expect([incident.revision, incident.answers.concernReport, incident.answers.persons[0]!.ageGroup]).toEqual([2, { made: 'yes', on: null }, 'minor'])
  expect(incident.answers.occurred).toEqual({ from: '2020-01-01', to: '2020-01-31', about: true })
  // What the form no longer asks is gone with the answer it hung on: a form says all there is, where a spreadsheet does not.
  expect(await read([{ id: first }])).toMatchObject({ changed: 1 })
  expect((await stored(first)).answers.concernReport).toBeUndefined()
  const revision = await inNetwork(desk.register, desk.context, (transaction) => findRevision(transaction, incident.id))
  expect([revision?.formVersion, revision?.author]).toEqual(['lykta-1', 'import'])
})

test('what was corrected here stands, at every later export; a change there is told and not taken unasked', async () => {
  const id = randomUUID()
  await read([{ id }])
  await correct(id, 'street')
  expect(await read([{ id }])).toMatchObject({ state: 'imported', changed: 0, unchanged: 1 })
  expect((await stored(id)).answers.placeType).toBe('street')
  const refused = await read([{ id, place: 'hotel' }])
  expect([refused.state, refused.problems.map(({ code, where }) => [code, where.file, where.row])]).toEqual(['refused', [['import.corrected-in-form', 'lykta-1.csv', 2]]])
  expect(await read([{ id, place: 'hotel' }], true)).toMatchObject({ state: 'imported', changed: 1 })
  expect((await stored(id)).answers.placeType).toBe('hotel')
})

test('one wrong row, and nothing of the file is read', async () => {
  const [good, bad] = [randomUUID(), randomUUID()]
  const outcome = await read([{ id: good }, { id: bad, place: 'villa' }])
  expect([outcome.state, outcome.problems.map((problem) => renderProblem(problem, 'sv'))]).toEqual(['refused', [
    'lykta-1.csv, rad 3, kolumn step_where-placeType: ”villa” är inget av svaren. Tillåtna: hotel, home, street, internet, workplace, massage-parlour, other, unknown.',
  ]])
  expect(await stored(good)).toBeUndefined()
})

test('the reason of a decrypted export is sealed here, with the form’s version in what it is bound to', async () => {
  const id = randomUUID()
  await read([{ id, reason: 'Många korta besök om natten.' }])
  const { ref, id: incident } = await stored(id)
  expect(await readReason(desk, ref, async () => passphrase)).toMatchObject({ text: 'Många korta besök om natten.', findings: [] })
  expect((await inNetwork(desk.register, desk.context, (transaction) => readHistory(transaction, incident))).map(({ author }) => author)).toEqual(['import'])
})

test('a folder is read for what the tools export; a form is written for the network as it is', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'lykta-submissions-'))
  try {
    for (const name of ['a.csv', 'b.json', 'c.zip', 'd.ods', '.hidden.csv']) await writeFile(join(folder, name), 'x')
    expect((await readImportFiles([folder], { submissions: true })).map(({ name }) => name)).toEqual(['a.csv', 'b.json', 'c.zip'])
    expect((await readImportFiles([folder])).map(({ name }) => name)).toEqual(['a.csv', 'd.ods'])
  } finally {
    await rm(folder, { recursive: true })
  }
  const made = await makeFormFile(desk, { language: 'sv' })
  expect(made).toMatchObject({ formVersion: 'lykta-1', organisations: 1, ownIndicators: 0 })
  expect(made.version).toMatch(/^20\d{8}$/)
  expect([...made.bytes.subarray(0, 2)]).toEqual([0x50, 0x4b])
  await expect(makeFormFile(desk, { language: 'sv', withReason: true })).rejects.toThrow('work.reason-in-clear')
  for (const key of ['', 'nothing', '-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----']) {
    await expect(makeFormFile(desk, { language: 'sv', publicKey: key })).rejects.toThrow('work.public-key')
  }
})
