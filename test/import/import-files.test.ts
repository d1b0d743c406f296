// A spreadsheet into the register: all or nothing, nothing twice, nothing taken away, and reasons compared only when unlocked.
import { randomUUID } from 'node:crypto'
import { type Incident, type ImportFile, ProblemError } from '@lykta/incident'
import { appendRevisions, coarsenAnswers, eraseTexts, getNetwork, inNetwork, listAudit, readHistory, readImported, readOrganisations, readOwnIndicators, rememberKey, standingOfKey, write } from '@lykta/register'
import { type Desk, deskOf, foundOwnNetwork, importFiles, readReason, readReasons, renderProblem } from '@lykta/server'
import { makeEpoch } from '@lykta/seal'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cloneDatabase, type TestDatabase } from '../../packages/register/test/database.ts'

let database: TestDatabase
let desk: Desk
let passphrase: string

beforeAll(async () => {
  database = await cloneDatabase()
  await database.admin.query('set search_path to lykta')
  await useEmptyNetwork()
})
afterAll(() => database.close())

/** The others share one, each with references of its own: founding takes its time on purpose (scrypt). */
async function useEmptyNetwork(): Promise<void> {
  const founded = await foundOwnNetwork(database.register, { name: randomUUID(), municipality: 'Provstad', collectionStart: '2017-11-01', timeZone: 'Europe/Stockholm' })
  passphrase = founded.passphrase
  desk = await deskOf(database.register, founded.network)
}

type Row = { readonly nr: string; readonly buyers?: string; readonly indicators?: string; readonly reason?: string; readonly police?: string }

const csv = (name: string, rows: readonly (readonly string[])[]): ImportFile =>
  ({ name: `${name}.csv`, bytes: new TextEncoder().encode(rows.map((row) => row.join(';')).join('\n')) })

const organisations = (left = '') => csv('organisationer', [['kod', 'namn', 'sektor', 'med_från', 'med_till'], ['soc', 'Socialtjänsten', 'socialtjänst', '2016-06-01', left]])

function files(rows: readonly Row[], more: readonly ImportFile[] = [organisations()]): readonly ImportFile[] {
  return [
    ...more,
    csv('incidenter', [
      ['nr', 'datum', 'rapporterad', 'rapportör', 'platstyp', 'form', 'indikatorer', 'anledning', 'polis', 'köpare'],
      ...rows.map(({ nr, buyers = '1', indicators = 'sexual.many-phones', reason = `Anledning ${nr}`, police = 'ja' }) =>
        [nr, '2019-04-03', '2019-04-04', 'soc', 'hotell', 'sexuella ändamål', indicators, reason, police, buyers]),
    ]),
    csv('personer', [['incident_nr', 'kön', 'ålder'], ...rows.map(({ nr }) => [nr, 'kvinna', 'vuxen'])]),
  ]
}

const position = () => inNetwork(desk.register, desk.context, async (transaction) => (await getNetwork(transaction)).position)
const imported = (ref: string) => inNetwork(desk.register, desk.context, async (transaction) => {
  const { position: at } = await getNetwork(transaction)
  return (await readImported(transaction, at, [ref])).get(ref)
})
const actions = () => inNetwork(desk.register, desk.context, async (transaction) => (await listAudit(transaction, { limit: 100 })).map(({ action }) => action))

test('a network is not founded under a name that cannot be shown', async () => {
  for (const name of ['a\u001b[31mb', 'två\nrader', 'x'.repeat(101), '\u202eomvänt']) {
    const founding = { name, municipality: 'Provstad', collectionStart: '2017-11-01', timeZone: 'Europe/Stockholm' }
    await expect(foundOwnNetwork(database.register, founding)).rejects.toThrow('work.name-unfit')
  }
})

test('one transaction, one audit line, and the same files again change nothing', async () => {
  const rows = [{ nr: 'a1' }, { nr: 'a2' }]
  const before = await position()
  expect(await importFiles(desk, files(rows), {})).toEqual({
    state: 'imported', problems: [], added: 2, changed: 0, unchanged: 0, absent: 0, others: 1, reasonsCompared: true,
  })
  expect(await position()).toBe(before + 1)
  expect((await actions()).filter((action) => action === 'import')).toHaveLength(1)
  for (const options of [{}, { passphrase }]) {
    expect(await importFiles(desk, files(rows), options)).toEqual({
      state: 'imported', problems: [], added: 0, changed: 0, unchanged: 2, absent: 0, others: 0, reasonsCompared: 'passphrase' in options,
    })
  }
  expect(await position()).toBe(before + 1)
})

test('one bad row, and nothing of the rest is imported', async () => {
  await useEmptyNetwork()
  const before = await position()
  const outcome = await importFiles(desk, files([{ nr: '1' }, { nr: '2', police: 'kanske' }]), {})
  expect([outcome.state, outcome.problems.map(({ code, where }) => [code, where.row])]).toEqual(['refused', [['import.code-unknown', 3]]])
  expect(await position()).toBe(before)
  expect(await imported('1')).toBeUndefined()
  expect(await inNetwork(desk.register, desk.context, (transaction) => readOrganisations(transaction, before))).toEqual([])
})

test('what fails in the database at the last row leaves nothing behind', async () => {
  await useEmptyNetwork()
  const before = await position()
  await database.admin.query('alter table new_fact add constraint refuse_all check (false) not valid')
  try {
    await expect(importFiles(desk, files([{ nr: '1' }]), {})).rejects.toThrow('refuse_all')
  } finally {
    await database.admin.query('alter table new_fact drop constraint refuse_all')
  }
  expect(await position()).toBe(before)
  for (const table of ['revision', 'incident', 'organisation', 'sealed_body', 'sealed_key', 'incident_fact']) {
    const { rows } = await database.admin.query(`select 1 from ${table} where network_id = $1`, [desk.network.id])
    expect([table, rows]).toEqual([table, []])
  }
})

test('a changed row becomes a new revision beside the old one', async () => {
  await importFiles(desk, files([{ nr: 'd1' }, { nr: 'd2' }]), {})
  const outcome = await importFiles(desk, files([{ nr: 'd1', buyers: 'minst 3' }, { nr: 'd2' }]), {})
  expect(outcome).toMatchObject({ added: 0, changed: 1, unchanged: 1 })
  const stored = await imported('d1')
  expect([stored?.revision, stored?.answers.buyers]).toEqual([2, { count: 3, atLeast: true }])
  const history = await inNetwork(desk.register, desk.context, (transaction) => readHistory(transaction, stored!.id))
  expect(history).toHaveLength(2)
  expect((await readReason(desk, 'd1', async () => passphrase)).findings).toEqual([])
})

test('a row that is no longer in the files stays, and is counted', async () => {
  await useEmptyNetwork()
  await importFiles(desk, files([{ nr: '1' }, { nr: '2' }, { nr: '3' }]), {})
  expect(await importFiles(desk, files([{ nr: '2' }, { nr: '4' }]), {})).toMatchObject({ added: 1, changed: 0, unchanged: 1, absent: 2 })
  expect(await imported('1')).toMatchObject({ revision: 1, withdrawn: false })
  expect(await importFiles(desk, [organisations()], {})).toMatchObject({ absent: 0, others: 0 })
})

describe('what was changed in the form since', () => {
  /** As the form stores it: another author, and answers that no spreadsheet gives. */
  const correct = async (refs: readonly string[], change: Partial<Incident>, withdrawn = false): Promise<void> => {
    await write(desk.register, { ...desk.context, member: 'operator' }, { action: 'incident.correct.mistake', object: 'incident:1' }, async (transaction) => {
      const standing = await readImported(transaction, (await getNetwork(transaction)).position, refs)
      await appendRevisions(transaction, [...standing.values()].map(({ id, revision, answers }) => ({
        incident: id, number: revision + 1, first: null, formVersion: 'incident-1', answers: { ...answers, channel: 'form', ...change }, withdrawn, sealed: 'kept', createdAt: '2026-11-01T23:30:00.000Z',
      })))
    })
  }
  const two = { count: 2, atLeast: false }

  test('is not overwritten unseen by an old file: nothing is imported, and each row is told with the day', async () => {
    await useEmptyNetwork()
    await importFiles(desk, files([{ nr: 'ändrad1' }, { nr: 'ändrad2' }, { nr: 'ändrad3' }]), {})
    await correct(['ändrad1'], { buyers: two })
    await correct(['ändrad3'], {}, true)
    const before = await position()
    const old = files([{ nr: 'ändrad2', buyers: '9' }, { nr: 'ändrad1' }, { nr: 'ändrad3', buyers: '4' }, { nr: 'ändrad4' }])
    for (const options of [{}, { passphrase }, { checkOnly: true }]) {
      const outcome = await importFiles(desk, old, options)
      expect(outcome).toMatchObject({ state: 'refused', added: 0, changed: 0 })
      // Half past eleven in the evening by UTC is the next day in Sweden.
      expect(outcome.problems).toEqual([['ändrad1', 3], ['ändrad3', 4]].map(([found, row]) => ({
        code: 'import.corrected-in-form', severity: 'error', where: { file: 'incidenter.csv', row, column: 'nr' }, values: { found, date: '2026-11-02' },
      })))
      expect(renderProblem(outcome.problems[0]!, 'sv')).toMatch(/^incidenter\.csv, rad 3, kolumn nr: ”ändrad1” ändrades i formuläret 2026-11-02/)
      expect(renderProblem(outcome.problems[0]!, 'en')).toMatch(/^incidenter\.csv, row 3, column nr: “ändrad1” was changed in the form on 2026-11-02/)
    }
    expect(await position()).toBe(before)
  })

  test('gives way when that is asked for, and stays as an earlier revision; what no table asks for stays', async () => {
    const { id, revision } = (await imported('ändrad1'))!
    const outcome = await importFiles(desk, files([{ nr: 'ändrad1' }, { nr: 'ändrad2', buyers: '9' }]), { overwriteCorrections: true })
    expect(outcome).toMatchObject({ state: 'imported', changed: 2, problems: [{ code: 'import.correction-overwritten', severity: 'warning', where: { row: 2 }, values: { found: 'ändrad1' } }] })
    const history = await inNetwork(desk.register, desk.context, (transaction) => readHistory(transaction, id))
    expect(history.map(({ revision: number, author, answers }) => [number, author, answers.buyers?.count, answers.channel])).toEqual([
      [revision - 1, 'import', 1, undefined], [revision, 'operator', 2, 'form'], [revision + 1, 'import', 1, 'form'],
    ])
    // What came from a file is changed by one as ever.
    expect(await importFiles(desk, files([{ nr: 'ändrad1', buyers: '5' }]), {})).toMatchObject({ state: 'imported', changed: 1, problems: [] })
  })

  test('is no hindrance when the row says the same, or nothing at all', async () => {
    await correct(['ändrad2'], { buyers: two })
    expect(await importFiles(desk, files([{ nr: 'ändrad2', buyers: '2' }]), {})).toMatchObject({ state: 'imported', changed: 0, unchanged: 1, problems: [] })
    expect(await importFiles(desk, files([{ nr: 'ändrad5' }]), {})).toMatchObject({ state: 'imported', added: 1, problems: [] })
  })

  test('holds for another reason too, when reasons are compared; a reason where there was none is taken in', async () => {
    await importFiles(desk, files([{ nr: 'ändrad6' }, { nr: 'ändrad7', reason: '' }]), {})
    await correct(['ändrad6'], {})
    await correct(['ändrad7'], {})
    const other = files([{ nr: 'ändrad6', reason: 'En annan' }, { nr: 'ändrad7', reason: 'En första' }])
    expect(await importFiles(desk, other, { passphrase })).toMatchObject({ state: 'refused', problems: [{ values: { found: 'ändrad6' } }] })
    expect(await importFiles(desk, other, {})).toMatchObject({ state: 'imported', changed: 1, unchanged: 1, problems: [] })
  })

  test('is told a hundred times at the most', async () => {
    const many = Array.from({ length: 103 }, (_, at) => `m${at}`)
    await importFiles(desk, files(many.map((nr) => ({ nr, reason: '' }))), {})
    await correct(many, {})
    const { problems } = await importFiles(desk, files(many.map((nr) => ({ nr, reason: '', buyers: '3' }))), {})
    expect(problems).toHaveLength(101)
    expect(problems.at(-1)).toMatchObject({ code: 'import.more-errors', values: { count: 3, all: 103 } })
  })
})

test('reasons are compared only with the passphrase', async () => {
  await importFiles(desk, files([{ nr: 'f1' }, { nr: 'f2' }]), {})
  const changed = files([{ nr: 'f1', reason: 'En annan anledning' }, { nr: 'f2' }])
  expect(await importFiles(desk, changed, {})).toMatchObject({ changed: 0, unchanged: 2, reasonsCompared: false })
  const before = await position()
  await expect(importFiles(desk, changed, { passphrase: 'six other words that open nothing' })).rejects.toThrow(ProblemError)
  expect(await position()).toBe(before)
  expect(await importFiles(desk, changed, { passphrase })).toMatchObject({ changed: 1, unchanged: 1, reasonsCompared: true })
  expect(await readReason(desk, 'f1', async () => passphrase)).toEqual({ text: 'En annan anledning', signed: false, findings: [] })
})

test('what stood earlier is opened by its version, or all of it, and nothing without the passphrase', async () => {
  await importFiles(desk, files([{ nr: 'e1' }]), {})
  await importFiles(desk, files([{ nr: 'e1', buyers: '4' }]), {})
  await importFiles(desk, files([{ nr: 'e1', buyers: '4', reason: 'Mer är känt' }]), { passphrase })
  const texts = async (which: number | 'all') => (await readReasons(desk, 'e1', which, async () => passphrase)).map(({ revision, text }) => [revision, text])
  expect(await texts(1)).toEqual([[1, 'Anledning e1']])
  // An import that cannot compare seals what stands in the file anew.
  expect(await texts(2)).toEqual([[2, 'Anledning e1']])
  expect(await texts('all')).toEqual([[3, 'Mer är känt'], [2, 'Anledning e1'], [1, 'Anledning e1']])
  await expect(texts(4)).rejects.toThrow('work.revision-unknown')
  const before = await position()
  for (const which of [1, 'all'] as const) await expect(readReasons(desk, 'e1', which, async () => 'six other words that open nothing')).rejects.toThrow(ProblemError)
  expect(await position()).toBe(before)
})

test('a reason where there was none needs no passphrase, and an emptied cell takes none away', async () => {
  await importFiles(desk, files([{ nr: 'g1', reason: '' }]), {})
  expect(await importFiles(desk, files([{ nr: 'g1', reason: '' }]), {})).toMatchObject({ unchanged: 1, reasonsCompared: true })
  expect(await importFiles(desk, files([{ nr: 'g1', reason: 'Nu med anledning' }]), {})).toMatchObject({ changed: 1, reasonsCompared: true })
  expect(await importFiles(desk, files([{ nr: 'g1', reason: '' }]), { passphrase })).toMatchObject({ changed: 0, unchanged: 1 })
  expect(await importFiles(desk, files([{ nr: 'g1', reason: '', buyers: '2' }]), {})).toMatchObject({ changed: 1 })
  expect((await readReason(desk, 'g1', async () => passphrase)).text).toBe('Nu med anledning')
})

test('an erased reason does not come back with an old file', async () => {
  await importFiles(desk, files([{ nr: 'h1' }]), {})
  await database.admin.query('delete from sealed_key where network_id = $1', [desk.network.id])
  expect(await importFiles(desk, files([{ nr: 'h1' }]), { passphrase })).toMatchObject({ changed: 0, unchanged: 1 })
  expect(await importFiles(desk, files([{ nr: 'h1', buyers: '7' }]), {})).toMatchObject({ changed: 1, unchanged: 0 })
  await expect(readReason(desk, 'h1', async () => passphrase)).rejects.toThrow('work.reason-erased')
})

test('no clear text of a reason is anywhere in the database', async () => {
  const secret = 'Hemligheten om natten'
  await importFiles(desk, files([{ nr: 'i1', reason: secret }]), {})
  const { rows: tables } = await database.admin.query<{ readonly name: string }>(
    "select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname not in ('pg_catalog', 'information_schema')")
  expect(tables.length).toBeGreaterThan(5)
  const hex = Buffer.from(secret).toString('hex')
  for (const { name } of tables) {
    const { rows } = await database.admin.query(`select 1 from ${name} t where t::text like $1 or t::text like $2`, [`%${secret}%`, `%${hex}%`])
    expect([name, rows]).toEqual([name, []])
  }
  expect((await readReason(desk, 'i1', async () => passphrase)).text).toBe(secret)
})

test('a key that somebody exchanged in the database is refused as soon as the passphrase is given', async () => {
  await importFiles(desk, files([{ nr: 'x1' }]), {})
  const before = await position()
  const { rows: [own] } = await database.admin.query<{ readonly recipient: string }>('select recipient from epoch where network_id = $1', [desk.network.id])
  const exchange = (recipient: string) => database.admin.query('update epoch set recipient = $2 where network_id = $1', [desk.network.id, recipient])
  await exchange((await makeEpoch()).recipient)
  await expect(importFiles(desk, files([{ nr: 'x2' }]), { passphrase })).rejects.toThrow('work.key-exchanged')
  for (const checkOnly of [false, true]) await expect(importFiles(desk, files([{ nr: 'x2' }]), { checkOnly })).rejects.toThrow('work.key-not-remembered')
  // What has no reason seals nothing.
  expect(await importFiles(desk, files([{ nr: 'x2', reason: '' }]), { checkOnly: true })).toMatchObject({ state: 'checked', added: 1 })
  await expect(readReason(desk, 'x1', async () => passphrase)).rejects.toThrow('work.key-exchanged')
  expect(await position()).toBe(before)
  await exchange(own!.recipient)
  expect(standingOfKey(desk.register, desk.network.id, { epoch: 1, recipient: own!.recipient })).toBe('known')
  expect((await readReason(desk, 'x1', async () => passphrase)).text).toBe('Anledning x1')
})

test('a key that came beside the one that the folder remembers is refused, until the passphrase proves the newest', async () => {
  const recipient = (await makeEpoch()).recipient
  const before = await position()
  await database.admin.query(
    `insert into epoch (network_id, epoch, recipient, made_on, created_at, from_position) values ($1, 2, $2, 'server', now(), 1)`, [desk.network.id, recipient])
  try {
    await expect(importFiles(desk, files([{ nr: 'y1' }]), {})).rejects.toThrow('work.key-not-remembered')
    await expect(importFiles(desk, files([{ nr: 'y1' }]), { passphrase })).rejects.toThrow('work.keys-missing')
    expect(standingOfKey(desk.register, desk.network.id, { epoch: 2, recipient })).toBe('other')
    expect(await position()).toBe(before)
  } finally {
    await database.admin.query('delete from epoch where network_id = $1 and epoch = 2', [desk.network.id])
  }
})

test('a folder that remembers another key, as one that was copied, takes the database\'s when the passphrase opens it', async () => {
  const { rows: [own] } = await database.admin.query<{ readonly recipient: string }>('select recipient from epoch where network_id = $1', [desk.network.id])
  const key = { epoch: 1, recipient: own!.recipient }
  rememberKey(desk.register, desk.network.id, { epoch: 1, recipient: 'age1other' })
  await expect(importFiles(desk, files([{ nr: 'z1' }]), {})).rejects.toThrow('work.key-not-remembered')
  await importFiles(desk, files([{ nr: 'z1' }]), { passphrase })
  expect(standingOfKey(desk.register, desk.network.id, key)).toBe('known')
  expect(await importFiles(desk, files([{ nr: 'z2' }]), {})).toMatchObject({ state: 'imported', added: 1 })
})

test('only checking writes nothing', async () => {
  const before = await position()
  expect(await importFiles(desk, files([{ nr: 'j1' }]), { checkOnly: true })).toMatchObject({ state: 'checked', added: 1 })
  expect(await position()).toBe(before)
})

test('what somebody else changed meanwhile is not overwritten', async () => {
  const rows = Array.from({ length: 120 }, (_, index) => ({ nr: `k${index}` }))
  // Sealing this many tells its progress, and that is when another import comes in between.
  let between: Promise<unknown> | undefined
  const first = importFiles(desk, files(rows), { onProgress: () => { between ??= importFiles(desk, [organisations('2030-01-01')], {}) } })
  await expect(first).rejects.toThrow('register.changed-meanwhile')
  await between
  expect(await imported('k1')).toBeUndefined()
})

test("a network's own indicators come as a fourth table, and later imports may tick them", async () => {
  await useEmptyNetwork()
  const table = (swedish: string) => csv('indikatorer', [['id', 'kategori', 'svenska', 'engelska'], ['sexual.x-room-swap', 'Sexuella ändamål', swedish, 'Changes rooms']])
  const read = () => inNetwork(desk.register, desk.context, async (transaction) =>
    (await readOwnIndicators(transaction, (await getNetwork(transaction)).position)).map(({ indicator: { id, sv }, revision }) => [id, sv, revision]))
  expect(await importFiles(desk, files([{ nr: '1' }], [organisations(), table('Byter rum')]), {})).toMatchObject({ added: 1, others: 2 })
  expect(await importFiles(desk, [table('Byter rum ofta')], {})).toMatchObject({ others: 1 })
  expect(await read()).toEqual([['sexual.x-room-swap', 'Byter rum ofta', 2]])
  expect(await importFiles(desk, files([{ nr: '1', indicators: 'sexual.x-room-swap' }], []), {})).toMatchObject({ state: 'imported', changed: 1, others: 0 })
  expect((await imported('1'))?.answers.indicators).toEqual(['sexual.x-room-swap'])
})

test('an old file brings back nothing of what was weeded, and a correction of it comes as coarse', async () => {
  expect(await importFiles(desk, files([{ nr: 'w1' }]), {})).toMatchObject({ state: 'imported', added: 1 })
  const { id } = (await imported('w1'))!
  await write(desk.register, desk.context, { action: 'test', object: 'test' }, async (transaction) => {
    await eraseTexts(transaction, 'narrative', id, 'due')
    await coarsenAnswers(transaction, id, ['person', 'coded'])
  })
  expect(await importFiles(desk, files([{ nr: 'w1' }]), {})).toMatchObject({ changed: 0, unchanged: 1 })
  expect(await importFiles(desk, files([{ nr: 'w1', buyers: '4' }]), {})).toMatchObject({ changed: 1 })
  expect((await imported('w1'))!.answers).toMatchObject({ occurred: { from: '2019-04-01', to: '2019-04-30' }, reportedOn: '2019-04-30', buyers: { count: 4 } })
})
