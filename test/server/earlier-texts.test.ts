// Every text of an incident stays readable: an addition hides nothing, opens nothing to anybody else, and each reading is logged.
import { inNetwork, listAudit } from '@lykta/register'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { SealedTextAnswer } from '../../apps/server/src/api/member-types.ts'
import type { IncidentAnswer, IncidentFormAnswer } from '../../apps/server/src/api/types.ts'
import { readReason } from '../../apps/server/src/work/read-reason.ts'
import { bareSample, makeTestApp, type TestApp } from './app.ts'
import { add, foundTestNetwork, join, list, type Person, readEarlier, report, type TestNetwork } from './member-network.ts'
import { now } from './sender.ts'

let app: TestApp
let network: TestNetwork
let [cilla, hedda, david] = [] as unknown as [Person, Person, Person]
let ref: string
beforeAll(async () => {
  app = await makeTestApp({}, bareSample)
  network = await foundTestNetwork(app)
  cilla = await join(network, 'core-member', network.town, 'Cilla')
  hedda = await join(network, 'core-member', network.hotel, 'Hedda')
  david = await join(network, 'reporter', network.hotel, 'David')
  await list(network, cilla, 'core-member', network.town)
  await list(network, hedda, 'core-member', network.hotel)
  await list(network, david, 'reporter', network.hotel)

  // The first text; one answer mended, the text kept; an addition by another of the house, with a text of its own.
  ref = await report(network, david, { placeType: 'hotel' }, 'Det första.')
  const { answers, formVersion } = await david.get<IncidentFormAnswer>(`/api/incidents/${ref}/form`)
  const mended = { base: 1, reason: 'mistake', formVersion, answers: { ...answers, area: 'Hamnen' }, sealed: 'kept', createdAt: now() }
  expect((await david.send('POST', `/api/incidents/${ref}/revisions`, mended)).status).toBe(201)
  expect((await add(network, hedda, ref, { area: 'Söder' }, 'Tillagt senare.')).status).toBe(201)
})
afterAll(() => app.close())

const address = (revision?: number | string): string => `/api/incidents/${ref}/text${revision === undefined ? '' : `?revision=${revision}`}`
const readings = async (): Promise<readonly string[]> => {
  const lines = await inNetwork(app.desk.register, { network: network.id, member: 'operator' }, (transaction) => listAudit(transaction, { limit: 1000 }))
  return lines.flatMap(({ action, actor }) => (action === 'text.read' ? [actor] : []))
}

test('the command line opens nothing that is sealed to members, and asks for no passphrase that could only be one of theirs', async () => {
  const desk = { ...app.desk, context: { network: network.id, member: 'operator' } }
  const asked: string[] = []
  const reading = readReason(desk, ref, async () => {
    asked.push('passphrase')
    return 'six words that are hers alone'
  })
  await expect(reading).rejects.toMatchObject({ problems: [{ code: 'work.keys-with-members' }] })
  expect(asked).toEqual([])
})

test('the incident says which of its revisions brought a text', async () => {
  const { revisions } = await network.anna.get<IncidentAnswer>(`/api/incidents/${ref}`)
  expect(revisions.map(({ number, text }) => [number, text])).toEqual([[3, true], [2, false], [1, true]])
  const bare = await report(network, david, { placeType: 'hotel' }, 'Ett skäl.')
  expect((await david.send('POST', `/api/incidents/${bare}/withdrawal`, { base: 1, reason: 'mistaken' })).status).toBe(201)
  expect((await network.anna.get<IncidentAnswer>(`/api/incidents/${bare}`)).revisions.map(({ text }) => text)).toEqual([false, true])
})

test('each opens under what its own revision was signed with; a kept one is that of the revision before', async () => {
  for (const who of [network.anna, hedda]) {
    expect(await readEarlier(network, who, ref, 1)).toMatchObject({ text: 'Det första.', signed: true, findings: [], author: { id: david.id } })
    expect(await readEarlier(network, who, ref, 3)).toMatchObject({ text: 'Tillagt senare.', signed: true, findings: [], author: { id: hedda.id } })
  }
  const [first, kept, newest, plain] = await Promise.all([1, 2, 3, undefined].map((revision) => network.anna.get<SealedTextAnswer>(address(revision))))
  expect(kept).toEqual(first)
  expect(plain).toEqual(newest)
  expect([first!.context.revision, newest!.context.revision]).toEqual([1, 3])
  expect(newest!.context.previous).not.toBeNull()
})

test('what may not be read is what is not there, an earlier text like the newest, and no such revision', async () => {
  const nothing = await network.anna.send('GET', '/api/incidents/00000000/text')
  expect(nothing.status).toBe(404)
  for (const who of [cilla, david]) for (const revision of [undefined, 1, 2, 3]) expect(await who.send('GET', address(revision))).toEqual(nothing)
  for (const revision of [4, 999_999_999]) expect(await network.anna.send('GET', address(revision))).toEqual(nothing)
  for (const wrong of ['', '0', '-1', '1.5', '01', '1e3', 'first', '9999999999', '1%00']) {
    expect(await network.anna.send('GET', address(wrong))).toMatchObject({ status: 400, codes: ['server.body'] })
  }
})

test('each reading is logged, and nothing that was refused', async () => {
  const before = await readings()
  expect((await hedda.send('GET', address(1))).status).toBe(200)
  expect((await network.anna.send('GET', address(3))).status).toBe(200)
  for (const [who, revision] of [[cilla, 1], [david, 1], [network.anna, 4], [network.anna, 'x']] as const) await who.send('GET', address(revision))
  const after = await readings()
  expect(after.length).toBe(before.length + 2)
  expect(after.slice(0, 2)).toEqual([network.anna.id, hedda.id])
})

test('nothing of it was a defect', () => {
  expect(app.log).toEqual([])
})
