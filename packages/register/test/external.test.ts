// A PostgreSQL of the user's own: one that this machine has (15 on Debian), else the one that comes with the program.
import { randomUUID } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { appendRevisions, inNetwork, openRegister, type OpenOptions, readState, type Register, restoreBackup, verifyRegister, write, writeBackup } from '@lykta/register'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openDataFolder } from '../src/embedded/data-folder.ts'
import { type EmbeddedServer, useServer } from '../src/embedded/server.ts'
import { answersOf, makeNetwork, newIncident, type TestNetwork } from './support/network.ts'

const home = mkdtempSync(path.join(tmpdir(), 'lykta-external-'))
const folders = [path.join(home, 'one'), path.join(home, 'two')] as const
const debian = '/usr/lib/postgresql/15/bin'
const postgresBin = process.env['PG_BIN'] ?? (existsSync(debian) ? debian : undefined)
let server: EmbeddedServer
let admin: pg.Client
let sample: TestNetwork
/** The address of the database's owner, who may make roles and is no superuser. */
let databaseUrl: string

const urlOf = (user: string, database = 'lykta_elsewhere'): string => `postgresql://${user}:secret@/${database}?host=${encodeURIComponent(server.socketFolder)}`
const open = (changes: Partial<OpenOptions> = {}): Promise<Register> =>
  openRegister({ dataFolder: folders[0], create: true, programVersion: 'test', databaseUrl, ...changes })

beforeAll(async () => {
  server = await useServer(openDataFolder(path.join(home, 'server'), true), { durable: false, postgresBin })
  admin = new pg.Client({ host: server.socketFolder, user: 'lykta_admin', database: 'postgres' })
  await admin.connect()
  await admin.query(`create role careful login createrole password 'secret'`)
  await admin.query('create database lykta_elsewhere owner careful')
  databaseUrl = urlOf('careful')
  const register = await open()
  sample = await makeNetwork(register)
  await register.close()
})
afterAll(async () => {
  await admin.end()
  await server.close()
  rmSync(home, { recursive: true, force: true })
})

const add = (register: Register): ReturnType<typeof write<void>> =>
  write(register, sample.context, { action: 'incident.add', object: 'incident:1' }, (transaction) =>
    appendRevisions(transaction, [newIncident(answersOf(sample.organisations[0].id), { first: { ref: randomUUID().slice(0, 8), externalRef: null } })]))

describe('a database elsewhere', () => {
  test('is used through a role that owns nothing, whose password stands in a closed file', async () => {
    const register = await open()
    const { rows } = await register.app.query('select current_user as role, rolsuper or rolbypassrls or rolcreaterole as mighty from pg_roles where rolname = current_user')
    expect(rows).toEqual([{ role: register.appRole, mighty: false }])
    expect(register.appRole).toMatch(/^lykta_app_[0-9a-f]{12}$/)
    expect(statSync(path.join(folders[0], 'app-role.json')).mode & 0o077).toBe(0)
    expect(readFileSync(path.join(folders[0], 'lykta.json'), 'utf8')).not.toContain('secret')
    // Its owner too sees one network at a time.
    expect((await register.owner.query('select from lykta.revision')).rowCount).toBe(0)
    await add(register)
    expect((await register.owner.query('select from lykta.revision')).rowCount).toBe(0)
    await register.close()
  })

  test('is written to by two programs at once, each from a folder of its own, without a gap', async () => {
    // The second folder is new: the register is not in it.
    const registers = await Promise.all(folders.map((dataFolder, index) => open({ dataFolder, create: false, serve: { address: `http://127.0.0.1:${index}` } })))
    expect(new Set(registers.map(({ appRole }) => appRole)).size).toBe(2)
    const before = (await inNetwork(registers[0]!, sample.context, (transaction) => readState(transaction))).position
    const positions = (await Promise.all(registers.flatMap((register) => Array.from({ length: 15 }, () => add(register))))).map(({ position }) => position)
    expect(positions.sort((a, b) => a - b)).toEqual(Array.from({ length: 30 }, (_, index) => before + 1 + index))
    expect((await verifyRegister(registers[1]!)).flatMap(({ findings }) => findings)).toEqual([])
    for (const register of registers) await register.close()
  })

  test('gives a folder\'s roles what another\'s migration has brought, be it only a function or a column', async () => {
    const { appRole, ...first } = await open()
    await first.close()
    const name = admin.escapeIdentifier(appRole)
    const asOwner = new pg.Client({ connectionString: databaseUrl })
    await asOwner.connect()
    for (const part of ['execute on function lykta.register_time()', 'insert on lykta.quiet_month']) {
      await asOwner.query(`revoke ${part} from ${name}`)
      const again = await open()
      const { rows } = await again.app.query(`select has_function_privilege('lykta.register_time()', 'execute') as calls, has_column_privilege('lykta.quiet_month', 'network_id', 'insert') as adds`)
      expect([part, rows]).toEqual([part, [{ calls: true, adds: true }]])
      await again.close()
    }
    await asOwner.end()
  })

  test('is served by one program a folder, and the next is told by which', async () => {
    const first = await open({ serve: { address: 'starting' } })
    await first.announce('http://127.0.0.1:8417')
    await expect(open({ serve: { address: 'starting' } })).rejects.toMatchObject({
      problems: [{ code: 'register.already-served', values: { pid: process.pid, address: 'http://127.0.0.1:8417' } }],
    })
    await first.close()
    await (await open({ serve: { address: 'starting' } })).close()
  })

  test('is backed up, and restored into another', async () => {
    const register = await open()
    const file = path.join(home, 'elsewhere.lykta')
    await writeBackup(register, { file, programVersion: 'test' })
    const before = await inNetwork(register, sample.context, (transaction) => readState(transaction))
    await register.close()
    const other = await openRegister({ dataFolder: path.join(home, 'embedded'), create: true, programVersion: 'test', durable: false })
    expect((await restoreBackup(other, { file })).problems).toEqual([])
    expect(await inNetwork(other, sample.context, (transaction) => readState(transaction))).toEqual(before)
    await other.close()
  })

  test('is used through a role of the user\'s own where the owner may make none', async () => {
    await admin.query(`create role modest login password 'secret'`)
    await admin.query('create database modest_elsewhere owner modest')
    const modest = { dataFolder: path.join(home, 'modest'), databaseUrl: urlOf('modest', 'modest_elsewhere') }
    await expect(open(modest)).rejects.toMatchObject({ problems: [{ code: 'register.cannot-create-role', values: { role: 'modest' } }] })
    for (const role of ['lykta_given', 'lykta_given_sign_in']) await admin.query(`create role ${role} login password 'secret'`)
    const appUrl = urlOf('lykta_given', 'modest_elsewhere')
    await expect(open({ ...modest, appUrl })).rejects.toMatchObject({ problems: [{ code: 'register.cannot-create-role', values: { role: 'modest' } }] })
    const register = await open({ ...modest, appUrl, signInUrl: urlOf('lykta_given_sign_in', 'modest_elsewhere') })
    expect([register.appRole, register.signInRole]).toEqual(['lykta_given', 'lykta_given_sign_in'])
    expect((await register.signIn.query('select from "user"')).rowCount).toBe(0)
    await expect(register.signIn.query('select from lykta.network')).rejects.toMatchObject({ code: '42501' })
    await expect(register.app.query('select from sign_in.session')).rejects.toMatchObject({ code: '42501' })
    await makeNetwork(register)
    await register.close()
    // The owner itself is no role for the application.
    await expect(open({ ...modest, appUrl: modest.databaseUrl, signInUrl: urlOf('lykta_given_sign_in', 'modest_elsewhere') })).rejects.toMatchObject({ problems: [{ code: 'register.app-role-unsafe', values: { why: 'owner' } }] })
  })

  test('that cannot be reached is told without its address, which holds a password', async () => {
    const failing = open({ databaseUrl: urlOf('careful').replace(encodeURIComponent(server.socketFolder), encodeURIComponent(path.join(home, 'nowhere'))) })
    await expect(failing).rejects.toMatchObject({ problems: [{ code: 'register.database-unreachable', values: { code: 'ENOENT' } }] })
    expect(JSON.stringify(await failing.catch((error: unknown) => error))).not.toContain('secret')
  })
})

test('what docs/database.md asks of it keeps values out of its log, however it is set otherwise', async () => {
  const guide = readFileSync(path.join(import.meta.dirname, '../../../docs/database.md'), 'utf8')
  const asked = [...guide.matchAll(/^alter database lykta set .*?;/gm)].map(([line]) => line.replace(' lykta ', ' lykta_elsewhere '))
  expect(asked.length).toBeGreaterThan(5)
  const chatty = ['log_statement = \'all\'', 'log_min_messages = warning', 'log_min_error_statement = error', 'log_error_verbosity = verbose', 'log_min_duration_statement = 0',
    'log_parameter_max_length = -1', 'log_parameter_max_length_on_error = -1']
  const provoke = async (marker: string): Promise<void> => {
    const client = new pg.Client({ host: server.socketFolder, user: 'lykta_admin', database: 'lykta_elsewhere' })
    await client.connect()
    await client.query('create temporary table kept (word text primary key)')
    await client.query('insert into kept values ($1)', [marker])
    await expect(client.query('insert into kept values ($1)', [marker])).rejects.toMatchObject({ code: '23505' })
    await expect(client.query('select $1::date', [marker])).rejects.toThrow('invalid input')
    await expect(client.query(`select '${marker}'::integer`)).rejects.toThrow('invalid input')
    await client.end()
  }
  const log = (): string => readFileSync(path.join(home, 'server', 'postgres.log'), 'utf8')
  try {
    for (const setting of chatty) await admin.query(`alter system set ${setting}`)
    await admin.query('select pg_reload_conf()')
    // The server takes the settings up when it gets to it; until it has, the marker is not told.
    for (let round = 0; !/Zzbeforezz/.test(log()) && round < 100; round += 1) await provoke('Zzbeforezz')
    expect(log()).toContain('Zzbeforezz')
    for (const line of asked) await admin.query(line)
    await provoke('Zzafterzz')
    expect(log()).not.toContain('Zzafterzz')
  } finally {
    await admin.query('alter database lykta_elsewhere reset all')
    await admin.query('alter system reset all')
    await admin.query('select pg_reload_conf()')
  }
})
