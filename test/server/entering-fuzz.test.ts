// Whatever is sent to what writes: an answer with a reason, never a defect, and nothing of it repeated, logged or half stored.
import fc from 'fast-check'
import { questionsOf, findFormVersion } from '@lykta/incident'
import { inNetwork, verifyNetwork } from '@lykta/register'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { FormAnswer, NewIncidentRequest } from '../../apps/server/src/api/types.ts'
import { makeTestApp, type TestApp } from './app.ts'
import { newIncident } from './sender.ts'

const runs = process.env['LYKTA_PROVE'] ? 20_000 : 500
const marker = 'Zzmarkerzz'

let app: TestApp
let form: FormAnswer
let sound: NewIncidentRequest
let ref: string
beforeAll(async () => {
  app = await makeTestApp()
  form = await app.json<FormAnswer>('/api/form')
  sound = await newIncident(form, { reportedBy: form.organisations[0]!.id }, 'Ett skäl.')
  const answer = await app.post('/api/incidents', sound)
  ref = ((await answer.json()) as { ref: string }).ref
})
afterAll(() => app.close())

const marked = fc.string({ unit: 'binary', maxLength: 30 }).map((text) => `${marker}${text}`)
const value = fc.oneof(marked, fc.jsonValue({ maxDepth: 2 }), fc.constantFrom('unknown', 'yes', 'kept', 1, 0, -0, 1e300, '2019-04-03', '2019', null, [], {}, '\0', '\ud800'))
const ids = [...questionsOf(findFormVersion('lykta-1')!).map(({ id }) => id), 'external', '__proto__', 'personRef']
const group = fc.dictionary(fc.constantFrom(...ids), value, { maxKeys: 6 })
const answers = fc.dictionary(fc.oneof({ weight: 8, arbitrary: fc.constantFrom(...ids) }, { weight: 1, arbitrary: marked }), fc.oneof(value, group, fc.array(group, { maxLength: 3 })), { maxKeys: 8 })

/** One place of something sound is made into something else, or taken away, or something is put beside it. */
const change = (of: object, ...others: readonly string[]) => fc.tuple(fc.constantFrom(...Object.keys(of), ...others), fc.oneof(value, fc.constant(undefined)))
  .map(([key, other]) => ({ ...of, [key]: other }))

const organisation = (): string => form.organisations[0]!.id

test('schema-aware and raw', { timeout: 1_200_000 }, async () => {
  const correction = { base: 1, reason: 'addition', formVersion: sound.formVersion, answers: sound.answers, sealed: 'kept', createdAt: sound.createdAt }
  const body = fc.oneof(
    change(sound, marker), change(correction, marker), change({ base: 1, reason: 'duplicate' }, marker),
    change(sound.sealed!, marker).map((sealed) => ({ ...sound, id: crypto.randomUUID(), sealed })),
    answers.map((some) => ({ ...sound, id: crypto.randomUUID(), sealed: null, answers: { reportedBy: organisation(), ...some } })),
    answers.map((some) => ({ ...correction, answers: { reportedBy: organisation(), ...some } })),
    fc.jsonValue({ maxDepth: 3 }),
  )
  const raw = fc.oneof(body.map((one) => JSON.stringify(one) ?? ''), marked, fc.constantFrom('', '{', `{"id":"${marker}`, '['.repeat(20_000), '{"__proto__":{"id":1}}'))
  const address = fc.constantFrom('/api/incidents', `/api/incidents/${ref}/revisions`, `/api/incidents/${ref}/withdrawal`, `/api/incidents/${encodeURIComponent(marker)}/revisions`)
  const statuses = new Map<number, number>()
  await fc.assert(
    fc.asyncProperty(address, raw, async (path, text) => {
      const answer = await app.ask(path, { method: 'POST', body: text, headers: { 'content-type': 'application/json' } })
      const said = await answer.text()
      statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1)
      expect([200, 201, 400, 404, 409, 422]).toContain(answer.status)
      expect(said).not.toContain(marker)
      if (answer.status >= 400) expect(said).toMatch(/"code":"(?:incident|form|server)\./)
    }),
    { seed: 20191231, numRuns: runs },
  )
  expect(app.log).toEqual([])
  // The search went deep enough: some were stored, and each way of refusing was met.
  expect([...statuses.keys()]).toEqual(expect.arrayContaining([201, 400, 404, 409, 422]))
  expect(await inNetwork(app.desk.register, app.desk.context, async (transaction) => (await verifyNetwork(transaction)).findings)).toEqual([])
})
