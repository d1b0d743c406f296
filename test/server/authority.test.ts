// A network that an authority runs, as its coordinator meets it: register numbers, extracts, decisions on weeding, the duty of recovery; and breaches.
import { randomUUID } from 'node:crypto'
import { type BreachContent, canonicalText, type ExtractDecision } from '@lykta/incident'
import { appendSettings, inNetwork, listAudit, listNetworks, readSettings, verifyRegister, waitsForNumber, write } from '@lykta/register'
import { codedHash, currentRecipient, headOf, openText, sealText } from '@lykta/seal'
import { deskOf } from '@lykta/server'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { AuthorityAnswer, AuthorityRequest, BreachesAnswer, BreachRequest, BreachTextAnswer, DutiesAnswer, ExtractsAnswer } from '../../apps/server/src/api/authority-types.ts'
import type { OwnIncidentsAnswer, SettingsAnswer } from '../../apps/server/src/api/member-types.ts'
import type { IncidentAnswer, IncidentSearchAnswer, NetworkAnswer } from '../../apps/server/src/api/types.ts'
import { carryOutWeeding } from '../../apps/server/src/work/weeding/carry-out.ts'
import { mayWeed } from '../../apps/server/src/work/weeding/may-weed.ts'
import { bareSample, makeTestApp, type TestApp } from './app.ts'
import { base64url, foundTestNetwork, join, list, membershipFor, openEpoch, type Person, report, type TestNetwork } from './member-network.ts'
import { now } from './sender.ts'

let app: TestApp
let network: TestNetwork
let david: Person
beforeAll(async () => {
  app = await makeTestApp({}, bareSample)
  network = await foundTestNetwork(app, false)
  david = await join(network, 'reporter', network.hotel, 'David')
  await list(network, david, 'reporter', network.hotel)
})
afterAll(() => app.close())

const year = Number(now().slice(0, 4))
const setting: AuthorityRequest = { on: true, name: 'Socialnämnden i Provstad', address: 'Box 1, 123 45 Provstad', court: 'Kammarrätten i Provstad', pattern: 'LYK ÅÅÅÅ-####' }
const turn = (changes: Partial<AuthorityRequest> = {}) => network.anna.send<AuthorityAnswer>('PUT', '/api/authority', { ...setting, ...changes })
const authority = () => network.anna.get<AuthorityAnswer>('/api/authority')
const answers = { placeType: 'hotel', exploitation: 'sexual', policeContacted: 'no' } as const
const tell = (from = david) => report(network, from, answers, 'Någon annan svarade för henne.')
/** As if the last test had been so long ago. */
const tested = (at: string | null) => write(app.desk.register, { network: network.id, member: 'operator' }, { action: 'test', object: 'test' }, async (transaction) =>
  appendSettings(transaction, { ...(await readSettings(transaction)) as object, recoveryTestedAt: at }))
const monthsAgo = (months: number, days = 0): string => {
  const date = new Date()
  date.setUTCMonth(date.getUTCMonth() - months, date.getUTCDate() - days)
  return date.toISOString()
}

describe('the setting', () => {
  test('is refused while two sheets have not been put together, or not in twelve months, and says so', async () => {
    expect((await authority())).toMatchObject({ setting: null, recovery: 'untested', testedUntil: null })
    const refused = await turn()
    expect([refused.status, refused.codes]).toEqual([422, ['authority.recovery']])
    await tested(monthsAgo(12, 2))
    expect([(await turn()).codes, (await authority()).recovery]).toEqual([['authority.recovery'], 'old'])
    // What is decided for later, and off, is kept all the same.
    expect((await turn({ on: false })).body.setting).toMatchObject({ on: false, pattern: 'LYK YYYY-####' })
    expect((await network.anna.send('POST', '/api/settings/recovery-test', {})).status).toBe(200)
  })

  test('is dated and logged, takes no pattern that gives one number twice, and outlives other settings', async () => {
    const early = await tell()
    expect((await network.anna.get<IncidentAnswer>(`/api/incidents/${early}`)).diary).toBeNull()
    for (const pattern of ['LYK', 'YYYY', '####', 'YYYY####']) expect((await turn({ pattern })).codes).toEqual(['authority.pattern'])
    const { body } = await turn()
    expect([body.setting, body.recovery]).toEqual([{ ...setting, pattern: 'LYK YYYY-####', since: body.today }, null])
    const answer = await network.anna.get<SettingsAnswer>('/api/settings')
    expect('authority' in answer.settings).toBe(false)
    expect((await network.anna.send('PUT', '/api/settings', { settings: { ...answer.settings, publicThreshold: 7 }, ownIndicators: answer.ownIndicators })).status).toBe(200)
    expect((await authority()).setting).toEqual(body.setting)
    const outside = { threshold: 7, incidents: 5, organisations: 3, sensitive: 11 }
    expect(await david.get<NetworkAnswer>('/api/network')).toMatchObject({ authority: true, shownFrom: { core: { threshold: 3, incidents: 3, organisations: 3, sensitive: 3 }, network: outside, public: outside } })
    const actions = (await inNetwork(app.desk.register, { network: network.id, member: 'operator' }, (transaction) => listAudit(transaction, { limit: 500 }))).toReversed().map(({ action }) => action)
    expect(actions.filter((action) => action.startsWith('authority.'))).toEqual(['authority.end', 'authority.set'])
    // What came before has its number, and is found by it.
    expect((await network.anna.get<IncidentAnswer>(`/api/incidents/${early}`)).diary).toBe(`LYK ${year}-0001`)
  })
})

describe('register numbers', () => {
  test('each incident has one as soon as it is stored, however many come at once, in lists, for its reporter, and searched by', async () => {
    const refs = await Promise.all(Array.from({ length: 5 }, () => tell()))
    const numbered = await inNetwork(app.desk.register, { network: network.id, member: 'operator' }, waitsForNumber)
    expect(numbered).toBe(false)
    const search = (text?: string) => network.anna.send<IncidentSearchAnswer>('POST', '/api/incidents/search', text === undefined ? {} : { text })
    const all = (await search()).body.incidents
    expect(all.map(({ diary }) => diary!).toSorted((a, b) => (a < b ? -1 : 1))).toEqual(Array.from({ length: 6 }, (_, index) => `LYK ${year}-000${index + 1}`))
    expect((await search(`lyk ${year}-0003`)).body.incidents.map(({ diary }) => diary)).toEqual([`LYK ${year}-0003`])
    const own = await david.get<OwnIncidentsAnswer>('/api/own-incidents')
    expect(own.incidents.filter(({ ref }) => refs.includes(ref)).map(({ diary }) => diary)).toEqual(refs.map(() => expect.stringMatching(/^LYK \d{4}-\d{4}$/)))
  })
})

describe('an extract', () => {
  const ground = { code: 'osl-26-1', words: null } as const
  const decision = (changes: Partial<ExtractDecision> = {}): ExtractDecision => ({
    id: randomUUID(), revision: 1, outcome: 'partly', decider: 'officer', decidedOn: now().slice(0, 10), recipient: 'press', grounds: [], fields: [{ field: 'area', ground }], passages: [], ...changes,
  })
  test('is noted once, with what was masked on which ground, under the incident and among all', async () => {
    const ref = await tell()
    const { revisions } = await network.anna.get<IncidentAnswer>(`/api/incidents/${ref}`)
    expect(revisions[0]!.text).toBe(true)
    const sent = decision({ decidedOn: (await authority()).today, passages: [{ text: 1, from: 0, to: 12, ground: { code: 'own', words: 'OSL 38 kap. 7 §' } }] })
    for (const expected of [201, 200]) expect((await network.anna.send('POST', `/api/incidents/${ref}/extracts`, sent)).status).toBe(expected)
    const { extracts } = await network.anna.get<ExtractsAnswer>(`/api/incidents/${ref}/extracts`)
    expect(extracts).toEqual([{ ...sent, ref, diary: expect.stringMatching(/^LYK/), author: network.anna.id, createdAt: expect.any(String) }])
    expect((await authority()).extracts).toEqual(extracts)
    expect((await inNetwork(app.desk.register, { network: network.id, member: 'operator' }, (transaction) => listAudit(transaction, { limit: 500 }))).toReversed().at(-1)).toMatchObject({ action: 'extract.partly', actor: network.anna.id })
  })
  test.each<[string, Partial<ExtractDecision>, string]>([
    ['whole with something masked', { outcome: 'whole' }, 'extract.whole-masked'],
    ['of a day that has not come', { decidedOn: '2099-12-31' }, 'extract.day'],
    ['of a revision that does not stand', { revision: 2 }, 'extract.revised'],
    ['on a ground that names somebody', { fields: [{ field: 'area', ground: { code: 'own', words: 'ring 070-123 45 67' } }] }, 'extract.ground-names'],
  ])('%s is refused', async (_, changes, code) => {
    const ref = await tell()
    expect((await network.anna.send('POST', `/api/incidents/${ref}/extracts`, decision(changes))).codes).toEqual([code])
  })
  test('there is none where no authority runs the network, nor for anybody but a coordinator', async () => {
    const ref = await tell()
    expect((await david.send('GET', `/api/incidents/${ref}/extracts`)).status).toBe(404)
    await turn({ on: false })
    expect((await network.anna.send('GET', `/api/incidents/${ref}/extracts`)).status).toBe(404)
    expect((await network.anna.send('POST', `/api/incidents/${ref}/extracts`, decision())).status).toBe(404)
    expect((await turn()).status).toBe(200)
  })
})

describe('decisions on weeding', () => {
  test('are noted, changed by whoever saw the last revision, withdrawn, and never of tomorrow', async () => {
    const id = randomUUID()
    const sent = { revision: 0, reference: 'KS 2026/17', decidedOn: '2026-01-15', classes: ['narrative'], withdrawn: false }
    for (let times = 0; times < 2; times += 1) expect((await network.anna.send('PUT', `/api/weeding-decisions/${id}`, sent)).status).toBe(200)
    expect((await network.anna.send('PUT', `/api/weeding-decisions/${id}`, { ...sent, classes: ['note'] })).codes).toEqual(['register.changed-meanwhile'])
    expect((await network.anna.send('PUT', `/api/weeding-decisions/${id}`, { ...sent, revision: 1, withdrawn: true })).status).toBe(200)
    expect((await network.anna.send('PUT', `/api/weeding-decisions/${randomUUID()}`, { ...sent, revision: 1 })).status).toBe(404)
    expect((await network.anna.send('PUT', `/api/weeding-decisions/${randomUUID()}`, { ...sent, decidedOn: '2099-12-31' })).codes).toEqual(['weeding.day'])
    expect((await authority()).weeding).toEqual([{ ...sent, id, revision: 2, withdrawn: true }])
  })
  test('are asked for beside a decided clock, and named in the log of what they let go', async () => {
    const desk = await deskOf(app.desk.register, (await listNetworks(app.desk.register)).find((one) => one.id === network.id)!)
    const decide = (ground: string) => network.anna.send('PUT', '/api/retention/clocks/reading', { decided: { months: 24, ground, reference: 'Avtal § 7', decidedOn: '2026-01-15' } })
    const asked = () => inNetwork(desk.register, desk.context, (transaction) => mayWeed(transaction, ['reading'])).then((found) => found.get('reading')!)
    expect((await decide('arrangement')).status).toBe(200)
    expect(await asked()).toEqual({ may: false, decision: null })
    await expect(carryOutWeeding(desk, { classes: ['reading'] })).rejects.toMatchObject({ problems: [{ code: 'retention.no-decision' }] })
    const sent = { revision: 0, reference: 'KS 2026/18', decidedOn: '2026-01-16', classes: ['reading'], withdrawn: false }
    const id = randomUUID()
    expect((await network.anna.send('PUT', `/api/weeding-decisions/${id}`, sent)).status).toBe(200)
    expect(await asked()).toEqual({ may: true, decision: 'KS 2026/18' })
    expect((await carryOutWeeding(desk, { classes: ['reading'] })).done).toEqual({})
    // Withdrawn, it lets nothing go; the archive's decision by which a clock was decided does.
    expect((await network.anna.send('PUT', `/api/weeding-decisions/${id}`, { ...sent, revision: 1, withdrawn: true })).status).toBe(200)
    expect((await asked()).may).toBe(false)
    expect((await decide('archive-decision')).status).toBe(200)
    expect(await asked()).toEqual({ may: true, decision: 'Avtal § 7' })
  })
})

describe('breaches', () => {
  const content: BreachContent = {
    discoveredAt: new Date(Date.now() - 3_600_000).toISOString(), beganAt: null, endedAt: null, kinds: ['confidentiality'], causes: ['sent-wrong'], persons: ['possibly-exploited'], personsAbout: 2, recordsAbout: null,
    data: ['reasons', 'sex-life'], consequences: ['loss-of-control'], measures: ['recalled'], risk: 'risk', notifiedAt: null, delay: null, toldAt: null, untold: null, closed: false,
  }
  const marker = 'Breve7 gick till fel mottagare'
  const note = (id: string, sent: Partial<BreachRequest>) => network.anna.send<BreachesAnswer>('PUT', `/api/breaches/${id}`, { revision: 0, content, sealed: null, createdAt: now(), ...sent })
  async function sealFor(id: string, text: string, revision: number, previous: string | null) {
    const { anna } = network
    const membership = await membershipFor(network, anna)
    const { epoch, recipient } = currentRecipient(membership)
    const [createdAt, hash] = [now(), codedHash(canonicalText({ breach: id }))]
    const context = { network: network.id, incident: id, revision, previous, epoch, author: anna.id, formVersion: 'breach-1', codedHash: hash, createdAt }
    const { body, key } = await sealText({ text, context, recipient, signer: anna.signer })
    return { createdAt, sealed: { sealedId: randomUUID(), epoch, position: headOf(membership).seq, body: base64url(body), key: base64url(key), codedHash: hash } }
  }

  test('are noted with a sealed text that opens for the coordinator, reminded of until IMY is told, and kept', async () => {
    const id = randomUUID()
    const first = { ...(await sealFor(id, marker, 1, null)) }
    for (const expected of [201, 200]) expect((await note(id, first)).status).toBe(expected)
    const duties = await network.anna.get<DutiesAnswer>('/api/duties')
    expect(duties.breaches).toEqual([{ id, number: 1, clock: expect.objectContaining({ state: 'running', deadline: new Date(Date.parse(content.discoveredAt) + 259_200_000).toISOString() }) }])
    // Codes change, and the text stays.
    const notified = { ...content, notifiedAt: now(), untold: 'risk-not-high', closed: true } as const
    expect((await note(id, { revision: 1, content: notified, sealed: 'kept' })).status).toBe(201)
    expect((await network.anna.get<DutiesAnswer>('/api/duties')).breaches).toEqual([])
    const { breaches: [stands] } = await network.anna.get<BreachesAnswer>('/api/breaches')
    expect(stands).toMatchObject({ id, revision: 2, number: 1, content: notified, clock: { state: 'in-time' }, text: { id: first.sealed.sealedId }, author: network.anna.id })
    const { body, key, context, position } = await network.anna.get<BreachTextAnswer>(`/api/breaches/${id}/text`)
    const bytes = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'base64url'))
    const opened = await openText({
      body: bytes(body), key: bytes(key!.key), identity: await openEpoch(network, network.anna, key!.epoch), expected: { ...context, codedHash: codedHash(canonicalText({ breach: id })) },
      authors: { membership: await membershipFor(network, network.anna), position: position! },
    })
    expect([opened.text, opened.findings]).toEqual([marker, []])
    const again = await sealFor(id, `${marker} igen`, 3, stands!.text!.hash)
    expect((await note(id, { revision: 2, content: { ...notified, closed: false }, ...again })).status).toBe(201)
    expect((await network.anna.get<BreachTextAnswer>(`/api/breaches/${id}/text`)).context).toMatchObject({ revision: 3, previous: stands!.text!.hash })
    const log = (await inNetwork(app.desk.register, { network: network.id, member: 'operator' }, (transaction) => listAudit(transaction, { limit: 500 }))).toReversed().filter(({ action }) => action.startsWith('breach.')).map(({ action }) => action)
    expect(log).toEqual(['breach.note', 'breach.close', 'breach.read', 'breach.note', 'breach.read'])
  })

  test('what does not fit is refused at its field, and what was overtaken is not written over', async () => {
    const id = randomUUID()
    expect((await note(id, { content: { ...content, discoveredAt: '2999-01-01T00:00:00.000Z' } })).codes).toEqual(['breach.field'])
    expect((await note(id, { content: { ...content, closed: true } })).codes).toEqual(['breach.field'])
    expect((await note(id, { revision: 1 })).status).toBe(404)
    expect((await note(id, {})).status).toBe(201)
    expect((await note(id, { content: { ...content, personsAbout: 9 } })).codes).toEqual(['register.changed-meanwhile'])
    const forged = await sealFor(randomUUID(), 'x', 2, null)
    expect((await note(id, { revision: 1, ...forged })).codes).toEqual(['incident.answers-differ'])
    expect((await network.anna.send('GET', `/api/breaches/${id}/text`)).status).toBe(404)
  })

  test('a late one is told as late, and one without a likely risk asks for nothing', async () => {
    const [late, none] = [randomUUID(), randomUUID()]
    const discoveredAt = new Date(Date.now() - 73 * 3_600_000).toISOString()
    expect((await note(late, { content: { ...content, discoveredAt } })).status).toBe(201)
    expect((await note(none, { content: { ...content, risk: 'unlikely' } })).status).toBe(201)
    const { breaches } = await network.anna.get<DutiesAnswer>('/api/duties')
    expect(breaches[0]).toMatchObject({ id: late, clock: { state: 'over' } })
    expect(breaches.map(({ id }) => id)).not.toContain(none)
    const notified = { ...content, discoveredAt, notifiedAt: now(), untold: 'risk-not-high' } as const
    expect((await note(late, { revision: 1, content: { ...notified, closed: true } })).codes).toEqual(['breach.field'])
    expect((await note(late, { revision: 1, content: { ...notified, closed: true, delay: 'facts-missing' } })).status).toBe(201)
  })
})

test('the desk reminds of a test of the sheets thirty days before it is due, and when it is over', async () => {
  const due = async () => {
    const { recovery, testedUntil } = await network.anna.get<DutiesAnswer>('/api/duties')
    return [recovery, testedUntil !== null]
  }
  const heard = [await due()]
  for (const [months, days] of [[11, 10], [12, 2]] as const) {
    await tested(monthsAgo(months, days))
    heard.push(await due())
  }
  expect(heard).toEqual([[null, false], [null, true], ['old', false]])
})

test('nothing that was sealed stands in clear, and the register is sound', async () => {
  expect(app.log.join('\n')).not.toContain('Breve7')
  for (const { findings } of await verifyRegister(app.desk.register)) expect(findings).toEqual([])
})
