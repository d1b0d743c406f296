// A data folder that the first version wrote: opened, it is saved, brought up to date, and counts what it counted.
//
// older/schema-1.json.gz holds the rows of a made-up register as that version stored them (their facts and positions too), and what it
// counted as of two positions.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'
import { type Context, inNetwork, openRegister, type OpenOptions, readOrganisations, readSealedTexts, readState, type Register, restoreBackup, verifyRegister } from '@lykta/register'
import { type Collection, countBySql, countInMemory, reportTables, wholePeriod, yearPeriods } from '@lykta/statistics'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { migrations } from '../../packages/register/src/migrations/index.ts'
import { cluster, copyTemplate } from '../../packages/register/test/template-folder.ts'

type Older = {
  readonly collection: Collection
  /** By position. */
  readonly counts: Readonly<Record<string, unknown>>
  readonly rows: readonly (readonly [string, Readonly<Record<string, unknown>>])[]
}

const older = JSON.parse(gunzipSync(readFileSync(path.join(import.meta.dirname, 'older/schema-1.json.gz'))).toString('utf8')) as Older
const network = older.rows[0]![1]['network_id'] as string
const context: Context = { network, member: 'operator' }
const home = mkdtempSync(path.join(tmpdir(), 'lykta-older-'))
const folder = path.join(home, 'data')
const open = (changes: Partial<OpenOptions> = {}): Promise<Register> => openRegister({ dataFolder: folder, create: true, programVersion: 'test', durable: false, ...changes })

/** As the older version left it: its schema, its rows, and no role for sign-in. */
beforeAll(async () => {
  await copyTemplate(cluster, folder)
  const register = await open({ migrations: migrations.slice(0, 1) })
  const client = await register.owner.connect()
  await client.query(`begin; set local lykta.network = '${network}'`)
  for (const table of new Set(older.rows.map(([name]) => name))) {
    const rows = older.rows.filter(([name]) => name === table).map(([, row]) => row)
    await client.query(`insert into lykta.${table} select * from json_populate_recordset(null::lykta.${table}, $1)`, [JSON.stringify(rows)])
  }
  await client.query('commit')
  client.release()
  const admin = new pg.Client({ host: register.owner.options.host, port: 5432, database: 'lykta', user: 'lykta_admin' })
  await admin.connect()
  await admin.query('drop role lykta_sign_in')
  await admin.end()
  await register.close()
})
afterAll(() => rmSync(home, { recursive: true, force: true }))

const periods = [...yearPeriods(2017, 2024, older.collection), wholePeriod(2017, 2024, older.collection)]
const options = { collection: older.collection, basis: 'occurred' } as const
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value))

async function expectSame(register: Register): Promise<void> {
  for (const [text, counted] of Object.entries(older.counts)) {
    const position = Number(text)
    await inNetwork(register, context, async (transaction) => {
      const organisations = (await readOrganisations(transaction, position)).map(({ organisation }) => organisation)
      expect(plain(await countBySql([transaction.run], { network, organisations, position }, reportTables, periods, options))).toEqual(counted)
      expect(plain(countInMemory(await readState(transaction, position), reportTables, periods, options))).toEqual(counted)
    })
  }
  expect((await verifyRegister(register)).map(({ position, revisions, findings }) => [position, revisions, findings])).toEqual([[6, 92, []]])
}

describe('a register of the first version', () => {
  test('counts what it counted then, and is whole', async () => {
    const register = await open()
    await expectSame(register)
    expect((await register.signIn.query('select from "user"')).rowCount).toBe(0)
    const { rows } = await register.owner.query('select number from lykta.migration order by number')
    expect(rows.map(({ number }) => Number(number))).toEqual(migrations.map(({ number }) => number))
    await register.close()
  })

  test('knows whose each incident is, and keeps its sealed texts without a place in a log', async () => {
    const register = await open()
    const first = new Map(older.rows.flatMap(([table, row]) => (table === 'revision' && row['number'] === 1 ? [[row['incident_id'], row] as const] : [])))
    expect(first.size).toBe(72)
    await inNetwork(register, context, async (transaction) => {
      const incidents = await transaction.run('select incident_id, organisation_id, entered_by from lykta.incident where network_id = $1', [network])
      expect(incidents).toHaveLength(first.size)
      for (const { incident_id: id, organisation_id: organisation, entered_by: author } of incidents) {
        const { answers, author: expected } = first.get(id)!
        expect([organisation, author]).toEqual([(JSON.parse(answers as string) as { readonly reportedBy: string }).reportedBy, expected])
      }
      let texts = 0
      for await (const batch of readSealedTexts(transaction, 6)) for (const { position, key } of batch) texts += position === null && key !== null ? 1 : 0
      expect(texts).toBe(18)
    })
    // Its own reporter sees what is its organisation's, and no more.
    const organisation = [...first.values()].map(({ answers }) => (JSON.parse(answers as string) as { readonly reportedBy: string }).reportedBy)[0]!
    const own = await inNetwork(register, { ...context, role: 'reporter', organisation }, (transaction) => transaction.run('select distinct organisation_id from lykta.incident', []))
    expect(own).toEqual([{ organisation_id: organisation }])
    await register.close()
  })

  test('was saved before, and the backup restores into the new program with the same counts', async () => {
    const file = readdirSync(folder).find((name) => /^before-migration-1-.*\.lykta$/.test(name))!
    const register = await open({ dataFolder: path.join(home, 'restored') })
    expect((await restoreBackup(register, { file: path.join(folder, file) })).problems).toEqual([])
    await expectSame(register)
    await register.close()
  })
})
