// The application's role on a PostgreSQL of the user's own: given by the caller, or made by the owner of the database.
import { createHash, randomBytes } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import pg from 'pg'
import type { DataFolder } from '../embedded/data-folder.ts'
import { writeWhole } from '../files.ts'
import { codeOf, refuse } from '../refuse.ts'
import type { Accounts } from './accounts.ts'

const OLDEST = 150_000

/**
 * Refuses with `register.database-unreachable`, `register.postgres-too-old`, or `register.cannot-create-role` when the
 * owner may not make roles: then the caller gives `appUrl`.
 */
export async function prepareExternal(folder: DataFolder, databaseUrl: string, appUrl: string | undefined): Promise<Accounts> {
  const owner = { connectionString: databaseUrl }
  const client = new pg.Client(owner)
  client.on('error', () => {})
  try {
    await client.connect()
  } catch (error) {
    // The message may repeat the address, and the address holds a password: only the code goes on.
    refuse('register.database-unreachable', { code: codeOf(error) || 'unknown' })
  }
  try {
    const { rows } = await client.query<{ readonly version: string }>(`select current_setting('server_version_num') as version`)
    const version = Number(rows[0]?.version)
    if (version < OLDEST) refuse('register.postgres-too-old', { folder: '', found: Math.floor(version / 10_000), needed: 15 })
    if (appUrl !== undefined) return { owner, app: { connectionString: appUrl }, appRole: new pg.Client(appUrl).user ?? '' }
    const { host, port, database, ssl } = client
    const { role, password } = await makeRole(client, folder)
    const app = { host, port, ssl, user: role, password, ...(database === undefined ? {} : { database }) }
    return { owner, app, appRole: role }
  } finally {
    await client.end()
  }
}

type AppRole = { readonly role: string; readonly password: string }

/** Each data folder has a role of its own, so that two programs on one database do not change each other's password. */
async function makeRole(client: pg.Client, folder: DataFolder): Promise<AppRole> {
  const known = existsSync(folder.appRole) ? (JSON.parse(readFileSync(folder.appRole, 'utf8')) as AppRole) : undefined
  if (known) {
    const { rows } = await client.query('select from pg_roles where rolname = $1', [known.role])
    if (rows.length > 0) return known
  }
  const salt = randomBytes(16)
  const name = createHash('sha256').update(salt).update(client.database ?? '').digest('hex').slice(0, 12)
  const made = { role: `lykta_app_${name}`, password: randomBytes(32).toString('base64url') }
  // Kept before it is made: a role whose password is lost would stay for ever.
  writeWhole(folder.appRole, `${JSON.stringify(made)}\n`)
  try {
    await client.query(`create role ${made.role} login nosuperuser nobypassrls nocreatedb nocreaterole password '${made.password}'`)
  } catch (error) {
    if (codeOf(error) === '42501') refuse('register.cannot-create-role', { role: client.user ?? '' })
    throw error
  }
  return made
}
