// Late reports of one event are one: how many wait to be told of, what an edition told of, and what a revision takes in.
import { randomUUID } from 'node:crypto'
import { defaultPolicies, mayTellLate } from '@lykta/disclosure'
import { appendLedgerEntry, appendOrganisations, appendRevisions, appendSame, write, type WriteTransaction } from '@lykta/register'
import type { Desk } from '@lykta/server'
import type { RevisedYears } from '@lykta/statistics'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Moment } from '../../apps/server/src/work/count-network.ts'
import { findLate, type FoundLate } from '../../apps/server/src/work/late-reports.ts'
import { checkRevision } from '../../apps/server/src/work/revise-year.ts'
import { cloneDatabase, type TestDatabase } from '../../packages/register/test/database.ts'
import { answersOf, makeNetwork, newIncident } from '../../packages/register/test/support/network.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await cloneDatabase()
})
afterAll(() => database.close())

/** Three organisations, and 2018 printed before any of it was reported. */
async function makeDesk() {
  const { network, organisations: [soc, police] } = await makeNetwork(database.register)
  const third = { ...soc, id: randomUUID(), code: 'tredje', name: 'Tredje' }
  const desk: Desk = { register: database.register, context: { network: network.id, member: 'operator' }, network, today: () => '2020-01-01', close: async () => {} }
  const act = async <T>(work: (transaction: WriteTransaction) => Promise<T>): Promise<number> => (await write(desk.register, desk.context, { action: 'import', object: 'test' }, work)).position
  const printed = await act((transaction) => appendOrganisations(transaction, [{ organisation: third, revision: 1 }]))
  const answers = (reporter: number) => answersOf([soc, police, third][reporter]!.id, { occurred: { from: '2018-05-01', to: '2018-05-01', about: false } })
  return {
    desk,
    /** Who reported each, by number. */
    report: async (reporters: readonly number[]): Promise<readonly string[]> => {
      const made = reporters.map((reporter) => newIncident(answers(reporter)))
      await act((transaction) => appendRevisions(transaction, made))
      return made.map(({ incident }) => incident)
    },
    withdraw: (incident: string) => act((transaction) => appendRevisions(transaction, [newIncident(answers(0), { incident, number: 2, first: null, withdrawn: true })])),
    link: (incidents: readonly string[], revision = 1, cluster: string | null = randomUUID()) => act((transaction) =>
      appendSame(transaction, incidents.map((incident) => ({ incident, entry: null, revision, cluster, degree: cluster === null ? null : 'certain', groups: null })))),
    tell: async (lateTold: readonly string[]): Promise<string> => {
      const id = randomUUID()
      await act((transaction) => appendLedgerEntry(transaction, 0, { id, kind: 'edition', audience: 'public', content: { year: 2018 }, protocol: { lateTold } }))
      return id
    },
    late: async (editions: readonly string[] = []): Promise<FoundLate> => {
      const position = await act((transaction) => appendOrganisations(transaction, []))
      const moment: Moment = { position, at: '', head: '', collection: { from: network.collectionStart, to: '2020-01-01' }, organisations: [], vintages: [{ through: 2018, position: printed }] }
      return (await findLate(desk, moment, editions))!
    },
  }
}

test('what waits is counted by events, each the own of all who reported it', async () => {
  const { report, link, late } = await makeDesk()
  const [a, b, c, d, e] = await report([0, 0, 1, 1, 2]) as [string, string, string, string, string]
  const unlinked = await late()
  expect(unlinked.reports.waiting).toMatchObject({ count: 5, incidents: 5, organisations: 3, largest: 2 })
  expect(mayTellLate(unlinked.reports, defaultPolicies.public)).toBe(true)
  await link([a, c])
  await link([b, d])
  const linked = await late()
  // Three events: too few to be told of.
  expect(linked.reports.waiting).toEqual({ count: 3, atLeast: false, incidents: 3, organisations: 3, largest: 2 })
  expect(mayTellLate(linked.reports, defaultPolicies.public)).toBe(false)
  // One report of each is what an edition keeps.
  expect(linked.waiting).toHaveLength(3)
  expect(linked.waiting).toContain(e)
})

test('an event that was told of stays told of once, whichever of its reports is withdrawn or comes later; what is taken out of it waits', async () => {
  const { report, link, withdraw, tell, late } = await makeDesk()
  const [told, other] = await report([0, 1]) as [string, string]
  const cluster = randomUUID()
  await link([told, other], 1, cluster)
  const edition = await tell([told])
  const counts = async (): Promise<readonly number[]> => {
    const { reports } = await late([edition])
    return [reports.told, reports.waiting.count]
  }
  expect(await counts()).toEqual([1, 0])
  const [more] = await report([2]) as [string]
  expect(await counts()).toEqual([1, 1])
  await link([more], 1, cluster)
  await withdraw(told)
  expect(await counts()).toEqual([1, 0])
  await link([other], 2, null)
  expect(await counts()).toEqual([1, 1])
})

test('a revision that takes in late reports is judged by their events', async () => {
  const { desk, report, link, tell, late } = await makeDesk()
  const edition = await tell(await report([0, 0, 1, 1, 2]))
  const entering = await report([0, 0, 1, 1, 2])
  const counted = entering.map((incident) => ({ incident, revision: 1 }))
  const nobody = { beside: null, counted: [] }
  const revised: RevisedYears = { now: nobody, steps: [{ before: nobody, entering: { beside: null, counted }, leaving: nobody }], touched: new Set(entering), late: [], taken: new Set(entering) }
  const check = async (): Promise<void> => checkRevision(desk, 2018, revised, await late([edition]), defaultPolicies.public, 0)
  await expect(check()).resolves.toBeUndefined()
  await link([entering[0]!, entering[2]!])
  await link([entering[1]!, entering[3]!])
  await expect(check()).rejects.toMatchObject({ problems: [{ code: 'editions.revision-refused' }] })
})
