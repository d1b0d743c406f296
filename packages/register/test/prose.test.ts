// Prose as revisions: what stands, what stood, two who write at once; and examples that no author approves herself.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ProblemError } from '@lykta/incident'
import { appendEpoch, appendExample, appendProse, decideExample, findProse, inNetwork, listAudit, listProse, readExamples, readPrintedExamples, readProse, write } from '@lykta/register'
import { cloneDatabase, type TestDatabase } from './database.ts'
import { fillPeople, type TestPeople } from './support/members.ts'
import { createdAt, makeNetwork, type TestNetwork } from './support/network.ts'

let database: TestDatabase
let network: TestNetwork
let people: TestPeople
beforeAll(async () => {
  database = await cloneDatabase()
  network = await makeNetwork(database.register)
  await write(database.register, network.context, { action: 'epoch.add', object: 'epoch:1' }, (transaction) =>
    appendEpoch(transaction, { epoch: 1, recipient: 'age1pq', madeOn: 'browser', createdAt }, [{ epoch: 1, holder: 'recovery', wrapped: Buffer.from('x') }]))
  people = await fillPeople(database.register, network)
})
afterAll(() => database.close())

const read = <T>(work: Parameters<typeof inNetwork<T>>[2]): Promise<T> => inNetwork(database.register, people.as.coordinator, work)
const save = (after: number, text: string) => write(database.register, people.as.coordinator, { action: 'prose.save', object: 'test' }, (transaction) => appendProse(transaction, after, { language: 'sv', text, figures: {} }))

test('each language has the revision that was saved last, with its figures as they were', async () => {
  expect((await read(readProse)).map(({ language, revision, text, figures, author }) => ({ language, revision, text, figures, author }))).toEqual([
    { language: 'en', revision: 1, text: '# Report\n', figures: {}, author: people.coordinator.id },
    { language: 'sv', revision: 2, text: '# Årsrapport\n\nMer.\n', figures: { 2018: { 'incidents.year': '23', 'sex[girl].block': null } }, author: people.coordinator.id },
  ])
  expect((await read((transaction) => findProse(transaction, 'sv', 1)))?.text).toBe('# Årsrapport\n')
  expect(await read((transaction) => findProse(transaction, 'sv', 9))).toBeUndefined()
  expect((await read((transaction) => listProse(transaction, 'sv', 10))).map(({ revision }) => revision)).toEqual([2, 1])
})

test('of two who save from the same revision one is told, and nothing of hers has replaced anything', async () => {
  const [one, other] = await Promise.allSettled([save(2, 'ett'), save(2, 'två')])
  const [won, lost] = one.status === 'fulfilled' ? [one, other] : [other, one]
  expect(won.status).toBe('fulfilled')
  expect(lost).toMatchObject({ status: 'rejected', reason: expect.any(ProblemError) })
  expect((lost as PromiseRejectedResult).reason).toMatchObject({ problems: [{ code: 'register.changed-meanwhile' }] })
  const standing = (await read(readProse)).find(({ language }) => language === 'sv')!
  expect(standing).toMatchObject({ revision: 3, text: one.status === 'fulfilled' ? 'ett' : 'två' })
  // From a revision that is no more, and from one that never was.
  await expect(save(1, 'x')).rejects.toMatchObject({ problems: [{ code: 'register.changed-meanwhile' }] })
  await expect(save(7, 'x')).rejects.toMatchObject({ problems: [{ code: 'register.changed-meanwhile' }] })
})

test('an example is printed from its approval by another until it is withdrawn, and as it stood at a position', async () => {
  const id = randomUUID()
  const act = (context: typeof people.as.coordinator, work: Parameters<typeof write<void>>[3]) => write(database.register, context, { action: 'example.test', object: 'test' }, work)
  const proposed = await act(people.as.coordinator, (transaction) => appendExample(transaction, { id, sv: 'Ny', en: 'New' }))
  await expect(act(people.as.coordinator, (transaction) => decideExample(transaction, id, 'approved'))).rejects.toMatchObject({ code: '42501' })
  await expect(act(people.as.reporter, (transaction) => decideExample(transaction, id, 'approved'))).rejects.toMatchObject({ code: '42501' })
  const approved = await act(people.as['core-member'], (transaction) => decideExample(transaction, id, 'approved'))
  const withdrawn = await act(people.as.coordinator, (transaction) => decideExample(transaction, id, 'withdrawn'))
  const printed = (position?: number) => read(async (transaction) => (await readPrintedExamples(transaction, position)).map((example) => example.id))
  expect(await printed(proposed.position)).toEqual([people.examples.approved])
  expect(await printed(approved.position)).toEqual([people.examples.approved, id])
  expect(await printed(withdrawn.position)).toEqual([people.examples.approved])
  expect(await printed()).toEqual([people.examples.approved])
  expect((await read(readExamples)).find((one) => one.id === id)).toMatchObject({ sv: 'Ny', en: 'New', author: people.coordinator.id, approvedBy: people.core.id, withdrawn: true })
})

test('no word of a text or an example stands in the audit', async () => {
  const lines = JSON.stringify(await read((transaction) => listAudit(transaction, { limit: 500 })))
  for (const word of ['Årsrapport', 'rsrapport', 'dörr', 'door', 'Mer.', 'incidents.year']) expect(lines).not.toContain(word)
  // As a word: settings are changed as well.
  expect(lines).not.toMatch(/\bett\b/)
})
