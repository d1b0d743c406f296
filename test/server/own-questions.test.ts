// A network's own questions, from the coordinator's settings to a member's report, its correction, and the incident as it is read years later.
import type { OwnQuestion } from '@lykta/incident'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { OwnIncidentsAnswer, SettingsAnswer } from '../../apps/server/src/api/member-types.ts'
import type { FormAnswer, IncidentAnswer, IncidentFormAnswer, NetworkAnswer } from '../../apps/server/src/api/types.ts'
import { bareSample, makeTestApp, type TestApp } from './app.ts'
import { type Answer, enrol, foundTestNetwork, join, list, listDevice, type Person, prepareReport, report, type TestNetwork } from './member-network.ts'
import { now } from './sender.ts'

let app: TestApp
let network: TestNetwork
let david: Person
beforeAll(async () => {
  app = await makeTestApp({}, bareSample)
  network = await foundTestNetwork(app)
  david = await join(network, 'reporter', network.hotel, 'David')
  await list(network, david, 'reporter', network.hotel)
})
afterAll(() => app.close())

const shift: OwnQuestion = { id: 'own_night_shift', kind: 'yes-no', step: 'when', sv: 'Var det nattskift?', en: 'Was it a night shift?', choices: [], validFrom: '2024-01-01', validTo: null }
const seen: OwnQuestion = {
  id: 'own_seen', kind: 'several', step: 'signs', sv: 'Vad såg du i rummet?', en: 'What did you see in the room?', validFrom: null, validTo: null,
  choices: [{ id: 'towels', sv: 'Många handdukar', en: 'Many towels' }, { id: 'none', sv: 'Inget av detta', en: 'None of these' }],
}

async function save(ownQuestions: readonly unknown[]): Promise<Answer<SettingsAnswer>> {
  const { settings, ownIndicators } = await network.anna.get<SettingsAnswer>('/api/settings')
  return network.anna.send('PUT', '/api/settings', { settings, ownIndicators, ownQuestions })
}

test('added, asked of whoever reports, answered in the coded answers, read by the coordinator', async () => {
  expect(await save([shift, seen])).toMatchObject({ status: 200, body: { ownQuestions: [shift, seen] } })
  const form = await david.get<FormAnswer>('/api/form')
  expect(form.ownQuestions).toEqual([shift, seen])
  const ref = await report(network, david, { own_night_shift: 'yes', own_seen: ['towels'] }, 'Sett i natt.')
  const incident = await network.anna.get<IncidentAnswer>(`/api/incidents/${ref}`)
  expect(incident.answers.own).toEqual({ own_night_shift: 'yes', own_seen: ['towels'] })
  // Among his organisation's own; a device, where others sit, is not told.
  expect((await david.get<OwnIncidentsAnswer>('/api/own-incidents')).incidents).toMatchObject([{ ref, own: { own_night_shift: 'yes', own_seen: ['towels'] } }])
  const reception = await enrol(network, network.hotel)
  await listDevice(network, reception, network.hotel)
  await report(network, reception, { own_night_shift: 'no' }, 'Från receptionen.')
  expect((await reception.get<OwnIncidentsAnswer>('/api/own-incidents')).incidents).toMatchObject([{ own: null, placeType: null }])
  expect((await network.anna.get<NetworkAnswer>('/api/network')).ownQuestions).toEqual([shift, seen])
  // Settings that do not speak of them leave them as they are.
  const { settings, ownIndicators } = await network.anna.get<SettingsAnswer>('/api/settings')
  expect((await network.anna.send('PUT', '/api/settings', { settings, ownIndicators })).body).toMatchObject({ ownQuestions: [shift, seen] })
  expect('ownQuestions' in settings).toBe(false)
})

test('an unknown question, and an unknown code, are refused with a problem at their place', async () => {
  for (const [answers, code, where] of [[{ own_other: 'yes' }, 'form.own-question-unknown', {}], [{ own_seen: ['radio'] }, 'form.choice', { question: 'own_seen' }]] as const) {
    const sent = { ...(await prepareReport(network, david, {}, 'Text.')), answers }
    expect(await david.send('POST', '/api/incidents', sent)).toMatchObject({ status: 422, body: { problems: [{ code, where }] } })
  }
})

test('ended and worded anew, it is asked no more, and what was answered is read and corrected for ever', async () => {
  const ref = await report(network, david, { own_night_shift: 'no', own_seen: 'unknown' }, 'Innan frågan slutade.')
  const ended = { ...shift, sv: 'Var det natt?', validTo: '2024-12-31' }
  const more = { ...seen, choices: [...seen.choices, { id: 'phones', sv: 'Telefoner', en: 'Phones' }] }
  expect(await save([ended, more])).toMatchObject({ status: 200, body: { ownQuestions: [ended, more] } })
  expect((await network.anna.get<IncidentAnswer>(`/api/incidents/${ref}`)).answers.own).toEqual({ own_night_shift: 'no', own_seen: 'unknown' })
  // What the server keeps in memory of the form is no reason to refuse a choice that came after.
  const next = await report(network, david, { own_seen: ['phones'] }, 'Med det nya valet.')
  expect((await network.anna.get<IncidentAnswer>(`/api/incidents/${next}`)).answers.own).toEqual({ own_seen: ['phones'] })
  const base = await david.get<IncidentFormAnswer>(`/api/incidents/${ref}/form`)
  expect(base.answers).toMatchObject({ own_night_shift: 'no', own_seen: 'unknown' })
  const correction = { base: base.revision, reason: 'mistake', formVersion: base.formVersion, answers: { ...base.answers, own_seen: ['phones'] }, sealed: 'kept', createdAt: now() }
  expect(await david.send('POST', `/api/incidents/${ref}/revisions`, correction)).toMatchObject({ status: 201 })
  expect((await network.anna.get<IncidentAnswer>(`/api/incidents/${ref}`)).answers.own).toEqual({ own_night_shift: 'no', own_seen: ['phones'] })
})

test('nothing that old answers name is taken away, and nothing that identifies somebody is written into a question', async () => {
  const { ownQuestions } = await network.anna.get<SettingsAnswer>('/api/settings')
  const [first, second] = ownQuestions as [OwnQuestion, OwnQuestion]
  expect((await save([first])).codes).toEqual(['settings.question-left-out'])
  expect((await save([first, { ...second, choices: second.choices.slice(1) }])).codes).toEqual(['settings.question-changed'])
  expect((await save([first, { ...second, kind: 'one' }])).codes).toEqual(['settings.question-changed'])
  for (const text of ['Var 0701-23 45 67 numret?', 'Är det anna.svensson@example.org?', 'Såg ni bilen ABC 123?', 'Bor hon i rum 214?']) {
    expect((await save([first, second, { ...shift, id: 'own_new', sv: text }])).codes, text).toEqual(['settings.question-sensitive'])
    expect((await save([first, { ...second, choices: [...second.choices, { id: 'new', sv: 'Nytt', en: text }] }])).codes, text).toEqual(['settings.question-sensitive'])
  }
  for (const wrong of [
    { id: 'night' }, { id: 'own_a-b' }, { kind: 'text' }, { step: 'source' }, { step: 'nowhere' }, { sv: '' }, { choices: seen.choices }, { kind: 'one' }, { kind: 'one', choices: seen.choices.slice(1) },
    { kind: 'one', choices: [seen.choices[0], seen.choices[0]] }, { kind: 'one', choices: [...seen.choices, { id: 'unknown', sv: 'x', en: 'x' }] }, { validFrom: '2024-02-01', validTo: '2024-01-01' }, { more: 1 },
  ]) expect((await save([first, second, { ...shift, id: 'own_new', ...wrong }])).status, JSON.stringify(wrong)).toBe(400)
  expect((await network.anna.get<SettingsAnswer>('/api/settings')).ownQuestions).toEqual(ownQuestions)
})

test('only the coordinator changes them, and a recovery test forgets none', async () => {
  expect((await david.send('PUT', '/api/settings', {})).status).toBe(404)
  const before = (await network.anna.get<SettingsAnswer>('/api/settings')).ownQuestions
  expect(await network.anna.send('POST', '/api/settings/recovery-test', {})).toMatchObject({ status: 200, body: { ownQuestions: before } })
  expect(app.log).toEqual([])
})

test('as many signs, questions and choices as there may be, each as long as it may be, can be saved', async () => {
  const { settings, ownIndicators, ownQuestions } = await network.anna.get<SettingsAnswer>('/api/settings')
  const [long, choice] = ['å'.repeat(200), 'ä'.repeat(100)]
  const signs = Array.from({ length: 500 - ownIndicators.length }, (_, at) => ({ id: `sexual.x-sign-${at}`, sv: long, en: long, category: 'sexual', validFrom: null, validTo: null }))
  const questions = Array.from({ length: 40 - ownQuestions.length }, (_, at): OwnQuestion => ({
    id: `own_question_${at}`, kind: 'several', step: 'signs', sv: long, en: long, validFrom: null, validTo: null,
    choices: Array.from({ length: 30 }, (_, of) => ({ id: `choice-${of}`, sv: choice, en: choice })),
  }))
  const sent = { settings, ownIndicators: [...ownIndicators, ...signs], ownQuestions: [...ownQuestions, ...questions] }
  const answer = await network.anna.send<SettingsAnswer>('PUT', '/api/settings', sent)
  expect([answer.status, answer.codes]).toEqual([200, []])
  expect([answer.body.ownIndicators.length, answer.body.ownQuestions.length]).toEqual([500, 40])
})
