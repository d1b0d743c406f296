// What is opened to an organisation, with the server's checks off: who reads which sealed text before, while and after; and when a session may begin.
import { randomBytes, randomUUID } from 'node:crypto'
import type { Id } from '@lykta/incident'
import {
  appendEpoch, appendRevisions, appendSession, appendSessionStep, appendSettings, appendShare, appendShareStep, type Context, findSealedText, inNetwork, type NewReadingStep, type NewShare, readSessions, readShares,
  verifyNetwork, write, type WriteTransaction,
} from '@lykta/register'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { enterNetwork } from '../src/transaction.ts'
import { cloneDatabase, type TestDatabase } from './database.ts'
import { fillPeople, type TestPeople } from './support/members.ts'
import { answersOf, createdAt, makeNetwork, newIncident, type TestNetwork } from './support/network.ts'

let database: TestDatabase
let network: TestNetwork
let people: TestPeople
let as: TestPeople['as'] & { readonly otherCore: Context }
beforeAll(async () => {
  database = await cloneDatabase()
  network = await makeNetwork(database.register, 'Delning')
  await write(database.register, network.context, { action: 'epoch.add', object: 'epoch:1' }, (transaction) =>
    appendEpoch(transaction, { epoch: 1, recipient: 'age1pq', madeOn: 'browser', createdAt }, []))
  people = await fillPeople(database.register, network)
  // Whoever receives: a core member of the other organisation.
  as = { ...people.as, otherCore: { network: network.network.id, member: randomUUID(), role: 'core-member', organisation: network.organisations[1].id } }
})
afterAll(() => database.close())

/** The database's time is so much later than it is. */
const later = (interval: string): Promise<unknown> => database.admin.query(`create or replace function lykta.register_time() returns timestamptz
  language sql stable set search_path = pg_catalog, pg_temp as $$ select now() + interval '${interval}' $$`)
beforeEach(async () => void (await later('0')))

const act = async (context: Context, work: (transaction: WriteTransaction) => Promise<void>): Promise<void> => {
  await write(database.register, context, { action: 'test.share', object: 'test' }, work)
}
const refused = (work: Promise<unknown>): Promise<void> => expect(work).rejects.toMatchObject({ code: '42501' })

/** Of the first organisation, each text of it sealed. */
async function reported(): Promise<Id> {
  const revision = newIncident(answersOf(network.organisations[0].id), { sealed: { sealedId: randomUUID(), body: randomBytes(300), key: randomBytes(200), epoch: 1, position: 2 } })
  await act(as.reporter, (transaction) => appendRevisions(transaction, [revision]))
  return revision.incident
}
async function added(incident: Id): Promise<void> {
  const revision = newIncident(answersOf(network.organisations[0].id), { sealed: { sealedId: randomUUID(), body: randomBytes(300), key: randomBytes(200), epoch: 1, position: 2 } })
  await act(as.reporter, (transaction) => appendRevisions(transaction, [{ ...revision, incident, number: 2, first: null }]))
}
async function opened(incident: Id, by: Context, changes: Partial<NewShare> = {}): Promise<Id> {
  const id = randomUUID()
  await act(by, (transaction) => appendShare(transaction, { id, incident, organisation: network.organisations[1].id, way: 'opened', what: 'reasons', upTo: 1, ground: 'consent', expiresAt: null, ...changes }))
  return id
}
const step = (context: Context, share: Id, what: 'accept' | 'decline' | 'end'): Promise<void> => act(context, (transaction) => appendShareStep(transaction, share, what))

/** What the other organisation's core member reads of it: body and key of the newest text, the first text, and what the two parts' rule says. */
async function seen(incident: Id, context: Context = as.otherCore) {
  return inNetwork(database.register, context, async (transaction) => {
    const newest = await findSealedText(transaction, incident)
    const [texts] = await transaction.run('select count(*) as n from lykta.sealed_body where network_id = $1 and incident_id = $2', [transaction.network, incident])
    const [rule] = await transaction.run(`select lykta.may_read_incident($1, 'reasons') as reasons, lykta.may_read_incident($1, 'follow-up') as "followUp"`, [incident])
    return { newest: newest !== undefined && newest.key !== null, texts: Number(texts!['n']), ...rule }
  })
}
const nothing = { newest: false, texts: 0, reasons: false, followUp: false }
const everything = { newest: true, texts: 1, reasons: true, followUp: true }

test('opens when it is accepted, and closes when it is ended, by whichever side', async () => {
  for (const [giver, ender] of [[as.coordinator, as['core-member']], [as['core-member'], as.otherCore], [as['core-member'], as.coordinator]] as const) {
    const incident = await reported()
    expect(await seen(incident, as['core-member'])).toEqual(everything)
    expect(await seen(incident, as.coordinator)).toEqual(everything)
    const share = await opened(incident, giver)
    expect(await seen(incident)).toEqual(nothing)
    // Who gives does not accept, and neither does whom it is not for.
    await refused(step(as['core-member'], share, 'accept'))
    await step(as.otherCore, share, 'accept')
    expect(await seen(incident)).toEqual({ newest: true, texts: 1, reasons: true, followUp: false })
    for (const role of ['reader', 'operator', 'device'] as const) expect([role, await seen(incident, { ...as.otherCore, role })]).toEqual([role, nothing])
    expect(await seen(incident, { ...as.otherCore, role: 'reporter' })).toEqual(nothing)
    await step(ender, share, 'end')
    expect(await seen(incident)).toEqual(nothing)
    const [stored] = await inNetwork(database.register, as.coordinator, (transaction) => readShares(transaction, { share }))
    expect(stored).toMatchObject({ incident, open: false, reportedBy: network.organisations[0].id, author: giver.member, steps: [{ act: 'accept', author: as.otherCore.member }, { act: 'end', author: ender.member }] })
  }
})

test('declined, ended before it is answered, or told elsewhere: opens nothing', async () => {
  const incident = await reported()
  await step(as.otherCore, await opened(incident, as.coordinator), 'decline')
  const ended = await opened(incident, as.coordinator)
  await step(as.coordinator, ended, 'end')
  await step(as.otherCore, ended, 'accept')
  const told = await opened(incident, as.coordinator, { way: 'told' })
  await refused(step(as.otherCore, told, 'accept'))
  expect(await seen(incident)).toEqual(nothing)
  await expect(step(as.otherCore, ended, 'decline')).rejects.toMatchObject({ problems: [{ code: 'register.changed-meanwhile' }] })
})

test('what is written, what is added, and what is noted are three things', async () => {
  const { written, reasons, 'follow-up': followUp } = { written: await reported(), reasons: await reported(), 'follow-up': await reported() }
  for (const [what, incident] of Object.entries({ written, reasons, 'follow-up': followUp }) as readonly (readonly [NewShare['what'], Id])[]) {
    await step(as.otherCore, await opened(incident, as.coordinator, { what }), 'accept')
    await added(incident)
  }
  expect(await seen(written)).toEqual({ newest: false, texts: 1, reasons: false, followUp: false })
  expect(await seen(reasons)).toEqual({ newest: true, texts: 2, reasons: true, followUp: false })
  expect(await seen(followUp)).toEqual({ newest: true, texts: 2, reasons: true, followUp: true })
})

test('in an emergency a core member opens for her own organisation, for an hour at most; and whatever has an end, ends', async () => {
  const incident = await reported()
  const inHours = (hours: number): string => new Date(Date.now() + hours * 3_600_000).toISOString()
  await refused(opened(incident, as.otherCore, { way: 'taken', expiresAt: inHours(1.1) }))
  await refused(opened(incident, as.otherCore, { way: 'opened' }))
  await refused(opened(incident, as.otherCore, { way: 'taken', expiresAt: inHours(0.9), organisation: network.organisations[0].id }))
  await refused(opened(incident, { ...as.otherCore, role: 'reporter' }, { way: 'taken', expiresAt: inHours(0.9) }))
  await opened(incident, as.otherCore, { way: 'taken', expiresAt: inHours(0.9) })
  expect(await seen(incident)).toMatchObject({ newest: true, texts: 1 })
  await later('61 minutes')
  expect(await seen(incident)).toEqual(nothing)
})

async function asked(by: Context): Promise<Id> {
  const id = randomUUID()
  await act(by, (transaction) => appendSession(transaction, { id, purpose: 'search' }))
  return id
}
const go = (context: Context, session: Id, what: NewReadingStep['act']): Promise<void> =>
  act(context, (transaction) => appendSessionStep(transaction, session, what === 'begin' ? { act: 'begin', texts: 7, extent: { [network.organisations[0].id]: 7 } } : { act: what }))

test('a session begins when another has agreed to it, or a day later, and for eight days', async () => {
  const session = await asked(as.coordinator)
  await refused(go(as.coordinator, session, 'begin'))
  await refused(go(as.coordinator, session, 'approve'))
  // A core member agrees to nothing until the settings name her.
  await refused(go(as['core-member'], session, 'approve'))
  await act(as.coordinator, (transaction) => appendSettings(transaction, { publicThreshold: 6, emergencyNumbers: [], secondPersons: [as['core-member'].member] }))
  await go(as['core-member'], session, 'approve')
  await refused(go(as['core-member'], session, 'begin'))
  await go(as.coordinator, session, 'begin')
  const [stored] = await inNetwork(database.register, as.otherCore, (transaction) => readSessions(transaction, { session }))
  expect(stored).toMatchObject({ purpose: 'search', author: as.coordinator.member, steps: [{ act: 'approve', texts: null, extent: null }, { act: 'begin', texts: 7, extent: { [network.organisations[0].id]: 7 } }] })
  await expect(go(as.coordinator, session, 'begin')).rejects.toMatchObject({ problems: [{ code: 'register.changed-meanwhile' }] })

  const waiting = await asked(as.otherCore)
  await later('23 hours 59 minutes')
  await refused(go(as.otherCore, waiting, 'begin'))
  await later('24 hours 1 minute')
  await go(as.otherCore, waiting, 'begin')

  await later('0')
  const [stopped, left] = [await asked(as.otherCore), await asked(as.otherCore)]
  await go(as['core-member'], stopped, 'refuse')
  await refused(go(as.otherCore, stopped, 'refuse'))
  await later('2 days')
  await refused(go(as.otherCore, stopped, 'begin'))
  await later('8 days 1 minute')
  await refused(go(as.otherCore, left, 'begin'))
})

test('the chain vouches for all of it', async () => {
  await database.admin.query('begin')
  const { findings } = await verifyNetwork(await enterNetwork(database.register, database.admin, network.network.id))
  await database.admin.query('rollback')
  expect(findings).toEqual([])
})
