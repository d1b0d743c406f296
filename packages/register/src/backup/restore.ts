// Puts a backup into an empty register: all of it, proven sound, or nothing.
import { type Id, type Problem, problem, ProblemError } from '@lykta/incident'
import { existsSync } from 'node:fs'
import { isDeepStrictEqual } from 'node:util'
import { type Head, readHead } from '../audit/heads.ts'
import { type Migration, migrations } from '../migrations/index.ts'
import { grantToRoles } from '../open/grants.ts'
import { rememberKeys } from '../open/known-keys.ts'
import { migrate } from '../open/migrate.ts'
import { refreshPlanning } from '../record/refresh-planning.ts'
import { codeOf, refuse } from '../refuse.ts'
import type { Register } from '../register.ts'
import { asOwner, enterNetwork } from '../transaction.ts'
import { verifyNetwork } from '../verify/verify.ts'
import { keysFileOf } from './backup.ts'
import { KEY_TABLES, RECORD_TABLES } from './backup-tables.ts'
import { type BackupPlace, checkContainer, fileOfPlace, type Header } from './container.ts'
import { loadRows } from './load-rows.ts'
import { rebuildFacts } from './rebuild-facts.ts'
import { hasLogins, restoreSecret, SIGN_IN_ROWS } from './sign-in-rows.ts'
import { stopAnnouncement } from './stop-announcement.ts'

export type RestoreOptions = {
  readonly file: BackupPlace
  /** Where its keys are, when not beside it under its name with `.keys`. */
  readonly keys?: BackupPlace | undefined
  /** Restore even what `verify` finds fault with; the findings come back either way. */
  readonly evenUnsound?: boolean | undefined
  /** For tests of what a later program will do. */
  readonly migrations?: readonly Migration[] | undefined
}

/** When a file was written, and where each network's audit stood then. */
export type MadeAt = {
  readonly createdAt: string
  /** Undefined in a file of an earlier program that did not say. */
  readonly heads: readonly Head[] | undefined
}

export type Restored = {
  readonly networks: readonly Id[]
  /** As it came, whatever the file's header says. */
  readonly record: MadeAt
  /** Undefined without keys. */
  readonly keys: MadeAt | undefined
  /** Findings of `verify`, and warnings: `register.restored-without-keys`, `register.keys-of-another-backup`, `register.announcement-stopped`. */
  readonly problems: readonly Problem[]
}

/**
 * Refuses with `register.not-empty`, with `register.backup-…` (see container.ts), or with `register.backup-unsound`
 * and the findings; the register is then as it was. A backup of an older schema is loaded into that schema and then
 * migrated, so this is also the way to another major version of PostgreSQL.
 */
export async function restoreBackup(register: Register, options: RestoreOptions): Promise<Restored> {
  const { file: place } = options
  const known = options.migrations ?? migrations
  const { header, keys, keysPlace } = await checkBackup(place, known, options.keys)
  const [file, keysFile] = [fileOfPlace(place), fileOfPlace(keysPlace)]
  const restored = await asOwner(register, 'begin', async (client): Promise<Restored> => {
    await client.query('lock table lykta.network in share row exclusive mode')
    const { rows } = await client.query('select from lykta.network limit 1')
    if (rows.length > 0 || (await hasLogins(client))) refuse('register.not-empty')
    if (header.schema < known.length) {
      await client.query('drop schema lykta cascade; drop schema if exists sign_in cascade')
      await migrate(client, known, header.schema)
    }
    const { networks } = await blaming(file, () => loadRows(register, client, place, RECORD_TABLES))
    // Keys of another day may be of a later schema than the texts.
    if (keys && keys.schema > header.schema) await migrate(client, known, keys.schema)
    const loaded = keys && (await blaming(keysFile, () => loadRows(register, client, keysPlace, [...KEY_TABLES, ...SIGN_IN_ROWS])))
    if (header.schema < known.length) {
      await migrate(client, known)
      await grantToRoles(client, register)
    }
    const problems = warnings(header, keys)
    const heads: Head[] = []
    for (const network of networks) {
      const transaction = await enterNetwork(register, client, network)
      await blaming(file, () => rebuildFacts(transaction))
      problems.push(...(await verifyNetwork(transaction)).findings)
      heads.push(await readHead(transaction))
      if (await stopAnnouncement(transaction)) problems.push({ ...problem('register.announcement-stopped'), severity: 'warning' })
    }
    // What the header says was written down elsewhere: rows that say otherwise are not those of that moment.
    if (header.heads && !isDeepStrictEqual(header.heads, heads)) problems.push(problem('register.backup-heads', { file }))
    const faults = problems.filter(({ severity }) => severity === 'error')
    if (faults.length > 0 && !options.evenUnsound) throw new ProblemError([problem('register.backup-unsound', { file }), ...faults])
    const madeAt = { createdAt: header.createdAt, heads }
    // Before anything is for good: without it every second factor would be lost, and nothing can be restored twice.
    if (loaded?.signInSecret !== undefined) restoreSecret(register.dataFolder, loaded.signInSecret)
    return { networks, problems, record: madeAt, keys: keys && { createdAt: keys.createdAt, heads: keys.heads } }
  })
  await rememberKeys(register)
  await refreshPlanning(register)
  return restored
}

/** Reads both files to their ends, and refuses what restoring would; there need not be a register yet. */
export async function checkBackup(
  place: BackupPlace,
  known: readonly Migration[] = migrations,
  keysPlace: BackupPlace = keysFileOf(fileOfPlace(place)),
): Promise<{ readonly header: Header; readonly keys: Header | undefined; readonly keysPlace: BackupPlace }> {
  const header = await checkContainer(place, 'backup')
  const keys = existsSync(fileOfPlace(keysPlace)) ? await checkContainer(keysPlace, 'keys') : undefined
  const newest = Math.max(header.schema, keys?.schema ?? 0)
  if (newest > known.length) refuse('register.backup-newer', { file: fileOfPlace(place), found: newest, known: known.length })
  return { header, keys, keysPlace }
}

function warnings(header: Header, keys: Header | undefined): Problem[] {
  if (!keys) return [{ ...problem('register.restored-without-keys'), severity: 'warning' }]
  if (keys.id !== header.id) return [{ ...problem('register.keys-of-another-backup', { createdAt: keys.createdAt }), severity: 'warning' }]
  return []
}

/** Anybody can write a file that vouches for itself: values that fit no column, and answers that are none, are its fault. */
async function blaming<T>(file: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    const itsFault = error instanceof SyntaxError || error instanceof TypeError || /^(?:22|23|42)/.test(codeOf(error))
    if (itsFault) throw new ProblemError([problem('register.backup-damaged', { file })], { cause: error })
    throw error
  }
}
