// Older and newer databases: saved before they are changed, or left as they are.
import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { appendRevisions, listNetworks, openRegister, type OpenOptions, type Register, restoreBackup, verifyRegister, write } from '@lykta/register'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Migration, migrations } from '../src/migrations/index.ts'
import { answersOf, makeNetwork, newIncident } from './support/network.ts'
import { cluster, copyTemplate } from './template-folder.ts'

const home = mkdtempSync(path.join(tmpdir(), 'lykta-migrate-'))
afterAll(() => rmSync(home, { recursive: true, force: true }))

const folder = path.join(home, 'data')
const open = (changes: Partial<OpenOptions> = {}): Promise<Register> =>
  openRegister({ dataFolder: folder, create: true, programVersion: 'test', durable: false, ...changes })
const refused = (code: string, values: object) => ({ problems: [{ code, values }] })

function migration(number: number, sql: string): Migration {
  return { number, name: `00${number}-test`, sql, checksum: createHash('sha256').update(sql).digest('hex') }
}
/** What a later program will bring. */
const later = [...migrations, migration(migrations.length + 1, 'alter table lykta.organisation add column note text; create table lykta.later (network_id uuid primary key)')]
const broken = [...migrations, migration(migrations.length + 1, 'create table lykta.later (network_id uuid primary key); select 1 / 0')]
const saved = (): readonly string[] => readdirSync(folder).filter((name) => name.startsWith('before-migration'))

/** Everything that the schema holds, in PostgreSQL's own words. */
async function content({ owner }: Register): Promise<unknown> {
  const { rows: columns } = await owner.query(
    `select table_name, column_name, data_type from information_schema.columns where table_schema = 'lykta' order by 1, 2`)
  const { rows: applied } = await owner.query('select * from lykta.migration order by number')
  return { columns, applied }
}

let before: unknown
beforeAll(async () => {
  await copyTemplate(cluster, folder)
  const register = await open()
  const { organisations: [first], context } = await makeNetwork(register)
  await write(register, context, { action: 'incident.add', object: 'incident:1' }, (transaction) => appendRevisions(transaction, [newIncident(answersOf(first.id))]))
  before = await content(register)
  await register.close()
})

describe('a later program', () => {
  test('whose migration fails leaves the data as they were', async () => {
    await expect(open({ migrations: broken })).rejects.toThrow('division by zero')
    const register = await open()
    expect(await content(register)).toEqual(before)
    await register.close()
  })

  test('stops before it changes what an older one serves', async () => {
    const serving = await open({ serve: { address: 'http://127.0.0.1:1' } })
    await expect(open({ migrations: later })).rejects.toMatchObject(refused('register.served-by-older', { pid: process.pid, address: 'http://127.0.0.1:1' }))
    expect(await content(serving)).toEqual(before)
    await serving.close()
  })

  test('saves a backup first, which restores into an empty folder as the older program had it', async () => {
    for (const name of saved()) rmSync(path.join(folder, name))
    const register = await open({ migrations: later })
    const { rows } = await register.owner.query('select number from lykta.migration order by number')
    expect(rows.map(({ number }) => number)).toEqual(later.map(({ number }) => number))
    expect((await listNetworks(register)).map(({ name }) => name)).toEqual(['Exempelstad'])
    // What is new is granted, and bound like the rest.
    expect((await register.app.query('select from lykta.organisation')).rowCount).toBe(0)
    await register.close()
    const file = saved().find((name) => name.endsWith('.lykta'))!
    expect(saved()).toEqual([file, `${file}.keys`])
    for (const known of [migrations, later]) {
      const dataFolder = path.join(home, `restored-${known.length}`)
      await copyTemplate(cluster, dataFolder)
      const other = await open({ dataFolder, migrations: known })
      await restoreBackup(other, { file: path.join(folder, file), migrations: known })
      expect((await verifyRegister(other)).map(({ revisions, findings }) => [revisions, findings])).toEqual([[1, []]])
      await other.close()
    }
  })

  test('does it once', async () => {
    const count = saved().length
    await (await open({ migrations: later })).close()
    expect(saved()).toHaveLength(count)
  })
})

describe('this program', () => {
  test('refuses what a later one has written, and changes nothing', async () => {
    await expect(open()).rejects.toMatchObject(refused('register.schema-newer', { found: later.length, known: migrations.length }))
    const register = await open({ migrations: later })
    const { rows } = await register.owner.query('select max(number)::integer as newest from lykta.migration')
    expect(rows).toEqual([{ newest: later.length }])
    await register.close()
  })

  test('refuses a database whose migrations were others', async () => {
    const others = later.map((one, index) => (index === 0 ? { ...one, checksum: 'f'.repeat(64) } : one))
    await expect(open({ migrations: others })).rejects.toMatchObject(refused('register.schema-foreign', { number: 1 }))
  })
})
