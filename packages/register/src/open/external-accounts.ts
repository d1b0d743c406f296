// The program's roles on a PostgreSQL of the user's own: given by the caller, or made by the owner of the database.
import { createHash, randomBytes } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import pg from 'pg'
import type { DataFolder } from '../embedded/data-folder.ts'
import { writeWhole } from '../files.ts'
import { codeOf, refuse } from '../refuse.ts'
import type { Accounts } from './accounts.ts'

const OLDEST = 150_000

/** Addresses of login roles that were made for the program; without one, the owner makes it. */
export type OwnRoles = { readonly appUrl?: string | undefined; readonly signInUrl?: string | undefined }

/**
 * Refuses with `register.database-unreachable`, `register.postgres-too-old`, or `register.cannot-create-role` when the
 * owner may not make roles: then the caller gives both addresses.
 */
export async function prepareExternal(folder: DataFolder, databaseUrl: string, { appUrl, signInUrl }: OwnRoles): Promise<Accounts> {
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
    const app = appUrl === undefined ? await madeAccount(client, folder, 'app') : givenAccount(appUrl)
    const signIn = signInUrl === undefined ? await madeAccount(client, folder, 'sign_in') : givenAccount(signInUrl)
    return { owner, app: app.account, signIn: signIn.account, appRole: app.role, signInRole: signIn.role }
  } finally {
    await client.end()
  }
}

type Account = { readonly account: pg.ClientConfig; readonly role: string }

function givenAccount(url: string): Account {
  return { account: { connectionString: url }, role: new pg.Client(url).user ?? '' }
}

async function madeAccount(client: pg.Client, folder: DataFolder, purpose: Purpose): Promise<Account> {
  const { role, password } = await makeRole(client, folder, purpose)
  const { host, port, database, ssl } = client
  return { role, account: { host, port, ssl, user: role, password, ...(database === undefined ? {} : { database }) } }
}

type Purpose = 'app' | 'sign_in'
type Role = { readonly role: string; readonly password: string }
/** The application's role stands at the top, where it stood before there was another. */
type Known = Partial<Role> & { readonly signIn?: Role }

/** Each data folder has roles of its own, so that two programs on one database do not change each other's password. */
async function makeRole(client: pg.Client, folder: DataFolder, purpose: Purpose): Promise<Role> {
  const known = existsSync(folder.appRole) ? (JSON.parse(readFileSync(folder.appRole, 'utf8')) as Known) : {}
  const { role, password } = (purpose === 'app' ? known : known.signIn) ?? {}
  if (role !== undefined && password !== undefined) {
    const { rows } = await client.query('select from pg_roles where rolname = $1', [role])
    if (rows.length > 0) return { role, password }
  }
  const salt = randomBytes(16)
  const name = createHash('sha256').update(salt).update(client.database ?? '').digest('hex').slice(0, 12)
  const made = { role: `lykta_${purpose}_${name}`, password: randomBytes(32).toString('base64url') }
  // Kept before it is made: a role whose password is lost would stay for ever.
  writeWhole(folder.appRole, `${JSON.stringify(purpose === 'app' ? { ...known, ...made } : { ...known, signIn: made })}\n`)
  try {
    await client.query(`create role ${made.role} login nosuperuser nobypassrls nocreatedb nocreaterole password '${made.password}'`)
  } catch (error) {
    if (codeOf(error) === '42501') refuse('register.cannot-create-role', { role: client.user ?? '' })
    throw error
  }
  return made
}
