// Writes a backup: all networks as they stood at one moment, the texts in one file and their keys in another.
import { randomUUID } from 'node:crypto'
import { rmSync, statSync } from 'node:fs'
import type { Id } from '@lykta/incident'
import { type Head, readHead } from '../audit/heads.ts'
import { renameDurably } from '../files.ts'
import { findVersion } from '../open/migrate.ts'
import { refuse } from '../refuse.ts'
import type { Register } from '../register.ts'
import { asOwner, enterNetwork } from '../transaction.ts'
import { KEY_TABLES, RECORD_TABLES } from './backup-tables.ts'
import { type Row, writeContainer } from './container.ts'
import { dumpTables } from './dump-tables.ts'
import { refuseUnwritten } from './refuse-unwritten.ts'
import { dumpSignIn } from './sign-in-rows.ts'

export type BackupOptions = {
  /** The keys go to the same name with `.keys` after it. */
  readonly file: string
  readonly programVersion: string
  /** Put it in the place of files that stand under its names. */
  readonly replace?: boolean | undefined
}

export type Backup = {
  readonly file: string
  readonly keysFile: string
  /** Where each network's audit stands in it, oldest network first. */
  readonly heads: readonly Head[]
  /** Rows by table, keys included. */
  readonly rows: Readonly<Record<string, number>>
}

export function keysFileOf(file: string): string {
  return `${file}.keys`
}

/**
 * Neither name is taken before all is written and durable. Refuses with `register.backup-exists` what may not be replaced, and with
 * `register.backup-not-written` or `register.backup-not-renewed` what the disk refuses.
 */
export async function writeBackup(register: Register, { file, programVersion, replace = false }: BackupOptions): Promise<Backup> {
  const keysFile = keysFileOf(file)
  const refuseOther = (): void => {
    for (const name of replace ? [] : [file, keysFile]) if (isTaken(name)) refuse('register.backup-exists', { file: name })
  }
  // Before the work, and again after it, which may have taken minutes.
  refuseOther()
  return asOwner(register, 'begin isolation level repeatable read read only', async (client) => {
    const schema = await findVersion(client)
    const { rows: networks } = await client.query<{ readonly id: Id }>(
      'select network_id as id from lykta.network order by created_at, network_id',
    )
    const ids = networks.map(({ id }) => id)
    const heads: Head[] = []
    for (const id of ids) heads.push(await readHead(await enterNetwork(register, client, id)))
    const header = { schema, id: randomUUID(), networks: networks.length, programVersion, createdAt: new Date().toISOString(), heads }
    const unfinished: string[] = []
    try {
      const keys = await writeContainer(keysFile, { lykta: 'keys', ...header }, both(dumpTables(register, client, ids, KEY_TABLES), dumpSignIn(client, register.dataFolder)))
      unfinished.push(keys.temporary)
      const record = await writeContainer(file, { lykta: 'backup', ...header }, dumpTables(register, client, ids, RECORD_TABLES))
      unfinished.push(record.temporary)
      refuseOther()
      // The keys first: a backup that is there has its keys.
      renameDurably(keys.temporary, keysFile)
      renameDurably(record.temporary, file)
      return { file, keysFile, heads, rows: { ...record.rows, ...keys.rows } }
    } catch (error) {
      for (const name of unfinished) rmSync(name, { force: true })
      return refuseUnwritten(file, error)
    }
  })
}

async function* both(first: AsyncGenerator<readonly Row[]>, second: AsyncGenerator<readonly Row[]>): AsyncGenerator<readonly Row[]> {
  yield* first
  yield* second
}

/** A folder is no backup, and no file can take its place: that is told when it is tried. */
function isTaken(name: string): boolean {
  return statSync(name, { throwIfNoEntry: false })?.isDirectory() === false
}
