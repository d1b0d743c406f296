// Cases between a coordinator and two organisations: who follows what, police reports that reach the incident, sealed notes, the chain that a town makes its own.
import { randomUUID } from 'node:crypto'
import { canonicalText, defaultChain, noteContent, noteForm } from '@lykta/incident'
import { countOldLines, findIncident, inNetwork, listAudit, readState, verifyNetwork, weedAudit, write } from '@lykta/register'
import { codedHash, currentRecipient, headOf, openText, sealText } from '@lykta/seal'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { CaseAnswer, CasesAnswer, ChainAnswer, NewCaseAct, NewCaseEventRequest, SealedNoteAnswer } from '../../apps/server/src/api/case-types.ts'
import type { SettingsAnswer } from '../../apps/server/src/api/member-types.ts'
import type { ReadsAnswer, SharesAnswer } from '../../apps/server/src/api/sharing-types.ts'
import type { IncidentAnswer } from '../../apps/server/src/api/types.ts'
import { remindDue } from '../../apps/server/src/work/cases/remind.ts'
import { sampleCases } from '../../apps/server/src/work/sample/sample-cases.ts'
import { bareSample, makeTestApp, type TestApp } from './app.ts'
import { wereDaysAgo } from './days-ago.ts'
import { type Author, base64url, foundTestNetwork, join, list, membershipFor, openEpoch, type Person, report, type TestNetwork } from './member-network.ts'
import { searchTexts } from './search-texts.ts'
import { now } from './sender.ts'

const bytesOf = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'base64url'))

let app: TestApp
let network: TestNetwork
let [cilla, hedda] = [] as unknown as [Person, Person]
let [ours, theirs] = ['', '']
beforeAll(async () => {
  app = await makeTestApp({}, bareSample)
  network = await foundTestNetwork(app)
  cilla = await join(network, 'core-member', network.town, 'Cilla')
  hedda = await join(network, 'core-member', network.hotel, 'Hedda')
  await list(network, cilla, 'core-member', network.town)
  await list(network, hedda, 'core-member', network.hotel)
  ours = await report(network, cilla, { placeType: 'street', policeContacted: 'unknown' }, 'Vår incident.')
  theirs = await report(network, hedda, { placeType: 'hotel', policeContacted: 'yes', policeReports: { count: 1 } }, 'Deras incident.')
})
afterAll(() => app.close())

const open = async (...incidents: readonly string[]): Promise<string> => {
  const { status, body } = await network.anna.send<{ readonly ref: string }>('POST', '/api/cases', { id: randomUUID(), incidents, createdAt: now() })
  expect(status).toBe(201)
  return body.ref
}
const add = (who: Author, ref: string, act: NewCaseAct, more: Partial<NewCaseEventRequest> = {}) =>
  who.send('POST', `/api/cases/${ref}/events`, { id: randomUUID(), act, createdAt: now(), sealed: null, ...more })
const read = (who: Author, ref: string) => who.get<CaseAnswer>(`/api/cases/${ref}`)
const statusOf = async (who: Author, path: string) => (await who.send('GET', path)).status

async function sealNote(from: Author, ref: string, text: string, replaces: string | null = null): Promise<Partial<NewCaseEventRequest> & { readonly id: string }> {
  const { id: of } = await read(network.anna, ref)
  const membership = await membershipFor(network, from)
  const { epoch, recipient } = currentRecipient(membership)
  const [id, createdAt] = [randomUUID(), now()]
  const hash = codedHash(noteContent({ case: of, note: id, replaces }))
  const context = { network: network.id, incident: id, revision: 1, previous: null, epoch, author: from.id, formVersion: noteForm, codedHash: hash, createdAt }
  const { body, key } = await sealText({ text, context, recipient, signer: from.signer })
  return { id, createdAt, sealed: { epoch, position: headOf(membership).seq, body: base64url(body), key: base64url(key), codedHash: hash } }
}

test('one organisation\'s case: opened once, followed, planned, told, closed and reopened, and never by those who do not follow it', async () => {
  const id = randomUUID()
  const sent = { id, incidents: [ours], createdAt: now() }
  const first = await network.anna.send<{ readonly ref: string }>('POST', '/api/cases', sent)
  expect([first.status, (await network.anna.send('POST', '/api/cases', sent)).status]).toEqual([201, 200])
  const { ref } = first.body
  expect(await network.anna.send('POST', '/api/cases', { ...sent, incidents: [ours, theirs] })).toMatchObject({ status: 409, codes: ['incident.id-taken'] })
  expect(await network.anna.send('POST', '/api/cases', { ...sent, id: randomUUID() })).toMatchObject({ status: 409, codes: ['case.incident-taken'] })
  expect((await cilla.send('POST', '/api/cases', { ...sent, id: randomUUID(), incidents: [theirs] })).status).toBe(404)
  expect((await network.anna.get<IncidentAnswer>(`/api/incidents/${ours}`)).case).toBe(ref)
  // Coded answers are the whole core group's; that the incident is in a case is not.
  expect((await hedda.get<IncidentAnswer>(`/api/incidents/${ours}`)).case).toBeNull()
  expect([await statusOf(cilla, `/api/cases/${ref}`), await statusOf(hedda, `/api/cases/${ref}`)]).toEqual([200, 404])
  expect((await hedda.get<CasesAnswer>('/api/cases')).cases).toEqual([])

  const today = (await read(cilla, ref)).today
  const step = { id: randomUUID() }
  const contact: NewCaseAct = { kind: 'step', step: 'contact', on: today, organisation: network.town, outcome: 'reached' }
  expect([(await add(cilla, ref, contact, step)).status, (await add(cilla, ref, contact, step)).status]).toEqual([201, 200])
  expect(await add(cilla, ref, { ...contact, step: 'police' }, step)).toMatchObject({ status: 409, codes: ['incident.id-taken'] })
  expect((await add(cilla, ref, { kind: 'plan', step: 'offered', organisation: network.town, due: '2020-01-01', remind: null })).status).toBe(201)
  const [listed] = (await cilla.get<CasesAnswer>('/api/cases')).cases
  expect(listed).toMatchObject({ ref, overdue: true, due: '2020-01-01', responsible: network.town, next: { step: 'offered' }, chain: { stands: 'contact' }, incidents: [{ ref: ours }] })

  // What is hers to say, and what is not.
  for (const act of [{ kind: 'close', reason: 'handed-over' }, { kind: 'join', incident: theirs }, { kind: 'void', event: (await read(network.anna, ref)).timeline.flatMap((one) => (one.what === 'event' && one.act.kind === 'open' ? [one.id] : []))[0]! }] as const) {
    expect((await add(cilla, ref, act)).status, act.kind).toBe(act.kind === 'void' ? 422 : 404)
  }
  expect((await add(network.anna, ref, { kind: 'plan', step: null, organisation: null, due: null, remind: null })).status).toBe(201)
  const annas = (await read(network.anna, ref)).timeline.flatMap((one) => (one.what === 'event' && one.act.kind === 'plan' && one.author === network.anna.id ? [one.id] : []))[0]!
  expect((await add(cilla, ref, { kind: 'void', event: annas })).status).toBe(404)
  expect((await add(cilla, ref, { kind: 'void', event: step.id })).status).toBe(201)
  expect((await read(cilla, ref)).chain.stands).toBe('known')

  expect((await add(network.anna, ref, { kind: 'close', reason: 'support-accepted' })).status).toBe(201)
  expect(await add(cilla, ref, contact)).toMatchObject({ status: 409, codes: ['case.closed'] })
  expect((await network.anna.get<CasesAnswer>('/api/cases')).cases.map((one) => one.ref)).not.toContain(ref)
  expect((await network.anna.get<CasesAnswer>('/api/cases?closed=1')).cases.map((one) => one.ref)).toEqual([ref])
  expect((await add(network.anna, ref, { kind: 'reopen', reason: 'new-information' })).status).toBe(201)
  // The reporter's word, and the timeline that holds all of it.
  expect((await network.anna.send('POST', `/api/incidents/${ours}/messages`, { id: randomUUID(), kind: 'outcome', code: 'handled', to: null })).status).toBe(201)
  const { timeline, feedback } = await read(cilla, ref)
  expect(feedback.map(({ state }) => state)).toEqual(['handled'])
  expect(timeline.map((one) => (one.what === 'event' ? one.act.kind : one.what))).toEqual(['revision', 'open', 'join', 'step', 'plan', 'plan', 'void', 'close', 'reopen', 'message'])
  // Others' names are the coordinator's.
  expect(new Set(timeline.map(({ author }) => author))).toEqual(new Set([null, cilla.id]))
})

describe('police reports', () => {
  test('come later, several, grow the incident\'s number unless it counts them, and go again with a mistake', async () => {
    const [incident, ref] = await caseOf(hedda, { policeContacted: 'yes', policeReports: { count: 1 } })
    const answers = async () => (await network.anna.get<IncidentAnswer>(`/api/incidents/${incident}`))
    const file = (who: Author, counted: boolean, id = randomUUID()) => add(who, ref, { kind: 'police-report', incident, filedOn: null, offence: 'purchase', counted }, { id })
    expect((await file(hedda, true)).status).toBe(201)
    expect(await answers()).toMatchObject({ revision: 1, answers: { policeReports: { count: 1, atLeast: false } } })
    const later = randomUUID()
    expect([(await file(hedda, false, later)).status, (await file(hedda, false, later)).status]).toEqual([201, 200])
    // Weeks later, when the case is closed.
    expect((await add(network.anna, ref, { kind: 'close', reason: 'handed-over' })).status).toBe(201)
    expect((await file(network.anna, false)).status).toBe(201)
    expect(await answers()).toMatchObject({ revision: 3, sealed: true, answers: { policeReports: { count: 3, atLeast: false } } })
    expect((await add(hedda, ref, { kind: 'void', event: later })).status).toBe(201)
    expect(await answers()).toMatchObject({ revision: 4, answers: { policeReports: { count: 2, atLeast: false } } })
    expect((await cilla.send('POST', `/api/cases/${ref}/events`, { id: randomUUID(), act: { kind: 'police-report', incident, filedOn: null, offence: 'purchase', counted: false }, createdAt: now(), sealed: null })).status).toBe(404)
  })

  test('of a number that nobody knew, one is at least one, and the police have been in contact', async () => {
    const [incident, ref] = await caseOf(cilla, { policeContacted: 'unknown' })
    expect((await add(cilla, ref, { kind: 'police-report', incident, filedOn: null, offence: 'unknown', counted: false })).status).toBe(201)
    expect((await network.anna.get<IncidentAnswer>(`/api/incidents/${incident}`)).answers).toMatchObject({ policeContacted: 'yes', policeReports: { count: 1, atLeast: true } })
  })

  test('told of by mistake, they leave the incident as contacted as somebody said: with the last of them, and not before', async () => {
    const [incident, ref] = await caseOf(cilla, { policeContacted: 'no' })
    const file = async (): Promise<string> => {
      const id = randomUUID()
      expect((await add(cilla, ref, { kind: 'police-report', incident, filedOn: null, offence: 'unknown', counted: false }, { id })).status).toBe(201)
      return id
    }
    const contacted = async () => (await network.anna.get<IncidentAnswer>(`/api/incidents/${incident}`)).answers.policeContacted
    const [first, second] = [await file(), await file()]
    expect(await contacted()).toBe('yes')
    expect((await add(network.anna, ref, { kind: 'void', event: first })).status).toBe(201)
    expect(await contacted()).toBe('yes')
    expect((await add(cilla, ref, { kind: 'void', event: second })).status).toBe(201)
    expect(await contacted()).toBe('no')
  })
})

async function caseOf(who: Person, answers: Parameters<typeof report>[2]): Promise<readonly [incident: string, ref: string]> {
  const incident = await report(network, who, answers, 'Ett skäl.')
  return [incident, await open(incident)]
}

describe('notes', () => {
  test('are sealed to the network, opened by those who follow every incident, and each reading is noted', async () => {
    const [first, ref] = await caseOf(cilla, {})
    const note = await sealNote(cilla, ref, 'Hon vill träffas igen.')
    expect([(await add(cilla, ref, { kind: 'note', replaces: null }, note)).status, (await add(cilla, ref, { kind: 'note', replaces: null }, note)).status]).toEqual([201, 200])
    const { id: of } = await read(cilla, ref)
    const openNote = async (who: Person) => {
      const { body, key, context, position } = await who.get<SealedNoteAnswer>(`/api/cases/${ref}/notes/${note.id}`)
      const expected = { ...context, codedHash: codedHash(canonicalText({ case: of, note: note.id, replaces: null })) }
      return openText({ body: bytesOf(body), key: bytesOf(key!.key), identity: await openEpoch(network, who, key!.epoch), expected, authors: { membership: await membershipFor(network, who), position: position! } })
    }
    for (const who of [network.anna, cilla]) expect(await openNote(who)).toMatchObject({ text: 'Hon vill träffas igen.', signed: true, findings: [], author: { id: cilla.id } })
    expect(await statusOf(hedda, `/api/cases/${ref}/notes/${note.id}`)).toBe(404)
    const acts = await inNetwork(app.desk.register, { network: network.id, member: 'operator' }, ({ run }) => run(`select actor from lykta.audit where network_id = $1 and action = 'note.read' order by position`, [network.id]))
    expect(acts.map(({ actor }) => actor)).toEqual([network.anna.id, cilla.id])
    // Whose incident it tells of sees who read it, and nobody else does; which case it was, coordinators alone.
    const notesRead = async (who: Person) => (await who.get<ReadsAnswer>('/api/reads')).reads.filter((one) => one.note !== null)
    expect(await notesRead(cilla)).toMatchObject([{ by: { me: true, role: 'core-member' }, ref: first, note: { case: null, incidents: [first] } }, { by: { role: 'coordinator', id: null }, organisation: network.town }])
    expect(await notesRead(network.anna)).toMatchObject([{ by: { id: cilla.id }, organisation: null, note: { case: ref, incidents: [first] } }, { by: { me: true } }])
    expect(await notesRead(hedda)).toEqual([])

    // Another organisation's incident comes in: it follows the case from now on, and nobody but the coordinator reads what may tell of both.
    const second = await report(network, hedda, {}, 'Samma kväll.')
    expect((await add(network.anna, ref, { kind: 'join', incident: second })).status).toBe(201)
    expect([await statusOf(hedda, `/api/cases/${ref}`), await statusOf(hedda, `/api/cases/${ref}/notes/${note.id}`), await statusOf(cilla, `/api/cases/${ref}/notes/${note.id}`)]).toEqual([200, 404, 404])
    expect((await read(hedda, ref)).timeline.flatMap((one) => (one.what === 'event' && one.note ? [one.note] : []))).toEqual([{ readable: false, replaced: false }])
    // Taken out again, what was written while it was there is still not the other's.
    expect((await add(network.anna, ref, { kind: 'leave', incident: second })).status).toBe(201)
    expect([await statusOf(hedda, `/api/cases/${ref}`), await statusOf(cilla, `/api/cases/${ref}/notes/${note.id}`), await statusOf(network.anna, `/api/cases/${ref}/notes/${note.id}`)]).toEqual([404, 404, 200])
    const again = await sealNote(network.anna, ref, 'Ny lydelse.', note.id)
    expect((await add(network.anna, ref, { kind: 'note', replaces: note.id }, again)).status).toBe(201)
    expect((await read(network.anna, ref)).timeline.flatMap((one) => (one.what === 'event' && one.note ? [one.note.replaced] : []))).toEqual([true, false])
  })

  test('a search hands them out with the reasons, to those who may open them, and counts them for whose incidents they may tell of', async () => {
    const [, ref] = await caseOf(hedda, {})
    const note = await sealNote(hedda, ref, 'Bilen stod där igen.')
    expect((await add(hedda, ref, { kind: 'note', replaces: null }, note)).status).toBe(201)
    const notesOf = ({ texts }: Awaited<ReturnType<typeof searchTexts>>) => texts.filter(({ place }) => place.part === 'notes')
    const hers = await searchTexts(app, network, hedda, network.anna)
    expect([notesOf(hers).map(({ place }) => place), hers.counted]).toEqual([[{ part: 'notes', ref }], hers.texts.length])
    const { body, key, context, position } = notesOf(hers)[0]!
    const expected = { ...context, codedHash: codedHash(canonicalText({ case: (await read(hedda, ref)).id, note: note.id, replaces: null })) }
    expect(await openText({ body: bytesOf(body), key: bytesOf(key!.key), identity: await openEpoch(network, hedda, key!.epoch), expected, authors: { membership: await membershipFor(network, hedda), position: position! } }))
      .toMatchObject({ text: 'Bilen stod där igen.', findings: [] })
    // Cilla follows another case, which another's incident was once in: its notes are not hers. The coordinator's are all.
    expect(notesOf(await searchTexts(app, network, cilla, network.anna))).toEqual([])
    await network.anna.send('PUT', '/api/second-persons', { members: [cilla.id] })
    const all = await searchTexts(app, network, network.anna, cilla)
    expect([notesOf(all).length, all.counted]).toEqual([3, all.texts.length])
    // For the town: its own reasons, and the notes of the case that its incident belonged to.
    const town = all.texts.filter(({ place }) => place.part === 'notes' ? place.ref !== ref : place.part === 'reasons' && place.organisation === network.town)
    expect((await cilla.get<ReadsAnswer>('/api/reads')).sessions[0]).toMatchObject({ purpose: 'search', texts: town.length, by: { role: 'coordinator' } })
    // Examples for the annual report come from reasons alone.
    const id = randomUUID()
    await hedda.send('POST', '/api/reading-sessions', { id, purpose: 'annual-report' })
    const putBack = await wereDaysAgo(app.desk.register, network.id)
    await network.anna.send('POST', `/api/reading-sessions/${id}/steps`, { act: 'approve' })
    await putBack()
    await hedda.send('POST', `/api/reading-sessions/${id}/steps`, { act: 'begin' })
    expect([await statusOf(hedda, `/api/reading-sessions/${id}/texts`), await statusOf(hedda, `/api/reading-sessions/${id}/texts?part=notes`), await statusOf(hedda, `/api/reading-sessions/${id}/texts?part=drafts`)]).toEqual([200, 404, 400])
  })

  test('what is not sealed, or belongs elsewhere, is not taken', async () => {
    const [, ref] = await caseOf(cilla, {})
    const note = await sealNote(cilla, ref, 'Text.')
    const sealed = note.sealed!
    const sealedAs = (change: object) => add(cilla, ref, { kind: 'note', replaces: null }, { ...note, sealed: { ...sealed, ...change } })
    expect(await sealedAs({ body: base64url(Buffer.from('Text.')) })).toMatchObject({ status: 422, codes: ['incident.not-sealed'] })
    expect(await sealedAs({ codedHash: '0'.repeat(64) })).toMatchObject({ status: 422, codes: ['incident.answers-differ'] })
    expect(await sealedAs({ position: 9999 })).toMatchObject({ status: 422, codes: ['incident.position-unfit'] })
    expect((await add(cilla, ref, { kind: 'note', replaces: null })).status).toBe(400)
    expect((await add(cilla, ref, { kind: 'close', reason: 'unfounded' }, { sealed })).status).toBe(400)
  })
})

test('a town has a chain of its own: codes and kinds stay, a step is ended and not left out; the figures follow it', async () => {
  const settings = await network.anna.get<SettingsAnswer>('/api/settings')
  expect(settings.chain).toEqual(defaultChain)
  const put = (chain: SettingsAnswer['chain']) => network.anna.send<SettingsAnswer>('PUT', '/api/settings', { settings: settings.settings, ownIndicators: settings.ownIndicators, chain })
  const health = { id: 'health-care', sv: 'Vården', en: 'Health care', kind: 'way', means: null, validTo: null } as const
  for (const [chain, code] of [
    [defaultChain.slice(1), 'step-left-out'], [defaultChain.map((one) => (one.id === 'police' ? { ...one, kind: 'end' as const } : one)), 'step-changed'], [[...defaultChain, { ...health, id: 'police' }], 'chain-unfit'],
    [defaultChain.map((one) => ({ ...one, validTo: '2020-01-01' })), 'chain-unfit'], [[...defaultChain, { ...health, sv: 'Ring 070-123 45 67' }], 'step-sensitive'],
  ] as const) expect(await put(chain), code).toMatchObject({ status: 422, codes: [`settings.${code}`] })
  const own = [...defaultChain.map((one) => (one.id === 'mobile-team' ? { ...one, validTo: '2020-01-01' } : one)), health]
  expect((await put(own)).status).toBe(200)
  const [, ref] = await caseOf(cilla, {})
  expect((await add(cilla, ref, { kind: 'step', step: 'health-care', on: null, organisation: null, outcome: 'reached' })).status).toBe(201)
  expect(await add(cilla, ref, { kind: 'plan', step: 'mobile-team', organisation: null, due: null, remind: null })).toMatchObject({ status: 422, codes: ['case.step-unknown'] })
  expect((await read(cilla, ref)).chain.stands).toBe('health-care')
  // Whoever saves other settings leaves it as it is.
  await network.anna.send('PUT', '/api/settings', { settings: settings.settings, ownIndicators: settings.ownIndicators })
  expect((await network.anna.get<SettingsAnswer>('/api/settings')).chain.map(({ id }) => id)).toContain('health-care')
  const unfounded = (await caseOf(cilla, {}))[1]
  expect((await add(network.anna, unfounded, { kind: 'close', reason: 'unfounded' })).status).toBe(201)
  const chain = await network.anna.get<ChainAnswer>('/api/chain')
  expect(chain).toMatchObject({ unfounded: 1, withdrawn: 0 })
  expect(chain.funnel.find(({ step }) => step === 'known')!.cases).toBe(chain.cases)
  expect(chain.funnel.find(({ step }) => step === 'health-care')!.cases).toBe(1)
  expect(await statusOf(network.anna, '/api/chain?from=2030&to=2020')).toBe(404)
  expect(await statusOf(cilla, '/api/chain')).toBe(404)
})

test('whoever plans is told which organisations see the case: being responsible opens nothing', async () => {
  const [incident, ref] = await caseOf(cilla, {})
  expect((await add(network.anna, ref, { kind: 'plan', step: 'contact', organisation: network.hotel, due: null, remind: null })).status).toBe(201)
  const following = async (who: Author) => (await read(who, ref)).reach?.following?.toSorted((one, other) => one.localeCompare(other)) ?? null
  const both = [network.town, network.hotel].toSorted((one, other) => one.localeCompare(other))
  expect((await read(network.anna, ref)).reach).toEqual({ core: expect.arrayContaining(both), following: [network.town] })
  expect([await following(cilla), await statusOf(hedda, `/api/cases/${ref}`)]).toEqual([[network.town], 404])
  // Opening the reasons alone is not enough; the follow-up is, once it is accepted.
  const share = async (what: string, answers: boolean): Promise<void> => {
    const id = randomUUID()
    expect((await network.anna.send('POST', `/api/incidents/${incident}/shares`, { id, organisation: network.hotel, way: 'opened', what, ground: 'consent' })).status).toBe(201)
    if (answers) expect((await hedda.send('POST', `/api/shares/${id}/steps`, { act: 'accept' })).status).toBeLessThan(300)
  }
  await share('reasons', true)
  expect(await following(network.anna)).toEqual([network.town])
  await share('follow-up', false)
  expect(await following(network.anna)).toEqual([network.town])
  const [waiting] = (await hedda.get<SharesAnswer>('/api/shares')).shares.filter(({ state }) => state === 'waiting')
  expect((await hedda.send('POST', `/api/shares/${waiting!.id}/steps`, { act: 'accept' })).status).toBeLessThan(300)
  expect([await following(network.anna), await following(cilla)]).toEqual([both, both])
  // It is not hers to whom another's incident is open.
  expect((await read(hedda, ref)).reach).toMatchObject({ following: null })
})

test('a plan is reminded of once, to coordinators and to those whose turn it is, and the case says so', async () => {
  const [, ref] = await caseOf(cilla, {})
  const told: unknown[] = []
  const desk = { ...app.desk, network: { ...app.desk.network, id: network.id } }
  const remind = () => remindDue(desk, (_, news) => void told.push(news))
  expect(await remind()).toBe(0)
  expect((await add(network.anna, ref, { kind: 'plan', step: 'contact', organisation: network.town, due: '2199-01-01', remind: '2020-01-01' })).status).toBe(201)
  expect([await remind(), await remind(), told]).toEqual([1, 0, [{ for: 'coordinators' }, { for: 'organisation', organisation: network.town }]])
  expect((await read(cilla, ref)).timeline.flatMap((one) => (one.what === 'event' ? [one.act.kind] : [])).at(-1)).toBe('remind')
})

test('the sample has a year of follow-up, the same from the same incidents', async () => {
  const sample = await makeTestApp()
  try {
    const { cases, today } = await sample.json<CasesAnswer>('/api/cases')
    expect(cases.length).toBeGreaterThanOrEqual(4)
    expect([cases[0]!.overdue, cases.at(-1)!.overdue]).toEqual([true, false])
    const chain = await sample.json<ChainAnswer>('/api/chain?from=2019&to=2019')
    expect(chain).toMatchObject({ cases: 22, open: cases.length, unfounded: 1, beside: { unfounded: 1, withdrawn: 0 } })
    const { incidents } = await inNetwork(sample.desk.register, sample.desk.context, (transaction) => readState(transaction))
    const codes = { polis: 'a', soc: 'b', ljus: 'c', jour: 'd' }
    expect(sampleCases(incidents, codes, today)).toEqual(sampleCases(incidents.toReversed(), codes, today))
    expect((await inNetwork(sample.desk.register, sample.desk.context, verifyNetwork)).findings).toEqual([])
  } finally {
    await sample.close()
  }
})

test('an incident is in one case at a time, whoever is first', async () => {
  const incident = await report(network, cilla, {}, 'En och samma.')
  const answers = await Promise.all(Array.from({ length: 4 }, () => network.anna.send('POST', '/api/cases', { id: randomUUID(), incidents: [incident], createdAt: now() })))
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 409, 409, 409])
})

test('a withdrawn incident is numbered in its case and counted in none', async () => {
  const before = await network.anna.get<ChainAnswer>('/api/chain')
  const [incident, ref] = await caseOf(cilla, {})
  expect((await cilla.send('POST', `/api/incidents/${incident}/withdrawal`, { base: 1, reason: 'mistaken' })).status).toBe(201)
  expect(await read(cilla, ref)).toMatchObject({ incidents: [{ ref: incident, withdrawn: true }], chain: { stands: null } })
  expect(await network.anna.get<ChainAnswer>('/api/chain')).toMatchObject({ cases: before.cases, withdrawn: before.withdrawn + 1, beside: { ...before.beside, withdrawn: before.beside.withdrawn + 1 } })
})

test('all of it is in the chain of the audit', async () => {
  expect((await inNetwork(app.desk.register, { network: network.id, member: 'operator' }, verifyNetwork)).findings).toEqual([])
})

test('who has read the texts of what is held is left of an old audit, as the program writes it', async () => {
  const [held, ref] = await caseOf(cilla, {})
  const note = await sealNote(cilla, ref, 'Hon vill träffas igen.')
  await add(cilla, ref, { kind: 'note', replaces: null }, note)
  const other = await report(network, cilla, {}, 'Ett skäl.')
  for (const path of [`incidents/${held}/text`, `cases/${ref}/notes/${note.id}`, `incidents/${other}/text`]) expect(await statusOf(network.anna, `/api/${path}`)).toBe(200)
  expect((await network.anna.send('PUT', '/api/second-persons', { members: [cilla.id] })).status).toBe(200)
  const request = randomUUID()
  expect((await network.anna.send('POST', '/api/holds', { id: request, act: 'place', kind: 'incident', of: held, reason: 'supervision', until: '2090-01-01' })).status).toBe(201)
  const putBack = await wereDaysAgo(app.desk.register, network.id)
  expect((await cilla.send('POST', `/api/holds/${request}/answers`, { act: 'agree' })).status).toBe(200)
  await putBack()
  const { register } = app.desk
  const context = { network: network.id, member: network.anna.id, role: 'coordinator' } as const
  const [before, of, id] = [new Date(Date.now() + 86_400_000).toISOString(), (await read(network.anna, ref)).id, (await inNetwork(register, context, (transaction) => findIncident(transaction, { ref: held })))!.id]
  const later = (interval: string): Promise<unknown> => register.owner.query(`create or replace function lykta.register_time() returns timestamptz
    language sql stable set search_path = pg_catalog, pg_temp as $$ select now() + interval '${interval}' $$`)
  await later('90 days')
  try {
    expect((await inNetwork(register, context, (transaction) => countOldLines(transaction, 'reading', before))).held).toBe(2)
    await write(register, context, { action: 'retention.weed:reading', object: 'due:1' }, (transaction) => weedAudit(transaction, { id: randomUUID(), class: 'reading', before, decision: null }))
  } finally {
    await later('0')
  }
  const lines = await inNetwork(register, context, (transaction) => listAudit(transaction, { limit: 1000 }))
  // The newest first.
  expect(lines.flatMap(({ action, actor, object }) => (action.endsWith('.read') ? [[action, actor, object]] : []))).toEqual([
    ['note.read', network.anna.id, `case:${of}/${note.id}`], ['text.read', network.anna.id, `incident:${id}/1`]])
})
