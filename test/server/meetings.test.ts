// Meetings from their dates to the actions that come back: who sees which circle, who speaks for whom, and that texts open for those alone who may.
import { randomUUID } from 'node:crypto'
import { canonicalText } from '@lykta/incident'
import { appendOrganisations, appendQuietMonth, inNetwork, listAudit, verifyRegister, write } from '@lykta/register'
import { codedHash, currentRecipient, headOf, openText, sealText } from '@lykta/seal'
import { partsOfYear } from '@lykta/statistics'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ActionRequest, DecisionRequest, EffortRequest, EffortsAnswer, MeetingAnswer, MeetingsAnswer, MeetingTextCoded, MeetingTextsAnswer, SituationRequest, YearlyAnswersAnswer } from '../../apps/server/src/api/meeting-types.ts'
import type { SealedBody } from '../../apps/server/src/api/types.ts'
import { momentOf } from '../../apps/server/src/work/count-network.ts'
import { effortIn } from '../../apps/server/src/work/efforts/efforts.ts'
import { findPreviousMeeting } from '../../apps/server/src/work/meetings/previous-meeting.ts'
import { reportEffort } from '../../apps/server/src/work/situation/report-effort.ts'
import { bareSample, makeTestApp, type TestApp } from './app.ts'
import { base64url, foundTestNetwork, join, list, membershipFor, openEpoch, type Person, type TestNetwork } from './member-network.ts'
import { searchTexts } from './search-texts.ts'
import { now } from './sender.ts'

let app: TestApp
let network: TestNetwork
let [cilla, david, rut] = [] as unknown as [Person, Person, Person]
const year = Number(now().slice(0, 4))
const dates = { core1: `${year - 1}-02-12`, core2: `${year - 1}-05-14`, network1: `${year - 1}-03-12` }
const ids = { core1: randomUUID(), core2: randomUUID(), network1: randomUUID() }
beforeAll(async () => {
  app = await makeTestApp({}, bareSample)
  network = await foundTestNetwork(app)
  cilla = await join(network, 'core-member', network.town, 'Cilla')
  david = await join(network, 'reporter', network.hotel, 'David')
  rut = await join(network, 'reader', null, 'Rut')
  await list(network, cilla, 'core-member', network.town)
  await list(network, david, 'reporter', network.hotel)
  const hours = { begins: '13:00', ends: '15:00', agenda: ['Läget', 'Åtgärder'] }
  const meetings = [
    { id: ids.core1, circle: 'core', date: dates.core1, ...hours }, { id: ids.core2, circle: 'core', date: dates.core2, ...hours }, { id: ids.network1, circle: 'network', date: dates.network1, ...hours },
  ]
  for (const expected of [201, 200]) expect((await network.anna.send('POST', '/api/meetings', { meetings })).status).toBe(expected)
})
afterAll(() => app.close())

type Coded = Omit<MeetingTextCoded, 'organisation'> & { readonly organisation?: string }
async function sealFor(from: Person, { organisation = null as unknown as string, ...rest }: Coded, text: string, item: string, revision = 1, previous: string | null = null): Promise<{ readonly sealed: SealedBody; readonly createdAt: string }> {
  const coded: MeetingTextCoded = { ...rest, organisation }
  const membership = await membershipFor(network, from)
  const { epoch, recipient } = currentRecipient(membership)
  const [createdAt, hash] = [now(), codedHash(canonicalText(coded))]
  const context = { network: network.id, incident: item, revision, previous, epoch, author: from.id, formVersion: 'meeting-1', codedHash: hash, createdAt }
  const { body, key } = await sealText({ text, context, recipient, signer: from.signer })
  return { createdAt, sealed: { sealedId: randomUUID(), epoch, position: headOf(membership).seq, body: base64url(body), key: base64url(key), codedHash: hash } }
}

const situationOf = async (from: Person, meeting: string, circle: 'core' | 'network', organisation: string, text: string): Promise<SituationRequest> => {
  const id = randomUUID()
  return { id, revision: 1, organisation, state: 'told', ...(await sealFor(from, { meeting, circle, kind: 'situation', organisation }, text, id)) }
}
const meeting = (who: Person, id: string): Promise<MeetingAnswer> => who.get(`/api/meetings/${id}`)

describe('situations', () => {
  test('a reporter gives her own organisation’s, to the large network alone', async () => {
    const sent = await situationOf(david, ids.network1, 'network', network.hotel, 'Två bokningar som någon annan betalade.')
    for (const expected of [201, 200]) expect((await david.send('POST', `/api/meetings/${ids.network1}/situations`, sent)).status).toBe(expected)
    expect((await david.send('POST', `/api/meetings/${ids.core1}/situations`, await situationOf(david, ids.core1, 'core', network.hotel, 'x'))).status).toBe(404)
    expect((await david.send('POST', `/api/meetings/${ids.network1}/situations`, await situationOf(david, ids.network1, 'network', network.town, 'x'))).status).toBe(404)
    // She may change it to nothing, and sees her own alone.
    expect((await david.send('POST', `/api/meetings/${ids.network1}/situations`, { ...sent, revision: 3, state: 'nothing', sealed: null })).codes).toEqual(['register.changed-meanwhile'])
    expect((await meeting(david, ids.network1)).situations).toMatchObject([{ organisation: network.hotel, state: 'told', revision: 1, text: { id: sent.sealed!.sealedId } }])
    expect((await meeting(rut, ids.network1)).situations).toEqual([])
    // Another's, under its id, as if it were of one's own organisation: nobody takes it over, and it stands.
    for (const who of [cilla, network.anna]) {
      expect((await who.send('POST', `/api/meetings/${ids.network1}/situations`, { ...sent, revision: 2, organisation: network.town, state: 'nothing', sealed: null })).status).toBe(404)
    }
    expect((await meeting(cilla, ids.network1)).situations).toMatchObject([{ organisation: network.hotel, state: 'told', revision: 1 }])
  })

  test('what was sealed for another meeting, organisation or kind is refused; a told one has its text', async () => {
    const sent = await situationOf(cilla, ids.core1, 'core', network.town, 'Läget är lugnt.')
    expect((await cilla.send('POST', `/api/meetings/${ids.core2}/situations`, sent)).codes).toEqual(['incident.answers-differ'])
    expect((await cilla.send('POST', `/api/meetings/${ids.core1}/situations`, { ...sent, sealed: null })).status).toBe(400)
    expect((await cilla.send('POST', `/api/meetings/${ids.core1}/situations`, sent)).status).toBe(201)
    // One an organisation: another id for the same is one that came between.
    expect((await cilla.send('POST', `/api/meetings/${ids.core1}/situations`, { ...sent, id: randomUUID(), state: 'nothing', sealed: null })).status).toBe(409)
  })
})

const action: { id: string; request?: ActionRequest } = { id: randomUUID() }

describe('decisions and actions', () => {
  test('are the coordinator’s to note, and come back at the next meeting of the circle until they are settled', async () => {
    const { anna } = network
    const decision: DecisionRequest = { id: randomUUID(), revision: 1, line: 0, withdrawn: false, ...(await sealFor(anna, { meeting: ids.core1, circle: 'core', kind: 'decision' }, 'Vi träffas igen.', randomUUID())) }
    expect((await cilla.send('POST', `/api/meetings/${ids.core1}/decisions`, decision)).status).toBe(404)
    expect((await anna.send('POST', `/api/meetings/${ids.core1}/decisions`, decision)).status).toBe(201)
    action.request = { id: action.id, revision: 1, line: 1, organisation: network.town, due: dates.core2, state: 'open', ...(await sealFor(anna, { meeting: ids.core1, circle: 'core', kind: 'action' }, 'Ring hyresvärden.', action.id)) }
    expect((await anna.send('POST', `/api/meetings/${ids.core1}/actions`, action.request)).status).toBe(201)
    const { meeting: first } = await meeting(anna, ids.core1)
    expect((await anna.send('PUT', `/api/meetings/${ids.core1}`, { ...put(first), state: 'held', attendance: [network.town] })).status).toBe(200)

    expect(await meeting(cilla, ids.core2)).toMatchObject({ previous: { id: ids.core1, date: dates.core1 }, actions: [{ id: action.id, meeting: ids.core1, madeOn: dates.core1, state: 'open' }] })
    expect((await meeting(anna, ids.network1)).actions).toEqual([])
    // Of the core group: whose organisation has a core member or a coordinator.
    expect((await meeting(cilla, ids.core2)).invited).toEqual([network.town])
    expect([...(await meeting(david, ids.network1)).invited].sort()).toEqual([network.town, network.hotel].sort())
    // Who belongs to no organisation reads none.
    expect((await meeting(rut, ids.network1)).invited).toEqual([])
    expect(await findPreviousMeeting(deskAs('core-member'), 'core', dates.core2)).toMatchObject({ id: ids.core1, date: dates.core1, openActions: [{ id: action.id }] })
    expect(await findPreviousMeeting(deskAs('reporter'), 'core', dates.core2)).toBeUndefined()
    expect(await findPreviousMeeting(deskAs('core-member'), 'core', dates.core1)).toBeUndefined()
  })

  test('a core member settles her own organisation’s, and changes nothing else of it; settled, it does not come back', async () => {
    const change = { ...action.request!, revision: 2, sealed: 'kept' } as const
    expect((await cilla.send('POST', `/api/meetings/${ids.core1}/actions`, { ...change, state: 'withdrawn' })).status).toBe(404)
    expect((await cilla.send('POST', `/api/meetings/${ids.core1}/actions`, { ...change, state: 'done', due: null })).status).toBe(404)
    for (const expected of [201, 200]) expect((await cilla.send('POST', `/api/meetings/${ids.core1}/actions`, { ...change, state: 'done' })).status).toBe(expected)
    const today = (await cilla.get<{ readonly today: string }>('/api/network')).today
    // It was open when that meeting was held, and stands in its minutes as done; a later one does not see it.
    expect((await meeting(cilla, ids.core2)).actions).toMatchObject([{ state: 'done', settled: today }])
    const later = { id: randomUUID(), circle: 'core', date: `${year + 1}-02-12`, begins: '13:00', ends: '15:00', agenda: [] }
    expect((await network.anna.send('POST', '/api/meetings', { meetings: [later] })).status).toBe(201)
    expect((await meeting(cilla, later.id)).actions).toEqual([])
  })

  test('what stands under a line of the agenda goes where the line goes, and keeps it from being taken away', async () => {
    const { anna } = network
    const [id, decided, done] = [randomUUID(), randomUUID(), randomUUID()]
    const agenda = ['Läget', 'Åtgärder', 'Nästa möte']
    await anna.send('POST', '/api/meetings', { meetings: [{ id, circle: 'core', date: `${year + 1}-04-12`, begins: '13:00', ends: '15:00', agenda }] })
    await anna.send('POST', `/api/meetings/${id}/decisions`, { id: decided, revision: 1, line: 0, withdrawn: false, ...(await sealFor(anna, { meeting: id, circle: 'core', kind: 'decision' }, 'Vi frågar dem.', decided)) })
    const noted: ActionRequest = { id: done, revision: 1, line: 1, organisation: network.town, due: null, state: 'open', ...(await sealFor(anna, { meeting: id, circle: 'core', kind: 'action' }, 'Fråga dem.', done)) }
    await anna.send('POST', `/api/meetings/${id}/actions`, noted)
    const change = async (to: readonly string[]) => anna.send('PUT', `/api/meetings/${id}`, { ...put((await meeting(anna, id)).meeting), agenda: to })
    const under = async () => {
      const { meeting: { agenda: titles, revision }, decisions, actions } = await meeting(anna, id)
      return [revision, ...[...decisions, ...actions.filter((one) => one.id === done)].map((one) => [one.line === null ? null : titles[one.line], one.revision])]
    }
    expect((await change(['Val av ordförande', ...agenda])).status).toBe(200)
    expect(await under()).toEqual([2, ['Läget', 2], ['Åtgärder', 2]])
    // Moved and worded anew at once; who has seen neither settles nothing by it.
    expect((await change(['Nya åtgärder', 'Läget', 'Val av ordförande'])).status).toBe(200)
    expect(await under()).toEqual([3, ['Läget', 2], ['Nya åtgärder', 3]])
    expect((await cilla.send('POST', `/api/meetings/${id}/actions`, { ...noted, revision: 3, state: 'done', sealed: 'kept' })).codes).toEqual(['register.changed-meanwhile'])
    const refused = await change(['Läget', 'Val av ordförande'])
    expect([refused.status, refused.codes]).toEqual([422, ['meeting.line-needed']])
    expect(await under()).toEqual([3, ['Läget', 2], ['Nya åtgärder', 3]])
    // Taken back, it keeps no line; and the texts are as they were sealed.
    await anna.send('POST', `/api/meetings/${id}/actions`, { ...noted, revision: 4, line: 0, state: 'withdrawn', sealed: 'kept' })
    expect((await change(['Läget', 'Val av ordförande'])).status).toBe(200)
    expect(await under()).toEqual([4, ['Läget', 3]])
    expect((await anna.send('POST', `/api/meetings/${id}/decisions`, { id: decided, revision: 4, line: 0, withdrawn: true, sealed: 'kept', createdAt: now() })).status).toBe(201)
  })

  test('nothing is added to a meeting that is cancelled', async () => {
    const id = randomUUID()
    await network.anna.send('POST', '/api/meetings', { meetings: [{ id, circle: 'core', date: `${year + 1}-03-12`, begins: '13:00', ends: '15:00', agenda: [] }] })
    const { meeting: planned } = await meeting(network.anna, id)
    expect((await network.anna.send('PUT', `/api/meetings/${id}`, { ...put(planned), state: 'cancelled' })).status).toBe(200)
    expect((await cilla.send('POST', `/api/meetings/${id}/situations`, { id: randomUUID(), revision: 1, organisation: network.town, state: 'nothing', sealed: null, createdAt: now() })).codes).toEqual(['meeting.cancelled'])
  })
})

function put({ revision, date, begins, ends, state, agenda, attendance }: MeetingAnswer['meeting']) {
  return { revision, date, begins, ends, state, agenda, attendance }
}
const deskAs = (role: 'core-member' | 'reporter') => ({ ...app.desk, context: { network: network.id, member: cilla.id, role, organisation: network.town }, network: { ...app.desk.network, id: network.id } })

describe('who sees what', () => {
  test('the large network’s people see their own meetings, and not that there are others', async () => {
    for (const who of [david, rut]) {
      expect((await who.get<MeetingsAnswer>('/api/meetings')).meetings.map(({ id }) => id)).toEqual([ids.network1])
      expect((await who.send('GET', `/api/meetings/${ids.core1}`)).status).toBe(404)
      expect((await who.send('GET', `/api/meetings/${ids.network1}/texts`)).status).toBe(404)
    }
    expect((await cilla.get<MeetingsAnswer>('/api/meetings')).meetings.length).toBe(6)
  })

  test('texts open for the core group, signed and sound, and the reading is noted once', async () => {
    const { texts } = await cilla.get<MeetingTextsAnswer>(`/api/meetings/${ids.core1}/texts`)
    expect(texts.map(({ kind }) => kind).sort()).toEqual(['action', 'decision', 'situation'])
    const identity = await openEpoch(network, cilla, 1)
    const membership = await membershipFor(network, cilla)
    for (const { body, key, context, position, kind } of texts) {
      const opened = await openText({ body: Buffer.from(body, 'base64url'), key: Buffer.from(key!.key, 'base64url'), identity, expected: context, authors: { membership, position: position! } })
      // The decision was sealed for an id that it does not have: that is told, as it would be of any text in another's place.
      expect([kind, opened.signed, opened.findings]).toEqual([kind, true, kind === 'decision' ? ['seal.other-incident'] : []])
    }
    const { texts: told } = await network.anna.get<MeetingTextsAnswer>(`/api/meetings/${ids.network1}/texts`)
    expect(told).toMatchObject([{ kind: 'situation', organisation: network.hotel, context: { author: david.id } }])
    const reads = await inNetwork(app.desk.register, { network: network.id, member: 'operator' }, (transaction) => listAudit(transaction, { limit: 300 }))
    expect(reads.filter(({ action: act }) => act === 'meeting.read').map(({ actor, object }) => [actor, object])).toEqual(expect.arrayContaining([[cilla.id, `meeting:${ids.core1}`], [network.anna.id, `meeting:${ids.network1}`]]))
    expect(JSON.stringify(reads)).not.toMatch(/hyresvärd|bokningar|Läget/)
  })

  test('a search hands them out where they stand, without what was withdrawn', async () => {
    const { texts, counted } = await searchTexts(app, network, cilla, network.anna)
    const opened = [...(await cilla.get<MeetingTextsAnswer>(`/api/meetings/${ids.core1}/texts`)).texts, ...(await cilla.get<MeetingTextsAnswer>(`/api/meetings/${ids.network1}/texts`)).texts,
      ...(await cilla.get<MeetingTextsAnswer>(`/api/meetings/${ids.core2}/texts`)).texts]
    expect(counted).toBe(texts.length)
    expect(texts.map(({ sealedId }) => sealedId).toSorted()).toEqual([...new Set(opened.map(({ sealedId }) => sealedId))].toSorted())
    for (const { sealedId, body, context, place } of texts) {
      const same = opened.find((one) => one.sealedId === sealedId)!
      expect({ body, context }).toEqual({ body: same.body, context: same.context })
      expect(place).toEqual({ part: 'meetings', meeting: same.meeting, heldOn: { [ids.core1]: dates.core1, [ids.core2]: dates.core2, [ids.network1]: dates.network1 }[same.meeting], kind: same.kind, organisation: same.organisation })
    }
  })

  test('the calendar holds times, in the circle that one sees, and nothing else', async () => {
    const answer = await app.ask('/api/meetings.ics', { headers: { cookie: [...david.cookies].map(([name, value]) => `${name}=${value}`).join('; ') } })
    const text = await answer.text()
    expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
    expect(text.split('\r\n').filter((line) => !line.startsWith('DTSTAMP'))).toEqual([
      'BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Lykta//Meetings//EN', 'CALSCALE:GREGORIAN', 'BEGIN:VEVENT', `UID:${ids.network1}`, 'SEQUENCE:0',
      `DTSTART:${dates.network1.replaceAll('-', '')}T120000Z`, `DTEND:${dates.network1.replaceAll('-', '')}T140000Z`, 'SUMMARY:Möte', 'CLASS:PRIVATE', 'END:VEVENT', 'END:VCALENDAR', '',
    ])
  })
})

describe('once a year, and effort', () => {
  test('each organisation answers for itself, in codes, and not for years to come', async () => {
    const answers = { begging: 'not-looked', labour: 'seen' }
    for (const expected of [201, 200]) expect((await david.send('POST', '/api/yearly-answers', { organisation: network.hotel, year, answers })).status).toBe(expected)
    expect((await david.send('POST', '/api/yearly-answers', { organisation: network.town, year, answers })).status).toBe(404)
    expect((await cilla.send('POST', '/api/yearly-answers', { organisation: network.town, year: year + 1, answers })).codes).toEqual(['yearly.outside'])
    expect((await cilla.send('POST', '/api/yearly-answers', { organisation: network.town, year, answers: { crime: 'seen' } })).status).toBe(201)
    expect((await david.get<YearlyAnswersAnswer>('/api/yearly-answers')).answers.length).toBe(2)
    expect((await cilla.get<YearlyAnswersAnswer>('/api/yearly-answers')).answers.length).toBe(3)
    expect((await rut.send('GET', '/api/yearly-answers')).status).toBe(404)
  })

  test('effort is entered by the core group for itself and counted by year, with the organisations that looked', async () => {
    const id = randomUUID()
    const training: EffortRequest = { revision: 1, organisation: network.town, kind: 'training', month: `${year - 1}-02`, times: 2, people: 31, withdrawn: false }
    for (const expected of [201, 200]) expect((await cilla.send('PUT', `/api/efforts/${id}`, training)).status).toBe(expected)
    expect((await cilla.send('PUT', `/api/efforts/${randomUUID()}`, { ...training, organisation: network.hotel })).status).toBe(404)
    expect((await cilla.send('PUT', `/api/efforts/${id}`, { ...training, revision: 5, times: 3 })).codes).toEqual(['register.changed-meanwhile'])
    expect((await cilla.send('PUT', `/api/efforts/${randomUUID()}`, { ...training, kind: 'outreach' })).codes).toEqual(['effort.people'])
    expect((await cilla.send('PUT', `/api/efforts/${randomUUID()}`, { ...training, month: `${year + 1}-01` })).codes).toEqual(['effort.outside'])
    expect((await network.anna.send('PUT', `/api/efforts/${randomUUID()}`, { ...training, organisation: network.hotel, kind: 'outreach', people: null, times: 4 })).status).toBe(201)
    const { efforts, years } = await cilla.get<EffortsAnswer>('/api/efforts')
    expect(efforts.length).toBe(2)
    // Town and hotel said something to a meeting of that year, too.
    expect(years.find((one) => one.id === String(year - 1))).toMatchObject({ trainings: 2, trained: { count: 31, isLeast: false }, outreachPasses: 4, activeOrganisations: 2 })
    for (const who of [david, rut]) expect((await who.send('GET', '/api/efforts')).status).toBe(404)
  })

  test('active are members in their months as members, and so no more than there were: no source outside, none that had left', async () => {
    const { desk } = app
    const own = { ...desk, network: { ...desk.network, id: network.id, collectionStart: `${year - 2}-01-01` }, context: { network: network.id, member: network.anna.id } }
    const [outside, gone] = [randomUUID(), randomUUID()]
    const organisation = (id: string, joined: string | null, left: string | null) => ({ revision: 1, organisation: { id, code: id.slice(0, 8), name: id, sector: 'civil-society' as const, joined, left } })
    await write(own.register, own.context, { action: 'organisation.add', object: 'test' }, async (transaction) => {
      await appendOrganisations(transaction, [organisation(outside, null, null), organisation(gone, `${year - 2}-01-01`, `${year - 1}-03-15`)])
      for (const [id, month] of [[outside, '02'], [gone, '02'], [gone, '06']] as const) await appendQuietMonth(transaction, { organisation: id, month: `${year - 1}-${month}`, withdrawn: false })
    })
    const collection = { from: `${year - 2}-01-01`, to: now().slice(0, 10) }
    const periods = partsOfYear(year - 1, 3, collection)
    const { organisations } = await momentOf(own)
    const told = (await effortIn(own, periods)).map((effort, index) => reportEffort(periods[index]!, effort, organisations))
    // Town and hotel from the start of the network; the one that left in March is among those of the first quarter alone.
    const members = organisations.filter(({ joined }) => joined !== null && joined <= `${year - 1}-03-31`).length
    expect(told.map((one) => [one.active, one.members])).toEqual([[3, members], [expect.any(Number), members - 1], [0, members - 1], [0, members - 1]])
    expect(told[1]!.active).toBeLessThanOrEqual(2)
    expect(told[0]).toMatchObject({ trainingsFrom: `${year - 1}-02`, outreachFrom: `${year - 1}-02`, trainings: 2 })
  })
})

test('the register is sound after all of it', async () => {
  expect((await verifyRegister(app.desk.register)).flatMap(({ findings }) => findings)).toEqual([])
  expect(app.log).toEqual([])
})
