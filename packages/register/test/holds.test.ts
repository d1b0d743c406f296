// Holds as the database keeps them, whatever the program does: two members of the network, one request for each line, its own clock; and what a hold is worth in another installation.
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { canonicalText, coarseLevels, coarsenIncident, type Id, type Incident } from '@lykta/incident'
import {
  answerHold, appendCase, appendCaseEvents, appendDraft, appendGlass, appendHoldRequest, appendMeetings, appendMember, appendRevisions, appendSettings, appendShare, appendSituation, coarsenAnswers, type Context, countOldLines, eraseTexts, findExport, inNetwork, listAudit, type Member, positionAt,
  readHoldRequests, readLegalHolds, readWeedings, restoreBackup, verifyNetwork, weedAudit, write, writeExport, type WriteTransaction,
} from '@lykta/register'
import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { enterNetwork } from '../src/transaction.ts'
import { cloneDatabase, type TestDatabase } from './database.ts'
import { newMember } from './support/members.ts'
import { answersOf, anyAnswers, createdAt, makeNetwork, newIncident, nextReference, type TestNetwork } from './support/network.ts'

let database: TestDatabase
let network: TestNetwork
/** `one` and `two` are coordinators, `core` nobody's second person until she is named. */
let [one, two, core, operator]: Context[] = []
let members: Readonly<Record<'one' | 'two' | 'core', Member>>
beforeAll(async () => void (database = await cloneDatabase()))
afterAll(async () => database.close())
beforeEach(async () => {
  await later('0')
  network = await makeNetwork(database.register, 'Stopp')
  const [organisation] = network.organisations
  members = { one: newMember('coordinator', organisation.id), two: newMember('coordinator', organisation.id), core: newMember('core-member', organisation.id) }
  ;[one, two, core] = Object.values(members).map(({ id, role }): Context => ({ network: network.network.id, member: id, role, organisation: organisation.id }))
  operator = { network: network.network.id, member: 'operator', role: 'coordinator' }
  await act(operator, async (transaction) => {
    for (const member of Object.values(members)) await appendMember(transaction, member)
  })
})

/** The database's time is so much later than it is. */
const later = (interval: string): Promise<unknown> => database.admin.query(`create or replace function lykta.register_time() returns timestamptz
  language sql stable set search_path = pg_catalog, pg_temp as $$ select now() + interval '${interval}' $$`)
const act = async <T>(who: Context | undefined, work: (transaction: WriteTransaction) => Promise<T>, object = 'test'): Promise<T> =>
  (await write(database.register, who!, { action: 'test.hold', object }, work)).value
const faults = (): Promise<readonly string[]> => inNetwork(database.register, one!, async (transaction) => (await verifyNetwork(transaction)).findings.map(({ code }) => code))
const leave = (who: keyof typeof members): Promise<void> => act(operator, (transaction) => appendMember(transaction, { ...members[who], active: false, login: null }))

async function incident(): Promise<Id> {
  const sealed = { body: Buffer.from('BODY'), key: Buffer.from('KEY'), sealedId: randomUUID(), epoch: 1, position: null }
  const revision = newIncident(answersOf(network.organisations[0].id), { sealed })
  await act(one, (transaction) => appendRevisions(transaction, [revision]))
  return revision.incident
}
/** `until` null: that it be lifted. */
async function ask(subject: Id, until: string | null, who = one, kind: 'incident' | 'meeting' = 'incident'): Promise<Id> {
  const held = { id: randomUUID(), subject, kind, reason: 'supervision' } as const
  await act(who, (transaction) => appendHoldRequest(transaction, until === null ? { ...held, act: 'lift' } : { ...held, act: 'place', until }))
  return held.id
}
const answer = (request: Id, what: 'agree' | 'refuse' | 'withdraw', who = two): Promise<void> => act(who, (transaction) => answerHold(transaction, request, what))
const erase = (of: Id): Promise<number> => act(one, (transaction) => eraseTexts(transaction, 'narrative', of, 'request'))
const until = (of: Id): Promise<string | undefined> => inNetwork(database.register, one!, async (transaction) => (await readLegalHolds(transaction)).find(({ subject }) => subject === of)?.until)
const day = (days: number): string => new Date(Date.now() + days * 86_400_000).toLocaleDateString('sv-SE', { timeZone: network.network.timeZone })

const meanwhile = { problems: [{ code: 'register.changed-meanwhile' }] }
const held = { problems: [{ code: 'register.held' }] }
const forbidden = { code: '42501' }

test('no line of it is added in another way, by a coordinator or at the machine', async () => {
  const of = await incident()
  const request = await ask(of, '2090-01-01')
  for (const who of [one!, operator!]) {
    for (const sql of [
      `insert into lykta.legal_hold (network_id, subject_id, seq, subject, reason, ends_on, author, created_at) values ('${who.network}', '${of}', 1, 'incident', 'dispute', '2090-01-01', '${who.member}', now())`,
      `insert into lykta.hold_request (network_id, request_id, act, subject_id, subject, reason, ends_on, author, created_at) values ('${who.network}', gen_random_uuid(), 'lift', '${of}', 'incident', 'dispute', '2020-01-01', '${who.member}', now())`,
      `insert into lykta.hold_answer (network_id, request_id, act, author, created_at) values ('${who.network}', '${request}', 'agree', '${who.member}', now())`,
      `update lykta.hold_request set created_at = now() - interval '1 year'`, `delete from lykta.hold_request`, `delete from lykta.legal_hold`,
    ]) await expect(act(who, ({ client }) => client.query(sql))).rejects.toMatchObject(forbidden)
  }
})

test('where there are members, by two of them: not at the machine, not by one who has left or in a role that is not hers, and not a day later', async () => {
  const of = await incident()
  await expect(ask(of, '2090-01-01', operator)).rejects.toMatchObject(forbidden)
  const request = await ask(of, '2090-01-01')
  const pretended: Context = { ...core!, role: 'coordinator' }
  for (const who of [one, operator, core, pretended, { ...two!, member: randomUUID() }]) await expect(answer(request, 'agree', who)).rejects.toMatchObject(forbidden)
  await leave('two')
  await expect(answer(request, 'agree')).rejects.toMatchObject(forbidden)
  // Alone: what stops weeding has done so since it was asked for, and what lifts cannot be undone, so that no time stands for the second person.
  await later('10 days')
  await expect(answer(request, 'agree', one)).rejects.toMatchObject(forbidden)
  await act(one, (transaction) => appendSettings(transaction, { secondPersons: [members.core.id] }))
  await answer(request, 'agree', core)
  await expect(erase(of)).rejects.toMatchObject(held)
  const lifting = await ask(of, null)
  await later('60 days')
  await expect(answer(lifting, 'agree', one)).rejects.toMatchObject(forbidden)
  await expect(erase(of)).rejects.toMatchObject(held)
  // She leaves; whoever is named still has to be there.
  await leave('core')
  await expect(answer(lifting, 'agree', core)).rejects.toMatchObject(forbidden)
  await later('0')
  expect(await faults()).toEqual([])
})

test('only what there is, and what stands to be lifted, to a day that is to come', async () => {
  const of = await incident()
  for (const [subject, kind] of [[randomUUID(), 'incident'], [of, 'case'], [of, 'meeting'], [of, 'member']] as const) {
    await expect(act(one, (transaction) => appendHoldRequest(transaction, { id: randomUUID(), act: 'place', subject, kind: kind as 'case', reason: 'dispute', until: '2090-01-01' }))).rejects.toMatchObject({ code: '22023' })
  }
  await expect(ask(of, null)).rejects.toMatchObject(meanwhile)
  await expect(ask(of, day(-1))).rejects.toMatchObject(meanwhile)
  await expect(act(one, ({ client }) => client.query(`select lykta.ask_hold(gen_random_uuid(), 'place', 'incident', $1, 'dispute', null)`, [of]))).rejects.toMatchObject({ cause: { code: '40001' } })
  const soon = await ask(of, day(1))
  await later('5 days')
  await expect(answer(soon, 'agree')).rejects.toMatchObject(meanwhile)
  await later('0')
  await answer(await ask(of, day(20)), 'agree')
  const lifting = await ask(of, null)
  await later('3 days')
  // It stood until then.
  await answer(lifting, 'agree')
  expect(await until(of)).toBe(day(2))
  await later('0')
  const again = await incident()
  await answer(await ask(again, day(2)), 'agree')
  const late = await ask(again, null)
  await later('9 days')
  await expect(answer(late, 'agree')).rejects.toMatchObject(meanwhile)
  expect(await until(again)).toBe(day(2))
})

test('of two in the same moment one counts, of answers, of requests, and of asking and erasing', async () => {
  const of = await incident()
  const settled = async (works: readonly Promise<unknown>[]): Promise<readonly string[]> => (await Promise.allSettled(works)).map(({ status }) => status).toSorted()
  const request = await ask(of, '2090-01-01')
  expect(await settled([answer(request, 'agree'), answer(request, 'refuse'), answer(request, 'withdraw', one)])).toEqual(['fulfilled', 'rejected', 'rejected'])
  const [first, second] = [await ask(of, '2091-01-01'), await ask(of, '2092-01-01')]
  expect(await settled([answer(first, 'agree'), answer(second, 'agree')])).toEqual(['fulfilled', 'rejected'])
  // In one transaction too: the first has said nothing of what the second makes of it.
  const [third, fourth] = [await ask(of, '2093-01-01'), await ask(of, null)]
  await expect(act(two, async (transaction) => {
    await answerHold(transaction, third, 'agree')
    await answerHold(transaction, fourth, 'agree')
  })).rejects.toMatchObject(meanwhile)
  for (let round = 0; round < 4; round += 1) {
    const other = await incident()
    const [asked, erased] = await Promise.allSettled([ask(other, '2090-01-01'), erase(other)])
    expect(asked.status).toBe('fulfilled')
    if (erased.status === 'rejected') expect(erased.reason).toMatchObject(held)
    else expect(await inNetwork(database.register, one!, async ({ run }) => (await run('select from lykta.erasure e join lykta.sealed_body b on b.sealed_id = e.text_id where b.incident_id = $1', [other])).length)).toBe(1)
  }
  expect(await faults()).toEqual([])
})

test('how long it stops weeding is told by the audit’s line, and what is changed underneath is found', async () => {
  const of = await incident()
  await ask(of, '2090-01-01')
  const request = await ask(await incident(), '2090-01-01')
  await answer(request, 'agree')
  await database.admin.query(`update lykta.hold_request set created_at = created_at - interval '1 year' where network_id = $1`, [one!.network])
  await expect(erase(of)).rejects.toMatchObject(held)
  await later('13 days')
  await expect(erase(of)).rejects.toMatchObject(held)
  await database.admin.query(`update lykta.hold_request set created_at = created_at + interval '9 years' where network_id = $1`, [one!.network])
  await later('15 days')
  expect(await erase(of)).toBe(1)
  await later('0')
  expect(await faults()).toEqual([])
  for (const tampering of [
    `update lykta.legal_hold set ends_on = '2020-01-01'`, `update lykta.legal_hold set subject_id = gen_random_uuid()`, `delete from lykta.legal_hold`, `update lykta.legal_hold set author = '${members.one.id}'`,
    `update lykta.hold_request set act = 'lift'`, `update lykta.hold_request set author = 'x'`, `update lykta.hold_request set from_position = from_position + 1`, `delete from lykta.hold_answer`, `update lykta.hold_answer set act = 'refuse'`,
    `update lykta.audit set at = at - interval '1 year' where action = 'test.hold' and position = (select max(from_position) from lykta.hold_request where network_id = audit.network_id)`,
  ]) {
    await database.admin.query('begin')
    try {
      await database.admin.query(`${tampering} ${tampering.includes('where') ? 'and' : 'where'} network_id = '${one!.network}'`)
      expect([tampering, (await verifyNetwork(await enterNetwork(database.register, database.admin, one!.network))).findings.length > 0]).toEqual([tampering, true])
    } finally {
      await database.admin.query('rollback')
    }
  }
})

test('lines of the audit that name what is held are left while it is, with those of its case, and told as held', async () => {
  const [of, other] = [await incident(), await incident()]
  for (const id of [of, other]) await act(core, async () => undefined, `incident:${id}`)
  await answer(await ask(of, '2090-01-01'), 'agree')
  await later('90 days')
  const before = new Date(Date.now() + 86_400_000).toISOString()
  const old = await inNetwork(database.register, one!, (transaction) => countOldLines(transaction, 'audit', before))
  expect(old).toEqual({ count: old.count, held: 1 })
  expect(await act(one, (transaction) => weedAudit(transaction, { id: randomUUID(), class: 'audit', before, decision: null }))).toBe(old.count)
  const objects = async (): Promise<readonly string[]> => (await inNetwork(database.register, one!, (transaction) => listAudit(transaction, { limit: 1000 }))).map(({ object }) => object)
  expect([(await objects()).includes(`incident:${of}`), (await objects()).includes(`incident:${other}`)]).toEqual([true, false])
  expect(await faults()).toEqual([])
  expect(await inNetwork(database.register, core!, ({ run }) => run('select lykta.held_objects() as held', []))).toEqual([{ held: [] }])
  await answer(await ask(of, null), 'agree')
  expect(await act(one, (transaction) => weedAudit(transaction, { id: randomUUID(), class: 'audit', before, decision: null }))).toBeGreaterThanOrEqual(1)
  expect((await objects()).includes(`incident:${of}`)).toBe(false)
  expect(await faults()).toEqual([])
})

test('so are those that name a part of it, or what belongs to it under a name of its own', async () => {
  const [of, other] = [await incident(), await incident()]
  const [followed, joined, given, taken, meeting, report] = Array.from({ length: 6 }, () => randomUUID()) as [Id, Id, Id, Id, Id, Id]
  const { organisations: [first, second] } = network
  const share = { incident: of, what: 'reasons', upTo: 1 } as const
  await act(one, async (transaction) => {
    await appendCase(transaction, { id: followed, ref: nextReference(), at: createdAt })
    await appendCaseEvents(transaction, followed, [{ id: randomUUID(), act: { kind: 'open' }, at: createdAt }, { id: joined, act: { kind: 'join', incident: of }, at: createdAt }])
    await appendShare(transaction, { ...share, id: given, organisation: second.id, way: 'opened', ground: 'consent', expiresAt: null })
    await appendMeetings(transaction, [{ id: meeting, circle: 'core', revision: 1, date: '2026-03-12', begins: '13:00', ends: '15:00', state: 'planned', agenda: [], attendance: null }])
    await appendSituation(transaction, { id: report, meeting, asOf: 2, ledgerLength: 0, versions: [{ audience: 'network', digest: 'a'.repeat(64), content: {}, told: null, files: new Map() }] })
  })
  const expiresAt = new Date(Date.now() + 3_000_000).toISOString()
  await act(core, async (transaction) => {
    await appendShare(transaction, { ...share, id: taken, organisation: first.id, way: 'taken', ground: 'emergency', expiresAt })
    await appendGlass(transaction, { id: taken, reason: 'child', share: taken, expiresAt })
  })
  const named = [`incident:${of}/1`, `case:${followed}/${randomUUID()}`, `event:${joined}`, `share:${given}`, `glass:${taken}`, `network:${report}`]
  const others = [`incident:${other}/1`, `share:${randomUUID()}`, `glass:${randomUUID()}`]
  for (const object of [...named, ...others]) await act(core, async () => undefined, object)
  await answer(await ask(of, '2090-01-01'), 'agree')
  await answer(await ask(meeting, '2090-01-01', one, 'meeting'), 'agree')
  await later('90 days')
  const before = new Date(Date.now() + 86_400_000).toISOString()
  const { count, held: told } = await inNetwork(database.register, one!, (transaction) => countOldLines(transaction, 'audit', before))
  expect(told).toBe(named.length)
  expect(await act(one, (transaction) => weedAudit(transaction, { id: randomUUID(), class: 'audit', before, decision: null }))).toBe(count)
  const left = (await inNetwork(database.register, one!, (transaction) => listAudit(transaction, { limit: 1000 }))).map(({ object }) => object)
  expect(left.filter((object) => [...named, ...others].includes(object)).toSorted()).toEqual(named.toSorted())
  expect(await faults()).toEqual([])
})

test('a day ends at the same position when what came late on it was weeded and what came earlier is held', async () => {
  const of = await incident()
  await answer(await ask(of, '2090-01-01'), 'agree')
  const positions = [await write(database.register, core!, { action: 'test.hold', object: `incident:${of}` }, async () => undefined)].map(({ position }) => position)
  await incident()
  const [held, late] = [positions[0]!, positions[0]! + 1]
  // Two months ago: everything before on the day before, these at ten and at two o'clock, and what comes after two days later.
  const noon = `(date_trunc('day', now() - interval '60 days', 'Europe/Stockholm') + interval '12 hours')`
  await database.admin.query(`update lykta.audit set at = ${noon} + case when position < $2 then interval '-1 day' when position = $2 then interval '-2 hours' when position = $3 then interval '2 hours' else interval '2 days' end
    where network_id = $1`, [one!.network, held, late])
  await incident()
  const asked = async (after: string): Promise<number> => {
    const { rows: [row] } = await database.admin.query<{ readonly time: string }>(`select to_char((${noon} + $1::interval) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as time`, [after])
    return positionAt(database.register, one!, row!.time)
  }
  const moments = ['-20 hours', '-3 hours', '10 hours', '20 hours', '60 days -13 hours']
  const before = await Promise.all(moments.map(asked))
  expect(before).toEqual([held - 1, held - 1, late, late, late])
  const weeded = await act(one, (transaction) => weedAudit(transaction, { id: randomUUID(), class: 'audit', before: new Date(Date.now() - 40 * 86_400_000).toISOString(), decision: null }))
  expect(weeded).toBe(late - 1)
  expect(await Promise.all(moments.map(asked))).toEqual(before)
})

test('a time of day is the same position after who read what was weeded', async () => {
  await incident()
  await write(database.register, core!, { action: 'text.read', object: `incident:${randomUUID()}` }, async () => undefined)
  // The beginning of that day: nothing had been written yet.
  const { rows: [read] } = await database.admin.query<{ readonly began: string }>(
    `select to_char(date_trunc('day', at, 'Europe/Stockholm') at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as began from lykta.audit where network_id = $1 and action = 'text.read'`, [one!.network])
  const asked = (): Promise<number> => positionAt(database.register, one!, read!.began)
  const before = await asked()
  await later('90 days')
  expect(await act(one, (transaction) => weedAudit(transaction, { id: randomUUID(), class: 'reading', before: new Date(Date.now() + 86_400_000).toISOString(), decision: null }))).toBe(1)
  expect(await asked()).toBe(before)
})

test('coarser answers are what the program computes, whatever they were', async () => {
  const arbitrary = fc.tuple(anyAnswers([randomUUID()]), fc.subarray([...coarseLevels], { minLength: 1 }), fc.constantFrom('2017-11-01', '2018-02-14', '2019-05-31', '2020-06-30'), fc.constantFrom(
    {}, { own: { 'q.a': 'x' } }, { concernReport: { made: 'yes', on: '2019-05-02' }, own: { 'q.a': 'y' } }, { concernReport: { made: 'no', on: null } }))
  const cases = fc.sample(arbitrary, { numRuns: 150, seed: 20 }).map(([answers, levels, since, more]) => ({ answers: { ...answers, ...more } as Incident, levels, since }))
  const { rows } = await database.admin.query<{ readonly coarse: unknown }>(
    `select lykta.coarse_answers((c.one ->> 'answers')::jsonb, array(select jsonb_array_elements_text(c.one -> 'levels')), (c.one ->> 'since')::date) as coarse from jsonb_array_elements($1::jsonb) with ordinality c(one, at) order by at`,
    [JSON.stringify(cases.map(({ answers, ...rest }) => ({ ...rest, answers: canonicalText(answers) })))])
  expect(rows.map(({ coarse }) => canonicalText(coarse))).toEqual(cases.map(({ answers, levels, since }) => canonicalText(coarsenIncident(answers, levels, since))))
})

test('a draft is thrown away by emptying it alone, and not by a line that says so', async () => {
  const draft = randomUUID()
  await act(one, (transaction) => appendDraft(transaction, {
    id: draft, year: 2025, audience: 'public', revises: null, asOf: 1, head: 'a'.repeat(64), ledgerLength: 0, policy: 'p', digest: 'b'.repeat(64), prose: {}, content: {}, protocol: {}, overrides: [], files: { draft: new Map(), final: new Map() },
  }))
  await expect(act(one, ({ client }) => client.query(`insert into lykta.edition_step (network_id, draft_id, seq, act, digest, author, created_at) values ($1, $2, 1, 'discard', $3, $4, now())`,
    [one!.network, draft, 'b'.repeat(64), one!.member]))).rejects.toMatchObject(forbidden)
})

test('in another installation it holds, the one that is asked for stops weeding, and the log of weeding is the same', async () => {
  const [placed, asked, gone] = [await incident(), await incident(), await incident()]
  await answer(await ask(placed, '2090-01-01'), 'agree')
  await ask(asked, '2090-01-01')
  await erase(gone)
  await act(one, (transaction) => coarsenAnswers(transaction, gone, ['person']))
  const home = mkdtempSync(path.join(tmpdir(), 'lykta-holds-'))
  const other = await cloneDatabase()
  try {
    await writeExport(database.register, { network: one!.network, target: path.join(home, 'town.zip'), programVersion: 'test' })
    const found = (await findExport(path.join(home, 'town.zip')))!
    expect((await restoreBackup(other.register, found)).problems).toEqual([])
    const all = (of: TestDatabase) => inNetwork(of.register, one!, async (transaction) => [await readLegalHolds(transaction), await readHoldRequests(transaction), await readWeedings(transaction)])
    expect(await all(other)).toEqual(await all(database))
    const there = (id: Id): Promise<unknown> => write(other.register, one!, { action: 'test.erase', object: 'test' }, (transaction) => eraseTexts(transaction, 'narrative', id, 'due'))
    for (const id of [placed, asked]) await expect(there(id)).rejects.toMatchObject(held)
    const request = randomUUID()
    await write(other.register, two!, { action: 'test.hold', object: 'test' }, (transaction) => appendHoldRequest(transaction, { id: request, act: 'lift', subject: placed, kind: 'incident', reason: 'supervision' }))
    await write(other.register, one!, { action: 'test.hold', object: 'test' }, (transaction) => answerHold(transaction, request, 'agree'))
    await there(placed)
    expect((await inNetwork(other.register, one!, verifyNetwork)).findings).toEqual([])
  } finally {
    await other.close()
    rmSync(home, { recursive: true, force: true })
  }
})
