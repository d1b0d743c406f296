// Erasing: what a text was made of is looked for byte by byte afterwards, the chain holds, and whoever may not erase does not.
import { randomBytes, randomUUID } from 'node:crypto'
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'
import { type Id, retentionClasses } from '@lykta/incident'
import {
  appendCase, appendCaseEvents, appendEpoch, appendHoldRequest, answerHold, appendMeetingItem, appendMeetings, appendRevisions, clearErased, type Context, eraseTexts, type ErasableClass, findSealedText, inNetwork, keysFileOf, type NewHoldRequest,
  readDueRecords, readErasedIncidents, readErasures, readLegalHolds, restoreBackup, verifyNetwork, write, writeBackup, type WriteTransaction,
} from '@lykta/register'
import type pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { enterNetwork } from '../src/transaction.ts'
import { cloneDatabase, type TestDatabase } from './database.ts'
import { answersOf, createdAt, makeNetwork, newIncident, nextReference, type TestNetwork } from './support/network.ts'

let database: TestDatabase
let network: TestNetwork
let coordinator: Context
/** The program itself, where a network has no members. */
let operator: Context
const home = mkdtempSync(path.join(tmpdir(), 'lykta-erasing-'))
beforeAll(async () => {
  database = await cloneDatabase()
  network = await makeNetwork(database.register, 'Gallring')
  coordinator = { network: network.network.id, member: randomUUID(), role: 'coordinator', organisation: network.organisations[0].id }
  operator = { ...coordinator, member: 'operator' }
  await act((transaction) => appendEpoch(transaction, { epoch: 1, recipient: 'age1pq', madeOn: 'browser', createdAt }, []))
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
  (await write(database.register, context, { action: 'test.erase', object: 'test' }, work)).value
const erase = (of: ErasableClass, subject: Id, context = coordinator): Promise<number> => act((transaction) => eraseTexts(transaction, of, subject, 'due'), context)
/** Who sits there says that two decided, as long as nobody is a member. */
const decideHold = async (request: NewHoldRequest): Promise<void> => {
  await act((transaction) => appendHoldRequest(transaction, request), operator)
  await act((transaction) => answerHold(transaction, request.id, 'agree'), operator)
}
const faults = async (db = database): Promise<readonly unknown[]> =>
  (await inNetwork(db.register, coordinator, verifyNetwork)).findings.map(({ code, severity, values }) => [code, severity, values['id'] ?? values['table']])

/** Two files whose bytes are found again; of the length that age files have, so that the longer one lies beside its row. */
type Files = { readonly body: Buffer; readonly key: Buffer }
const files = (): Files => ({ body: randomBytes(9000), key: randomBytes(1900) })
const pieces = ({ body, key }: Files): readonly Buffer[] => [body.subarray(0, 24), body.subarray(4000, 4024), body.subarray(-24), key.subarray(0, 24), key.subarray(-24)]

async function incident(sealed: Files): Promise<Id> {
  const revision = newIncident(answersOf(network.organisations[0].id), { sealed: { ...sealed, sealedId: randomUUID(), epoch: 1, position: null } })
  await act((transaction) => appendRevisions(transaction, [revision]))
  return revision.incident
}
async function caseOf(of: Id, note: Files): Promise<Id> {
  const id = randomUUID()
  await act(async (transaction) => {
    await appendCase(transaction, { id, ref: nextReference(), at: createdAt })
    await appendCaseEvents(transaction, id, [
      { id: randomUUID(), act: { kind: 'open' }, at: createdAt }, { id: randomUUID(), act: { kind: 'join', incident: of }, at: createdAt },
      { id: randomUUID(), act: { kind: 'note', replaces: null }, at: createdAt, note: { ...note, epoch: 1, position: null } }])
  })
  return id
}
async function meeting(text: Files): Promise<Id> {
  const id = randomUUID()
  await act(async (transaction) => {
    await appendMeetings(transaction, [{ id, circle: 'core', revision: 1, date: '2024-03-01', begins: '13:00', ends: '15:00', state: 'planned', agenda: [], attendance: null }])
    await appendMeetingItem(transaction, { id: randomUUID(), revision: 1, meeting: id, circle: 'core', kind: 'situation', organisation: network.organisations[0].id, state: 'told', due: null, settled: null, line: null },
      { ...text, id: randomUUID(), previous: null, epoch: 1, position: null, createdAt })
  })
  return id
}

/** How many of the pieces stand in any of the database's own files: its tables and what lies beside their rows. */
async function foundInFiles(looked: readonly Buffer[]): Promise<number> {
  await database.admin.query('checkpoint')
  const { rows } = await database.admin.query<{ readonly bytes: Buffer }>(
    // A file may go between being listed and being read: the server writes its list of tables anew.
    `select bytes from (select pg_read_binary_file(d.folder || '/' || f.name, 0, 67108864, true) as bytes
     from (select 'base/' || oid as folder from pg_database where datname = current_database()) d, pg_ls_dir(d.folder) f(name)) files where bytes is not null`)
  expect(rows.length).toBeGreaterThan(300)
  return looked.filter((piece) => rows.some(({ bytes }) => bytes.includes(piece))).length
}

async function backupHolds(name: string, looked: readonly Buffer[]): Promise<number> {
  const file = path.join(home, name)
  await writeBackup(database.register, { file, programVersion: 'test' })
  const parts = [file, keysFileOf(file)].map((one) => gunzipSync(readFileSync(one)))
  return looked.filter((piece) => ['hex', 'base64'].some((form) => parts.some((part) => part.includes(Buffer.from(piece.toString(form as 'hex')))))).length
}

test('what still has text is told with its days; what is erased is not', async () => {
  const [alone, followed] = [await incident(files()), await incident(files())]
  const [of, told] = [await caseOf(followed, files()), await meeting(files())]
  // Each class a month after the day that it counts from.
  const due = async (): Promise<readonly string[]> => (await inNetwork(database.register, coordinator, (transaction) => readDueRecords(transaction, {
    today: '2040-01-01', by: '2040-01-01', timeZone: 'Europe/Stockholm', clocks: retentionClasses.map(({ id }) => ({ id, months: 1 })), holds: [], only: [alone, followed, of, told],
  }))).first.filter((one) => one.class !== 'coded').map((one) => `${one.class} ${[alone, followed, of, told].indexOf(one.id)} ${one.on}`)
  // An open case's note, and the reason of an incident that it has, are not due however long it takes.
  expect(await due()).toEqual(['narrative 0 2019-05-05', 'situation 3 2024-04-01'])
  // A reason that is added later counts from its own day.
  await act(async (transaction) => {
    const later = newIncident(answersOf(network.organisations[0].id), { sealed: { ...files(), sealedId: randomUUID(), epoch: 1, position: null } })
    await appendRevisions(transaction, [{ ...later, incident: alone, number: 2, first: null }])
    await appendCaseEvents(transaction, of, [{ id: randomUUID(), act: { kind: 'close', reason: 'no-further-action' }, at: '2026-11-20T10:00:00.000Z' }])
  })
  expect(await due()).toEqual(['situation 3 2024-04-01', 'narrative 0 2026-12-01', 'narrative 1 2026-12-20', 'note 2 2026-12-20'])
  expect([await erase('narrative', alone), await erase('note', of), await erase('situation', told)]).toEqual([2, 1, 1])
  expect(await due()).toEqual(['narrative 1 2026-12-20'])
})

describe('what is erased', () => {
  test('is in no file of the database, no dead row and no backup made afterwards; the chain holds; everybody else\'s text stands', async () => {
    const [reason, note, said, other] = [files(), files(), files(), files()]
    const of = await incident(reason)
    const followed = await caseOf(of, note)
    const told = await meeting(said)
    const standing = await incident(other)
    const marked = [reason, note, said].flatMap(pieces)
    // The search finds each of them while it is there.
    const everything = marked.length + pieces(other).length
    expect(await foundInFiles([...marked, ...pieces(other)])).toBe(everything)
    expect(await backupHolds('before', [reason, note, said].flatMap(({ body, key }) => [body.subarray(0, 24), key.subarray(0, 24)]))).toBe(6)
    expect(await faults()).toEqual([])
    expect([await erase('narrative', of), await erase('note', followed), await erase('situation', told)]).toEqual([1, 1, 1])
    // Dead rows hold them still, which is why the tables are written anew.
    expect(await foundInFiles(marked)).toBe(marked.length)
    expect(await clearErased(database.register, ['narrative', 'note', 'situation'])).toBe(true)
    expect([await foundInFiles(marked), await foundInFiles(pieces(other))]).toEqual([0, pieces(other).length])
    expect(await backupHolds('after', [reason, note, said].flatMap(({ body, key }) => [body.subarray(0, 24), key.subarray(0, 24)]))).toBe(0)
    expect(await backupHolds('other', [other.body.subarray(0, 24), other.key.subarray(0, 24)])).toBe(2)
    expect(await faults()).toEqual([])
    const found = await inNetwork(database.register, coordinator, async (transaction) => ({
      gone: (await findSealedText(transaction, of))?.key, stands: (await findSealedText(transaction, standing))?.key?.key,
      erased: await readErasedIncidents(transaction, [of, standing], 1000), log: await readErasures(transaction),
    }))
    expect(found.gone).toBeNull()
    expect(found.stands).toEqual(other.key)
    expect([...found.erased]).toEqual([of])
    expect(found.log.slice(-3).map(({ class: one, cause, author }) => [one, cause, author])).toEqual((['narrative', 'note', 'situation'] as const).map((one) => [one, 'due', coordinator.member]))
  })

  test('is left for the next time as long as a transaction that began earlier may see it', async () => {
    const reason = files()
    const of = await incident(reason)
    const reader = await database.register.app.connect()
    try {
      await reader.query('begin isolation level repeatable read read only')
      await reader.query('select from lykta.sealed_body')
      await erase('narrative', of)
      // What it reads is not waited for any longer, and nobody behind it.
      expect(await clearErased(database.register, ['narrative'], { patience: 0 })).toBe(false)
      expect(await foundInFiles(pieces(reason))).toBe(pieces(reason).length)
      const cleared = clearErased(database.register, ['narrative'])
      await reader.query('commit')
      expect(await cleared).toBe(true)
      expect(await foundInFiles(pieces(reason))).toBe(0)
    } finally {
      reader.release()
    }
  })

  test('keeps nobody waiting behind it for a table that somebody reads', async () => {
    const reason = files()
    const of = await incident(reason)
    await erase('narrative', of)
    const { app, owner } = database.register
    const [reader, another] = [await app.connect(), await app.connect()]
    // Who comes in between: has the table when it is to be written anew.
    let comes: Promise<unknown> | undefined
    const watched = <T extends Pick<pg.ClientBase, 'query'>>(of: T): T => Object.assign(Object.create(of) as T, {
      query: async (sql: string) => {
        if (sql.startsWith('vacuum')) await (comes ??= reader.query('begin; lock table lykta.sealed_key in access share mode'))
        return of.query(sql)
      },
    })
    const connecting = Object.assign(watched(owner), { connect: async () => watched(await owner.connect()) })
    const cleared = clearErased({ ...database.register, owner: connecting }, ['narrative'], { lockPatience: 20 })
    try {
      await vi.waitUntil(() => comes, { timeout: 60_000 })
      await comes
      await another.query(`set lock_timeout = '20s'`)
      for (let time = 0; time < 5; time += 1) expect((await another.query('select from lykta.sealed_key')).command).toBe('SELECT')
    } finally {
      await reader.query('commit')
      await another.query('reset lock_timeout')
      for (const client of [reader, another]) client.release()
    }
    expect(await cleared).toBe(true)
    expect(await foundInFiles(pieces(reason))).toBe(0)
  })

  test('is erased once', async () => {
    const of = await incident(files())
    expect([await erase('narrative', of), await erase('narrative', of), await erase('narrative', randomUUID())]).toEqual([1, 0, 0])
    expect(await faults()).toEqual([])
  })

  test('comes back with no keys of an earlier day, and the log of it comes with the backup', async () => {
    const of = await incident(files())
    const [earlier, since] = [path.join(home, 'earlier'), path.join(home, 'since')]
    await writeBackup(database.register, { file: earlier, programVersion: 'test' })
    await erase('narrative', of)
    await writeBackup(database.register, { file: since, programVersion: 'test' })
    const empty = await cloneDatabase()
    try {
      copyFileSync(keysFileOf(earlier), keysFileOf(since))
      await restoreBackup(empty.register, { file: since })
      expect(await faults(empty)).toEqual([])
      const { rows } = await empty.admin.query('select from lykta.sealed_key k join lykta.sealed_body b using (network_id, sealed_id) where b.incident_id = $1', [of])
      expect(rows).toEqual([])
    } finally {
      await empty.close()
    }
  })
})

describe('nothing is erased', () => {
  test('while it, or what belongs together with it, is held; on the day after it is', async () => {
    for (const [kind, which] of [['incident', 0], ['case', 1]] as const) {
      const of = await incident(files())
      const subjects = [of, await caseOf(of, files())] as const
      await decideHold({ id: randomUUID(), act: 'place', subject: subjects[which], kind, reason: 'investigation', until: '2027-03-31' })
      await later(`${Math.ceil((Date.parse('2027-03-31T10:00:00Z') - Date.now()) / 1000)} seconds`)
      for (const [one, subject] of [['narrative', of], ['note', subjects[1]]] as const) await expect(erase(one, subject)).rejects.toMatchObject({ problems: [{ code: 'register.held' }] })
      // A quarter past midnight in Stockholm.
      await later(`${Math.ceil((Date.parse('2027-03-31T22:15:00Z') - Date.now()) / 1000)} seconds`)
      expect([await erase('narrative', of), await erase('note', subjects[1])]).toEqual([1, 1])
      await later('0')
    }
    expect(await faults()).toEqual([])
  })

  test('a hold is prolonged and ended by a further line, and the last one is told', async () => {
    const of = await incident(files())
    const hold = { subject: of, kind: 'incident', reason: 'dispute' } as const
    await decideHold({ id: randomUUID(), ...hold, act: 'place', until: '2089-01-01' })
    await decideHold({ id: randomUUID(), ...hold, act: 'place', until: '2090-01-01' })
    await expect(erase('narrative', of)).rejects.toMatchObject({ problems: [{ code: 'register.held' }] })
    const told = async (): Promise<readonly unknown[]> => (await inNetwork(database.register, coordinator, readLegalHolds)).filter(({ subject }) => subject === of)
    expect(await told()).toEqual([{ subject: of, kind: 'incident', reason: 'dispute', until: '2090-01-01', author: 'operator' }])
    await decideHold({ id: randomUUID(), ...hold, act: 'lift' })
    const yesterday = new Date(Date.now() - 86_400_000).toLocaleDateString('sv-SE', { timeZone: network.network.timeZone })
    expect(await told()).toEqual([{ subject: of, kind: 'incident', reason: 'dispute', until: yesterday, author: 'operator' }])
    expect(await erase('narrative', of)).toBe(1)
  })

  test('by anybody but a coordinator, in another network, or without its line in the log', async () => {
    const of = await incident(files())
    for (const role of ['core-member', 'reporter', 'device', 'reader', 'operator'] as const) {
      await expect(erase('narrative', of, { ...coordinator, role })).rejects.toMatchObject({ code: '42501' })
    }
    const elsewhere = await makeNetwork(database.register, 'Annanstad')
    expect(await erase('narrative', of, { ...elsewhere.context, role: 'coordinator' })).toBe(0)
    // The transaction that erases ends with an audit line, or has not been.
    const client = await database.register.app.connect()
    try {
      await client.query('begin')
      await enterNetwork(database.register, client, network.network.id)
      await client.query(`select lykta.erase_texts('narrative', $1, 'due')`, [of])
    } finally {
      await client.query('rollback')
      client.release()
    }
    for (const wrong of [`select lykta.erase_texts('coded', '${of}', 'due')`, `select lykta.erase_texts('narrative', '${of}', 'because')`]) {
      await expect(act(({ client: own }) => own.query(wrong))).rejects.toThrow()
    }
    expect(await inNetwork(database.register, coordinator, async (transaction) => (await findSealedText(transaction, of))?.key)).not.toBeNull()
  })
})

describe('is found:', () => {
  const cases: readonly (readonly [string, string, readonly string[]])[] = [
    ['a key that is back', `insert into lykta.sealed_key (network_id, sealed_id, epoch, key) select network_id, sealed_id, 1, 'x' from lykta.sealed_body where sealed_id = $1`, ['verify.erased-stands']],
    ['a text that is back', `update lykta.sealed_body set body = 'x' where sealed_id = $1`, ['verify.erased-stands']],
    ['a row that is gone', `delete from lykta.sealed_body where sealed_id = $1`, ['verify.erased-stands']],
    ['another cause', `update lykta.erasure set cause = 'order' where text_id = $1`, ['verify.content']],
    ['a line that is gone', `delete from lykta.erasure where text_id = $1`, ['verify.content', 'verify.sealed-changed', 'verify.key-missing']],
  ]
  test.each(cases)('%s', async (_, tampering, expected) => {
    const of = await incident(files())
    await erase('narrative', of)
    const { admin } = database
    await admin.query('begin')
    try {
      await admin.query(tampering, [(await admin.query<{ readonly id: Id }>('select sealed_id as id from lykta.sealed_body where incident_id = $1', [of])).rows[0]!.id])
      expect((await verifyNetwork(await enterNetwork(database.register, admin, network.network.id))).findings.map(({ code }) => code)).toEqual(expected)
    } finally {
      await admin.query('rollback')
    }
  })
})
