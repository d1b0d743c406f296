// An incident arrives from a form: once, whole, counted at once; it is corrected and withdrawn; what cannot be is refused.
import { randomUUID } from 'node:crypto'
import { appendEpoch, appendOrganisations, findIncident, findSealedText, inNetwork, listAudit, rememberKey, verifyNetwork, write } from '@lykta/register'
import { makeEpoch, openText } from '@lykta/seal'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type {
  Failure, FormAnswer, IncidentAnswer, IncidentFormAnswer, IncidentSearchAnswer, NetworkAnswer, NewIncidentRequest, OverviewAnswer, ReceiptAnswer,
} from '../../apps/server/src/api/types.ts'
import { unlockEpoch } from '../../apps/server/src/work/read-reason.ts'
import { makeTestApp, type TestApp } from './app.ts'
import { correction, newIncident, now, sealed } from './sender.ts'

/** Of the invented network; it stands in the program for everybody. */
const passphrase = 'imaginary public sample everybody visible lantern'

let app: TestApp
let form: FormAnswer
let hotel: string
let identity: string
beforeAll(async () => {
  app = await makeTestApp()
  form = await app.json<FormAnswer>('/api/form')
  hotel = form.organisations[0]!.id
  identity = await unlockEpoch(app.desk, 1, passphrase)
})
afterAll(() => app.close())

const enter = async (sent: unknown, address = '/api/incidents'): Promise<{ readonly status: number; readonly ref: string; readonly revision: number; readonly codes: readonly string[] }> => {
  const answer = await app.post(address, sent)
  const { ref = '', revision = 0, problems = [] } = (await answer.json()) as Partial<ReceiptAnswer & Failure>
  return { status: answer.status, ref, revision, codes: problems.map(({ code }) => code) }
}
const statusesOf = (answers: readonly { readonly status: number }[]) => answers.map(({ status }) => status).toSorted((one, other) => one - other)
const count = async (): Promise<number> => (await app.json<NetworkAnswer>('/api/network')).incidents
const incident = (ref: string) => app.json<IncidentAnswer>(`/api/incidents/${ref}`)

/** What the text says, and what does not agree between it and its row: network, incident, revision, epoch, author, form, answers, time. */
async function readReason(ref: string): Promise<{ readonly text: string; readonly findings: readonly string[] }> {
  const sealed = await inNetwork(app.desk.register, app.desk.context, async (transaction) =>
    findSealedText(transaction, (await findIncident(transaction, { ref }))!.id))
  const { text, findings } = await openText({ body: sealed!.body, key: sealed!.key!.key, identity, expected: sealed!.context })
  return { text, findings }
}
const formOf = (ref: string) => app.json<IncidentFormAnswer>(`/api/incidents/${ref}/form`)

describe('a new incident', () => {
  test('the form says what is needed to fill it in and to seal', () => {
    expect(form).toMatchObject({ formVersion: 'lykta-1', author: 'operator', reporterOrganisation: null, network: { name: 'Exempelstad' }, epoch: { epoch: 1 } })
    expect(form.epoch?.recipient).toMatch(/^age1pq1/)
    expect(form.organisations).toHaveLength(9)
  })

  test('a day that nobody knows is in no year: the overview tells how many such there are', async () => {
    const year = Number(form.today.slice(0, 4))
    const overview = (): Promise<OverviewAnswer> => app.json<OverviewAnswer>(`/api/overview?year=${year}`)
    const before = await overview()
    const { status } = await enter(await newIncident(form, { reportedBy: hotel, channel: 'telephone' }))
    expect(status).toBe(201)
    const after = await overview()
    expect(after.inNoYear).toBe(before.inNoYear + 1)
    expect(after.years.base).toEqual(before.years.base)
  })

  test('is stored with a reference, found in the list, counted at once, and its reason opens with the passphrase alone', async () => {
    const before = await count()
    const year = Number(form.today.slice(0, 4))
    const answers = {
      reportedBy: hotel, channel: 'telephone', occurred: { on: form.today }, placeType: 'hotel', area: 'Norra hamnen', exploitation: 'sexual',
      indicators: ['sexual.many-phones'], persons: [{ count: { count: 2, atLeast: true }, sex: 'woman', ageGroup: 'minor' }], concernReport: 'yes', policeContacted: 'yes',
    } as const
    const { status, ref, revision } = await enter(await newIncident(form, answers, 'Två flickor, många telefoner.'))
    expect([status, revision]).toEqual([201, 1])
    expect(await count()).toBe(before + 1)
    expect(await incident(ref)).toMatchObject({
      ref, revision: 1, sealed: true, withdrawn: false, revisions: [{ number: 1, author: 'operator', reason: null }],
      answers: { placeType: 'hotel', area: 'Norra hamnen', channel: 'telephone', concernReport: { made: 'yes', on: null }, persons: [{ count: { count: 2, atLeast: true } }] },
    })
    const found = (await (await app.post('/api/incidents/search', { text: 'norra HAMNEN' })).json()) as IncidentSearchAnswer
    expect(found.incidents.map((one) => one.ref)).toEqual([ref])
    const { tables } = await app.json<OverviewAnswer>(`/api/overview?year=${year}`)
    expect(tables.find(({ spec }) => spec.id === 'incidents')!.base.at(-1)!.count).toBe(1)
    // Nobody signs yet; all else agrees.
    expect(await readReason(ref)).toEqual({ text: 'Två flickor, många telefoner.', findings: ['seal.signature-missing'] })
  })

  test('with nothing known but who tells it', async () => {
    const sent = await newIncident(form, { reportedBy: hotel })
    const { status, ref } = await enter(sent)
    expect(status).toBe(201)
    expect((await incident(ref)).answers).toMatchObject({ occurred: { from: '2017-11-01', to: form.today, about: true }, persons: [], policeReports: null })
  })

  test('arrives once, from twenty tabs at the same moment and again later; another content under its id is refused', async () => {
    const before = await count()
    const sent = await newIncident(form, { reportedBy: hotel, placeType: 'street' }, 'En gång räcker.')
    const answers = await Promise.all(Array.from({ length: 20 }, () => enter(sent)))
    expect(statusesOf(answers)).toEqual([...Array.from({ length: 19 }, () => 200), 201])
    expect(new Set(answers.map(({ ref }) => ref)).size).toBe(1)
    expect(await enter(sent)).toMatchObject({ status: 200, ref: answers[0]!.ref })
    const others: readonly NewIncidentRequest[] = [
      { ...sent, answers: { ...sent.answers, placeType: 'home' }, sealed: null }, { ...sent, sealed: null }, { ...sent, createdAt: now() },
      { ...sent, sealed: await sealed(form, sent.answers, 'En gång räcker.', { incident: sent.id, revision: 1, previous: null, createdAt: sent.createdAt }) },
    ]
    for (const other of others) expect(await enter(other)).toMatchObject({ status: 409, codes: ['incident.id-taken'] })
    expect(await count()).toBe(before + 1)
    expect((await incident(answers[0]!.ref)).revision).toBe(1)
  })

  test('many at once all arrive, each with a reference of its own', async () => {
    const before = await count()
    const sent = await Promise.all(Array.from({ length: 24 }, () => newIncident(form, { reportedBy: hotel })))
    const answers = await Promise.all(sent.map((one) => enter(one)))
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(24)
    expect(new Set(answers.map(({ ref }) => ref)).size).toBe(24)
    expect(await count()).toBe(before + 24)
  })

  test('is read by what stands now, also when another program has changed it since', async () => {
    const joined = { id: randomUUID(), code: 'nya', name: 'Nya jouren', sector: 'other', joined: '2020-01-01', left: null } as const
    const sent = await newIncident(form, { reportedBy: joined.id })
    expect((await enter(sent)).codes).toEqual(['form.organisation-unknown'])
    // What the server knows of it comes from the database alone.
    const add = (revision: number, left: string | null) => write(app.desk.register, app.desk.context, { action: 'organisation.add', object: 'test' }, (transaction) =>
      appendOrganisations(transaction, [{ organisation: { ...joined, left }, revision }]))
    await add(1, null)
    expect(await enter(sent)).toMatchObject({ status: 201 })
    // It was no member then: what was refused or taken as a member's before is a source outside now.
    await add(2, '2020-02-01')
    const { ref } = await enter(await newIncident(form, { reportedBy: joined.id, occurred: { on: form.today } }))
    expect((await incident(ref)).answers.external).toBe(true)
  })

  test('problems come at their questions, in both languages, and nothing is stored', async () => {
    const before = await count()
    const sent = await newIncident(form, { reportedBy: hotel })
    const answer = await app.post('/api/incidents', { ...sent, answers: { reportedBy: hotel, placeType: 'Zmarker', persons: [{}, { sex: 'Zmarker' }] } })
    const text = await answer.text()
    expect(answer.status).toBe(422)
    const { problems } = JSON.parse(text) as Failure
    expect(problems.map(({ code, where }) => [code, where])).toEqual([['form.choice', { question: 'placeType' }], ['form.choice', { question: 'sex', group: 2 }]])
    expect(problems[1]!.text).toMatchObject({ sv: expect.stringMatching(/^grupp 2, frågan ”Kön”: /), en: expect.stringMatching(/^group 2, the question “Sex”: /) })
    expect(text).not.toContain('Zmarker')
    expect(await enter({ ...sent, answers: {} })).toMatchObject({ status: 422, codes: ['form.source-missing'] })
    expect(await enter({ ...sent, answers: { reportedBy: hotel, reason: 'I klartext' } })).toMatchObject({ status: 422, codes: ['form.reason-in-clear'] })
    expect(await count()).toBe(before)
  })

  test('a clock that is up to a day ahead is believed: the reason opens, and the register has its own time; further ahead it can come later', async () => {
    const at = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString()
    const write = async (createdAt: string) => {
      // As the form does: what it calls today is the day of its own clock.
      const reportedOn = new Intl.DateTimeFormat('sv-SE', { timeZone: form.network.timeZone }).format(new Date(createdAt))
      const answers = { reportedBy: hotel, reportedOn, occurred: { from: reportedOn, to: reportedOn } }
      const id = randomUUID()
      const place = { incident: id, revision: 1, previous: null, createdAt }
      return { id, formVersion: form.formVersion, answers, createdAt, sealed: await sealed({ ...form, today: reportedOn }, answers, 'Såg något.', place) }
    }
    for (const hours of [0.2, 23.9]) {
      const { status, ref } = await enter(await write(at(hours)))
      expect(status).toBe(201)
      // The machine of a network without members signs nothing; all else agrees, the time included.
      expect(await readReason(ref)).toEqual({ text: 'Såg något.', findings: ['seal.signature-missing'] })
      const [line] = await inNetwork(app.desk.register, app.desk.context, (transaction) => listAudit(transaction, { limit: 1 }))
      expect(Date.parse(line!.at)).toBeLessThanOrEqual(Date.now())
    }
    expect((await enter(await write(at(24.1)))).codes).toEqual(['incident.clock-ahead'])
  })

  test('a text that is not sealed, sealed with other answers, or to another key, is refused before anything is kept', async () => {
    const sent = await newIncident(form, { reportedBy: hotel }, 'Hemligt.')
    const text = sent.sealed!
    const clear = Buffer.from('Hemligt, men inte förseglat.').toString('base64url')
    const refused = async (change: object) => (await enter({ ...sent, sealed: { ...text, ...change } })).codes
    expect(await refused({ body: clear })).toEqual(['incident.not-sealed'])
    expect(await refused({ body: text.key, key: text.body })).toEqual(['incident.not-sealed'])
    expect(await refused({ body: text.body.slice(0, -8) })).toEqual(['incident.not-sealed'])
    expect(await refused({ codedHash: 'ab'.repeat(32) })).toEqual(['incident.answers-differ'])
    expect(await refused({ epoch: 2 })).toEqual(['incident.epoch-unknown'])
    expect(await enter({ ...sent, formVersion: 'lykta-0' })).toMatchObject({ status: 422, codes: ['incident.form-unknown'] })
    expect(await enter({ ...sent, createdAt: '2001-01-01T00:00:00.000Z' })).toMatchObject({ status: 422, codes: ['incident.clock'] })
    expect(await enter({ ...sent, createdAt: '2999-01-01T00:00:00.000Z' })).toMatchObject({ status: 422, codes: ['incident.clock-ahead'] })
    expect((await enter(sent)).status).toBe(201)
    // A text of its own belongs to one incident.
    const other = await newIncident(form, { reportedBy: hotel })
    expect(await enter({ ...other, sealed: { ...text, codedHash: (await sealed(form, other.answers, 'x', { incident: other.id, revision: 1, previous: null, createdAt: other.createdAt })).codedHash } }))
      .toMatchObject({ status: 409 })
  })

  test('the longest reason fits, padded and in base64url', async () => {
    const { status, ref } = await enter(await newIncident(form, { reportedBy: hotel }, '€'.repeat(20_000)))
    expect(status).toBe(201)
    expect((await readReason(ref)).text).toHaveLength(20_000)
    expect((await app.post('/api/incidents', { text: 'a'.repeat(270_000) })).status).toBe(413)
  })

  test.each([
    ['nothing', null], ['no id', { id: undefined }], ['an id in capitals', { id: 'A0000000-0000-4000-8000-000000000000' }], ['a key too many', { Zmarker: 1 }],
    ['a time without milliseconds', { createdAt: '2026-11-01T00:00:00Z' }], ['no such time', { createdAt: '2026-02-31T00:00:00.000Z' }], ['sealed as text', { sealed: 'Zmarker' }],
  ] as const)('%s is refused, and says which field', async (_, change) => {
    const sent = await newIncident(form, { reportedBy: hotel })
    const answer = await app.post('/api/incidents', change && { ...sent, ...change })
    const text = await answer.text()
    expect([answer.status, (JSON.parse(text) as Failure).problems.map(({ code }) => code)]).toEqual([400, ['incident.body']])
    expect(text).not.toContain('Zmarker')
  })
})

describe('a correction', () => {
  test('is the whole answers anew; a repeated one is the same, one that looked at an older revision is refused', async () => {
    const { ref } = await enter(await newIncident(form, { reportedBy: hotel, placeType: 'hotel' }, 'Först.'))
    const opened = await formOf(ref)
    expect(opened).toMatchObject({ revision: 1, formVersion: 'lykta-1', answers: { placeType: 'hotel', reportedBy: hotel } })
    const sent = await correction(form, opened, { ...opened.answers, area: 'Söder', policeReports: { count: 1 } }, 'Först. Sedan mer.')
    const address = `/api/incidents/${ref}/revisions`
    const answers = await Promise.all(Array.from({ length: 8 }, () => enter(sent, address)))
    expect(statusesOf(answers)).toEqual([200, 200, 200, 200, 200, 200, 200, 201])
    expect(await incident(ref)).toMatchObject({ revision: 2, answers: { area: 'Söder', policeReports: { count: 1, atLeast: false } }, revisions: [{ number: 2, reason: 'addition' }, { number: 1, reason: null }] })
    expect(await readReason(ref)).toEqual({ text: 'Först. Sedan mer.', findings: ['seal.signature-missing'] })
    expect(await enter({ ...sent, reason: 'mistake' }, address)).toMatchObject({ status: 409, codes: ['incident.revised-meanwhile'] })
    expect(await enter(await correction(form, opened, opened.answers), address)).toMatchObject({ status: 409, codes: ['incident.revised-meanwhile'] })
    expect(await enter({ ...sent, base: 9 }, address)).toMatchObject({ status: 409, codes: ['incident.revised-meanwhile'] })
    // The text stays where it is when only an answer is mended.
    const again = await formOf(ref)
    expect((await enter(await correction(form, again, { ...again.answers, area: 'Norr' }), address)).status).toBe(201)
    expect((await readReason(ref)).text).toBe('Först. Sedan mer.')
  })

  test('of an imported one changes what was changed, and leaves unasked what was not asked', async () => {
    const { incidents } = (await (await app.post('/api/incidents/search', { year: 2019 })).json()) as IncidentSearchAnswer
    const { ref } = incidents[0]!
    const before = await incident(ref)
    const opened = await formOf(ref)
    expect(opened.formVersion).toBe('import-1')
    const { status } = await enter({ ...(await correction(form, opened, { ...opened.answers, area: 'Öster' })), reason: 'mistake' }, `/api/incidents/${ref}/revisions`)
    expect(status).toBe(201)
    const after = await incident(ref)
    expect(after.answers).toEqual({ ...before.answers, area: 'Öster' })
    expect(after.revisions[0]).toMatchObject({ number: 2, author: 'operator', reason: 'mistake' })
  })

  test.each(['/api/incidents/00000000/revisions', '/api/incidents/nonsense/revisions'])('%s is unknown', async (address) => {
    const { ref } = await enter(await newIncident(form, { reportedBy: hotel }))
    expect(await enter(await correction(form, await formOf(ref), { reportedBy: hotel }), address)).toMatchObject({ status: 404, codes: ['server.not-found'] })
  })
})

describe('a withdrawal', () => {
  test('is numbered and counted no more, says why, and comes once', async () => {
    const { ref } = await enter(await newIncident(form, { reportedBy: hotel, area: 'Två gånger' }, 'Samma sak.'))
    const before = await count()
    const address = `/api/incidents/${ref}/withdrawal`
    const answers = await Promise.all(Array.from({ length: 5 }, () => enter({ base: 1, reason: 'duplicate' }, address)))
    expect(statusesOf(answers)).toEqual([200, 200, 200, 200, 201])
    expect(await count()).toBe(before - 1)
    expect(await incident(ref)).toMatchObject({ revision: 2, withdrawn: true, sealed: true, answers: { area: 'Två gånger' }, revisions: [{ reason: 'duplicate', withdrawn: true }, { withdrawn: false }] })
    expect(await enter({ base: 1, reason: 'mistaken' }, address)).toMatchObject({ status: 409, codes: ['incident.revised-meanwhile'] })
    expect(await enter({ base: 2, reason: 'duplicate' }, address)).toMatchObject({ status: 409, codes: ['incident.withdrawn'] })
    expect(await enter({ base: 1, reason: 'Zmarker' }, address)).toMatchObject({ status: 400, codes: ['incident.body'] })
    const opened = await formOf(ref)
    expect(await enter(await correction(form, opened, opened.answers), `/api/incidents/${ref}/revisions`)).toMatchObject({ status: 409, codes: ['incident.withdrawn'] })
  })
})

test('what a device sealed before the network’s key was changed still arrives; what is sealed to the old key afterwards does not', async () => {
  const sealing = { reportedBy: hotel, area: 'Offline' }
  const before = await newIncident(form, sealing, 'Förseglad före.')
  const { recipient } = await makeEpoch()
  await write(app.desk.register, app.desk.context, { action: 'epoch.rotate', object: 'epoch:2' }, (transaction) =>
    appendEpoch(transaction, { epoch: 2, recipient, madeOn: 'browser', createdAt: now() }, []))
  // A key that only the database knows may be anybody's.
  expect((await app.json<FormAnswer>('/api/form')).epoch).toBeNull()
  rememberKey(app.desk.register, app.desk.network.id, { epoch: 2, recipient })
  const after = await newIncident(form, sealing, 'Förseglad efter.')
  expect(await enter(after)).toMatchObject({ status: 422, codes: ['incident.epoch-replaced'] })
  const { status, ref } = await enter(before)
  expect([status, (await readReason(ref)).text]).toEqual([201, 'Förseglad före.'])
  expect((await app.json<FormAnswer>('/api/form')).epoch).toEqual({ epoch: 2, recipient })
})

test('each act has one audit line with codes and ids, none was left by a repeated request, and the register holds', async () => {
  const lines = await inNetwork(app.desk.register, app.desk.context, (transaction) => listAudit(transaction, { limit: 1000 }))
  const acts = lines.filter(({ action }) => action.startsWith('incident.'))
  expect(acts.every(({ stamped, actor, object }) => stamped === 1 && actor === 'operator' && /^incident:[0-9a-f-]{36}$/.test(object))).toBe(true)
  expect(new Set(acts.map(({ action }) => action))).toEqual(new Set(['incident.enter', 'incident.correct:addition', 'incident.correct:mistake', 'incident.withdraw:duplicate']))
  const entered = acts.filter(({ action }) => action === 'incident.enter').map(({ object }) => object)
  expect(new Set(entered).size).toBe(entered.length)
  expect(app.log).toEqual([])
  expect(await inNetwork(app.desk.register, app.desk.context, async (transaction) => (await verifyNetwork(transaction)).findings)).toEqual([])
})
