// The roles and the database inside the embedded server; who enters its private socket needs no password.
import { duringSetup, type Lease } from '../embedded/lease.ts'
import type { Accounts } from './accounts.ts'

const OWNER = 'lykta_owner'
const APP = 'lykta_app'

/** Makes what is missing. The owner is no superuser, so that row-level security holds for it too. */
export async function prepareEmbedded(lease: Lease, socketFolder: string, database = 'lykta'): Promise<Accounts> {
  const { rows } = await lease.query('select from pg_database where datname = $1', [database])
  if (rows.length === 0) await duringSetup(lease, () => create(lease, database))
  const socket = { host: socketFolder, port: 5432, database }
  return { owner: { ...socket, user: OWNER }, app: { ...socket, user: APP }, appRole: APP }
}

async function create(lease: Lease, database: string): Promise<void> {
  for (const role of [OWNER, APP]) {
    const { rows } = await lease.query('select from pg_roles where rolname = $1', [role])
    if (rows.length === 0) await lease.query(`create role ${role} login nosuperuser nobypassrls nocreatedb nocreaterole`)
  }
  const { rows } = await lease.query('select from pg_database where datname = $1', [database])
  if (rows.length === 0) await lease.query(`create database ${lease.escapeIdentifier(database)} owner ${OWNER}`)
}
