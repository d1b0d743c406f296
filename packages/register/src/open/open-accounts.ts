// The register on a database whose roles are known: its schema made ready, its connections pooled.
import pg from 'pg'
import type { Serving } from '../embedded/lease.ts'
import { type Migration, migrations } from '../migrations/index.ts'
import type { Register } from '../register.ts'
import type { Accounts } from './accounts.ts'
import { columnTypes } from './column-types.ts'
import { prepareSchema } from './prepare-schema.ts'
import { makeReceivingLine } from './receiving-line.ts'

/** What lies under the register. */
export type Place = {
  readonly kind: Register['kind']
  readonly dataFolder: string
  readonly announce: (address: string) => Promise<void>
  readonly findServing: () => Promise<Serving | undefined>
  /** Of the program's own server: a new segment of the write-ahead log, and those before it let go. */
  readonly renewLog?: (() => Promise<void>) | undefined
  /** Once no connection of this process is left. */
  readonly close: () => Promise<void>
}

export type SchemaOptions = {
  /** For tests of what a later program will do. */
  readonly migrations?: readonly Migration[] | undefined
  /** Called while everything is still as it was. */
  readonly beforeMigrating?: ((register: Register, from: number) => Promise<void>) | undefined
}

/** Refuses what migrate.ts and grants.ts refuse; the pools are closed then, the place is not. */
export async function openAccounts(accounts: Accounts, place: Place, options: SchemaOptions = {}): Promise<Register> {
  // What does not wait for one another is sent together.
  const app = poolOf({ ...accounts.app, types: columnTypes, pipeline: true }, 10)
  const receiving = makeReceivingLine({ ...accounts.app, types: columnTypes })
  const owner = poolOf({ ...accounts.owner, types: columnTypes }, 3)
  // Its tables are named without their schema, and its times are Dates, as the library expects. Said when connected: a pooler lets no options through.
  const signIn = poolOf(accounts.signIn, 4, async (client) => void (await client.query('set search_path to sign_in')))
  const closePools = async (): Promise<void> => void (await Promise.all([app.end(), receiving.end(), owner.end(), signIn.end()]))
  let closing: Promise<void> | undefined
  const register: Register = {
    ...place,
    renewLog: place.renewLog,
    citus: false,
    app,
    receiving,
    owner,
    signIn,
    appRole: accounts.appRole,
    signInRole: accounts.signInRole,
    close: () => (closing ??= closePools().then(place.close)),
    abandon: () => (closing ??= place.close()),
  }
  try {
    const client = await owner.connect()
    try {
      await prepareSchema(client, accounts, options.migrations ?? migrations, async (from) => options.beforeMigrating?.(register, from))
      const { rows } = await client.query(`select from pg_extension where extname = 'citus'`)
      return { ...register, citus: rows.length > 0 }
    } finally {
      client.release()
    }
  } catch (error) {
    await closePools()
    throw error
  }
}

function poolOf(account: pg.ClientConfig, max: number, onConnect?: (client: pg.ClientBase) => Promise<void>): pg.Pool {
  // Who finds every connection taken for a whole minute is told so, instead of waiting for ever.
  const limits = { max, connectionTimeoutMillis: 60_000, keepAlive: true }
  // The pool awaits it, though its types do not say so.
  const prepared = onConnect && { onConnect: onConnect as (client: pg.ClientBase) => void }
  const pool = new pg.Pool({ ...account, ...limits, application_name: 'lykta', ...prepared })
  // An idle connection that the server ends is replaced at the next use.
  pool.on('error', () => {})
  // One that is lost while it is in use fails what it is used for; without a listener it would end the process too.
  pool.on('connect', (client) => client.on('error', () => {}))
  return pool
}
