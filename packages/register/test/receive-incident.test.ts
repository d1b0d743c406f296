// An incident received in one message: the same as any other write, refused as the tables refuse it, and not slower for what is stored.
import { randomBytes, randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import type { ProblemError } from '@lykta/incident'
import {
  appendEpoch, appendRevisions, type Context, findSealedText, getNetwork, inNetwork, isTaken, listAudit, makeReference, type NewIncident, readState, receiveIncident, REFERENCE_BYTES, refreshPlanning, verifyNetwork, write,
} from '@lykta/register'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { makeReceivingLine } from '../src/open/receiving-line.ts'
import { cloneDatabase, type TestDatabase } from './database.ts'
import { fillPeople, type TestPeople } from './support/members.ts'
import { answersOf, createdAt, makeNetwork, newIncident, type TestNetwork } from './support/network.ts'

let database: TestDatabase
let sample: TestNetwork
let basis: number
beforeAll(async () => void (database = await cloneDatabase()))
beforeEach(async () => {
  sample = await makeNetwork(database.register)
  basis = (await read(getNetwork)).basis
})
afterAll(() => database.close())

const read = <T>(work: Parameters<typeof inNetwork<T>>[2]): Promise<T> => inNetwork(database.register, sample.context, work)
const act = { action: 'incident.enter', object: 'incident:1' }
const changedMeanwhile = { problems: [{ code: 'register.changed-meanwhile' }] }

function incident(changes: Partial<NewIncident> = {}): NewIncident {
  return {
    incident: randomUUID(), ref: makeReference(randomBytes(REFERENCE_BYTES)), formVersion: '2026-1', answers: answersOf(sample.organisations[0].id), createdAt,
    sealed: { sealedId: randomUUID(), body: randomBytes(3000), key: randomBytes(2000), epoch: 1, position: 2 }, ...changes,
  }
}
const receive = (one: NewIncident, context: Context = sample.context, as = basis): Promise<{ readonly position: number }> =>
  receiveIncident(database.register, context, act, one, as)

async function addPeople(): Promise<TestPeople> {
  await write(database.register, sample.context, { action: 'epoch.add', object: 'epoch:1' }, (transaction) =>
    appendEpoch(transaction, { epoch: 1, recipient: 'age1pq', madeOn: 'browser', createdAt }, []))
  return fillPeople(database.register, sample)
}

describe('what is received', () => {
  test('is what a write of the same revision stores, line of the audit and facts included', async () => {
    const [with_, without] = [incident(), incident({ sealed: null, answers: answersOf(sample.organisations[1].id, { area: 'Söder "om" bron', persons: [] }) })]
    const positions = [(await receive(with_)).position, (await receive(without)).position]
    expect(positions).toEqual([3, 4])
    // Every hash, answer, fact and owner is computed once more, and nothing may be left over.
    expect((await read(verifyNetwork)).findings).toEqual([])
    expect((await read((transaction) => listAudit(transaction, { limit: 1 })))[0]).toMatchObject({ ...act, position: 4, actor: sample.context.member, stamped: 1 })
    const text = await read((transaction) => findSealedText(transaction, with_.incident))
    expect(text).toMatchObject({ sealedId: with_.sealed!.sealedId, position: 2 })
    expect([text!.body, text!.key!.key]).toEqual([Buffer.from(with_.sealed!.body), Buffer.from(with_.sealed!.key)])
    // As they stand in the table: the same row but for what is each one's own.
    const written = newIncident(with_.answers, { createdAt })
    await write(database.register, sample.context, act, (transaction) => appendRevisions(transaction, [written]))
    for (const table of ['revision', 'incident_fact']) {
      const { rows } = await database.admin.query(`select to_jsonb(t) - '{incident_id,from_position,sealed_id,sealed_hash}'::text[] as row from lykta.${table} t
        where incident_id = any($1)`, [[with_.incident, written.incident]])
      expect(rows).toHaveLength(2)
      expect(rows[0]).toEqual(rows[1])
    }
  })

  test('arrives exactly once, densely numbered, however many come at once and with whatever between them', async () => {
    const all = Array.from({ length: 40 }, () => incident())
    const others = Array.from({ length: 5 }, () => write(database.register, sample.context, act, (transaction) => appendRevisions(transaction, [newIncident(answersOf(sample.organisations[0].id))])))
    const twice = await Promise.allSettled([...all, ...all].map((one) => receive(one)))
    await Promise.all(others)
    expect(twice.slice(0, 40).every(({ status }) => status === 'fulfilled')).toBe(true)
    for (const again of twice.slice(40)) expect(again).toMatchObject({ status: 'rejected', reason: changedMeanwhile })
    const { position, incidents } = await read((transaction) => readState(transaction))
    expect([position, incidents.length]).toEqual([2 + 45, 45])
    expect((await read(verifyNetwork)).findings).toEqual([])
  })

  test('is refused whole when its id, its reference or its text is taken', async () => {
    const first = incident()
    await receive(first)
    for (const same of [{ incident: first.incident }, { ref: first.ref }, { sealed: first.sealed }]) {
      const refused = await receive(incident(same)).catch((error: unknown) => error)
      expect(refused).toMatchObject(changedMeanwhile)
      expect(isTaken(refused as ProblemError)).toBe(true)
    }
    expect((await read((transaction) => readState(transaction))).position).toBe(3)
    expect((await read(verifyNetwork)).findings).toEqual([])
  })
})

describe('the basis', () => {
  test('is as it was through incidents, and another after anything else', async () => {
    await receive(incident())
    await write(database.register, sample.context, act, (transaction) => appendRevisions(transaction, [newIncident(answersOf(sample.organisations[0].id))]))
    expect((await read(getNetwork)).basis).toBe(basis)
    await addPeople()
    const { basis: after, position } = await read(getNetwork)
    expect(after).toBe(position)
    const refused = await receive(incident()).catch((error: unknown) => error)
    expect(refused).toMatchObject(changedMeanwhile)
    // Nothing stands under its names.
    expect(isTaken(refused as ProblemError)).toBe(false)
    expect(await receive(incident(), sample.context, after)).toEqual({ value: undefined, position: position + 1 })
  })
})

describe('with the server\'s checks off', () => {
  let people: TestPeople
  beforeEach(async () => {
    people = await addPeople()
    basis = (await read(getNetwork)).basis
  })

  test('each role enters what the tables\' policies let it', async () => {
    const [own, other] = sample.organisations
    const may = { coordinator: [own, other], 'core-member': [own, other], reporter: [own], device: [own], reader: [], operator: [] } as const
    for (const [role, context] of Object.entries(people.as)) {
      for (const organisation of [own, other]) {
        const one = incident({ answers: answersOf(organisation.id), sealed: null })
        const outcome = await receive(one, context).then(({ position }) => position > 0, (error: unknown) => error)
        if ((may[role as keyof typeof may] as readonly unknown[]).includes(organisation)) {
          expect([role, outcome]).toEqual([role, true])
          const { rows } = await database.admin.query('select entered_by, organisation_id from lykta.incident where incident_id = $1', [one.incident])
          expect(rows).toEqual([{ entered_by: context.member, organisation_id: organisation.id }])
        } else expect([role, outcome]).toEqual([role, expect.objectContaining({ code: '42501' })])
      }
    }
    expect((await read(verifyNetwork)).findings).toEqual([])
  })

  test('nobody enters for another network, without a role, or in another\'s name', async () => {
    const theirs = await makeNetwork(database.register, 'Annanstad')
    const client = await database.register.app.connect()
    const attempt = async (context: string, facts: object): Promise<unknown> => {
      const line = { ...row, ...facts }
      await client.query(`begin; ${context}`)
      const outcome = await client.query(`select lykta.append_incident('incident.enter', 'x', $1, json_populate_record(null::lykta.new_fact, $2), 'ABCDEFGH', '2026-1', '{}', '', now(), null, null)`,
        [basis, JSON.stringify(line)]).then(() => 'stored', (error: { readonly code?: string }) => error.code)
      await client.query('rollback')
      return outcome
    }
    const one = incident({ sealed: null })
    await receive(one)
    const { rows: [{ row }] } = await database.admin.query<{ readonly row: object }>(`select to_jsonb(f) as row from lykta.incident_fact f where incident_id = $1`, [one.incident]) as unknown as
      { readonly rows: readonly [{ readonly row: object }] }
    const as = (network: string, role: string, member = 'operator'): string => `set local lykta.network = '${network}'; set local lykta.role = '${role}'; set local lykta.member = '${member}'`
    const fresh = { incident_id: randomUUID() }
    try {
      expect(await attempt(as(sample.network.id, 'coordinator'), fresh)).toBe('stored')
      expect(await attempt(as(sample.network.id, ''), fresh)).toBe('42501')
      expect(await attempt(as(sample.network.id, 'coordinator', ''), fresh)).toBe('42501')
      expect(await attempt(as(theirs.network.id, 'coordinator'), fresh)).toBe('42501')
      expect(await attempt(as(sample.network.id, 'coordinator'), { ...fresh, network_id: theirs.network.id })).toBe('42501')
      expect(await attempt(as(randomUUID(), 'coordinator'), { ...fresh, network_id: randomUUID() })).toBe('42501')
      // A reporter without an organisation has none of her own.
      expect(await attempt(as(sample.network.id, 'reporter'), { ...fresh, organisation_id: null })).toBe('42501')
    } finally {
      client.release()
    }
  })
})

describe('the line to the database', () => {
  test('is made anew when it was lost, what was under way is told as uncertain, and what waited goes on', async () => {
    await receive(incident())
    await database.admin.query('begin')
    await database.admin.query('select from lykta.network where network_id = $1 for no key update', [sample.network.id])
    const waiting = Promise.allSettled([receive(incident()), receive(incident())])
    let ended = 0
    while (ended === 0) {
      const { rows } = await database.admin.query(`select pg_stat_clear_snapshot(), pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and query like '%receive_incident(%' and wait_event_type = 'Lock'`)
      ended = rows.length
      await wait(5)
    }
    await database.admin.query('rollback')
    // The second had not been sent yet.
    expect(await waiting).toMatchObject([{ status: 'rejected', reason: { problems: [{ code: 'register.outcome-unknown' }] } }, { status: 'fulfilled', value: { position: 4 } }])
    expect((await receive(incident())).position).toBe(5)
  })
})

test('a line that is ended answers what it was given, each for its own fault, and takes nothing more', async () => {
  const line = makeReceivingLine(database.accounts.app)
  const asked = ['1', '2 / 0', '3', '4'].map((sum) => line.query<{ readonly sum: number }>({ text: `select ${sum} as sum` }))
  const [answers] = await Promise.all([Promise.allSettled(asked), line.end()])
  expect(answers.map((answer) => (answer.status === 'fulfilled' ? answer.value.rows[0]!.sum : (answer.reason as { readonly code: string }).code))).toEqual([1, '22012', 3, 4])
  await expect(line.query({ text: 'select 1' })).rejects.toThrow('closed')
})

describe('facts that have had their position', () => {
  /** Pages that the audit of one more revision looks at. */
  async function pages(): Promise<number> {
    return (await write(database.register, sample.context, act, async (transaction) => {
      await appendRevisions(transaction, [newIncident(answersOf(sample.organisations[0].id))])
      await transaction.client.query('savepoint before')
      const { rows } = await transaction.client.query<{ readonly 'QUERY PLAN': readonly [{ readonly Plan: Readonly<Record<string, number>> }] }>(
        `explain (analyze, buffers, format json) select lykta.append_audit('${sample.network.id}', '${sample.context.member}', 'test', 'x')`)
      await transaction.client.query('rollback to before')
      const { Plan } = rows[0]!['QUERY PLAN'][0]
      return Plan['Shared Hit Blocks']! + Plan['Shared Read Blocks']!
    })).value
  }

  test('are not looked at again, and are cleared away after an import', async () => {
    const { rows: [facts] } = await database.admin.query<{ readonly columns: string }>(
      `select string_agg(column_name, ', ') as columns from information_schema.columns where table_schema = 'lykta' and table_name = 'new_fact'`)
    await receive(incident({ sealed: null }))
    // As an import leaves them: some 500 pages.
    await database.admin.query(`insert into lykta.new_fact (${facts!.columns}) select ${facts!.columns.replace('incident_id', 'gen_random_uuid()')}
      from (select * from lykta.incident_fact where network_id = $1 limit 1) f, generate_series(1, 20000)`, [sample.network.id])
    await database.admin.query('delete from lykta.new_fact')
    // As after a start: with plans for what there is.
    await database.admin.query(`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and usename = 'lykta_app'`)
    await expect.poll(() => pages().catch(() => Infinity)).toBeLessThan(Infinity)
    expect(await pages()).toBeLessThan(300)
    await refreshPlanning(database.register)
    expect((await database.admin.query(`select pg_relation_size('lykta.new_fact')::int as bytes`)).rows).toEqual([{ bytes: 0 }])
  })
})
