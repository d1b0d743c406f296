// The same event and the same persons: linked, refused and undone through the server, and what becomes of the counts; the inbox in its orders, and saved views.
import { randomUUID } from 'node:crypto'
import { verifyRegister } from '@lykta/register'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ViewsAnswer } from '../../apps/server/src/api/inbox-types.ts'
import type { IncidentSameAnswer, LinkRequest, SameAnswer, SameRef } from '../../apps/server/src/api/same-types.ts'
import type { IncidentSearch, IncidentSearchAnswer, StatisticsAnswer } from '../../apps/server/src/api/types.ts'
import { makeTestApp, type TestApp } from './app.ts'

let app: TestApp
let refs: readonly string[]
/** What is said of the register before anything is linked. */
let found: readonly string[]
const findings = async (): Promise<readonly string[]> => (await verifyRegister(app.desk.register)).flatMap((one) => one.findings.map((finding) => JSON.stringify(finding)))
beforeAll(async () => {
  app = await makeTestApp()
  found = await findings()
  // Three of one year that have persons, so that what is joined stands in one period.
  const { incidents } = await search({ year: 2019 })
  refs = incidents.filter(({ persons, withdrawn }) => persons?.count === 1 && !persons.atLeast && !withdrawn).slice(0, 3).map(({ ref }) => ref)
})
afterAll(() => app.close())

const search = async (asked: IncidentSearch): Promise<IncidentSearchAnswer> => (await app.post('/api/incidents/search', asked)).json() as Promise<IncidentSearchAnswer>
const event = (ref: string): SameRef => ({ ref, entry: null })
const person = (ref: string): SameRef => ({ ref, entry: 0 })
const link = (...pairs: LinkRequest['pairs']): Promise<Response> => app.post('/api/same/links', { pairs } satisfies LinkRequest)
const same = (ref: string): Promise<IncidentSameAnswer> => app.json<IncidentSameAnswer>(`/api/incidents/${ref}/same`)

/** Incidents, unique persons and occurrences of 2019, and how many reports were joined. */
async function counts(): Promise<readonly (number | undefined)[]> {
  const { tables, notes } = await app.json<StatisticsAnswer>('/api/statistics?from=2019&to=2019')
  const of = (id: string): number | undefined => tables.find(({ spec }) => spec.id === id)?.base[0]?.count
  return [of('incidents'), of('persons'), of('persons.occurrences'), notes.joined, notes.probable]
}

test('two reports of one event count once, their persons as they are linked, until it is undone', async () => {
  const [incidents = 0, persons = 0, occurrences = 0] = await counts()
  const [a, b, c] = refs as [string, string, string]
  expect((await link({ first: event(a), second: event(b), degree: 'certain' })).status).toBe(201)
  expect(await counts()).toEqual([incidents - 1, persons, occurrences, 1, 0])
  // The same again changes nothing.
  expect((await link({ first: event(a), second: event(b), degree: 'certain' })).status).toBe(200)
  // A person of one event, for certain: one occurrence. Of another event, probably: one person, seen twice.
  await link({ first: person(a), second: person(b), degree: 'certain' })
  expect(await counts()).toEqual([incidents - 1, persons - 1, occurrences - 1, 1, 0])
  await link({ first: person(b), second: person(c), degree: 'probable' })
  expect(await counts()).toEqual([incidents - 1, persons - 2, occurrences - 1, 1, 0])
  expect((await same(c)).linked).toMatchObject([{ of: 'persons', members: [{ entry: 0 }, { entry: 0 }, { entry: 0 }] }])
  // Two clusters that meet are one.
  await link({ first: event(c), second: event(b), degree: 'probable' })
  expect((await counts()).slice(3)).toEqual([2, 1])
  expect((await same(a)).linked.find(({ of }) => of === 'event')?.members.map(({ ref }) => ref).toSorted()).toEqual([a, b, c].toSorted())

  // What is taken out is alone again, and so is the one that is left.
  expect((await app.post('/api/same/removals', { things: [event(c)] })).status).toBe(201)
  expect((await counts())[0]).toBe(incidents - 1)
  await app.post('/api/same/removals', { things: [event(a), person(a), person(b)] })
  expect(await counts()).toEqual([incidents, persons, occurrences, 0, 0])
  expect((await same(b)).linked).toEqual([])
  expect((await findings()).filter((finding) => !found.includes(finding))).toEqual([])
})

test('of two who link at the same moment, the one goes on from what the other has linked', async () => {
  const { incidents } = await search({ year: 2018 })
  const [a, b, x, y, z] = incidents.filter(({ withdrawn }) => !withdrawn).map(({ ref }) => event(ref)) as [SameRef, SameRef, SameRef, SameRef, SameRef]
  await link({ first: a, second: x, degree: 'certain' })
  await link({ first: b, second: y, degree: 'certain' })
  // The first empties the cluster into which the second would put z.
  const [one, other] = await Promise.all([link({ first: a, second: b, degree: 'certain' }), link({ first: y, second: z, degree: 'certain' })])
  expect([one.status, other.status]).toEqual([201, 201])
  const members = (await same(z.ref)).linked.flatMap((linked) => linked.members.map(({ ref }) => ref))
  expect(members.toSorted()).toEqual([a, b, x, y, z].map(({ ref }) => ref).toSorted())
  await app.post('/api/same/removals', { things: [a, b, x, y, z] })
  expect((await same(z.ref)).linked).toEqual([])
})

test('what is suggested is suggested once: linked or refused it is gone, and comes back when that is taken back', async () => {
  let answer = await app.json<SameAnswer>('/api/same')
  while (answer.done < 1) answer = await app.json<SameAnswer>('/api/same')
  // The sample has no two reports of one event: they are made here by linking none.
  const [a, b] = refs as [string, string]
  const refuse = (differ: boolean): Promise<Response> => app.post('/api/same/refusals', { first: event(a), second: event(b), differ })
  expect((await refuse(true)).status).toBe(201)
  expect((await refuse(true)).status).toBe(200)
  expect((await app.json<SameAnswer>('/api/same')).refused.map((pair) => pair.map(({ ref }) => ref).toSorted())).toEqual([[a, b].toSorted()])
  // Linking them after all takes it back.
  await link({ first: event(a), second: event(b), degree: 'probable' })
  expect((await app.json<SameAnswer>('/api/same')).refused).toEqual([])
  const refused = await refuse(true)
  expect([refused.status, ((await refused.json()) as { problems: { code: string }[] }).problems.map(({ code }) => code)]).toEqual([422, ['same.linked']])
  await app.post('/api/same/removals', { things: [event(b)] })
  for (const [first, second] of [[event(a), event(a)], [event(a), person(b)]] as const) expect((await link({ first, second, degree: 'certain' })).status).toBe(422)
  for (const wrong of [event('AAAAAAAA'), { ref: a, entry: 99 }]) expect((await link({ first: event(b), second: wrong, degree: 'certain' })).status).toBe(404)
})

test('the inbox: as they came, without those that somebody has gone on with, page after page', async () => {
  const all = await search({ order: 'arrived' })
  const fresh = await search({ order: 'arrived', waiting: 'new' })
  expect(fresh.total).toBeLessThanOrEqual(all.total)
  expect((await search({ waiting: 'answered' })).total).toBeLessThan(all.total)
  const first = fresh.incidents[0]!
  await app.post(`/api/incidents/${first.ref}/messages`, { id: randomUUID(), kind: 'outcome', code: 'handled', to: null })
  const after = await search({ order: 'arrived', waiting: 'new' })
  expect([after.total, after.incidents.some(({ ref }) => ref === first.ref)]).toEqual([fresh.total - 1, false])
  // A key of the other order is refused.
  const wrong = Buffer.from(JSON.stringify({ occurredFrom: '2019-01-01', id: randomUUID() })).toString('base64url')
  expect((await app.post('/api/incidents/search', { order: 'arrived', after: wrong })).status).toBe(400)
})

test('views are kept in codes, each once, and thrown away', async () => {
  const id = randomUUID()
  const view = { waiting: 'new', exploitation: 'labour' } as const
  expect((await app.post('/api/views', { id, view })).status).toBe(201)
  expect((await app.post('/api/views', { id, view })).status).toBe(200)
  expect(await app.json<ViewsAnswer>('/api/views')).toEqual({ views: [{ id, view }] })
  expect((await app.post('/api/views', { id: randomUUID(), view: { text: 'Anna' } })).status).toBe(400)
  const remove = (which: string): Promise<Response> => app.ask(`/api/views/${which}`, { method: 'DELETE', headers: { 'content-type': 'application/json', origin: 'http://127.0.0.1:8417' }, body: '{}' })
  expect((await remove(id)).status).toBe(200)
  expect([(await remove(id)).status, (await remove('x')).status]).toEqual([404, 404])
})
