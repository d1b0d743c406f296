// What is stored comes back as it was: states, lists, histories, sealed texts, epochs.
import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { canonicalText, type Incident } from '@lykta/incident'
import {
  appendEpoch, appendRevisions, findCurrentEpoch, findIncident, findSealedText, getNetwork, inNetwork, listIncidents, listNetworks, newReferences,
  type PageKey, readGrants, readHistory, readIncidents, readLatestSealedHashes, readSealedIncidents, readSealedTexts, readState, type SealedText,
  type StoredSealedText, write,
} from '@lykta/register'
import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { cloneDatabase, type TestDatabase } from './database.ts'
import { answersOf, anyAnswers, createdAt, makeNetwork, newIncident, nextReference, type TestNetwork } from './support/network.ts'

let database: TestDatabase
let sample: TestNetwork
beforeAll(async () => void (database = await cloneDatabase()))
beforeEach(async () => void (sample = await makeNetwork(database.register)))
afterAll(() => database.close())

const act = { action: 'import', object: 'files:1' }
const append = (revisions: Parameters<typeof appendRevisions>[1]): ReturnType<typeof write<void>> =>
  write(database.register, sample.context, act, (transaction) => appendRevisions(transaction, revisions))
const read = <T>(work: Parameters<typeof inNetwork<T>>[2]): Promise<T> => inNetwork(database.register, sample.context, work)
const reporter = (): string => sample.organisations[0].id

describe('a state', () => {
  test('holds exactly what was stored, at every position', async () => {
    const reporters = sample.organisations.map(({ id }) => id)
    const writes = fc.array(fc.array(fc.record({ answers: anyAnswers(reporters), withdrawn: fc.boolean(), again: fc.nat(9) }), { maxLength: 6 }), { maxLength: 5 })
    await fc.assert(fc.asyncProperty(writes, async (list) => {
      const { register } = database
      sample = await makeNetwork(register)
      const model = new Map<string, { readonly number: number; readonly withdrawn: boolean; readonly answers: Incident; readonly ref: string }>()
      const states: [number, string][] = []
      for (const changes of list) {
        const before = [...model.keys()]
        const touched = new Set<string>()
        const revisions = changes.map(({ answers, withdrawn, again }) => {
          const known = before[again]
          const own = { ...answers, reportedBy: sample.organisations[reporters.indexOf(answers.reportedBy)]!.id }
          if (known === undefined || touched.has(known)) {
            const fresh = newIncident(own, { withdrawn })
            model.set(fresh.incident, { number: 1, withdrawn, answers: own, ref: fresh.first!.ref })
            return fresh
          }
          touched.add(known)
          const { number, ref } = model.get(known)!
          model.set(known, { number: number + 1, withdrawn, answers: own, ref })
          return newIncident(own, { incident: known, number: number + 1, first: null, withdrawn })
        })
        const { position } = await append(revisions)
        states.push([position, expected()])
      }
      for (const [position, text] of states) {
        const state = await read((transaction) => readState(transaction, position))
        expect(canonicalText(state.incidents)).toBe(text)
        expect(state.network).toEqual(sample.network)
        expect(state.organisations).toEqual([...sample.organisations].sort((a, b) => (a.code < b.code ? -1 : 1)))
      }
      function expected(): string {
        return canonicalText([...model].sort(([a], [b]) => (a < b ? -1 : 1)).map(([id, { number, ref, ...rest }]) =>
          ({ id, ref, externalRef: null, revision: number, ...rest })))
      }
    }), { seed: 20171101, numRuns: 25 })
  })

  test('comes in batches too', async () => {
    await append(Array.from({ length: 7 }, () => newIncident(answersOf(reporter()))))
    const batches = await read(async (transaction) => {
      const found: number[] = []
      for await (const batch of readIncidents(transaction, 3)) found.push(batch.length)
      return found
    })
    expect(batches).toEqual([7])
  })

  test('tells equal answers by equal hashes, however they were spelled', async () => {
    const composed = newIncident(answersOf(reporter(), { area: 'S\u00f6der' }))
    const decomposed = newIncident({ ...answersOf(reporter(), { area: 'So\u0308der' }) })
    await append([composed, decomposed])
    const { rows } = await database.admin.query(
      'select distinct encode(coded_hash, \'hex\') as hash from lykta.revision where network_id = $1', [sample.network.id])
    expect(rows).toEqual([{ hash: createHash('sha256').update(canonicalText(composed.answers)).digest('hex') }])
  })
})

test('networks are listed, each with its clock', async () => {
  expect((await listNetworks(database.register)).at(-1)).toEqual({
    id: sample.network.id, name: 'Exempelstad', municipality: 'Exempelstad', sample: true,
  })
  expect(await read(getNetwork)).toEqual({ network: sample.network, position: 2, basis: 2 })
})

describe('the list of incidents', () => {
  test('goes on from page to page, newest first, and misses nothing', async () => {
    const days = ['2018-01-01', '2018-01-01', '2018-01-01', '2019-05-05', '2017-12-01', '2019-05-05', '2020-02-29']
    const list = days.map((day) => newIncident(answersOf(reporter(), { occurred: { from: day, to: day, about: false } })))
    await append(list)
    const seen: string[] = []
    let after: PageKey | undefined
    for (;;) {
      const page = await read((transaction) => listIncidents(transaction, {}, { limit: 2, after }))
      expect(page.total).toBe(days.length)
      seen.push(...page.incidents.map(({ answers, id }) => `${answers.occurred.from} ${id}`))
      if (!page.next) break
      after = page.next
    }
    expect(seen).toEqual(list.map(({ answers, incident }) => `${answers.occurred.from} ${incident}`).sort().reverse())
  })

  test('is narrowed by every filter', async () => {
    const made = [
      newIncident(answersOf(reporter(), { occurred: { from: '2018-01-01', to: '2018-12-31', about: true } })),
      newIncident(answersOf(reporter(), { exploitation: 'labour', placeType: 'workplace', area: 'Västra hamnen' })),
      newIncident(answersOf(sample.organisations[1].id), { withdrawn: true }),
      newIncident(answersOf(reporter()), { first: { ref: nextReference(), externalRef: '2019_07%' } }),
    ]
    await append(made)
    const found = async (filter: Parameters<typeof listIncidents>[1]): Promise<number[]> =>
      (await read((transaction) => listIncidents(transaction, filter, { limit: 9 }))).incidents.map(({ id }) => made.findIndex(({ incident }) => incident === id)).sort((a, b) => a - b)
    expect(await found({ from: '2018-06-01', to: '2018-06-30' })).toEqual([0])
    expect(await found({ from: '2019-01-01' })).toEqual([1, 2, 3])
    expect(await found({ exploitation: 'labour' })).toEqual([1])
    expect(await found({ placeType: 'workplace' })).toEqual([1])
    expect(await found({ reportedBy: sample.organisations[1].id })).toEqual([2])
    expect(await found({ withdrawn: true })).toEqual([2])
    expect(await found({ withdrawn: false })).toEqual([0, 1, 3])
    expect(await found({ text: '_07%' })).toEqual([3])
    expect(await found({ text: '_' })).toEqual([3])
    expect(await found({ text: made[0]!.first!.ref.toLowerCase() })).toEqual([0])
    expect(await found({ text: sample.organisations[1].name.toUpperCase() })).toEqual([2])
    for (const text of ['västra', 'VÄSTRA', 'Väst', 'va\u0308stra', '\0västra']) expect(await found({ text })).toEqual([1])
    for (const text of ['v.stra', '.*', '[', '(', '\\', '"v', '***=x', 'area', 'placeType']) expect(await found({ text })).toEqual([])
  })

  test('holds what says the text in either reference, the area or the organisation, as anyone would look for it', async () => {
    const piece = fc.string({ unit: fc.constantFrom('a', 'A', 'å', 'Å', 'ö', 'Ö', 'é', '.', '%', '_', '\\', '"', '(', '*', '7', ' '), minLength: 1, maxLength: 3 })
    const incidents = fc.array(fc.record({ area: fc.option(piece), later: fc.option(piece), external: fc.option(piece), by: fc.nat(1) }), { minLength: 1, maxLength: 8 })
    await fc.assert(fc.asyncProperty(incidents, piece, async (list, text) => {
      sample = await makeNetwork(database.register, text)
      const made = list.map(({ area, external, by }, index) => newIncident(answersOf(sample.organisations[by]!.id, { area }), {
        first: { ref: nextReference(), externalRef: external === null ? null : `${index}-${external}` },
      }))
      const { position } = await append(made)
      await append(list.flatMap(({ later, by }, index) => (later === null ? [] : [
        { ...made[index]!, number: 2, first: null, answers: answersOf(sample.organisations[by]!.id, { area: later }) },
      ])))
      for (const at of [position, position + 1]) {
        const expected = made.filter(({ first }, index) => {
          const { area, later, by } = list[index]!
          return [first!.ref, first!.externalRef, at > position ? later ?? area : area, sample.organisations[by]!.name]
            .some((said) => said?.toLowerCase().includes(text.toLowerCase()))
        }).map(({ incident }) => incident).sort().reverse()
        const page = await read((transaction) => listIncidents(transaction, { text }, { limit: 5, position: at }))
        expect(page.total).toBe(expected.length)
        expect(page.incidents.map(({ id }) => id)).toEqual(expected.slice(0, 5))
        const after = { occurredFrom: '2019-04-03', id: expected[4] ?? '00000000-0000-4000-8000-000000000000' }
        const rest = await read((transaction) => listIncidents(transaction, { text }, { limit: 5, position: at, after }))
        expect([rest.total, rest.next, ...rest.incidents.map(({ id }) => id)]).toEqual([expected.length, null, ...expected.slice(5)])
      }
    }), { seed: 20261126, numRuns: 40 })
  })
})

test('an incident is found by either reference, and tells its history', async () => {
  const first = newIncident(answersOf(reporter()), { first: { ref: nextReference(), externalRef: '2019-07' } })
  await append([first])
  await append([{ ...first, number: 2, first: null, withdrawn: true }])
  const { ref } = first.first!
  for (const by of [{ ref }, { externalRef: '2019-07' }, { id: first.incident }]) {
    expect(await read((transaction) => findIncident(transaction, by))).toMatchObject({ id: first.incident, revision: 2, withdrawn: true })
    expect(await read((transaction) => findIncident(transaction, by, 3))).toMatchObject({ revision: 1, withdrawn: false })
    expect(await read((transaction) => findIncident(transaction, by, 2))).toBeUndefined()
  }
  const history = await read((transaction) => readHistory(transaction, first.incident))
  expect(history.map(({ revision, from, author, ref }) => ({ revision, from, author, ref }))).toEqual([
    { revision: 1, from: 3, author: 'import', ref }, { revision: 2, from: 4, author: 'import', ref },
  ])
})

test('an imported reference is one incident\'s alone', async () => {
  const first = { ref: nextReference(), externalRef: '2019-07' }
  await append([newIncident(answersOf(reporter()), { first })])
  const again = append([newIncident(answersOf(reporter()), { first: { ...first, ref: nextReference() } })])
  await expect(again).rejects.toMatchObject({ problems: [{ code: 'register.changed-meanwhile' }] })
})

test('references that are taken are not given again', async () => {
  const first = newIncident(answersOf(reporter()), { first: { ref: '00000000', externalRef: null } })
  await append([first])
  let calls = 0
  const references = await read((transaction) => newReferences(transaction, 2, (bytes) => new Uint8Array(bytes).fill(calls++)))
  expect(new Set(references).size).toBe(2)
  expect(references).not.toContain('00000000')
})

describe('sealed texts', () => {
  const sealed = (): SealedText => ({ sealedId: randomUUID(), body: randomBytes(3000), key: randomBytes(1900), epoch: 1 })
  const hex = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

  test('belong to the revision that names them, and later ones may keep them', async () => {
    const [one, two] = [sealed(), { ...sealed(), position: 7 }]
    const first = newIncident(answersOf(reporter()), { sealed: one })
    const none = newIncident(answersOf(reporter()))
    await append([first, none])
    await append([{ ...first, number: 2, first: null, answers: answersOf(reporter(), { area: 'Söder' }), sealed: 'kept' }])
    await append([{ ...first, number: 3, first: null, sealed: two }])
    await append([{ ...first, number: 4, first: null, sealed: null }])
    const at = (position?: number): Promise<StoredSealedText | undefined> => read((transaction) => findSealedText(transaction, first.incident, position))
    const written = {
      sealedId: one.sealedId, body: one.body, key: { epoch: 1, key: one.key },
      context: {
        network: sample.network.id, incident: first.incident, revision: 1, previous: null, epoch: 1, author: 'import', formVersion: '2026-1',
        codedHash: hex(Buffer.from(canonicalText(first.answers))), createdAt,
      },
      position: null,
    }
    expect(await at(3)).toEqual(written)
    // Kept: still the context of the revision it was sealed for.
    expect(await at(4)).toEqual(written)
    expect(await at(5)).toMatchObject({ sealedId: two.sealedId, context: { revision: 3, previous: hex(one.body) }, position: 7 })
    expect(await at()).toBeUndefined()
    expect(await read((transaction) => readSealedIncidents(transaction, [first.incident, none.incident], 5))).toEqual(new Set([first.incident]))
    expect(await read((transaction) => readSealedIncidents(transaction, [first.incident, none.incident], 6))).toEqual(new Set())
    expect(await read((transaction) => readLatestSealedHashes(transaction, [first.incident, none.incident])))
      .toEqual(new Map([[first.incident, hex(two.body)]]))
    const all = await read(async (transaction) => {
      const found: StoredSealedText[] = []
      for await (const batch of readSealedTexts(transaction, 3)) found.push(...batch)
      return found
    })
    expect(all).toEqual([written])
  })

  test('are gone when their key is', async () => {
    const first = newIncident(answersOf(reporter()), { sealed: sealed() })
    await append([first])
    await database.admin.query('delete from lykta.sealed_key where network_id = $1', [sample.network.id])
    expect(await read((transaction) => findSealedText(transaction, first.incident))).toMatchObject({ key: null })
  })
})

test('epochs and their grants come back, the newest epoch as the current one', async () => {
  expect(await read(findCurrentEpoch)).toBeUndefined()
  for (const epoch of [1, 2]) {
    await write(database.register, sample.context, { action: 'epoch.add', object: `epoch:${epoch}` }, (transaction) =>
      appendEpoch(transaction, { epoch, recipient: `age1pq${epoch}`, madeOn: 'server', createdAt }, [
        { epoch, holder: 'passphrase', wrapped: Uint8Array.of(epoch) },
      ]))
  }
  expect(await read(findCurrentEpoch)).toEqual({ epoch: 2, recipient: 'age1pq2', madeOn: 'server', createdAt: '2026-11-01T10:00:00.000000Z' })
  expect((await read((transaction) => readGrants(transaction, 'passphrase'))).map(({ epoch, wrapped }) => [epoch, ...wrapped])).toEqual([[1, 1], [2, 2]])
  expect(await read((transaction) => readGrants(transaction, 'somebody'))).toEqual([])
})
