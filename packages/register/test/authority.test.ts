// A network that an authority runs: register numbers without gaps however many come at once, and erasing under a decision on weeding alone.
import { randomBytes, randomUUID } from 'node:crypto'
import { type RetentionClass, renderDiaryNumber } from '@lykta/incident'
import {
  appendRevisions, appendSettings, appendWeedingDecision, appendWeedings, coarsenAnswers, type Context, eraseTexts, inNetwork, listIncidents, numberIncidents, readDiaryNumbers, readErasures, verifyNetwork, waitsForNumber, weedAudit, write, type WriteTransaction,
} from '@lykta/register'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { cloneDatabase, type TestDatabase } from './database.ts'
import { answersOf, makeNetwork, newIncident, type TestNetwork } from './support/network.ts'

let database: TestDatabase
let network: TestNetwork
let coordinator: Context
beforeAll(async () => void (database = await cloneDatabase()))
afterAll(async () => database.close())
beforeEach(async () => {
  network = await makeNetwork(database.register, 'Myndighet')
  coordinator = { network: network.network.id, member: randomUUID(), role: 'coordinator', organisation: network.organisations[0].id }
  await at('now()')
})

/** What the database believes that it is. */
const at = (time: string): Promise<unknown> => database.admin.query(`create or replace function lykta.register_time() returns timestamptz
  language sql stable set search_path = pg_catalog, pg_temp as $$ select ${time} $$`)
const act = async <T>(work: (transaction: WriteTransaction) => Promise<T>, context = coordinator): Promise<T> =>
  (await write(database.register, context, { action: 'test.act', object: 'test' }, work)).value
const turn = (on: boolean, pattern = 'LYK YYYY-####'): Promise<void> => act((transaction) => appendSettings(transaction, { authority: { on, pattern } }))
const sealed = () => ({ body: randomBytes(300), key: randomBytes(200), sealedId: randomUUID(), epoch: 1, position: null })
async function enter(count = 1): Promise<readonly string[]> {
  const made = Array.from({ length: count }, () => newIncident(answersOf(network.organisations[0].id)))
  await act((transaction) => appendRevisions(transaction, made))
  return made.map(({ incident }) => incident)
}
const numbersOf = async (incidents: readonly string[], context = coordinator) => {
  const found = await inNetwork(database.register, context, (transaction) => readDiaryNumbers(transaction, incidents))
  return incidents.map((id) => found.get(id))
}

test('nothing is numbered before the network is an authority’s; then also what came before, in the order in which it came', async () => {
  const [first] = await enter()
  const [second] = await enter()
  expect([await inNetwork(database.register, coordinator, waitsForNumber), await act(numberIncidents), await numbersOf([first!])]).toEqual([false, 0, [undefined]])
  await turn(true)
  expect([await inNetwork(database.register, coordinator, waitsForNumber), await act(numberIncidents), await inNetwork(database.register, coordinator, waitsForNumber)]).toEqual([true, 2, false])
  const year = new Date().getUTCFullYear()
  expect(await numbersOf([first!, second!])).toEqual([`LYK ${year}-0001`, `LYK ${year}-0002`])
  // Another pattern holds for what comes, and what has a number keeps it.
  await turn(true, 'SN/#/YYYY')
  const [third] = await enter()
  await act(numberIncidents)
  expect(await numbersOf([first!, third!])).toEqual([`LYK ${year}-0001`, `SN/3/${year}`])
  await turn(false)
  const [fourth] = await enter()
  expect([await act(numberIncidents), await numbersOf([first!, fourth!])]).toEqual([0, [`LYK ${year}-0001`, undefined]])
  expect((await inNetwork(database.register, coordinator, verifyNetwork)).findings).toEqual([])
})

test('what came together is numbered by the day on which it was reported', async () => {
  const made = ['2019-04-05', '2018-01-02', '2020-12-31'].map((reportedOn) => newIncident(answersOf(network.organisations[0].id, { reportedOn })))
  await act((transaction) => appendRevisions(transaction, made))
  await turn(true, 'YYYY:#')
  await act(numberIncidents)
  expect((await numbersOf(made.map(({ incident }) => incident))).map((name) => name!.slice(5))).toEqual(['2', '1', '3'])
})

test('many at once, and several who number them: each year from 1 without a gap, nothing twice', async () => {
  await turn(true)
  const rounds = await Promise.all(Array.from({ length: 8 }, async (_, index) => {
    const ids = await enter(1 + (index % 3))
    await Promise.all([act(numberIncidents), act(numberIncidents)])
    return ids
  }))
  await act(numberIncidents)
  const all = rounds.flat()
  const serials = (await numbersOf(all)).map((name) => Number(name!.slice(-4)))
  expect(serials.toSorted((a, b) => a - b)).toEqual(all.map((_, index) => index + 1))
  const { rows } = await database.admin.query<{ readonly serial: number }>(
    `select d.serial from lykta.diary_number d join lykta.revision r using (network_id, incident_id) where d.network_id = $1 and r.number = 1 order by r.from_position, d.serial`, [coordinator.network])
  expect(rows.map(({ serial }) => serial)).toEqual(all.map((_, index) => index + 1))
  expect((await inNetwork(database.register, coordinator, verifyNetwork)).findings).toEqual([])
})

test('the year is that in which it came, in the network’s time zone, and each year begins with 1', async () => {
  const [old, night, today] = [(await enter())[0]!, (await enter())[0]!, (await enter())[0]!]
  // An hour before midnight in London it is the new year in Stockholm.
  const moved = [['2024-06-01T12:00:00Z', old], ['2024-12-31T23:30:00Z', night], ['2025-06-01T12:00:00Z', today]] as const
  for (const [time, incident] of moved) {
    await database.admin.query(`update lykta.audit a set at = $1 from lykta.revision r where r.incident_id = $2 and a.network_id = r.network_id and a.position = r.from_position`, [time, incident])
  }
  await turn(true, 'YYYY-#')
  await act(numberIncidents)
  expect(await numbersOf([old, night, today])).toEqual(['2024-1', '2025-1', '2025-2'])
})

test('a number finds its incident; whoever may not see the incident sees no number', async () => {
  await turn(true)
  const [own] = await enter()
  const other = newIncident(answersOf(network.organisations[1].id))
  await act((transaction) => appendRevisions(transaction, [other]))
  await act(numberIncidents)
  const [ownName, otherName] = await numbersOf([own!, other.incident])
  const found = await inNetwork(database.register, coordinator, (transaction) => listIncidents(transaction, { text: otherName!.toLowerCase() }, { limit: 10 }))
  expect(found.incidents.map(({ id }) => id)).toEqual([other.incident])
  const reporter: Context = { ...coordinator, member: randomUUID(), role: 'reporter', organisation: network.organisations[0].id }
  expect(await numbersOf([own!, other.incident], reporter)).toEqual([ownName, undefined])
  expect(await numbersOf([own!, other.incident], { ...reporter, role: 'reader' })).toEqual([undefined, undefined])
})

test.each([['LYK YYYY-####', 2026, 42], ['SN #/YYYY', 2026, 12345], ['YYYY:######.Å', 2031, 7]] as const)('%s is written alike by the database and the program', async (pattern, year, serial) => {
  const { rows: [row] } = await database.admin.query<{ readonly name: string }>('select lykta.diary_name($1, $2, $3) as name', [pattern, year, serial])
  expect(row!.name).toBe(renderDiaryNumber(pattern, year, serial))
})

test('an authority erases under a standing decision that covers the class and has begun; so does everything else that weeds', async () => {
  const incident = newIncident(answersOf(network.organisations[0].id), { sealed: sealed() })
  await act((transaction) => appendRevisions(transaction, [incident]))
  const erase = () => act((transaction) => eraseTexts(transaction, 'narrative', incident.incident, 'due'))
  const decide = (classes: readonly RetentionClass[], decidedOn: string, changes: object = {}) => {
    const decision = { id: randomUUID(), revision: 1, reference: 'KS 2026/17', decidedOn, classes, withdrawn: false, ...changes }
    return act(async (transaction) => {
      await appendWeedingDecision(transaction, decision)
      return decision
    })
  }
  await turn(true)
  await expect(erase()).rejects.toMatchObject({ problems: [{ code: 'register.no-weeding-decision' }] })
  await decide(['note'], '2020-01-01')
  await decide(['narrative'], '2999-01-01')
  const gone = await decide(['narrative'], '2020-01-01')
  await decide(['narrative'], '2020-01-01', { id: gone.id, revision: 2, withdrawn: true })
  await expect(erase()).rejects.toMatchObject({ problems: [{ code: 'register.no-weeding-decision' }] })
  const decision = await decide(['narrative', 'note'], '2020-01-02')
  expect(await erase()).toBe(1)
  expect((await inNetwork(database.register, coordinator, readErasures)).map(({ class: of }) => of)).toEqual(['narrative'])
  // The other ways to weed ask the same.
  const undecided = { problems: [{ code: 'register.no-weeding-decision' }] }
  await expect(act((transaction) => coarsenAnswers(transaction, incident.incident, ['person']))).rejects.toMatchObject(undecided)
  await expect(act((transaction) => weedAudit(transaction, { id: randomUUID(), class: 'reading', before: '2020-01-01T00:00:00.000Z', decision: null }))).rejects.toMatchObject(undecided)
  await expect(act((transaction) => appendWeedings(transaction, [{ id: randomUUID(), class: 'member', cause: 'due', subjects: 1, parts: 1, decision: null }]))).rejects.toMatchObject({ code: '42501' })
  await decide(['person', 'reading', 'member'], '2020-01-02')
  expect(await act((transaction) => weedAudit(transaction, { id: randomUUID(), class: 'reading', before: '2020-01-01T00:00:00.000Z', decision: 'KS 2026/17' }))).toBe(0)
  await act((transaction) => coarsenAnswers(transaction, incident.incident, ['person']))
  await act((transaction) => appendWeedings(transaction, [{ id: randomUUID(), class: 'member', cause: 'due', subjects: 1, parts: 1, decision: 'KS 2026/17' }]))
  expect(decision.classes).not.toContain('person')
  // A clock that was decided by the archive's own decision is one too, and no other ground is.
  const clock = (ground: string) => act((transaction) => appendSettings(transaction, { authority: { on: true, pattern: 'YYYY-#' }, retention: { audit: { ground, decidedOn: '2020-01-02' } } }))
  const weedLog = () => act((transaction) => weedAudit(transaction, { id: randomUUID(), class: 'audit', before: '2020-01-01T00:00:00.000Z', decision: 'KS 2026/18' }))
  await clock('arrangement')
  await expect(weedLog()).rejects.toMatchObject(undecided)
  await clock('archive-decision')
  expect(await weedLog()).toBe(0)
  expect((await inNetwork(database.register, coordinator, verifyNetwork)).findings).toEqual([])
})
