// Weeding beyond texts: answers made coarser where they stand, lines of the audit emptied, and holds that two persons decide on; nothing is left in files, and the chain holds.
import { randomUUID } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'
import { canonicalText, type Id, type Incident, retentionClasses } from '@lykta/incident'
import {
  answerHold, appendHoldRequest, appendRevisions, appendSame, appendWeedings, clearErased, clearLog, coarsenAnswers, type Context, countOldLines, eraseTexts, findWeededBackups, inNetwork, listAudit, readDueRecords, readHoldRequests, readLegalHolds, readWeedings,
  restoreBackup, throwAwayWeeded, verifyNetwork, weedAudit, write, writeBackup, type WriteTransaction,
} from '@lykta/register'
import { countBySql, reportTables, yearPeriods } from '@lykta/statistics'
import type pg from 'pg'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { enterNetwork } from '../src/transaction.ts'
import { cloneDatabase, type TestDatabase } from './database.ts'
import { answersOf, makeNetwork, newIncident, person, type TestNetwork } from './support/network.ts'

let database: TestDatabase
let network: TestNetwork
let coordinator: Context
const home = mkdtempSync(path.join(tmpdir(), 'lykta-weeding-'))
beforeAll(async () => {
  database = await cloneDatabase()
  network = await makeNetwork(database.register, 'Gallring')
  coordinator = { network: network.network.id, member: randomUUID(), role: 'coordinator', organisation: network.organisations[0].id }
})
afterAll(async () => {
  await database.close()
  rmSync(home, { recursive: true, force: true })
})

/** The database's time is so much later than it is. */
const later = (interval: string): Promise<unknown> => database.admin.query(`create or replace function lykta.register_time() returns timestamptz
  language sql stable set search_path = pg_catalog, pg_temp as $$ select now() + interval '${interval}' $$`)
beforeEach(async () => void (await later('0')))

const act = async <T>(work: (transaction: WriteTransaction) => Promise<T>, context = coordinator): Promise<T> =>
  (await write(database.register, context, { action: 'test.weed', object: 'test' }, work)).value
const read = <T>(work: Parameters<typeof inNetwork<T>>[2], db = database): Promise<T> => inNetwork(db.register, coordinator, work)
const faults = async (db = database): Promise<readonly string[]> => (await read(verifyNetwork, db)).findings.map(({ code }) => code)
const position = async (): Promise<number> => (await read((transaction) => listAudit(transaction, { limit: 1 })))[0]!.position

async function incident(changes: Partial<Incident>, sealed: boolean = false): Promise<Id> {
  const text = { body: Buffer.from('BODY'), key: Buffer.from('KEY'), sealedId: randomUUID(), epoch: 1, position: null }
  const revision = newIncident(answersOf(network.organisations[0].id, changes), sealed ? { sealed: text } : {})
  await act((transaction) => appendRevisions(transaction, [revision]))
  return revision.incident
}
const coarsen = (of: Id, context = coordinator): Promise<number> => act((transaction) => coarsenAnswers(transaction, of, ['person', 'coded']), context)

/** Null: that the hold that stands be lifted. */
async function askHold(subject: Id, until: string | null, context = coordinator): Promise<Id> {
  const held = { id: randomUUID(), subject, kind: 'incident', reason: 'investigation' } as const
  await act((transaction) => appendHoldRequest(transaction, until === null ? { ...held, act: 'lift' } : { ...held, act: 'place', until }), context)
  return held.id
}
/** By the network's day. */
const yesterday = (): string => new Date(Date.now() - 86_400_000).toLocaleDateString('sv-SE', { timeZone: network.network.timeZone })

const collection = { from: '2017-11-01', to: '2026-11-26' }
const counted = (at: number): Promise<unknown> => read(async ({ run, network: id }) =>
  (await countBySql(run, { network: id, position: at, organisations: network.organisations }, reportTables, yearPeriods(2018, 2020, collection), { collection, basis: 'occurred' })).map((table) => ({ ...table, asOf: null })))

/** In the database's own files, what PostgreSQL knows of its columns among them, and in its write-ahead log. */
async function filesWith(text: string): Promise<{ readonly base: number; readonly log: number }> {
  await database.admin.query('checkpoint')
  const { rows } = await database.admin.query<{ readonly place: 'base' | 'log'; readonly found: number }>(
    `select place, sum((position(convert_to($1, 'UTF8') in bytes) > 0)::int)::int as found from (
       select 'base' as place, pg_read_binary_file(d.folder || '/' || f.name, 0, 67108864, true) as bytes
         from (select 'base/' || oid as folder from pg_database where datname = current_database()) d, pg_ls_dir(d.folder) f(name)
       union all select 'log', pg_read_binary_file('pg_wal/' || name, 0, 67108864, true) from pg_ls_waldir()) files where bytes is not null group by place`, [text])
  return { base: 0, log: 0, ...Object.fromEntries(rows.map(({ place, found }) => [place, found])) }
}
const backup = async (name: string): Promise<string> => {
  const file = path.join(home, name)
  await writeBackup(database.register, { file, programVersion: 'test' })
  return file
}

test('coarser answers stand in every revision, the counts of every year are the same as of then and now, and the fine ones are in no file, log or new backup', async () => {
  const marker = `Kvarteret ${randomUUID()}`
  const fine = { area: marker, persons: [{ ...person, supportOrganisation: network.organisations[0].id, contactDate: '2019-04-20' }, { ...person, ageGroup: 'minor' as const, nationalities: ['TH'] }] }
  const of = await incident(fine)
  const between = await position()
  await act(async (transaction) => {
    const changed = newIncident(answersOf(network.organisations[0].id, { ...fine, exploitation: 'labour' }))
    await appendRevisions(transaction, [{ ...changed, incident: of, number: 2, first: null }])
  })
  const standing = await incident({ area: 'Söder' })
  await database.admin.query('analyze lykta.revision, lykta.incident_fact')
  const before = [await counted(between), await counted(await position())]
  const due = () => read(async (transaction) => (await readDueRecords(transaction, { today: '2040-01-01', by: '2040-01-01', timeZone: 'Europe/Stockholm', clocks: retentionClasses, holds: [], only: [of, standing] })).first.map(({ id, class: own }) => `${id === of} ${own}`))
  expect((await due()).toSorted()).toEqual(['false coded', 'true coded', 'true person'])
  const found = await filesWith(marker)
  expect([found.base > 0, found.log > 0]).toEqual([true, true])
  expect(gunzipSync(readFileSync(await backup('fine'))).includes(marker)).toBe(true)

  expect(await coarsen(of)).toBe(2)
  expect((await filesWith(marker)).base).toBeGreaterThan(0)
  expect(await clearErased(database.register, ['coded'])).toBe(true)
  expect(await clearLog(database.register)).toBe(true)
  expect(await filesWith(marker)).toEqual({ base: 0, log: 0 })
  const since = await backup('coarse')
  expect(gunzipSync(readFileSync(since)).includes(marker)).toBe(false)

  expect([await counted(between), await counted(await position())]).toEqual(before)
  expect(await faults()).toEqual([])
  expect(await due()).toEqual(['false coded'])
  const { rows } = await database.admin.query<{ readonly answers: string; readonly at: Date }>('select answers, created_at as at from lykta.revision where incident_id = $1 order by number', [of])
  expect(rows.map(({ answers }) => JSON.parse(answers) as Incident)).toMatchObject([1, 2].map(() => ({ occurred: { from: '2019-04-01', to: '2019-04-30' }, reportedOn: '2019-04-30', area: null })))
  // As it comes back from a backup, it is as sound.
  const empty = await cloneDatabase()
  try {
    expect((await restoreBackup(empty.register, { file: since })).problems).toEqual([])
    expect(await faults(empty)).toEqual([])
  } finally {
    await empty.close()
  }
})

test('copies that hold what was weeded since are told by what they hold, until day 35, and thrown away from day 36, but for the newest', async () => {
  const of = await incident({ area: 'Väster' }, true)
  const standing = await incident({}, true)
  const folder = mkdtempSync(path.join(home, 'copies-'))
  const write = (name: string): Promise<unknown> => writeBackup(database.register, { file: path.join(folder, name), programVersion: 'test' })
  await database.register.signIn.query(`insert into "user" (id, name, email, "emailVerified") values ('gone', 'Bo Ek', 'bo@example.org', true), ('here', 'Eva Ek', 'eva@example.org', true)`)
  await write('before')
  writeFileSync(path.join(folder, 'note.txt'), 'no backup')
  const day = (days: number): Date => new Date(Date.now() + days * 86_400_000)
  const held = async (now: Date): Promise<readonly unknown[]> =>
    (await findWeededBackups(database.register, [folder, folder], now)).map(({ file, kind, holds, overdue, newest }) => [path.basename(file), kind, holds, overdue, newest])
  expect(await held(day(0))).toEqual([])
  await act((transaction) => eraseTexts(transaction, 'narrative', of, 'due'))
  await coarsen(of)
  await database.register.signIn.query(`delete from "user" where id = 'gone'`)
  expect(await clearErased(database.register, ['narrative', 'coded', 'member'])).toBe(true)
  const told = (overdue: boolean, newest = true): readonly unknown[] => [
    ['before', 'backup', { keys: 0, answers: 1, lines: 0, logins: 0 }, overdue, newest], ['before.keys', 'keys', { keys: 1, answers: 0, lines: 0, logins: 1 }, overdue, newest]]
  expect([await held(day(0)), await held(day(34.9)), await held(day(35.1))]).toEqual([told(false), told(false), told(true)])
  const thrown = async (now: Date): Promise<readonly string[]> => throwAwayWeeded(await findWeededBackups(database.register, [folder], now)).map((file) => path.basename(file))
  expect(await thrown(day(34.9))).toEqual([])
  expect(await thrown(day(36))).toEqual([])
  await write('since')
  expect(await held(day(36))).toEqual(told(true, false))
  expect(await thrown(day(36))).toEqual(['before', 'before.keys'])
  expect(readdirSync(folder).sort()).toEqual(['note.txt', 'since', 'since.keys'])
  const { rows } = await database.admin.query('select from lykta.sealed_key k join lykta.sealed_body b using (network_id, sealed_id) where b.incident_id = $1', [standing])
  expect(rows).toHaveLength(1)
})

test('of keys kept apart the newest stay, and a lone copy from before an upgrade goes when there is a newer one in another folder', async () => {
  const of = await incident({ area: 'Norr' }, true)
  const [copies, keys, data] = ['copies-', 'keys-', 'data-'].map((name) => mkdtempSync(path.join(home, name))) as [string, string, string]
  await writeBackup(database.register, { file: path.join(data, 'before-migration'), programVersion: 'test' })
  for (const name of ['a', 'b']) {
    await writeBackup(database.register, { file: path.join(copies, name), programVersion: 'test' })
    renameSync(path.join(copies, `${name}.keys`), path.join(keys, `${name}.keys`))
  }
  await act((transaction) => eraseTexts(transaction, 'narrative', of, 'due'))
  await coarsen(of)
  const past = new Date(Date.now() + 36 * 86_400_000)
  const thrown = async (...folders: readonly string[]): Promise<readonly string[]> => throwAwayWeeded(await findWeededBackups(database.register, folders, past)).map((file) => path.basename(file))
  const left = (): readonly (readonly string[])[] => [copies, keys, data].map((folder) => readdirSync(folder).sort())
  expect(await thrown(keys)).toEqual(['a.keys'])
  expect(left()).toEqual([['a', 'b'], ['b.keys'], ['before-migration', 'before-migration.keys']])
  // Its keys stay as long as no newer ones are seen.
  expect(await thrown(copies, data)).toEqual(['a', 'before-migration'])
  expect(left()).toEqual([['b'], ['b.keys'], ['before-migration.keys']])
  expect(await thrown(keys, data)).toEqual(['before-migration.keys'])
  expect(await thrown(copies, keys, data)).toEqual([])
  expect(left()).toEqual([['b'], ['b.keys'], []])
})

test('what is added to coarse answers later is fine again, and made coarser in its turn', async () => {
  const of = await incident({})
  await coarsen(of)
  await act((transaction) => appendRevisions(transaction, [{ ...newIncident(answersOf(network.organisations[0].id, { area: 'Öster' })), incident: of, number: 2, first: null }]))
  expect(await faults()).toEqual([])
  expect([await coarsen(of), await coarsen(of)]).toEqual([2, 2])
  expect(await faults()).toEqual([])
})

test('answers are not changed while a sealed reason stands or they are held, by nobody else, and to nothing but less', async () => {
  const of = await incident({}, true)
  await expect(coarsen(of)).rejects.toMatchObject({ problems: [{ code: 'register.text-stands' }] })
  await act((transaction) => eraseTexts(transaction, 'narrative', of, 'due'))
  for (const role of ['core-member', 'reporter', 'reader'] as const) {
    await expect(act(({ client }) => client.query(`select lykta.coarsen_answers($1, '{coded}', '[]')`, [of]), { ...coordinator, role })).rejects.toMatchObject({ code: '42501' })
  }
  const stored = answersOf(network.organisations[0].id)
  const least = { ...stored, occurred: { from: '2019-04-01', to: '2019-04-30', about: false }, reportedOn: '2019-04-30', area: null }
  const put = (answers: unknown, levels = '{person,coded}', rest: object = {}): Promise<unknown> =>
    act(({ client }) => client.query(`select lykta.coarsen_answers($1, $3, $2)`, [of, JSON.stringify([{ number: 1, ...rest, answers: canonicalText(answers) }]), levels]))
  const { supportOrganisation: _, contactDate: __, ...without } = person
  const { area: ___, ...nowhere } = least
  for (const wrong of [
    { ...least, exploitation: 'labour' }, { ...least, persons: [] }, { ...least, persons: [{ ...person, sex: 'man' }] }, { ...least, area: 'Söder' }, { ...least, buyers: null },
    { ...least, occurred: { ...least.occurred, to: '2019-05-31' } }, { ...least, occurred: { ...least.occurred, to: '2019-04-01' } }, { ...least, occurred: { ...least.occurred, from: '2019-03-01' } },
    { ...least, occurred: { ...least.occurred, to: '2019-04-99' } }, { ...least, reportedOn: '2019-04-04' }, { ...least, reportedBy: network.organisations[1].id }, { ...least, own: { q: 'x' } },
    { ...least, persons: [{ ...person, contactDate: '2019-01-01' }] }, { ...least, concernReport: { made: 'no', on: null } },
    // A key that is not there says something else than one with nothing in it; and what is called coarser is all of it.
    { ...least, persons: [without] }, nowhere, { ...least, area: stored.area }, { ...least, occurred: stored.occurred }, stored,
  ]) await expect(put(wrong)).rejects.toMatchObject({ code: '22023' })
  await expect(put(least, '{person,coded}', { number: 2 })).rejects.toMatchObject({ code: '22023' })
  // Under a level that there is, and no more than that level: else nothing would say that it was done, or more than is decided.
  for (const levels of ['{}', '{person}', '{narrative}', '{coded,narrative}', null]) await expect(put(least, levels as string)).rejects.toMatchObject({ code: '22023' })
  const request = randomUUID()
  await act((transaction) => appendHoldRequest(transaction, { id: request, act: 'place', subject: of, kind: 'incident', reason: 'dispute', until: '2027-01-01' }))
  await expect(coarsen(of)).rejects.toMatchObject({ problems: [{ code: 'register.held' }] })
  await act((transaction) => answerHold(transaction, request, 'withdraw'))
  expect(await coarsen(of)).toBe(1)
  expect(await faults()).toEqual([])
})

test('reports of one event keep their days, linked still or no more: the one that came first stays the first, and every year counts as it did', async () => {
  const [town, hotel] = network.organisations
  // The one that was reported first is the second by its id, and knows the day less closely.
  const [second, first] = [randomUUID(), randomUUID()].sort() as [Id, Id]
  const report = (of: Id, changes: Partial<Incident>): Promise<unknown> => act((transaction) => appendRevisions(transaction, [{ ...newIncident(answersOf(network.organisations[0].id, { area: 'Hamnen', ...changes })), incident: of }]))
  await report(first, { reportedBy: hotel.id, reportedOn: '2019-06-07', occurred: { from: '2019-06-01', to: '2019-06-30', about: true }, placeType: 'hotel' })
  await report(second, { reportedBy: town.id, reportedOn: '2019-06-20', occurred: { from: '2019-06-05', to: '2019-06-05', about: false }, placeType: 'street' })
  const cluster = randomUUID()
  const link = (of: Id, revision: number, to: Id | null) => ({ incident: of, entry: null, revision, cluster: to, degree: to === null ? null : ('certain' as const), groups: null })
  await act((transaction) => appendSame(transaction, [first, second].map((of) => link(of, 1, cluster))))
  const linkedAt = await position()
  const before = await counted(linkedAt)
  const answers = async (of: Id): Promise<Incident> => JSON.parse((await database.admin.query<{ readonly answers: string }>('select answers from lykta.revision where incident_id = $1', [of])).rows[0]!.answers) as Incident
  expect(await coarsen(first)).toBe(1)
  expect(await counted(linkedAt)).toEqual(before)
  await act((transaction) => appendSame(transaction, [first, second].map((of) => link(of, 2, null))))
  expect(await coarsen(second)).toBe(1)
  expect(await counted(linkedAt)).toEqual(before)
  for (const [of, day, from] of [[first, '2019-06-07', '2019-06-01'], [second, '2019-06-20', '2019-06-05']] as const) {
    expect(await answers(of)).toMatchObject({ reportedOn: day, area: null, occurred: { from } })
  }
  expect(await faults()).toEqual([])
})

test('a correction that comes between the look and the coarser answers is refused as such, and they are due another time', async () => {
  const of = await incident({ area: 'Norr' })
  const correct = () => act((transaction) => appendRevisions(transaction, [{ ...newIncident(answersOf(network.organisations[0].id, { area: 'Söder' })), incident: of, number: 2, first: null }]))
  await expect(act((transaction) => {
    const { client } = transaction
    const query = async (sql: string | pg.QueryConfig, values: readonly unknown[]): Promise<unknown> => {
      if (typeof sql === 'string' && sql.startsWith('select lykta.coarsen_answers')) await correct()
      return client.query(sql as string, values as unknown[])
    }
    return coarsenAnswers({ ...transaction, client: Object.assign(Object.create(client) as typeof client, { query }) }, of, ['coded'])
  })).rejects.toMatchObject({ problems: [{ code: 'register.changed-meanwhile' }] })
  expect(await act((transaction) => coarsenAnswers(transaction, of, ['coded']))).toBe(2)
})

test('a hold is placed and lifted by two; while it is asked for it stops weeding, for two weeks', async () => {
  const other: Context = { ...coordinator, member: randomUUID() }
  const of = await incident({}, true)
  const ask = (until: string | null): Promise<Id> => askHold(of, until)
  const erase = (): Promise<number> => act((transaction) => eraseTexts(transaction, 'narrative', of, 'due'))
  const answer = (id: Id, what: 'agree' | 'refuse' | 'withdraw', context = other): Promise<void> => act((transaction) => answerHold(transaction, id, what), context)
  const forgotten = await ask('2090-01-01')
  await expect(erase()).rejects.toMatchObject({ problems: [{ code: 'register.held' }] })
  await expect(answer(forgotten, 'agree', coordinator)).rejects.toMatchObject({ code: '42501' })
  await expect(answer(forgotten, 'withdraw')).rejects.toMatchObject({ code: '42501' })
  await expect(answer(forgotten, 'agree', { ...other, role: 'core-member' })).rejects.toMatchObject({ code: '42501' })
  await answer(forgotten, 'refuse')
  await expect(answer(forgotten, 'agree')).rejects.toMatchObject({ problems: [{ code: 'register.changed-meanwhile' }] })
  await answer(await ask('2090-01-01'), 'agree')
  // Nobody adds a hold's line, or an end to it, past the second person.
  await expect(act(({ client, network: id }) => client.query(`insert into lykta.legal_hold (network_id, subject_id, seq, subject, reason, ends_on, author, created_at)
    values ($1, $2, 2, 'incident', 'dispute', '2020-01-01', $3, now())`, [id, of, coordinator.member]))).rejects.toMatchObject({ code: '42501' })
  const lifting = await ask(null)
  await expect(erase()).rejects.toMatchObject({ problems: [{ code: 'register.held' }] })
  await answer(lifting, 'agree')
  expect((await read(readLegalHolds)).find(({ subject }) => subject === of)).toMatchObject({ until: yesterday(), author: other.member })
  expect((await read(readHoldRequests)).filter(({ subject }) => subject === of).map(({ act: what, answer: given }) => [what, given?.act, given?.author])).toEqual([
    ['lift', 'agree', other.member], ['place', 'agree', other.member], ['place', 'refuse', other.member]])
  const unanswered = await ask('2090-01-01')
  await later('13 days')
  await expect(erase()).rejects.toMatchObject({ problems: [{ code: 'register.held' }] })
  await later('15 days')
  expect(await erase()).toBe(1)
  expect((await read(readHoldRequests)).find(({ id }) => id === unanswered)?.answer).toBeNull()
  expect(await faults()).toEqual([])
})

test('who asked to lift one hold has not said so of the next', async () => {
  const of = await incident({}, true)
  const ask = (until: string | null): Promise<Id> => askHold(of, until)
  const answer = (id: Id, what: 'agree' | 'refuse'): Promise<void> => act((transaction) => answerHold(transaction, id, what), { ...coordinator, member: randomUUID() })
  await answer(await ask('2090-01-01'), 'agree')
  const old = await ask(null)
  await answer(await ask('2091-01-01'), 'agree')
  await expect(answer(old, 'agree')).rejects.toMatchObject({ problems: [{ code: 'register.changed-meanwhile' }] })
  expect((await read(readLegalHolds)).find(({ subject }) => subject === of)).toMatchObject({ until: '2091-01-01' })
  await answer(old, 'refuse')
  await answer(await ask(null), 'agree')
  expect((await read(readLegalHolds)).find(({ subject }) => subject === of)).toMatchObject({ until: yesterday() })
})

test('lines of the audit are emptied by class; the chain holds, and tells what is changed in them afterwards', async () => {
  const reader = randomUUID()
  const object = `incident:${randomUUID()}`
  await write(database.register, { ...coordinator, member: reader }, { action: 'text.read', object }, async () => {})
  const now = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString()
  const weed = (of: 'reading' | 'audit', before: string): Promise<number> => act((transaction) => weedAudit(transaction, { id: randomUUID(), class: of, before, decision: null }))
  await expect(weed('audit', now(0))).rejects.toMatchObject({ code: '22023' })
  await later('90 days')
  await expect(weed('reading', now(60))).rejects.toMatchObject({ code: '22023' })
  expect(await read((transaction) => countOldLines(transaction, 'reading', now(1)))).toEqual({ count: 1, held: 0 })
  expect(await weed('reading', now(1))).toBe(1)
  expect(await faults()).toEqual([])
  const lines = await read((transaction) => listAudit(transaction, { limit: 1000 }))
  expect(lines.filter(({ actor, object: about }) => actor === reader || about === object)).toEqual([])
  expect(lines.filter(({ actor }) => actor === coordinator.member).length).toBeGreaterThan(0)
  const { count: all } = await read((transaction) => countOldLines(transaction, 'audit', now(1)))
  expect(await weed('audit', now(1))).toBe(all)
  expect(await clearErased(database.register, ['audit'])).toBe(true)
  await clearLog(database.register)
  expect(await filesWith(object)).toEqual({ base: 0, log: 0 })
  expect(await faults()).toEqual([])
  expect((await read(readWeedings)).map(({ class: of, parts }) => [of, parts])).toEqual([['audit', all], ['reading', 1]])
  // What was written after an emptied line counts on from it.
  await act((transaction) => appendWeedings(transaction, [{ id: randomUUID(), class: 'member', cause: 'request', subjects: 1, parts: 1, decision: 'Dnr 2026/7 § å' }]))
  expect(await faults()).toEqual([])
  for (const [tampering, found] of [
    [`update lykta.audit set content_hash = '\\x00' where position = 3`, 'verify.line-hash'], [`update lykta.audit set at = at - interval '1 second' where position = 3`, 'verify.line-hash'],
    [`update lykta.audit set actor = 'x' where position = 3`, 'verify.line-hash'], [`update lykta.audit set weeding_id = null where position = 3`, 'verify.line-hash'],
    [`update lykta.audit set weeding_id = gen_random_uuid() where position = 3`, 'verify.line-hash'], [`update lykta.weeding set digest = '\\x00' where class = 'audit'`, 'verify.line-hash'],
    [`delete from lykta.weeding where class = 'reading'`, 'verify.line-hash'], [`update lykta.weeding set parts = 9 where class = 'member'`, 'verify.content'],
    [`update lykta.revision set answers = replace(answers, 'hotel', 'street') where number = 1`, 'verify.answers-hash'], [`delete from lykta.coarsening where level = 'coded'`, 'verify.content'],
  ] as const) {
    await database.admin.query('begin')
    try {
      await database.admin.query(tampering)
      expect([tampering, (await verifyNetwork(await enterNetwork(database.register, database.admin, network.network.id))).findings.some(({ code }) => code === found)]).toEqual([tampering, true])
    } finally {
      await database.admin.query('rollback')
    }
  }
})
