// A database of its own for each test file, on one PostgreSQL that all test files of this checkout share.
import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Register } from '@lykta/register'
import pg from 'pg'
import { openDataFolder } from '../src/embedded/data-folder.ts'
import { duringSetup, type Lease } from '../src/embedded/lease.ts'
import { useServer } from '../src/embedded/server.ts'
import { migrations } from '../src/migrations/index.ts'
import type { Accounts } from '../src/open/accounts.ts'
import { columnTypes } from '../src/open/column-types.ts'
import { prepareEmbedded } from '../src/open/embedded-accounts.ts'
import { openAccounts, type Place } from '../src/open/open-accounts.ts'

export type TestDatabase = {
  readonly register: Register
  readonly accounts: Accounts
  /** For what no role of the program may do: tampering, looking underneath. */
  readonly admin: pg.Client
  /** Drops the database; the server stops when no test file needs it any more. */
  readonly close: () => Promise<void>
}

let clones = 0

/**
 * An empty register (no network yet) in some 30 ms once the server runs. Not durable; works as root too. PG_BIN names
 * the folder of another PostgreSQL to run on.
 */
export async function cloneDatabase(): Promise<TestDatabase> {
  const server = await useServer(openDataFolder(serverFolder(), true), { durable: false, postgresBin: process.env['PG_BIN'] })
  const { lease, socketFolder } = server
  const template = await duringSetup(lease, () => makeTemplate(lease, socketFolder))
  clones += 1
  const database = `test_${process.pid}_${clones}`
  await lease.query(`create database ${database} template ${template} owner lykta_owner`)
  const accounts = await prepareEmbedded(lease, socketFolder, database)
  const dataFolder = mkdtempSync(path.join(tmpdir(), 'lykta-clone-'))
  const register = await openAccounts(accounts, testPlace(dataFolder))
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
      await server.close()
      rmSync(dataFolder, { recursive: true, force: true })
    },
  }
}

function testPlace(dataFolder: string): Place {
  const nothing = async (): Promise<undefined> => undefined
  return { kind: 'embedded', dataFolder, announce: nothing, findServing: nothing, close: nothing }
}

/** Named by the machine's start too: what was not durable is not trusted after a crash. */
function serverFolder(): string {
  const boot = process.platform === 'linux' ? readFileSync('/proc/sys/kernel/random/boot_id', 'utf8') : ''
  const name = createHash('sha256').update(`${import.meta.url} ${process.getuid?.() ?? ''} ${boot} ${process.env['PG_BIN'] ?? ''}`).digest('hex').slice(0, 12)
  return path.join(tmpdir(), `lykta-tests-${name}`)
}

/** The migrated database that others are copied from. What killed test runs left behind is dropped on the way. */
async function makeTemplate(lease: Lease, socketFolder: string): Promise<string> {
  const name = `template_${createHash('sha256').update(migrations.map(({ checksum }) => checksum).join()).digest('hex').slice(0, 12)}`
  const { rows } = await lease.query<{ readonly datname: string }>('select datname from pg_database')
  for (const { datname } of rows) {
    const pid = Number(/^test_(\d+)_/.exec(datname)?.[1])
    const left = pid > 0 ? !isAlive(pid) : datname.startsWith('template_') && datname !== name
    if (left) await lease.query(`drop database if exists ${datname} with (force)`)
  }
  if (rows.some(({ datname }) => datname === name)) return name
  const register = await openAccounts(await prepareEmbedded(lease, socketFolder, 'template_unfinished'), testPlace(serverFolder()))
  await register.close()
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
