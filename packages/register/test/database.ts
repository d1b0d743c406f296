// A database of its own for each test file, on one PostgreSQL that all test files of this checkout share.
import { createHash } from 'node:crypto'
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Register } from '@lykta/register'
import pg from 'pg'
import { inject } from 'vitest'
import { duringSetup, type Lease } from '../src/embedded/lease.ts'
import { migrations } from '../src/migrations/index.ts'
import type { Accounts } from '../src/open/accounts.ts'
import { columnTypes } from '../src/open/column-types.ts'
import { prepareEmbedded } from '../src/open/embedded-accounts.ts'
import { openAccounts, type Place } from '../src/open/open-accounts.ts'
import { leaveTestServer, useTestServer } from './test-server.ts'

export type TestDatabase = {
  readonly register: Register
  readonly accounts: Accounts
  /** For what no role of the program may do: tampering, looking underneath. */
  readonly admin: pg.Client
  /** Drops the database. */
  readonly close: () => Promise<void>
}

/** What a database begins with: filled once in a run, and copied for each test file. */
export type Beginning = {
  readonly name: string
  readonly fill: (register: Register) => Promise<unknown>
}

let clones = 0
const templates = new Map<string, Promise<string>>()

/**
 * A register in some 30 ms once the server runs: empty (no network yet), or as it begins.
 */
export async function cloneDatabase(beginning?: Beginning): Promise<TestDatabase> {
  const { lease, socketFolder } = await useTestServer()
  const template = await once(beginning?.name ?? '', () => duringSetup(lease, () => makeTemplate(lease, socketFolder, beginning)))
  clones += 1
  const database = `test_${process.pid}_${clones}`
  await lease.query(`create database ${database} template ${template} owner lykta_owner`)
  const accounts = await prepareEmbedded(lease, socketFolder, database)
  const dataFolder = mkdtempSync(path.join(tmpdir(), 'lykta-clone-'))
  // With the keys that the folder remembers of what the database begins with.
  if (beginning) cpSync(folderOf(beginning), dataFolder, { recursive: true })
  const register = await openAccounts(accounts, testPlace(dataFolder, lease))
  const admin = new pg.Client({ host: socketFolder, port: 5432, database, user: 'lykta_admin', types: columnTypes })
  await admin.connect()
  return {
    register,
    accounts,
    admin,
    close: async () => {
      await register.close()
      await admin.end()
      await lease.query(`drop database ${database} with (force)`)
      await leaveTestServer()
      rmSync(dataFolder, { recursive: true, force: true })
    },
  }
}

/** The data folder beside a filled template. */
function folderOf({ name }: Beginning): string {
  const folder = path.join(inject('run').folder, `beside-${name}`)
  mkdirSync(folder, { recursive: true })
  return folder
}

function testPlace(dataFolder: string, lease: Lease): Place {
  const nothing = async (): Promise<undefined> => undefined
  return { kind: 'embedded', dataFolder, announce: nothing, findServing: nothing, close: nothing, renewLog: async () => void (await lease.query('select pg_switch_wal()'), await lease.query('checkpoint')) }
}

/** Asked once by each process, whoever asks meanwhile. */
function once(name: string, make: () => Promise<string>): Promise<string> {
  let made = templates.get(name)
  if (!made) templates.set(name, (made = make()))
  return made
}

/**
 * The migrated database that others are copied from, or one that is filled besides and lives as long as the run. What killed
 * test runs left behind is dropped on the way.
 */
async function makeTemplate(lease: Lease, socketFolder: string, beginning: Beginning | undefined): Promise<string> {
  const migrated = `template_${createHash('sha256').update(migrations.map(({ checksum }) => checksum).join()).digest('hex').slice(0, 12)}`
  const name = beginning ? `test_${inject('run').pid}_${beginning.name}` : migrated
  const { rows } = await lease.query<{ readonly datname: string }>('select datname from pg_database')
  for (const { datname } of rows) {
    const pid = Number(/^test_(\d+)_/.exec(datname)?.[1])
    const left = pid > 0 ? !isAlive(pid) : datname.startsWith('template_') && datname !== migrated
    if (left) await lease.query(`drop database if exists ${datname} with (force)`)
  }
  if (rows.some(({ datname }) => datname === name)) return name
  const register = await openAccounts(await prepareEmbedded(lease, socketFolder, 'template_unfinished'), testPlace(beginning ? folderOf(beginning) : tmpdir(), lease))
  try {
    await beginning?.fill(register)
  } finally {
    await register.close()
  }
  await lease.query(`alter database template_unfinished rename to ${name}`)
  return name
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}
