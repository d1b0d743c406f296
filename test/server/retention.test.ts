// Weeding and holds over the server's routes: decided clocks, what is due, the second person, and that what was weeded is in no key, file, login or backup afterwards.
import { randomUUID } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'
import { findWeededBackups, inNetwork, listAudit, throwAwayWeeded, verifyRegister, writeBackup } from '@lykta/register'
import pg from 'pg'
import { Temporal } from 'temporal-polyfill'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import type { HoldsAnswer, NewHoldRequest, RetentionAnswer, WeedingClass } from '../../apps/server/src/api/retention-types.ts'
import type { IncidentAnswer, Job } from '../../apps/server/src/api/types.ts'
import { carryOutWeeding } from '../../apps/server/src/work/weeding/carry-out.ts'
import { clearLeft } from '../../apps/server/src/work/weeding/clear-left.ts'
import { bareSample, makeTestApp, type TestApp } from './app.ts'
import { wereDaysAgo } from './days-ago.ts'
import { type Answer, append, foundTestNetwork, join, list, type Person, read, report, type TestNetwork } from './member-network.ts'
import { soon } from './soon.ts'

let app: TestApp
let network: TestNetwork
let admin: pg.Client
let [anna, cilla, david] = [] as unknown as [Person, Person, Person]
/** The oldest first, each with a reason. */
let refs: string[]
const home = mkdtempSync(path.join(tmpdir(), 'lykta-retention-'))
beforeAll(async () => {
  app = await makeTestApp({}, bareSample)
  const { host, port, database } = app.desk.register.owner.options
  admin = new pg.Client({ host, port, database, user: 'lykta_admin' })
  await admin.connect()
  network = await foundTestNetwork(app)
  anna = network.anna
  cilla = await join(network, 'core-member', network.town, 'Cilla')
  david = await join(network, 'reporter', network.hotel, 'Davidssonius')
  await list(network, cilla, 'core-member', network.town)
  await list(network, david, 'reporter', network.hotel)
  refs = []
  for (const day of ['2021-03-03', '2021-04-04', '2021-05-05']) {
    refs.push(await report(network, david, { placeType: 'hotel', reportedOn: day, occurred: { from: day, to: day }, area: 'Zzområdezz' }, `Det som sågs ${day}.`))
  }
})
afterAll(async () => {
  await admin.end()
  await app.close()
  rmSync(home, { recursive: true, force: true })
})

/** The database's time is so much later than it is. */
const later = (interval: string): Promise<unknown> => app.desk.register.owner.query(`create or replace function lykta.register_time() returns timestamptz
  language sql stable set search_path = pg_catalog, pg_temp as $$ select now() + interval '${interval}' $$`)
beforeEach(async () => void (await later('0')))

const retention = (): Promise<RetentionAnswer> => anna.get('/api/retention')
const holds = (who = anna): Promise<HoldsAnswer> => who.get('/api/holds')
const decide = (of: WeedingClass, months: number, changes: object = {}): Promise<Answer<RetentionAnswer>> =>
  anna.send('PUT', `/api/retention/clocks/${of}`, { decided: { months, ground: 'arrangement', reference: 'Styrgruppen § 7', decidedOn: '2026-01-12', ...changes } })
/** Null when all is done: what failed is told. */
async function weed(...classes: readonly WeedingClass[]): Promise<Job | null> {
  expect((await anna.send('POST', '/api/retention/weedings', { classes })).status).toBe(202)
  await soon(async () => expect((await retention()).job?.state).not.toBe('running'))
  return (await retention()).job
}
const now = async (of: WeedingClass): Promise<readonly number[]> => {
  const found = (await retention()).counts.find((one) => one.class === of)!
  return [found.now, found.held, found.waiting]
}
async function ask(ref: string, changes: Partial<NewHoldRequest> = {}, who = anna): Promise<Answer<HoldsAnswer> & { readonly id: string }> {
  const id = randomUUID()
  return { id, ...(await who.send<HoldsAnswer>('POST', '/api/holds', { id, act: 'place', kind: 'incident', of: ref, reason: 'investigation', ...(changes.act === 'lift' ? {} : { until: '2090-01-01' }), ...changes })) }
}
const answer = (who: Person, id: string, act: string): Promise<Answer<HoldsAnswer>> => who.send('POST', `/api/holds/${id}/answers`, { act })
/** Files of the database itself that hold the bytes. */
async function filesWith(bytes: Uint8Array): Promise<number> {
  await admin.query('checkpoint')
  const { rows: [row] } = await admin.query<{ readonly found: number }>(`select count(*) filter (where position($1::bytea in bytes) > 0)::int as found from (
    select pg_read_binary_file(d.folder || '/' || f.name, 0, 67108864, true) as bytes from (select 'base/' || oid as folder from pg_database where datname = current_database()) d, pg_ls_dir(d.folder) f(name)) files`, [Buffer.from(bytes)])
  return row!.found
}
const holdsText = (file: string, text: string): boolean => gunzipSync(readFileSync(file)).includes(text)
const keyOf = async (ref: string): Promise<Buffer | undefined> =>
  (await admin.query<{ readonly key: Buffer }>('select k.key from lykta.sealed_key k join lykta.sealed_body b using (network_id, sealed_id) join lykta.incident i using (network_id, incident_id) where i.ref = $1', [ref])).rows[0]?.key

test('nothing is weeded that is not decided; what is, falls due by its clock, the earliest first', async () => {
  const before = await retention()
  expect(before.clocks.map(({ id, stopped }) => [id, stopped])).toEqual(before.clocks.map(({ id }) => [id, id === 'publication' ? null : 'undecided']))
  expect(before.due.map(({ name, class: of }) => [of, name]).filter(([of]) => of === 'narrative')).toEqual(refs.map((ref) => ['narrative', ref]))
  expect(await weed('narrative')).toMatchObject({ state: 'failed', problems: [{ code: 'retention.undecided' }] })
  expect(await now('narrative')).toEqual([3, 0, 0])
  expect(await decide('narrative', 24, { decidedOn: '2090-01-01' })).toMatchObject({ status: 422, codes: ['retention.day-to-come'] })
  expect(await decide('narrative', 0)).toMatchObject({ status: 400 })
  expect((await anna.send('PUT', '/api/retention/clocks/publication', { decided: null })).status).toBe(404)
  const { body } = await decide('narrative', 24)
  expect(body.clocks.find(({ id }) => id === 'narrative')).toMatchObject({ months: 24, stopped: null, decided: { ground: 'arrangement', reference: 'Styrgruppen § 7', by: { me: true } } })
  expect(body.due.filter((one) => one.class === 'narrative').map(({ on, heldUntil }) => [on, heldUntil])).toEqual([['2023-03-03', null], ['2023-04-04', null], ['2023-05-05', null]])
  // Two who decide at the same moment decide both: the settings are one text, which each would write without the other's.
  const both = ['situation', 'coded'] as const
  expect((await Promise.all(both.map((of) => decide(of, 24)))).map(({ status }) => status)).toEqual([200, 200])
  expect((await retention()).clocks.flatMap(({ id, decided }) => (both.some((one) => one === id) ? [decided !== null] : []))).toEqual([true, true])
  await anna.send('PUT', '/api/retention/clocks/situation', { decided: null })
  // Answers wait for the reason that is sealed to them.
  expect(await now('coded')).toEqual([0, 0, 3])
  for (const who of [cilla, david]) expect((await who.send('GET', '/api/retention')).status).toBe(404)
})

test('a hold that is asked for stops weeding at once, and where nobody else may answer, no time stands for the second person', async () => {
  const [first] = refs as [string]
  for (const [sent, code] of [[{ of: 'ABCDEFGH' }, 'hold.no-subject'], [{ act: 'lift' }, 'hold.none'], [{ until: '2020-01-01' }, 'hold.over']] as const) expect(await ask(first, sent as Partial<NewHoldRequest>)).toMatchObject({ status: 422, codes: [code] })
  const asked = await ask(first)
  expect([asked.status, asked.body.second, asked.body.requests[0]]).toMatchObject([201, false, { id: asked.id, name: first, may: ['withdraw'], answer: null, stopsUntil: expect.any(String) as string }])
  expect([await now('narrative'), (await retention()).due.find(({ name }) => name === first)?.heldUntil]).toEqual([[2, 1, 0], expect.any(String) as string])
  // The same again, as a browser sends it that got no answer.
  expect((await anna.send('POST', '/api/holds', { id: asked.id, act: 'place', kind: 'incident', of: first, reason: 'investigation', until: '2090-01-01' })).status).toBe(200)
  for (const who of [cilla, david]) {
    for (const [method, where, sent] of [['GET', '/api/holds', undefined], ['POST', '/api/holds', { id: randomUUID(), act: 'lift', kind: 'incident', of: first, reason: 'dispute' }], ['POST', `/api/holds/${asked.id}/answers`, { act: 'agree' }]] as const) {
      expect((await who.send(method, where, sent)).status).toBe(404)
    }
  }
  await later('25 hours')
  expect(await answer(anna, asked.id, 'agree')).toMatchObject({ status: 422, codes: ['hold.not-now'] })
  await later('15 days')
  expect([await now('narrative'), (await holds()).requests[0]?.stopsUntil]).toEqual([[3, 0, 0], null])
  await later('0')
  expect(await answer(anna, asked.id, 'withdraw')).toMatchObject({ status: 200, body: { requests: [{ answer: { act: 'withdraw' }, may: [] }] } })
  expect(await now('narrative')).toEqual([3, 0, 0])
})

test('placed and lifted by two; weeding leaves what is held and is logged without what it took', async () => {
  const [first, second] = refs as [string, string]
  expect((await anna.send('PUT', '/api/second-persons', { members: [cilla.id] })).status).toBe(200)
  const placed = await ask(first)
  // Named and let in today, by the one who asks: she may say no, and agrees from tomorrow on.
  expect(placed.body.second).toBe(false)
  expect((await holds(cilla)).requests[0]).toMatchObject({ id: placed.id, may: ['refuse'], by: { role: 'coordinator' } })
  expect(await answer(cilla, placed.id, 'agree')).toMatchObject({ status: 422, codes: ['hold.not-now'] })
  expect(await ask(first, {}, cilla)).toMatchObject({ status: 404 })
  const putBack = await wereDaysAgo(app.desk.register, network.id)
  expect((await holds()).second).toBe(true)
  expect((await holds(cilla)).requests[0]).toMatchObject({ may: ['agree', 'refuse'] })
  expect(await answer(cilla, placed.id, 'agree')).toMatchObject({ status: 200, body: { mayAsk: false, holds: [{ name: first, stands: true, until: '2090-01-01' }] } })
  await putBack()
  expect(await answer(cilla, placed.id, 'refuse')).toMatchObject({ status: 422, codes: ['hold.not-now'] })

  const [held, gone] = [(await keyOf(first))!, (await keyOf(second))!]
  expect(await filesWith(gone.subarray(-48))).toBeGreaterThan(0)
  const folder = path.join(home, 'copies')
  const copy = async (name: string): Promise<string> => {
    await writeBackup(app.desk.register, { file: path.join(folder, name), programVersion: 'test' })
    return path.join(folder, name)
  }
  mkdirSync(folder)
  const before = await copy('before')
  expect(await weed('narrative')).toBeNull()
  expect([await keyOf(second), await filesWith(gone.subarray(-48)), await keyOf(first), await now('narrative')]).toEqual([undefined, 0, held, [0, 1, 0]])
  expect(await anna.get(`/api/incidents/${second}/text`)).toMatchObject({ body: '', key: null })
  expect(await read(network, anna, first)).toMatchObject({ text: 'Det som sågs 2021-03-03.', findings: [] })
  expect((await retention()).log).toMatchObject([{ class: 'narrative', cause: 'due', subjects: 2, parts: 2, by: { me: true } }])
  expect(JSON.stringify((await retention()).log)).not.toContain(second)
  // Now answers, of those without a reason.
  expect(await weed('coded')).toBeNull()
  expect((await retention()).log.map(({ class: of, subjects }) => [of, subjects])).toEqual([['coded', 2], ['narrative', 2]])
  const { answers } = await anna.get<IncidentAnswer>(`/api/incidents/${second}`)
  expect(answers).toMatchObject({ area: null, reportedOn: '2021-04-30', occurred: { from: '2021-04-01', to: '2021-04-30' } })
  // What a copy of before has, until its time is over; one of afterwards has nothing of it.
  const since = await copy('since')
  const hex = gone.toString('hex')
  expect([holdsText(`${before}.keys`, hex), holdsText(`${since}.keys`, hex)]).toEqual([true, false])
  const past = new Date(Date.now() + 36 * 86_400_000)
  expect(throwAwayWeeded(await findWeededBackups(app.desk.register, [folder], new Date()))).toEqual([])
  expect(throwAwayWeeded(await findWeededBackups(app.desk.register, [folder], past)).map((file) => path.basename(file))).toEqual(['before', 'before.keys'])
  expect(readdirSync(folder).sort()).toEqual(['since', 'since.keys'])

  const lifting = await ask(first, { act: 'lift' })
  expect(await answer(anna, lifting.id, 'agree')).toMatchObject({ status: 422, codes: ['hold.not-now'] })
  expect(await weed('narrative')).toBeNull()
  expect(await keyOf(first)).toEqual(held)
  const putBackAgain = await wereDaysAgo(app.desk.register, network.id)
  expect(await answer(cilla, lifting.id, 'agree')).toMatchObject({ status: 200, body: { holds: [{ name: first, stands: false }] } })
  await putBackAgain()
  // The disk has no room for the tables written anew: what is weeded is weeded, and that it lies in files yet is told.
  const { owner } = app.desk.register
  const connect = owner.connect.bind(owner) as () => Promise<pg.PoolClient>
  const full = vi.spyOn(owner as { connect: () => Promise<pg.PoolClient> }, 'connect').mockImplementation(async () => {
    const client = await connect()
    const query = client.query.bind(client) as (...asked: readonly unknown[]) => unknown
    return Object.assign(Object.create(client) as pg.PoolClient, { query: (...asked: readonly unknown[]): unknown =>
      String(asked[0]).startsWith('vacuum') ? Promise.reject(Object.assign(new Error('no space left'), { code: '53100' })) : query(...asked) })
  })
  try {
    expect(await weed('narrative')).toMatchObject({ state: 'failed', problems: [{ code: 'retention.clearing-failed' }] })
  } finally {
    full.mockRestore()
  }
  expect([await keyOf(first), await filesWith(held.subarray(-48)) > 0]).toEqual([undefined, true])
  // It is remembered, told, and cleared with nothing else to weed.
  expect([await now('narrative'), (await retention()).uncleared]).toEqual([[0, 0, 0], ['narrative']])
  expect(await weed()).toBeNull()
  expect([await filesWith(held.subarray(-48)), (await retention()).uncleared]).toEqual([0, []])
  // So is a weeding that was stopped between two steps, when the server starts, and once.
  const desk = { ...app.desk, context: { network: network.id, member: anna.id, role: 'coordinator' as const, organisation: network.town }, network: { ...app.desk.network, id: network.id } }
  await expect(carryOutWeeding(desk, { classes: ['coded'], onProgress: (share) => { if (share === 0.8) throw new Error('stopped') } })).rejects.toThrow('stopped')
  expect((await retention()).uncleared).toEqual(['coded'])
  const starting = { log: () => {}, stopping: new AbortController().signal }
  expect([await clearLeft(desk, starting), (await retention()).uncleared, await clearLeft(desk, starting)]).toEqual([true, [], false])
  expect((await verifyRegister(app.desk.register)).flatMap(({ findings }) => findings)).toEqual([])
})

test('a member who has left is weeded to the end: login, name and address are in no table, file or new backup, and the log has codes alone', async () => {
  const { rows: [row] } = await admin.query<{ readonly login: string }>('select login from lykta.member where member_id = $1 and until_position is null', [david.id])
  const rowsOf = async (): Promise<Readonly<Record<string, number>>> => {
    const { rows: tables } = await admin.query<{ readonly name: string }>(`select table_name as name from information_schema.tables where table_schema = 'sign_in' order by 1`)
    const found: Record<string, number> = {}
    for (const { name } of tables) {
      const { rows: [count] } = await admin.query<{ readonly rows: number }>(`select count(*)::int as rows from sign_in."${name}" t where to_jsonb(t)::text ilike any($1)`, [[row!.login, 'davidssonius'].map((text) => `%${text}%`)])
      if (count!.rows > 0) found[name] = count!.rows
    }
    return found
  }
  expect((await append(network, { type: 'remove', subject: { id: david.id } }, [], `/api/members/${david.id}/removal`)).status).toBe(200)
  await decide('member', 3)
  expect([await now('member'), await weed('member'), Object.keys(await rowsOf())]).toEqual([[0, 0, 0], null, expect.arrayContaining(['user']) as string[]])
  const before = path.join(home, 'before-member')
  await writeBackup(app.desk.register, { file: before, programVersion: 'test' })
  expect(holdsText(`${before}.keys`, 'Davidssonius')).toBe(true)
  expect(await filesWith(Buffer.from('Davidssonius'))).toBeGreaterThan(0)
  // Three months later, by the server's day.
  const days = vi.spyOn(Temporal.Now, 'plainDateISO').mockImplementation((zone) => Temporal.Now.zonedDateTimeISO(zone).toPlainDate().add({ days: 100 }))
  try {
    expect([await now('member'), (await retention()).due.filter((one) => one.class === 'member')]).toMatchObject([[1, 0, 0], [{ id: david.id, name: null }]])
    expect(await weed('member')).toBeNull()
    expect(await now('member')).toEqual([0, 0, 0])
  } finally {
    days.mockRestore()
  }
  expect(await rowsOf()).toEqual({})
  for (const text of ['Davidssonius', 'davidssonius@example.org']) expect([text, await filesWith(Buffer.from(text))]).toEqual([text, 0])
  const since = path.join(home, 'since-member')
  await writeBackup(app.desk.register, { file: since, programVersion: 'test' })
  expect([since, `${since}.keys`].map((file) => /davidssonius/i.test(gunzipSync(readFileSync(file)).toString('utf8')))).toEqual([false, false])
  const lines = await inNetwork(app.desk.register, { network: network.id, member: 'operator' }, (transaction) => listAudit(transaction, { limit: 1000 }))
  expect(lines.filter(({ action }) => action === 'retention.weed:member').map(({ actor, object }) => [actor, object])).toEqual([[anna.id, 'due:1']])
  expect(JSON.stringify(lines)).not.toMatch(/davidssonius|@example/i)
  expect((await retention()).log[0]).toMatchObject({ class: 'member', subjects: 1, parts: 1 })
  // What she wrote stays, by whoever she was: anybody else signs in as before, and she cannot.
  expect((await david.session()).state).toBe('signed-out')
  expect((await anna.session()).state).toBe('signed-in')
  expect((await verifyRegister(app.desk.register)).flatMap(({ findings }) => findings)).toEqual([])
  expect(app.log.join('\n')).not.toMatch(/davidssonius/i)
})
