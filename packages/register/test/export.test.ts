// An export holds every table in the open, opens with other tools' rules, and restores to the same register.
import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { unzipSync } from 'fflate'
import { appendEpoch, findExport, inNetwork, type Manifest, restoreBackup, verifyNetwork, write, writeExport } from '@lykta/register'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { KEY_TABLES, RECORD_TABLES } from '../src/backup/backup-tables.ts'
import { KEY_FILES, LEFT_OUT, RECORD_FILES } from '../src/export/export-tables.ts'
import { cloneDatabase, type TestDatabase } from './database.ts'
import { fillPeople, type TestPeople } from './support/members.ts'
import { createdAt, makeNetwork, type TestNetwork } from './support/network.ts'

const home = mkdtempSync(path.join(tmpdir(), 'lykta-export-'))
const zip = path.join(home, 'town.zip')
let database: TestDatabase
let empty: TestDatabase
let sample: TestNetwork
let people: TestPeople

beforeAll(async () => {
  database = await cloneDatabase()
  empty = await cloneDatabase()
  sample = await makeNetwork(database.register)
  await makeNetwork(database.register, 'Annanstad')
  await write(database.register, sample.context, { action: 'epoch.add', object: 'epoch:1' }, (transaction) =>
    appendEpoch(transaction, { epoch: 1, recipient: 'age1pq', madeOn: 'browser', createdAt }, []))
  people = await fillPeople(database.register, sample)
  const { signIn } = database.register
  for (const [id, name] of [[people.coordinator.login, 'Anna Ek'], ['of-another-network', 'Okänd Person']]) {
    await signIn.query(`insert into "user" (id, name, email, "emailVerified", language) values ($1, $2, $1 || '@example.org', true, 'sv')`, [id, name])
    await signIn.query(`insert into account (id, "accountId", "providerId", "userId", password, "updatedAt") values ($1, $1, 'credential', $1, 'HASH', now())`, [id])
  }
})
afterAll(async () => {
  await empty.close()
  await database.close()
  rmSync(home, { recursive: true, force: true })
})

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
/** Read by a library that the export is not written with. */
const opened = (file: string): Readonly<Record<string, Uint8Array>> => unzipSync(readFileSync(file))
const textOf = (files: Readonly<Record<string, Uint8Array>>, name: string): string => Buffer.from(files[name]!).toString('utf8')
const exporting = (target: string, member?: string) => writeExport(database.register, { network: sample.network.id, target, programVersion: 'test', member })

test('every table of the schema is in an export, or left out with a reason', async () => {
  const { rows } = await database.admin.query<{ readonly name: string }>(`select table_name as name from information_schema.tables where table_schema = 'lykta' and table_type = 'BASE TABLE'`)
  const exported: readonly string[] = [...RECORD_TABLES, ...KEY_TABLES]
  expect(rows.map(({ name }) => name).filter((name) => !exported.includes(name) && !LEFT_OUT[name])).toEqual([])
  expect(exported.filter((name) => LEFT_OUT[name])).toEqual([])
  // Whatever is sealed, or opens what is, is a file by itself: only hashes stand as hexadecimal in a line.
  const { rows: bytes } = await database.admin.query<{ readonly name: string }>(`select table_name || '.' || column_name as name from information_schema.columns where table_schema = 'lykta' and data_type = 'bytea' and column_name !~ '(hash|digest|previous)$'`)
  const files = [...RECORD_FILES, ...KEY_FILES].map(({ table, column }) => `${table}.${column}`)
  expect(bytes.map(({ name }) => name).filter((name) => !files.includes(name))).toEqual([])
})

test('a ZIP file with every row, the network’s own and no other’s; every hash agrees; nothing of the keys is in the record', async () => {
  const steps: number[] = []
  const { keysFile, digest, rows } = await writeExport(database.register, { network: sample.network.id, target: zip, programVersion: 'test', onProgress: (done) => void steps.push(done) })
  expect([steps.at(-1), steps.toSorted((one, other) => one - other)]).toEqual([1, steps])
  for (const file of [zip, keysFile]) expect(statSync(file).mode & 0o077).toBe(0)
  const [record, keys] = [opened(zip), opened(keysFile)]
  for (const files of [record, keys]) {
    const manifest = JSON.parse(textOf(files, 'manifest.json')) as Manifest
    expect(manifest.files.map(({ path: name, bytes, sha256: hash }) => [name, bytes, hash])).toEqual(
      Object.entries(files).filter(([name]) => name !== 'manifest.json' && name !== 'SHA256SUMS').map(([name, bytes]) => [name, bytes.length, sha256(bytes)]).toSorted(([one], [other]) => (one! < other! ? -1 : 1)))
    expect(textOf(files, 'SHA256SUMS').split('\n').filter(Boolean).length).toBe(manifest.files.length + 1)
  }
  expect(digest).toBe(sha256(record['manifest.json']!))
  for (const table of RECORD_TABLES) {
    const { rows: [counted] } = await database.admin.query<{ readonly rows: number }>(`select count(*)::int as rows from lykta.${table} where network_id = $1`, [sample.network.id])
    const lines = textOf(record, `tables/${table}.jsonl`).split('\n').filter(Boolean)
    expect([table, lines.length, rows[table] ?? 0]).toEqual([table, counted!.rows, counted!.rows])
    for (const line of lines) expect(JSON.parse(line)).toHaveProperty('network_id', sample.network.id)
  }
  // Sealed bodies are files, and stand in no line.
  const { rows: [sealed] } = await database.admin.query<{ readonly id: string; readonly body: Buffer }>('select sealed_id as id, body from lykta.sealed_body order by sealed_id limit 1')
  const tar = Buffer.from(record['sealed/reasons.tar']!)
  expect(tar.toString('latin1', 0, 100).replace(/\0+$/, '')).toBe(`reasons/${sealed!.id}.age`)
  expect(tar.subarray(512, 512 + sealed!.body.length)).toEqual(sealed!.body)
  expect(textOf(record, 'tables/sealed_body.jsonl')).not.toContain(sealed!.body.toString('hex'))
  expect(Object.keys(record).filter((name) => name.startsWith('editions/')).length).toBeGreaterThan(0)
  const everything = Object.values(record).map((bytes) => Buffer.from(bytes).toString('latin1')).join('\n')
  for (const marker of ['Anna Ek', 'BUNDLE', 'GRANT', 'HASH']) expect([marker, everything.includes(marker)]).toEqual([marker, false])
  expect(textOf(keys, 'people.csv')).toContain('Anna Ek')
  expect(textOf(keys, 'people.csv')).not.toContain('Okänd')
})

test('restores into an empty register, every row as it was, from the ZIP and from its folder', async () => {
  const rowsOf = async ({ admin }: TestDatabase): Promise<readonly unknown[]> => {
    const found = []
    for (const table of [...RECORD_TABLES, ...KEY_TABLES]) found.push([table, (await admin.query(`select to_jsonb(t)::text as json from lykta.${table} t where network_id = $1 order by 1`, [sample.network.id])).rows])
    return found
  }
  const found = (await findExport(zip))!
  const { networks, problems } = await restoreBackup(empty.register, found)
  expect([networks, problems]).toEqual([[sample.network.id], []])
  expect(await rowsOf(empty)).toEqual(await rowsOf(database))
  expect((await inNetwork(empty.register, people.as.coordinator, verifyNetwork)).findings).toEqual([])
  expect((await empty.register.signIn.query('select name from "user"')).rows).toEqual([{ name: 'Anna Ek' }])

  const folder = path.join(home, 'folder')
  await exporting(folder)
  expect(readFileSync(path.join(folder, 'tables/audit.jsonl'), 'utf8')).toBe(textOf(opened(zip), 'tables/audit.jsonl'))
  expect(await findExport(folder)).toEqual({ file: path.join(folder, 'register.lykta'), keys: path.join(`${folder}-keys`, 'register.lykta.keys') })
})

test('whoever exports takes her own locked keys along and nobody’s sign-in', async () => {
  const target = path.join(home, 'own.zip')
  const { keysFile } = await exporting(target, people.core.id)
  const keys = opened(keysFile)
  const bundles = textOf(keys, 'tables/member_bundle.jsonl').split('\n').filter(Boolean)
  expect(bundles.map((line) => (JSON.parse(line) as { readonly member_id: string }).member_id)).toEqual([people.core.id])
  expect(Object.values(keys).map((bytes) => Buffer.from(bytes).toString('latin1')).join('')).not.toContain('HASH')
  expect(await findExport(target)).toMatchObject({ file: { file: target }, keys: { file: keysFile } })
})

test('takes no name that is taken, and leaves nothing of what was ended', async () => {
  await expect(exporting(zip)).rejects.toMatchObject({ problems: [{ code: 'export.exists' }] })
  const before = readdirSync(home)
  const stopped = new AbortController()
  await expect(writeExport(database.register, {
    network: sample.network.id, target: path.join(home, 'never.zip'), programVersion: 'test', signal: stopped.signal, onProgress: () => stopped.abort(),
  })).rejects.toThrow()
  await expect(exporting(path.join(home, 'no-folder', 'x.zip'))).rejects.toMatchObject({ problems: [{ code: 'export.not-written' }] })
  expect(readdirSync(home)).toEqual(before)
  expect(existsSync(path.join(home, 'never.zip'))).toBe(false)
})

test('what is no export is none, and one that was packed anew is told', async () => {
  const other = path.join(home, 'other')
  writeFileSync(other, 'PK no zip')
  expect(await findExport(other)).toBeUndefined()
  const bytes = Buffer.from(readFileSync(zip))
  const name = bytes.lastIndexOf('register.lykta')
  bytes.writeUInt16LE(8, name - 46 + 10)
  writeFileSync(other, bytes)
  await expect(findExport(other)).rejects.toMatchObject({ problems: [{ code: 'export.repacked' }] })
})
