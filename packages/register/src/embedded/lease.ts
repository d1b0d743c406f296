// Who uses the server: locks that PostgreSQL holds for each command's session and lets go when the command dies.
import pg from 'pg'
import { codeOf, refuse } from '../refuse.ts'
import { ADMIN } from './initialise.ts'

/** 'LYKT'; the second number says what for. */
const CLASS = 1280920404
const USERS = 1
const SERVE = 2
const SETUP = 3

export type Serving = {
  readonly pid: number
  readonly address: string
}

/** A session of its own: what it holds is held until it ends. */
export type Lease = pg.Client

export type Attempt =
  | { readonly found: 'lease'; readonly lease: Lease }
  /** Nobody listens there. */
  | { readonly found: 'nothing' }
  /** Starting, recovering, or going away: try again. */
  | { readonly found: 'busy'; readonly recovering: boolean }

/** Joins those who use the server, unless it is being stopped. */
export async function tryLease(socketFolder: string, purpose: string): Promise<Attempt> {
  const lease = new pg.Client({
    host: socketFolder,
    port: 5432,
    user: ADMIN,
    database: 'postgres',
    application_name: `lykta ${purpose}`,
    connectionTimeoutMillis: 10_000,
  })
  // Without a listener a lost connection would end the process.
  lease.on('error', () => {})
  try {
    await lease.connect()
    if (await tryLock(lease, USERS, '_shared')) return { found: 'lease', lease }
    await lease.end()
    return { found: 'busy', recovering: false }
  } catch (error) {
    void lease.end().catch(() => {})
    const code = codeOf(error)
    if (['ENOENT', 'ECONNREFUSED'].includes(code)) return { found: 'nothing' }
    return { found: 'busy', recovering: code === '57P03' }
  }
}

/**
 * Leaves; true for the last one out, which then alone holds the server and has to stop it. Each first lets go of its
 * own and then tries for all, so of several who leave at once exactly one gets it.
 */
export async function leave(lease: Lease): Promise<boolean> {
  await lease.query(`select pg_advisory_unlock_shared(${CLASS}, ${USERS})`)
  return tryLock(lease, USERS, '')
}

/**
 * Becomes the one program that serves; refuses with `register.already-served` and names the one that does. `place`
 * tells apart the data folders that share a database.
 */
export async function lockServe(lease: Lease, serving: Serving, place = SERVE): Promise<void> {
  // Named before it holds the lock, so that nobody finds a holder without a name.
  await announce(lease, serving)
  while (!(await tryLock(lease, place, ''))) {
    const other = await findServing(lease, place)
    if (other) refuse('register.already-served', other)
  }
}

/** The session's name tells others; PostgreSQL keeps 63 bytes of it, and forgets it with the session. */
export async function announce(lease: Lease, { pid, address }: Serving): Promise<void> {
  await lease.query(`select set_config('application_name', $1, false)`, [`lykta serve ${pid} ${address}`.slice(0, 63)])
}

export async function findServing(lease: Lease, place = SERVE): Promise<(Serving & { readonly since: string }) | undefined> {
  const { rows } = await lease.query<{ readonly name: string; readonly since: string }>(
    `select a.application_name as name, to_char(a.backend_start at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as since
     from pg_locks l join pg_stat_activity a on a.pid = l.pid
     where l.locktype = 'advisory' and l.granted and l.classid = ${CLASS} and l.objid = ${place}
       and l.database = (select oid from pg_database where datname = current_database())`,
  )
  const [, pid, address] = /^lykta serve (\d+) (.*)$/.exec(rows[0]?.name ?? '') ?? []
  return rows[0] && { pid: Number(pid ?? 0), address: address ?? '', since: rows[0].since }
}

/** One at a time makes roles and database. */
export async function duringSetup<T>(lease: Lease, work: () => Promise<T>): Promise<T> {
  await lease.query(`select pg_advisory_lock(${CLASS}, ${SETUP})`)
  try {
    return await work()
  } finally {
    await lease.query(`select pg_advisory_unlock(${CLASS}, ${SETUP})`)
  }
}

async function tryLock(lease: Lease, what: number, mode: '' | '_shared'): Promise<boolean> {
  const { rows } = await lease.query<{ readonly got: boolean }>(`select pg_try_advisory_lock${mode}(${CLASS}, ${what}) as got`)
  return rows[0]?.got === true
}
