// The explorer: what approved editions show to whoever asks, and not a number more in anything that the server says to readers.
import { randomUUID } from 'node:crypto'
import { appendDraft, appendEfforts, appendRevisions, inNetwork, readOrganisations, write } from '@lykta/register'
import { figureTables, wholePeriod, yearPeriods } from '@lykta/statistics'
import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { routeTable } from '../../apps/server/src/access/route-table.ts'
import type { ExplorerAnswer, ExplorerTableAnswer } from '../../apps/server/src/api/explorer-types.ts'
import { countAt, momentOf } from '../../apps/server/src/work/count-network.ts'
import { newDraft } from '../../packages/register/test/support/members.ts'
import { answersOf, newIncident } from '../../packages/register/test/support/network.ts'
import { requests } from '../authorisation/requests.ts'
import type { World } from '../authorisation/world.ts'
import { type ExploredTown, makeExploredTown, markers } from './explored-town.ts'

const coreOnly = 231_571
const networkOnly = 257_921
const embargoed = 284_117
let town: ExploredTown
let coreEdition = ''
/** One that is waiting, and one of the core group with files; both hold a number of theirs in them. */
let [draft, published] = ['', '']
type Role = keyof ExploredTown['as']
const ask = (role: Role, path: string): Promise<Response> => town.app.ask(path, { headers: { cookie: town.as[role] } })
const listOf = async (role: Role): Promise<ExplorerAnswer['editions']> => ((await (await ask(role, '/api/explorer')).json()) as ExplorerAnswer).editions
const tableOf = async (role: Role, edition: string, table: string): Promise<ExplorerTableAnswer> => (await (await ask(role, `/api/explorer/${edition}/${table}`)).json()) as ExplorerTableAnswer
const told = async (role: Role, path: string): Promise<unknown> => {
  const answer = await ask(role, path)
  const { 'set-cookie': _, ...headers } = Object.fromEntries(answer.headers)
  return [answer.status, headers, await answer.text()]
}

beforeAll(async () => {
  town = await makeExploredTown()
})
afterAll(() => town.close())

test('before the first approval there is nothing to explore, for anybody', async () => {
  for (const role of ['reader', 'reporter', 'core-member', 'coordinator'] as const) expect(await listOf(role), role).toEqual([])
})

describe('with editions for three audiences', () => {
  beforeAll(async () => {
    await town.approve(2019)
    coreEdition = await town.enterFor('core', coreOnly)
    await town.enterFor('network', networkOnly)
    draft = await town.keepFiles('draft', coreOnly)
    published = await town.keepFiles('core', coreOnly)
  })

  test('the core group has all of them, others what is for the network and the public; the newest first', async () => {
    for (const role of ['coordinator', 'core-member'] as const) expect((await listOf(role)).map(({ audience }) => audience), role).toEqual(['core', 'network', 'core', 'public'])
    for (const role of ['reporter', 'reader'] as const) expect((await listOf(role)).map(({ audience }) => audience), role).toEqual(['network', 'public'])
    expect((await tableOf('core-member', coreEdition, 'incidents')).table.rows[0]!.cells).toEqual([{ value: coreOnly, sign: 'exact', moreThan: null }])
  })

  test('a table shows what the edition printed, in words of both languages, with its files and the same numbers in them', async () => {
    const edition = (await listOf('reader')).find(({ audience }) => audience === 'public')!
    expect(edition).toMatchObject({ year: 2019, asOf: { at: expect.stringMatching(/^20\d\d-.*Z$/) as string } })
    expect(edition.tables.map(({ id }) => id)).toEqual(expect.arrayContaining(['incidents', 'persons', 'participants', 'policeContacted', 'indicators', 'exploitation', 'months']))
    const { table, files, trends } = await tableOf('reader', edition.id, 'incidents')
    expect(table.title).toEqual({ sv: 'Dokumenterade incidenter', en: 'Documented incidents' })
    expect(table.periods.map(({ id, months }) => [id, months])).toEqual([['2017', 2], ['2018', 12], ['2019', 12]])
    expect(table.rows[0]!.cells.map(({ value }) => value)).toEqual([10, 24, 30])
    expect(trends?.comparisons.map(({ said }) => said.en)).toEqual([
      '24 in 12 months against 10 in 2 months: at least one of the periods covers less than half a year, ratio per month 0.40, 95 % 0.18–0.94.',
      '30 against 24: the difference can be chance, ratio 1.25, 95 % 0.71–2.23.',
    ])
    expect(trends?.periods.map(({ participants }) => participants)).not.toContain(null)
    for (const { href, kind } of files) {
      const answer = await ask('reader', href)
      expect([answer.status, answer.headers.get('content-disposition')]).toEqual([200, expect.stringMatching(/^attachment; filename="2019-incidents-(sv|en)\.(csv|json)"$/)])
      const text = await answer.text()
      if (kind === 'csv') expect(text.match(/,(\d+),(?:exact|at-least),/g)?.map((found) => Number(found.slice(1).split(',')[0]))).toEqual([10, 24, 30])
      else expect(JSON.parse(text)).toMatchObject({ version: '2.0', value: [10, 24, 30] })
    }
    expect((await tableOf('reader', edition.id, 'persons')).trends).toBeNull()
  })

  test('effort stands as it was entered when the edition was frozen, none apart from what was not collected, whatever is entered later', async () => {
    const { register, context } = town.desk
    const organisation = (await inNetwork(register, context, (transaction) => readOrganisations(transaction, 1_000_000))).at(-1)!.organisation.id
    const [trained, later] = [randomUUID(), randomUUID()]
    const enter = (...efforts: Parameters<typeof appendEfforts>[1]): Promise<unknown> => write(register, context, { action: 'effort.enter', object: 'test' }, (transaction) => appendEfforts(transaction, efforts))
    const training = { id: trained, revision: 1, organisation, kind: 'training' as const, month: '2018-05', times: 2, people: 31, withdrawn: false }
    const frozen = (await listOf('coordinator')).find(({ audience }) => audience === 'public')!
    const effortsOf = async (role: Role, edition: string): Promise<unknown> => (await tableOf(role, edition, 'incidents')).efforts!.map(({ id, trainings, trained: people, outreachPasses, activeOrganisations }) => [id, trainings, people?.count ?? null, outreachPasses, activeOrganisations])
    const notCollected = [['2017', null, null, null, null], ['2018', null, null, null, null], ['2019', null, null, null, null]]
    const before = await told('reader', `/api/explorer/${frozen.id}/incidents`)
    await enter(training)
    expect(await told('reader', `/api/explorer/${frozen.id}/incidents`)).toEqual(before)
    expect(await effortsOf('core-member', frozen.id)).toEqual(notCollected)
    // An edition that is frozen now has it, and keeps it when it is changed and more is entered.
    const anew = await town.enterFor('network', networkOnly, undefined, (await momentOf(town.desk)).position)
    const held = await told('reader', `/api/explorer/${anew}/incidents`)
    expect(await effortsOf('reader', anew)).toEqual([['2018', 2, 31, null, null]])
    expect((await tableOf('reader', anew, 'incidents')).efforts).toMatchObject([{ trainingsFrom: '2018-05', outreachFrom: null }])
    await enter({ ...training, revision: 2, times: 5 }, { ...training, id: later, kind: 'outreach', month: '2017-12', people: null })
    expect(await told('reader', `/api/explorer/${anew}/incidents`)).toEqual(held)
    await enter({ ...training, revision: 3, withdrawn: true })
    expect([await told('reader', `/api/explorer/${anew}/incidents`), await told('reader', `/api/explorer/${frozen.id}/incidents`)]).toEqual([held, before])
  })

  test('a narrower audience’s table, one that no edition has, and nonsense are the same nothing', async () => {
    const id = (await listOf('reader'))[0]!.id
    const nothing = await told('reader', '/api/what-is-not-there')
    const paths = [
      `${coreEdition}/incidents`, `${coreEdition}/incidents/sv.csv`, `${id}/persons`, `${id}/nationalityPersons`, `${id}/sexAge/en.json`, `${id}/incidents/sv.pdf`, `${id}/incidents/de.csv`,
      `${id}/__proto__`, `${id}/incidents%00`, 'x/y', `${id}/..%2f..%2fincidents`, `${'a'.repeat(2000)}/incidents`, `${id}/incidents/sv.csv/more`, id,
    ]
    for (const path of paths) for (const role of ['reader', 'reporter'] as const) expect(await told(role, `/api/explorer/${path}`), path).toEqual(role === 'reader' ? nothing : await told(role, '/api/what-is-not-there'))
  })

  test('an edition whose release lies ahead is there for the core group alone', async () => {
    const before = (await listOf('reader')).length
    const id = await town.enterFor('network', embargoed, '2199-01-01T00:00:00.000Z')
    expect([(await listOf('reader')).length, (await listOf('reporter')).length]).toEqual([before, before])
    for (const path of [`${id}/incidents`, `${id}/incidents/en.csv`]) expect(await told('reader', `/api/explorer/${path}`)).toEqual(await told('reader', '/api/what-is-not-there'))
    expect((await tableOf('core-member', id, 'incidents')).table.rows[0]!.cells[0]!.value).toBe(embargoed)
  })

  test('the clock, which moves with each incident, is told to those alone who see counts', async () => {
    const asOf = async (role: Role): Promise<unknown> => ((await (await ask(role, '/api/network')).json()) as { readonly asOf: unknown }).asOf
    expect([await asOf('reader'), await asOf('reporter')]).toEqual([null, null])
    expect(await asOf('core-member')).toMatchObject({ position: expect.any(Number) as number })
    // Nor that of two editions, whose difference would bound what came between them.
    for (const { id, asOf: frozen } of await listOf('reader')) {
      expect([frozen, (await tableOf('reader', id, 'incidents')).edition.asOf]).toEqual([{ at: frozen.at }, { at: frozen.at }])
      expect(JSON.stringify(await told('reader', `/api/explorer/${id}/incidents`))).not.toContain('position')
    }
  })

  test('no answer to a reader or a reporter holds a count that her tables do not show', async () => {
    const secrets = await secretCounts()
    expect(secrets).toEqual(expect.arrayContaining([markers.minors, coreOnly, embargoed]))
    expect(secrets.length).toBeGreaterThan(10)
    for (const role of ['reader', 'reporter'] as const) {
      const paths = await pathsFor(role)
      expect(paths.length).toBeGreaterThan(100)
      for (const path of paths) {
        const text = JSON.stringify(await told(role, path))
        const numbers = new Set(text.match(/\d+/g)?.map(Number))
        expect([path, secrets.filter((secret) => numbers.has(secret))]).toEqual([path, []])
      }
    }
    // The same walk finds them where they may be found.
    const seen = JSON.stringify(await told('coordinator', '/api/statistics?from=2017&to=2019')) + (await Promise.all((await listOf('coordinator')).map(({ id }) => told('coordinator', `/api/explorer/${id}/incidents`)))).map((one) => JSON.stringify(one)).join()
    expect(secrets.filter((secret) => !seen.includes(String(secret)))).toEqual([])
  })

  test('whatever comes into the register that no table of hers tells, every answer to a reader or a reporter stays the same to the byte', async () => {
    const { register, context } = town.desk
    const organisation = (await inNetwork(register, context, (transaction) => readOrganisations(transaction, 1_000_000))).at(-1)!.organisation.id
    const paths = new Map<Role, readonly string[]>()
    // Of the explorer the total of each edition, for the walk above has been everywhere; and nothing that is drawn by lot each time.
    for (const role of ['reader', 'reporter'] as const) paths.set(role, (await pathsFor(role)).filter((path) => !path.startsWith('/api/auth/passkey/generate-') && !/^\/api\/explorer\/[^/]+\/(?!incidents(?:$|\/sv\.))/.test(path)))
    const answers = async (role: Role): Promise<readonly (readonly [string, string])[]> => {
      const found: (readonly [string, string])[] = []
      // When her own session was last seen is the clock's, to the minute, and not the register's.
      for (const path of paths.get(role)!) found.push([path, JSON.stringify(await told(role, path)).replaceAll(/(?<=lastSeenAt\\":\\")[^\\]+/g, '')])
      return found
    }
    const before = new Map<Role, readonly (readonly [string, string])[]>()
    for (const role of paths.keys()) before.set(role, await answers(role))
    const counted = JSON.stringify(await told('coordinator', '/api/statistics?from=2017&to=2019'))
    await write(register, context, { action: 'incident.enter', object: 'test' }, (transaction) => appendRevisions(transaction, [newIncident(answersOf(organisation, { area: 'Zz-area', occurred: { from: '2019-05-01', to: '2019-05-01', about: false } }))]))
    await town.enterFor('core', coreOnly + 1)
    await town.enterFor('network', embargoed + 1, '2199-01-01T00:00:00.000Z')
    await write(register, context, { action: 'draft.make', object: 'draft:test' }, (transaction) => appendDraft(transaction, newDraft(randomUUID())))
    expect(JSON.stringify(await told('coordinator', '/api/statistics?from=2017&to=2019'))).not.toBe(counted)
    for (const role of paths.keys()) for (const [index, [path, answer]] of (await answers(role)).entries()) expect([path, answer]).toEqual(before.get(role)![index])
  })

  test('a refusal takes the same steps whether or not there is something to refuse', async () => {
    const { register } = town.desk
    const steps = async (path: string): Promise<readonly string[]> => {
      const asked: string[] = []
      const own = new Set<pg.PoolClient>()
      const listen = (client: pg.PoolClient): void => {
        if (own.has(client)) return
        own.add(client)
        const query = client.query.bind(client) as (...all: readonly unknown[]) => unknown
        const heard = (...given: readonly unknown[]): unknown => {
          asked.push(typeof given[0] === 'string' ? given[0] : ((given[0] as { readonly text?: string }).text ?? ''))
          return query(...given)
        }
        client.query = heard as pg.PoolClient['query']
      }
      register.app.on('acquire', listen)
      await ask('reader', path)
      register.app.off('acquire', listen)
      // The pool's own stands on the prototype.
      for (const client of own) Reflect.deleteProperty(client, 'query')
      return asked
    }
    const nowhere = randomUUID()
    const usual = await steps(`/api/explorer/${nowhere}/incidents`)
    expect(usual.length).toBeGreaterThan(0)
    for (const path of [`${coreEdition}/incidents`, `${nowhere}/persons`, `${(await listOf('reader'))[0]!.id}/sexAge`]) expect(await steps(`/api/explorer/${path}`), path).toEqual(usual)
    expect(await steps(`/api/published/${coreEdition}`)).toEqual(await steps(`/api/published/${nowhere}`))
    expect(await steps(`/published/${published}/sv/index.html`)).toEqual(await steps(`/published/${nowhere}/sv/index.html`))
  })
})

/** Every address that can be read, with whatever could be asked of it: all tables of all editions, their files, drafts and what nobody has. */
async function pathsFor(role: Role): Promise<readonly string[]> {
  const world = { invite: async () => 'none', job: 'none', cases: new Map(), draft, published } as unknown as World
  const paths = new Set<string>(['/api/nothing', '/editions/2019/sv/tables/persons.csv', '/editions/2019/manifest.json'])
  for (const route of Object.keys(routeTable).filter((one) => one.startsWith('GET '))) paths.add((await requests[route]!(world, 'x')).path)
  for (const year of [2017, 2018, 2019]) for (const path of ['overview?year=', 'editions/', 'statistics?from=2017&to=']) paths.add(`/api/${path}${year}`)
  for (const { id, tables } of [...(await listOf(role)), ...(await listOf('coordinator'))]) {
    paths.add(`/api/published/${id}`)
    for (const file of ['sv/index.html', 'sv/tables/years.csv']) for (const place of ['published', 'draft-files']) paths.add(`/${place}/${id}/${file}`)
    for (const table of tables) {
      paths.add(`/api/explorer/${id}/${table.id}`)
      for (const file of ['sv.csv', 'en.csv', 'sv.json', 'en.json']) paths.add(`/api/explorer/${id}/${table.id}/${file}`)
    }
  }
  return [...paths]
}

/** Every raw count of six digits, years and months and all, that no table for the network or the public shows; and what the core group alone was told. */
async function secretCounts(): Promise<readonly number[]> {
  const moment = await momentOf(town.desk)
  const periods = [...yearPeriods(2017, 2019, moment.collection), wholePeriod(2017, 2019, moment.collection)]
  const [tables] = await countAt(town.desk, moment, [{ specs: figureTables, periods }])
  const counts = tables!.flatMap(({ base, rows }) => [...base, ...rows.flatMap(({ cells }) => cells)].map(({ count }) => count))
  const shown = new Set<number>()
  for (const { id, tables: ofEdition } of await listOf('reader')) {
    for (const table of ofEdition) {
      const found = await tableOf('reader', id, table.id)
      for (const { cells } of found.table.rows) for (const { value } of cells) if (value !== null) shown.add(value)
    }
  }
  return [...new Set([...counts, coreOnly, embargoed])].filter((count) => count > 100_000 && !shown.has(count))
}
