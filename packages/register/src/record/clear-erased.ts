// Writes tables anew without what was erased: PostgreSQL keeps the bytes of a deleted row until then.
import { setTimeout } from 'node:timers/promises'
import type pg from 'pg'
import { codeOf } from '../refuse.ts'
import type { Register } from '../register.ts'
import type { WeedingClass } from './weedings.ts'

const ANSWERS = ['lykta.revision', 'lykta.incident_fact']
/** By class: of texts, the table of small key files and their own. */
const TABLES: Readonly<Record<WeedingClass, readonly string[]>> = {
  narrative: ['lykta.sealed_key', 'lykta.sealed_body'], note: ['lykta.case_note_key', 'lykta.case_note'], situation: ['lykta.meeting_key', 'lykta.meeting_text'],
  person: ANSWERS, coded: ANSWERS, reading: ['lykta.audit'], audit: ['lykta.audit'],
  member: ['sign_in."user"', 'sign_in.account', 'sign_in."session"', 'sign_in."twoFactor"', 'sign_in.passkey', 'sign_in.verification', 'lykta.letter'],
}

/** Transactions under way that may see what was deleted: any of this database, and those of others that write, since snapshots count them. */
const UNDER_WAY = `select l.virtualtransaction as id from pg_locks l join pg_stat_activity a on a.pid = l.pid
  where l.locktype = 'virtualxid' and l.granted and l.pid <> pg_backend_pid()
    and (a.datname = current_database() or exists (select from pg_locks x where x.locktype = 'transactionid' and x.granted and x.virtualtransaction = l.virtualtransaction))`

const BETWEEN_LOOKS = 50
/** Whoever comes after a rewrite that waits for its table waits behind it. */
const LOCK_PATIENCE = 2000
const LOCK_NOT_AVAILABLE = '55P03'

export type ClearOptions = {
  /** How long to wait for transactions that began earlier, and for the tables, in milliseconds. */
  readonly patience?: number | undefined
  /** How long at a time others wait behind it for a table. */
  readonly lockPatience?: number | undefined
}

/**
 * After an erasing is written. Waits for whoever reads the tables; they wait for it while it writes, and hardly before. False when a transaction outlasted
 * the patience: then nothing more is written anew, since what it could still see would be written too, and the whole is to be done another time.
 */
export async function clearErased(register: Register, classes: readonly WeedingClass[], { patience = 300_000, lockPatience = LOCK_PATIENCE }: ClearOptions = {}): Promise<boolean> {
  const until = Date.now() + patience
  const client = await register.owner.connect()
  try {
    await client.query(`set lock_timeout = ${lockPatience}`)
    if (!(await outlastAll(client, until))) return false
    // In no transaction, since it cannot be undone.
    for (const table of new Set(classes.flatMap((one) => TABLES[one]))) if (!(await writeAnew(client, `(full, analyze) ${table}`, until))) return false
    // What PostgreSQL knows of a column are values out of it, of short texts the texts: it has learnt anew, and what it knew is a dead row there.
    return (await outlastAll(client, until)) && (await writeAnew(client, '(full) pg_catalog.pg_statistic', until))
  } finally {
    await client.query('reset lock_timeout').then(() => client.release(), () => client.release(true))
  }
}

/** False when somebody had the table each time, until the patience was over. */
async function writeAnew(client: pg.PoolClient, what: string, until: number): Promise<boolean> {
  for (;;) {
    try {
      await client.query(`vacuum ${what}`)
      return true
    } catch (error) {
      if (codeOf(error) !== LOCK_NOT_AVAILABLE) throw error
      if (Date.now() >= until) return false
      await setTimeout(BETWEEN_LOOKS)
    }
  }
}

/** Twice: one that began in the meantime may see as far back as those that it began beside. */
async function outlastAll(client: pg.PoolClient, until: number): Promise<boolean> {
  return (await outlast(client, until)) && (await outlast(client, until))
}

/** Whether all that are under way now have ended in time. */
async function outlast(client: pg.PoolClient, until: number): Promise<boolean> {
  const look = async (): Promise<readonly string[]> => (await client.query<{ readonly id: string }>(UNDER_WAY)).rows.map(({ id }) => id)
  const before = new Set(await look())
  for (let left: readonly string[] = [...before]; left.length > 0; left = (await look()).filter((id) => before.has(id))) {
    if (Date.now() >= until) return false
    await setTimeout(BETWEEN_LOOKS)
  }
  return true
}
