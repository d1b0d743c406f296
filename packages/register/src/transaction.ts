// The one place where a transaction gets its network and the caller's role, and a write its audit line.
import { type Id, problem, ProblemError } from '@lykta/incident'
import { Kysely, PostgresDialect, type PostgresPool, type PostgresPoolClient } from 'kysely'
import type pg from 'pg'
import { isConnectionEnded } from './is-connection-ended.ts'
import { prepared } from './record/prepared.ts'
import { codeOf } from './refuse.ts'
import type { Register } from './register.ts'
import { type Role, roles } from './role.ts'
import type { Tables } from './tables.ts'

export type Context = {
  readonly network: Id
  /** Who acts: a member's or device's id, 'import' or 'operator'; stands in the audit. */
  readonly member: string
  /** Without it the coordinator's: the program itself, at the command line. */
  readonly role?: Role | undefined
  /** Whose incidents are the caller's own. */
  readonly organisation?: Id | null | undefined
}

/** What the audit says was done: codes and ids of at most 200 characters (A–Z a–z 0–9 . _ : / -), never a person's data. */
export type Act = {
  /** For instance 'import'. */
  readonly action: string
  /** For instance 'network:3f0e…' or 'files:' and a hash. */
  readonly object: string
}

export type ReadTransaction = {
  readonly network: Id
  readonly client: pg.ClientBase
  /** The tables of the network in context. */
  readonly db: Kysely<Tables>
  /** What the statistics room counts with. */
  readonly run: (text: string, params: readonly unknown[]) => Promise<readonly Record<string, unknown>[]>
}

declare const writing: unique symbol
/** Made by `write` alone: whatever takes one leaves an audit line. */
export type WriteTransaction = ReadTransaction & {
  readonly member: string
  readonly [writing]: true
}

declare const beside: unique symbol
/** Made by `aside` alone: nothing of the record is written with one. */
export type AsideTransaction = ReadTransaction & { readonly [beside]: true }

export type Written<T> = {
  readonly value: T
  /** The register's clock after this write. */
  readonly position: number
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const CODE = /^[A-Za-z0-9._:/-]{1,200}$/

/** Reads one network, all from one moment; nothing can be written. */
export async function inNetwork<T>(
  register: Register,
  context: Context,
  work: (transaction: ReadTransaction) => Promise<T>,
): Promise<T> {
  return withClient(register.app, async (client) => {
    const value = await begun(client, `begin isolation level repeatable read read only; ${contextOf(register, context)}`, () => work(transactionOn(client, context.network)))
    await client.query('commit')
    return value
  })
}

/** Reads with locks, for asking the clock: `inNetwork` sees one moment and could not wait for another write's end. */
export async function inClock<T>(register: Register, context: Context, work: (transaction: ReadTransaction) => Promise<T>): Promise<T> {
  return withClient(register.app, async (client) => {
    await client.query(`begin; ${contextOf(register, context)}`)
    const value = await work(transactionOn(client, context.network))
    await client.query('rollback')
    return value
  })
}

/**
 * Writes in one network: all of `work` and its audit line, or nothing. Returns after it is durable. Refuses with
 * `register.changed-meanwhile` when another write came between; nothing is tried again.
 */
export async function write<T>(
  register: Register,
  context: Context,
  act: Act,
  work: (transaction: WriteTransaction) => Promise<T>,
): Promise<Written<T>> {
  const line = lineOf(context, act)
  let committing = false
  try {
    return await withClient(register.app, async (client) => {
      const value = await begun(client, `begin; ${contextOf(register, context)}`, () =>
        work({ ...transactionOn(client, context.network), member: context.member } as WriteTransaction))
      // The network's row is locked from here to the commit: one message, and no way back and forth while it is held.
      const last = `select lykta.append_audit(${line.map((part) => `'${part}'`).join(', ')}) as position; commit`
      committing = true
      const results = (await client.query(last)) as unknown as readonly pg.QueryResult<{ readonly position: number }>[]
      return { value, position: results[0]!.rows[0]!.position }
    })
  } catch (error) {
    throw refusalOf(error, committing)
  }
}

/**
 * A write that is one function of the database, which leaves its audit line itself (migration 006): context and function are one
 * statement, sent on the line that there is for it. `name` is one of the program's own; it is given action and object before `values`.
 */
export async function writeAtOnce(register: Register, context: Context, act: Act, name: string, values: readonly unknown[]): Promise<Written<void>> {
  checkContext(context)
  const { network, member, role = 'coordinator', organisation } = context
  const [, , action, object] = lineOf(context, act)
  const given = [action, object, ...values]
  // What is materialized has been run when the function is called.
  const text = `with context as materialized (select set_config('lykta.network', $1, true), set_config('lykta.member', $2, true),
      set_config('lykta.role', $3, true), set_config('lykta.organisation', $4, true))
    select lykta.${name}(${given.map((_, at) => `$${at + 5}`).join(', ')}) as position from context`
  try {
    // It answers when it is durable, and fails for its own fault only.
    const { rows } = await register.receiving.query<{ readonly position: number }>(prepared(text, [network, member, role, organisation ?? '', ...given]))
    return { value: undefined, position: rows[0]!.position }
  } catch (error) {
    throw refusalOf(error, true)
  }
}

function lineOf({ network, member }: Context, { action, object }: Act): readonly [string, string, string, string] {
  const line = [network, member, action, object] as const
  if (!line.every((part) => CODE.test(part))) throw new Error('write: the audit takes codes and ids')
  return line
}

/** What is thrown for what went wrong; `committing`: when the commit may have gone through. */
function refusalOf(error: unknown, committing: boolean): unknown {
  const code = codeOf(error)
  if (code === NO_ROOM) return new ProblemError([problem('register.disk-full')], { cause: error })
  if (CONFLICTS.includes(code)) return new ProblemError([problem('register.changed-meanwhile')], { cause: error })
  // Only an answer tells: with the connection gone it may be saved, and nobody may be told that it is not.
  if (committing && isConnectionEnded(error)) return new ProblemError([problem('register.outcome-unknown')], { cause: error })
  return error
}

/** Whether it was refused (`register.changed-meanwhile`) for a name that something else has, and not for the moment at which it came. */
export function isTaken({ cause }: ProblemError): boolean {
  return codeOf(cause) === TAKEN
}

/** Changes what is no part of the record (letters, the door's events): all of `work`, or nothing, and no audit line. */
export async function aside<T>(register: Register, context: Context, work: (transaction: AsideTransaction) => Promise<T>): Promise<T> {
  return withClient(register.app, async (client) => {
    const value = await begun(client, `begin; ${contextOf(register, context)}`, () => work(transactionOn(client, context.network) as AsideTransaction))
    await client.query('commit')
    return value
  })
}

const TAKEN = '23505'
/** Unique violation, serialisation failure (a revision that does not follow the one that stands), deadlock. */
const CONFLICTS = [TAKEN, '40001', '40P01']
const NO_ROOM = '53100'

/** As the owner, with the network in context that `enterNetwork` sets; for what concerns the whole register. */
export async function asOwner<T>(register: Register, begin: string, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  return withClient(register.owner, async (client) => {
    await client.query(`${begin}; ${SETTINGS}`)
    const value = await work(client)
    await client.query('commit')
    return value
  })
}

/** From here on the owner's transaction sees this network, and all of it. */
export async function enterNetwork(register: Pick<Register, 'citus'>, client: pg.ClientBase, network: Id): Promise<ReadTransaction> {
  await client.query(contextOf(register, { network, member: 'operator' }))
  return transactionOn(client, network)
}

/**
 * How values are written; that every cursor is read to its end; and when a stuck program lets go of what it holds.
 * (The longest single statement is the audit line of an import of millions of rows.)
 */
const SETTINGS = `set local timezone = 'UTC'; set local datestyle = 'ISO'; set local cursor_tuple_fraction = 1;
  set local idle_in_transaction_session_timeout = '10min'; set local statement_timeout = '60min'`

/** It goes into a statement as it is. */
export function isNetworkId(text: unknown): boolean {
  return typeof text === 'string' && UUID.test(text)
}

/** On Citus neither set_config() nor a plain SET LOCAL reaches the workers, so the values are literals. */
function contextOf({ citus }: Pick<Register, 'citus'>, context: Context): string {
  checkContext(context)
  const { network, member, role = 'coordinator', organisation } = context
  return `${citus ? `set local citus.propagate_set_commands = 'local'; ` : ''}${SETTINGS}; set local lykta.network = '${network}';
    set local lykta.member = '${member}'; set local lykta.role = '${role}'; set local lykta.organisation = '${organisation ?? ''}'`
}

function checkContext({ network, member, role = 'coordinator', organisation }: Context): void {
  if (!isNetworkId(network)) throw new Error('a network id is a lower-case UUID')
  if (!CODE.test(member) || !roles.includes(role)) throw new Error('who acts is a code or an id, in a role that there is')
  if (organisation !== undefined && organisation !== null && !UUID.test(organisation)) throw new Error('an organisation id is a lower-case UUID')
}

/** The first of `work` is sent with what begins the transaction, not after it; without a context nothing is seen or written. */
async function begun<T>(client: pg.PoolClient, begin: string, work: () => Promise<T>): Promise<T> {
  const [beginning, worked] = await Promise.allSettled([client.query(begin), work()])
  if (beginning.status === 'rejected') throw beginning.reason
  if (worked.status === 'rejected') throw worked.reason
  return worked.value
}

async function withClient<T>(pool: pg.Pool, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  try {
    const value = await work(client)
    client.release()
    return value
  } catch (error) {
    // A connection that cannot go back to the start is not used again.
    await client.query('rollback').then(() => client.release(), () => client.release(true))
    throw codeOf(error) === NO_ROOM ? new ProblemError([problem('register.disk-full')], { cause: error }) : error
  }
}

function transactionOn(client: pg.ClientBase, network: Id): ReadTransaction {
  return {
    network,
    client,
    db: builderFor(client),
    run: async (text, params) => (await client.query<Record<string, unknown>>(text, [...params])).rows,
  }
}

const builders = new WeakMap<pg.ClientBase, Kysely<Tables>>()

/** Queries built on it go to this connection, inside the transaction that is open there. */
function builderFor(client: pg.ClientBase): Kysely<Tables> {
  let builder = builders.get(client)
  if (!builder) {
    const lent = { query: client.query.bind(client), release: () => {} } as PostgresPoolClient
    const pool = { connect: async () => lent, end: async () => {} } as PostgresPool
    builder = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) }).withSchema('lykta')
    builders.set(client, builder)
  }
  return builder
}
