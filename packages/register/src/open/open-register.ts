// Opens the register in a data folder: the embedded server, or a PostgreSQL of the user's own.
import path from 'node:path'
import { writeBackup } from '../backup/backup.ts'
import { type DataFolder, describeDataFolder, openDataFolder, readKnownKeys } from '../embedded/data-folder.ts'
import { type EmbeddedOptions, useServer } from '../embedded/server.ts'
import type { Lease } from '../embedded/lease.ts'
import type { Migration } from '../migrations/index.ts'
import { refuse } from '../refuse.ts'
import type { Register } from '../register.ts'
import { prepareEmbedded } from './embedded-accounts.ts'
import { prepareExternal } from './external-accounts.ts'
import { serveExternal } from './external-serve.ts'
import { rememberKeys } from './known-keys.ts'
import { openAccounts } from './open-accounts.ts'

export type OpenOptions = EmbeddedOptions & {
  readonly dataFolder: string
  /** Make the folder and the register in it when there is none. */
  readonly create?: boolean | undefined
  /** The owner's address of a PostgreSQL 15 or later; without it, the embedded one. */
  readonly databaseUrl?: string | undefined
  /** The application's own login role there, and the one for the sign-in tables; without them the owner makes some. */
  readonly appUrl?: string | undefined
  readonly signInUrl?: string | undefined
  readonly programVersion: string
  /** For tests of what a later program will do. */
  readonly migrations?: readonly Migration[] | undefined
}

/** Refuses (`ProblemError`) whatever the user can mend, and then leaves data and server as they were. */
export async function openRegister(options: OpenOptions): Promise<Register> {
  // With a database elsewhere the folder holds no register, only how this program enters it: it may be new.
  const folder = openDataFolder(options.dataFolder, options.create === true || options.databaseUrl !== undefined)
  const register = options.databaseUrl === undefined
    ? await openEmbedded(folder, options)
    : await openExternal(folder, options.databaseUrl, options)
  try {
    describeDataFolder(folder, options.programVersion)
    // Once: afterwards each key is remembered when it is made.
    if (readKnownKeys(folder.root) === undefined) await rememberKeys(register)
    return register
  } catch (error) {
    await register.close()
    throw error
  }
}

async function openExternal(folder: DataFolder, databaseUrl: string, { appUrl, signInUrl, migrations, serve }: OpenOptions): Promise<Register> {
  const accounts = await prepareExternal(folder, databaseUrl, { appUrl, signInUrl })
  const nothing = async (): Promise<undefined> => undefined
  const serving = serve ? await serveExternal(accounts.owner, folder, serve.address) : { announce: nothing, findServing: nothing, close: nothing }
  try {
    return await openAccounts(accounts, { kind: 'external', dataFolder: folder.root, ...serving }, { migrations })
  } catch (error) {
    await serving.close()
    throw error
  }
}

async function openEmbedded(folder: DataFolder, options: OpenOptions): Promise<Register> {
  const server = await useServer(folder, options)
  try {
    const accounts = await prepareEmbedded(server.lease, server.socketFolder)
    const { announce, serving: findServing, close } = server
    return await openAccounts(accounts, { kind: 'embedded', dataFolder: folder.root, announce, findServing, close, renewLog: () => renewLog(server.lease) }, {
      migrations: options.migrations,
      beforeMigrating: (register, from) => saveBeforeMigrating(register, from, options),
    })
  } catch (error) {
    await server.close()
    throw error
  }
}

/** As the server's superuser: the register's owner is none. */
async function renewLog(lease: Lease): Promise<void> {
  await lease.query('select pg_catalog.pg_switch_wal()')
  await lease.query('checkpoint')
}

/** Refuses with `register.served-by-older` when a program that knows only the old schema is at work on it. */
async function saveBeforeMigrating(register: Register, from: number, { serve, programVersion }: OpenOptions): Promise<void> {
  const serving = serve ? undefined : await register.findServing()
  if (serving) refuse('register.served-by-older', { pid: serving.pid, address: serving.address })
  const time = new Date().toISOString().replaceAll(/[:.]/g, '-')
  await writeBackup(register, { file: path.join(register.dataFolder, `before-migration-${from}-${time}.lykta`), programVersion })
}
