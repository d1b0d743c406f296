// The roles and the database inside the embedded server; who enters its private socket needs no password.
import { duringSetup, type Lease } from '../embedded/lease.ts'
import type { Accounts } from './accounts.ts'

const OWNER = 'lykta_owner'
const APP = 'lykta_app'
const SIGN_IN = 'lykta_sign_in'
const ROLES = [OWNER, APP, SIGN_IN]

/** Makes what is missing. The owner is no superuser, so that row-level security holds for it too. */
export async function prepareEmbedded(lease: Lease, socketFolder: string, database = 'lykta'): Promise<Accounts> {
  if (!(await isComplete(lease, database))) await duringSetup(lease, () => create(lease, database))
  const socket = { host: socketFolder, port: 5432, database }
  return {
    owner: { ...socket, user: OWNER },
    app: { ...socket, user: APP },
    signIn: { ...socket, user: SIGN_IN },
    appRole: APP,
    signInRole: SIGN_IN,
  }
}

/** A folder that an older program made lacks the roles that came later. */
async function isComplete(lease: Lease, database: string): Promise<boolean> {
  const { rows } = await lease.query<{ readonly complete: boolean }>(
    `select exists (select from pg_database where datname = $1)
       and (select count(*) from pg_roles where rolname = any($2)) = cardinality($2) as complete`, [database, ROLES])
  return rows[0]?.complete === true
}

async function create(lease: Lease, database: string): Promise<void> {
  for (const role of ROLES) {
    const { rows } = await lease.query('select from pg_roles where rolname = $1', [role])
    if (rows.length === 0) await lease.query(`create role ${role} login nosuperuser nobypassrls nocreatedb nocreaterole`)
  }
  const { rows } = await lease.query('select from pg_database where datname = $1', [database])
  if (rows.length === 0) await lease.query(`create database ${lease.escapeIdentifier(database)} owner ${OWNER}`)
}
