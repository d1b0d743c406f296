// Opening an incident to another organisation, who has read it, and how many texts anybody reads: over the server's routes, by the database's clock.
import { randomUUID } from 'node:crypto'
import { appendEpoch, inNetwork, listAudit, write } from '@lykta/register'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import type { SealedKeyPage, SealedTextAnswer } from '../../apps/server/src/api/member-types.ts'
import type { BreakGlassRequest, GlassEntry, GlassStepRequest, IncidentSharesAnswer, NewShareRequest, ReadsAnswer, SessionAct, SessionEntry, SessionPurpose, SessionsAnswer, SessionTextsAnswer, SharesAnswer } from '../../apps/server/src/api/sharing-types.ts'
import type { IncidentAnswer } from '../../apps/server/src/api/types.ts'
import { makeTestApp, bareSample, type TestApp } from './app.ts'
import { wereDaysAgo } from './days-ago.ts'
import { type Answer, foundTestNetwork, join, list, type Person, read, report, type TestNetwork } from './member-network.ts'

let app: TestApp
let network: TestNetwork
let [anna, cilla, hedda, david] = [] as unknown as [Person, Person, Person, Person]
/** To whom letters went; what stands in them is the same for all. */
const told: string[] = []
/** Of the hotel, each with a text. */
let refs: readonly string[]
beforeAll(async () => {
  app = await makeTestApp({ mail: { send: async (letter) => void told.push(letter.to), close: () => {} }, quiet: 0 }, bareSample)
  network = await foundTestNetwork(app)
  anna = network.anna
  cilla = await join(network, 'core-member', network.town, 'Cilla')
  hedda = await join(network, 'core-member', network.hotel, 'Hedda')
  david = await join(network, 'reporter', network.hotel, 'David')
  await list(network, cilla, 'core-member', network.town)
  await list(network, hedda, 'core-member', network.hotel)
  await list(network, david, 'reporter', network.hotel)
  const made: string[] = []
  for (let number = 1; number <= 24; number += 1) made.push(await report(network, david, { placeType: 'hotel' }, `Skäl nummer ${number}.`))
  refs = made
  await wereDaysAgo(app.desk.register, network.id)
})
afterAll(() => app.close())

/** The database's time is so much later than it is. */
const later = (interval: string): Promise<unknown> => app.desk.register.owner.query(`create or replace function lykta.register_time() returns timestamptz
  language sql stable set search_path = pg_catalog, pg_temp as $$ select now() + interval '${interval}' $$`)
beforeEach(async () => void (await later('0')))

const open = (who: Person, ref: string, sent: Partial<NewShareRequest> = {}): Promise<Answer> =>
  who.send('POST', `/api/incidents/${ref}/shares`, { id: randomUUID(), organisation: network.town, way: 'opened', what: 'reasons', ground: 'consent', ...sent })
const step = (who: Person, id: string, act: string): Promise<Answer> => who.send('POST', `/api/shares/${id}/steps`, { act })
const text = (who: Person, ref: string): Promise<Answer<SealedTextAnswer>> => who.send('GET', `/api/incidents/${ref}/text`)
/** What is done tells them, each by a letter. */
async function expectTold(work: () => Promise<unknown>, people: readonly Person[]): Promise<void> {
  const lettersTo = ({ email }: Person): number => told.filter((to) => to === email).length
  const before = people.map(lettersTo)
  await work()
  await vi.waitFor(() => expect(people.map(lettersTo).every((count, index) => count > before[index]!)).toBe(true), { timeout: 60_000 })
}
const mayOpen = async (who: Person, ref: string): Promise<boolean> => (await who.get<IncidentAnswer>(`/api/incidents/${ref}`)).revisions[0]!.mayOpen
const acts = async (): Promise<readonly string[]> => {
  const lines = await inNetwork(app.desk.register, { network: network.id, member: 'operator' }, (transaction) => listAudit(transaction, { limit: 200 }))
  return lines.map(({ action, actor, object }) => `${action} ${actor} ${object}`)
}

test('opened by whose it is, accepted by whom it is for, read, ended: each seen by both and by the coordinator', async () => {
  const [ref] = refs as readonly [string]
  expect(await text(cilla, ref)).toMatchObject({ status: 404 })
  expect(await open(cilla, ref)).toMatchObject({ status: 404 })
  expect(await hedda.get<IncidentSharesAnswer>(`/api/incidents/${ref}/shares`)).toEqual({ shares: [], mayOpen: true, mayTake: false, readers: [network.town] })
  expect(await cilla.get<IncidentSharesAnswer>(`/api/incidents/${ref}/shares`)).toMatchObject({ mayOpen: false, mayTake: true })
  const id = randomUUID()
  await expectTold(async () => expect(await open(hedda, ref, { id, ground: 'serious-offence' })).toMatchObject({ status: 201 }), [anna, cilla])
  expect(await open(hedda, ref, { id, ground: 'serious-offence' })).toMatchObject({ status: 200 })
  expect(await open(hedda, ref)).toMatchObject({ status: 422, codes: ['share.stands'] })
  expect(await text(cilla, ref)).toMatchObject({ status: 404 })
  expect(await mayOpen(cilla, ref)).toBe(false)

  expect(await step(hedda, id, 'accept')).toMatchObject({ status: 422, codes: ['share.not-now'] })
  expect(await step(cilla, id, 'accept')).toMatchObject({ status: 200 })
  expect(await mayOpen(cilla, ref)).toBe(true)
  expect(await read(network, cilla, ref)).toMatchObject({ text: 'Skäl nummer 1.', findings: [] })
  for (const who of [cilla, hedda, anna]) {
    expect((await who.get<SharesAnswer>('/api/shares')).shares).toMatchObject([{
      id, ref, state: 'open', way: 'opened', what: 'reasons', ground: 'serious-offence', reportedBy: network.hotel, organisation: network.town,
      by: { role: 'core-member', organisation: network.hotel, me: who === hedda, id: who === cilla ? null : hedda.id },
      answer: { act: 'accept', by: { organisation: network.town } }, may: ['end'],
    }])
  }
  expect(await step(cilla, id, 'end')).toMatchObject({ status: 200 })
  expect(await text(cilla, ref)).toMatchObject({ status: 404 })
  expect((await hedda.get<SharesAnswer>('/api/shares')).shares).toMatchObject([{ state: 'ended', end: { by: { organisation: network.town } }, may: [] }])
  expect((await acts()).filter((line) => line.startsWith('share.'))).toEqual([
    `share.end ${cilla.id} share:${id}`, `share.accept ${cilla.id} share:${id}`, expect.stringMatching(`^share.open:serious-offence ${hedda.id} incident:`)])
})

test('declined, told elsewhere, to nobody who reads, by nobody who may', async () => {
  const [, ref] = refs as readonly [string, string]
  const declined = randomUUID()
  await open(anna, ref, { id: declined })
  expect(await step(cilla, declined, 'decline')).toMatchObject({ status: 200 })
  expect(await step(cilla, declined, 'accept')).toMatchObject({ status: 422, codes: ['share.not-now'] })
  expect(await open(anna, ref, { way: 'told', ground: 'duty' })).toMatchObject({ status: 201 })
  expect(await text(cilla, ref)).toMatchObject({ status: 404 })
  expect((await anna.get<IncidentSharesAnswer>(`/api/incidents/${ref}/shares`)).shares.map(({ state }) => state)).toEqual(['told', 'declined'])
  expect(await open(anna, ref, { organisation: network.hotel })).toMatchObject({ status: 422, codes: ['share.unfit'] })
  expect(await open(anna, ref, { organisation: randomUUID() })).toMatchObject({ status: 422, codes: ['share.unfit'] })
  expect(await open(anna, ref, { ground: 'because' as 'consent' })).toMatchObject({ status: 400 })
  for (const who of [david]) {
    for (const [method, path, sent] of [['GET', '/api/shares'], ['GET', `/api/incidents/${ref}/shares`], ['POST', `/api/incidents/${ref}/shares`, {}], ['GET', '/api/reading-sessions']] as const) {
      expect(await who.send(method, path, sent)).toMatchObject({ status: 404 })
    }
  }
})

const breakGlass = (who: Person, sent: Partial<BreakGlassRequest> = {}): Promise<Answer<SessionsAnswer>> =>
  who.send('POST', '/api/break-glass', { id: randomUUID(), reason: 'danger-to-life', incident: null, ...sent })
const stepGlass = (who: Person, id: string, sent: GlassStepRequest): Promise<Answer<SessionsAnswer>> => who.send('POST', `/api/break-glass/${id}/steps`, sent)
const glass = async (who: Person, id: string): Promise<GlassEntry> => (await who.get<SessionsAnswer>('/api/reading-sessions')).glasses.find((one) => one.id === id)!

test('who is in danger waits for nobody’s answer: an incident opens at once, for an hour, the core group is told, and another reviews it', async () => {
  const [, , ref] = refs as readonly [string, string, string]
  expect(await breakGlass(cilla, { incident: ref, reason: 'because' as 'child' })).toMatchObject({ status: 400 })
  expect(await open(cilla, ref, { way: 'taken' as 'told' })).toMatchObject({ status: 400 })
  // Her own organisation's, or a coordinator's, waits for nobody; a reporter opens nothing.
  for (const who of [hedda, anna, david]) expect(await breakGlass(who, { incident: ref })).toMatchObject({ status: 404 })
  const id = randomUUID()
  await expectTold(async () => expect(await breakGlass(cilla, { id, incident: ref, reason: 'child' })).toMatchObject({ status: 201 }), [anna, hedda])
  expect(await breakGlass(cilla, { id, incident: ref, reason: 'child' })).toMatchObject({ status: 200 })
  expect(await breakGlass(cilla, { incident: ref })).toMatchObject({ status: 422, codes: ['glass.not-now'] })
  expect(await text(cilla, ref)).toMatchObject({ status: 200 })
  expect((await hedda.get<SharesAnswer>('/api/shares')).shares[0]).toMatchObject({ ref, way: 'taken', state: 'open', may: ['end'] })
  for (const who of [hedda, anna, cilla]) expect(await glass(who, id)).toMatchObject({ reason: 'child', what: 'incident', ref, state: 'running', texts: 1, by: { organisation: network.town, me: who === cilla }, may: ['end'] })
  expect(await stepGlass(hedda, id, { act: 'review', finding: 'justified' })).toMatchObject({ codes: ['glass.not-now'] })
  await later('61 minutes')
  expect(await text(cilla, ref)).toMatchObject({ status: 404 })
  expect((await hedda.get<SharesAnswer>('/api/shares')).shares[0]).toMatchObject({ state: 'expired', may: [] })
  // It is for another to say what it was.
  expect(await glass(cilla, id)).toMatchObject({ state: 'over', may: [] })
  expect(await stepGlass(cilla, id, { act: 'review', finding: 'justified' })).toMatchObject({ codes: ['glass.not-now'] })
  expect(await stepGlass(david, id, { act: 'review', finding: 'justified' })).toMatchObject({ status: 404 })
  for (let again = 0; again < 2; again += 1) expect(await stepGlass(hedda, id, { act: 'review', finding: 'justified' })).toMatchObject({ status: 200 })
  expect(await glass(anna, id)).toMatchObject({ state: 'reviewed', review: { finding: 'justified', by: { id: hedda.id } }, may: [] })
  expect(await stepGlass(anna, id, { act: 'review', finding: 'not-justified' })).toMatchObject({ codes: ['glass.not-now'] })
  expect((await acts()).filter((line) => line.startsWith('glass.'))).toEqual([`glass.review:justified ${hedda.id} glass:${id}`, expect.stringMatching(`^glass.break:child ${cilla.id} incident:`)])
  expect((await david.get<ReadsAnswer>('/api/reads')).reads.map(({ ref: of, glass: why }) => [of, why])).toEqual([[ref, 'child'], [refs[0], null]])
})

test('whose incidents they are sees who read them, a reporter too, and nobody else’s', async () => {
  const reads = async (who: Person, query = ''): Promise<ReadsAnswer> => who.get(`/api/reads${query}`)
  const [first] = refs as readonly [string]
  for (const who of [david, hedda, anna]) {
    const { reads: [newest, oldest], next } = await reads(who)
    expect([newest, oldest, next]).toMatchObject([
      { ref: refs[2], revision: 1, organisation: network.hotel, by: { role: 'core-member', organisation: network.town, id: who === anna ? cilla.id : null } }, { ref: first }, null])
  }
  expect(await reads(cilla)).toEqual({ reads: [], sessions: [], next: null })
  // Another's are not hers to ask for; a coordinator asks for any.
  expect(await reads(cilla, `?organisation=${network.hotel}`)).toEqual({ reads: [], sessions: [], next: null })
  expect((await reads(anna, `?organisation=${network.town}`)).reads).toEqual([])
  expect((await reads(anna, `?before=${(await reads(anna)).reads[0]!.position}`)).reads).toHaveLength(1)
  expect(await anna.send('GET', '/api/reads?before=0')).toMatchObject({ status: 400 })
})

const ask = async (who: Person, purpose: SessionPurpose): Promise<string> => {
  const id = randomUUID()
  expect(await who.send('POST', '/api/reading-sessions', { id, purpose })).toMatchObject({ status: 201 })
  return id
}
const refOf = ({ place }: SessionTextsAnswer['texts'][number]): string => (place.part === 'meetings' ? '' : place.ref)
const go = (who: Person, id: string, act: SessionAct): Promise<Answer<SessionsAnswer>> => who.send('POST', `/api/reading-sessions/${id}/steps`, { act })
const session = async (who: Person, id: string): Promise<SessionEntry> => (await who.get<SessionsAnswer>('/api/reading-sessions')).sessions.find((one) => one.id === id)!

test('the twenty-first text in ten minutes waits, for each member by herself, and one that is open is not another', async () => {
  for (const ref of refs.slice(0, 20)) expect([ref, (await text(anna, ref)).status]).toEqual([ref, 200])
  const refused = { status: 422, codes: ['reading.limit'] }
  for (let again = 0; again < 2; again += 1) expect(await text(anna, refs[20]!)).toMatchObject(refused)
  expect(await text(anna, refs[3]!)).toMatchObject({ status: 200 })
  expect(await text(hedda, refs[20]!)).toMatchObject({ status: 200 })
  // Nothing of what was refused is logged, and none of two at once slips through.
  expect((await acts()).filter((line) => line.startsWith(`text.read ${anna.id}`))).toHaveLength(21)
  for (const ref of refs.slice(0, 18)) await text(hedda, ref)
  const both = await Promise.all([text(hedda, refs[21]!), text(hedda, refs[22]!)])
  expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 422])
  await later('11 minutes')
  expect(await text(anna, refs[20]!)).toMatchObject({ status: 200 })
})

test('a second person agrees, and more is read until the session ends', async () => {
  for (const ref of refs.slice(0, 20)) await text(anna, ref)
  let id = ''
  await expectTold(async () => (id = await ask(anna, 'reading')), [cilla, hedda])
  expect(await anna.send('POST', '/api/reading-sessions', { id: randomUUID(), purpose: 'reading' })).toMatchObject({ status: 422, codes: ['session.stands'] })
  expect(await session(anna, id)).toMatchObject({ state: 'waiting', may: ['withdraw'], texts: null, by: { me: true } })
  for (const act of ['approve', 'begin', 'refuse'] as const) expect([act, (await go(anna, id, act)).codes]).toEqual([act, ['session.not-now']])
  // A core member may refuse; she agrees once a coordinator has named her.
  expect(await session(cilla, id)).toMatchObject({ may: ['refuse'], by: { id: null, role: 'coordinator' } })
  expect(await go(cilla, id, 'approve')).toMatchObject({ status: 422, codes: ['session.not-now'] })
  expect((await anna.get<SessionsAnswer>('/api/reading-sessions')).second).toBe(false)
  expect(await cilla.send('PUT', '/api/second-persons', { members: [cilla.id] })).toMatchObject({ status: 404 })
  expect(await anna.send('PUT', '/api/second-persons', { members: [david.id] })).toMatchObject({ status: 422, codes: ['session.no-core-member'] })
  expect(await anna.send('PUT', '/api/second-persons', { members: [cilla.id] })).toMatchObject({ status: 200, body: { second: false, secondPersons: [cilla.id] } })
  // The core group is told who she is, and has a day: who asks has named her herself.
  expect(await go(cilla, id, 'approve')).toMatchObject({ status: 422, codes: ['session.not-now'] })
  // The settings that the page sends leave her named.
  const { settings, ownIndicators } = await anna.get<{ readonly settings: object; readonly ownIndicators: readonly object[] }>('/api/settings')
  expect(await anna.send('PUT', '/api/settings', { settings: { ...settings, publicThreshold: 6 }, ownIndicators })).toMatchObject({ status: 200 })
  expect(await text(anna, refs[22]!)).toMatchObject({ codes: ['reading.limit'] })
  await wereDaysAgo(app.desk.register, network.id)
  expect((await anna.get<SessionsAnswer>('/api/reading-sessions')).second).toBe(true)
  expect(await go(cilla, id, 'approve')).toMatchObject({ status: 200 })
  expect(await text(anna, refs[22]!)).toMatchObject({ codes: ['reading.limit'] })
  expect(await go(anna, id, 'begin')).toMatchObject({ status: 200 })
  expect(await text(anna, refs[22]!)).toMatchObject({ status: 200 })
  expect(await text(hedda, refs[20]!)).toMatchObject({ status: 200 })
  expect(await session(hedda, id)).toMatchObject({ state: 'running', texts: 24, may: ['end'] })
  // Anybody of the core group stops it.
  expect(await go(hedda, id, 'end')).toMatchObject({ status: 200 })
  expect(await text(anna, refs[21]!)).toMatchObject({ codes: ['reading.limit'] })
})

test('in danger many are read without a second person, for an hour and one by one; ended by anybody, reviewed by another, and never after a no', async () => {
  expect(await text(anna, refs[21]!)).toMatchObject({ codes: ['reading.limit'] })
  expect((await anna.get<SessionsAnswer>('/api/reading-sessions')).mayBreak).toBe(true)
  const id = randomUUID()
  await expectTold(async () => expect(await breakGlass(anna, { id, reason: 'missing' })).toMatchObject({ status: 201, body: { mayBreak: false } }), [cilla, hedda])
  expect(await breakGlass(anna)).toMatchObject({ codes: ['glass.not-now'] })
  expect(await text(anna, refs[21]!)).toMatchObject({ status: 200 })
  expect((await anna.get<ReadsAnswer>('/api/reads')).reads[0]).toMatchObject({ ref: refs[21], glass: 'missing' })
  // Hers alone: nobody else reads more, and what she may not read stays closed.
  expect(await text(cilla, refs[21]!)).toMatchObject({ status: 404 })
  // What is handed out by the page waits for somebody all the same.
  const search = await ask(anna, 'search')
  expect(await go(anna, search, 'begin')).toMatchObject({ codes: ['session.not-now'] })
  await go(anna, search, 'withdraw')
  expect(await glass(hedda, id)).toMatchObject({ what: 'many', ref: null, state: 'running', texts: 1, by: { role: 'coordinator', id: null }, may: ['end'] })
  expect(await stepGlass(hedda, id, { act: 'end' })).toMatchObject({ status: 200 })
  expect(await text(anna, refs[23]!)).toMatchObject({ status: 422, codes: ['reading.limit'] })
  expect(await glass(anna, id)).toMatchObject({ state: 'over', end: { by: { id: hedda.id } }, may: [] })
  await expectTold(async () => expect(await stepGlass(cilla, id, { act: 'review', finding: 'not-justified' })).toMatchObject({ status: 200 }), [anna, hedda])
  expect(await glass(anna, id)).toMatchObject({ state: 'reviewed', texts: 1, review: { finding: 'not-justified', by: { id: cilla.id } } })
  // A no is an answer: whoever had it breaks nothing for a day.
  await go(hedda, await ask(anna, 'reading'), 'refuse')
  expect(await breakGlass(anna)).toMatchObject({ codes: ['glass.not-now'] })
  await later('24 hours 1 minute')
  const next = randomUUID()
  expect(await breakGlass(anna, { id: next })).toMatchObject({ status: 201 })
  await later('25 hours 2 minutes')
  expect(await glass(anna, next)).toMatchObject({ state: 'over' })
  for (const who of [anna, cilla]) expect(await stepGlass(who, randomUUID(), { act: 'end' })).toMatchObject({ status: 404 })
})

test('what is searched is handed out once, counted and logged as one act; by those who may read it, and while it runs', async () => {
  const id = await ask(hedda, 'search')
  await go(anna, id, 'approve')
  expect(await hedda.send('GET', `/api/reading-sessions/${id}/texts`)).toMatchObject({ status: 404 })
  await go(hedda, id, 'begin')
  const before = await acts()
  const { texts, next } = await hedda.get<SessionTextsAnswer>(`/api/reading-sessions/${id}/texts`)
  expect([texts.length, next]).toEqual([24, { part: 'notes', after: null }])
  expect(texts.map(refOf).toSorted((a, b) => a.localeCompare(b))).toEqual([...refs].toSorted((a, b) => a.localeCompare(b)))
  const half = await hedda.get<SessionTextsAnswer>(`/api/reading-sessions/${id}/texts?after=${texts[10]!.sealedId}`)
  expect(half.texts).toEqual(texts.slice(11))
  expect(await acts()).toEqual(before)
  expect(before).toContain(`session.begin:search ${hedda.id} session:${id}/24`)
  for (const who of [anna, cilla]) expect(await who.send('GET', `/api/reading-sessions/${id}/texts`)).toMatchObject({ status: 404 })
  expect((await david.get<ReadsAnswer>('/api/reads')).sessions).toMatchObject([{ purpose: 'search', texts: 24, by: { organisation: network.hotel } }])
  await later('61 minutes')
  expect(await hedda.send('GET', `/api/reading-sessions/${id}/texts`)).toMatchObject({ status: 404 })
  expect(await session(hedda, id)).toMatchObject({ state: 'ended' })
  // Cilla's organisation has no texts of its own: what the emergency opened is all there is.
  await later('0')
  const little = await ask(cilla, 'search')
  await go(anna, little, 'approve')
  await go(cilla, little, 'begin')
  const opened = await cilla.get<SessionTextsAnswer>(`/api/reading-sessions/${little}/texts`)
  expect([opened.texts.map(refOf), opened.next]).toEqual([[refs[2]], { part: 'notes', after: null }])
})

test('without an answer it waits a day, in which anybody of the core group may refuse', async () => {
  const [refused, unanswered] = [await ask(anna, 'annual-report'), await ask(anna, 'export')]
  expect(await go(hedda, refused, 'refuse')).toMatchObject({ status: 200 })
  await later('23 hours 59 minutes')
  expect(await go(anna, unanswered, 'begin')).toMatchObject({ codes: ['session.not-now'] })
  await later('24 hours 1 minute')
  expect(await session(anna, refused)).toMatchObject({ state: 'refused', may: [] })
  expect(await go(anna, refused, 'begin')).toMatchObject({ codes: ['session.not-now'] })
  expect(await session(anna, unanswered)).toMatchObject({ state: 'ready', may: ['begin', 'withdraw'] })
  expect(await go(anna, unanswered, 'begin')).toMatchObject({ status: 200 })
  await later('0')
  const left = await ask(cilla, 'annual-report')
  await later('9 days')
  expect(await session(cilla, left)).toMatchObject({ state: 'lapsed', may: [] })
  expect(await go(anna, left, 'approve')).toMatchObject({ codes: ['session.not-now'] })
  expect(await go(anna, randomUUID(), 'approve')).toMatchObject({ status: 404 })
})

test('whom a coordinator lets in alone agrees to nothing for a day, and nobody to what she asks', async () => {
  const ada = await join(network, 'coordinator', network.town, 'Ada')
  await list(network, ada, 'coordinator', network.town)
  const [asked, hers] = [await ask(anna, 'annual-report'), await ask(ada, 'search')]
  for (const [who, id] of [[ada, asked], [anna, hers]] as const) {
    expect((await session(who, id)).may).toEqual(['refuse'])
    expect(await go(who, id, 'approve')).toMatchObject({ status: 422, codes: ['session.not-now'] })
  }
  // Somebody else, who was there before, agrees.
  expect(await go(cilla, asked, 'approve')).toMatchObject({ status: 200 })
  await wereDaysAgo(app.desk.register, network.id)
  expect(await go(anna, hers, 'approve')).toMatchObject({ status: 200 })
})

test('many key files are handed out to be sealed anew in a session too', async () => {
  await write(app.desk.register, { network: network.id, member: 'operator' }, { action: 'epoch.rotate', object: 'epoch:2' }, (transaction) =>
    appendEpoch(transaction, { epoch: 2, recipient: 'age1pqx', madeOn: 'browser', createdAt: new Date().toISOString() }, []))
  expect(await anna.get<SealedKeyPage>('/api/sealed-keys')).toEqual({ keys: [], left: 24, next: null, needsSession: true })
  // Nor is anything put in the place of those that one has at hand from elsewhere: the server cannot tell what a file opens.
  const rows = await inNetwork(app.desk.register, { network: network.id, member: 'operator' }, ({ run }) => run('select sealed_id, key, ref from lykta.sealed_key join lykta.sealed_body using (network_id, sealed_id) join lykta.incident using (network_id, incident_id)', []))
  const renew = (from: number, to: number) => anna.send('POST', '/api/sealed-keys', { keys: rows.slice(from, to).map((row) => ({ sealedId: row['sealed_id'], epoch: 2, key: (row['key'] as Buffer).toString('base64url') })) })
  expect(await renew(0, 1)).toMatchObject({ status: 422, codes: ['keys.needs-session'] })
  const id = await ask(anna, 're-sealing')
  expect(await cilla.send('POST', '/api/reading-sessions', { id: randomUUID(), purpose: 're-sealing' })).toMatchObject({ codes: ['session.not-now'] })
  await go(cilla, id, 'approve')
  await go(anna, id, 'begin')
  const page = await anna.get<SealedKeyPage>('/api/sealed-keys')
  expect([page.keys.length, page.left, page.needsSession]).toEqual([24, 24, false])
  expect(await session(cilla, id)).toMatchObject({ state: 'running', texts: 24 })
  // It opens no text: neither by itself, nor one after the other.
  expect(await anna.send('GET', `/api/reading-sessions/${id}/texts`)).toMatchObject({ status: 404 })
  expect(await renew(0, 20)).toMatchObject({ status: 200, body: { left: 4 } })
  await go(anna, id, 'end')
  // Few need nobody, unless something of them is held, or asked to be.
  expect(await renew(20, 21)).toMatchObject({ status: 200, body: { left: 3 } })
  expect((await anna.send('POST', '/api/holds', { id: randomUUID(), act: 'place', kind: 'incident', of: rows[22]!['ref'], reason: 'investigation', until: '2090-01-01' })).status).toBe(201)
  expect(await anna.get<SealedKeyPage>('/api/sealed-keys')).toEqual({ keys: [], left: 3, next: null, needsSession: true })
  expect(await renew(21, 24)).toMatchObject({ status: 422, codes: ['keys.needs-session'] })
})

test('nothing of it was a defect', () => {
  expect(app.log).toEqual([])
})
