// Writes tables anew without what was erased: PostgreSQL keeps the bytes of a deleted row until then.
import { setTimeout } from 'node:timers/promises'
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

export type ClearOptions = {
  /** How long to wait for transactions that began earlier, in milliseconds. */
  readonly patience?: number | undefined
}

/**
 * After an erasing is written. Waits for whoever reads the tables; they wait for it. False when a transaction that began earlier outlasted
 * the patience: what it could still see is left, and gone after the next time.
 */
export async function clearErased(register: Register, classes: readonly WeedingClass[], { patience = 300_000 }: ClearOptions = {}): Promise<boolean> {
  const until = Date.now() + patience
  const tablesOver = await outlastAll(register, until)
  // In no transaction, since it cannot be undone.
  for (const table of new Set(classes.flatMap((one) => TABLES[one]))) await register.owner.query(`vacuum (full, analyze) ${table}`)
  // What PostgreSQL knows of a column are values out of it, of short texts the texts: it has learnt anew, and what it knew is a dead row there.
  const statisticsOver = await outlastAll(register, until)
  await register.owner.query('vacuum (full) pg_catalog.pg_statistic')
  return tablesOver && statisticsOver
}

/** Twice: one that began in the meantime may see as far back as those that it began beside. */
async function outlastAll(register: Register, until: number): Promise<boolean> {
  return (await outlast(register, until)) && (await outlast(register, until))
}

/** Whether all that are under way now have ended in time. */
async function outlast(register: Register, until: number): Promise<boolean> {
  const look = async (): Promise<readonly string[]> => (await register.owner.query<{ readonly id: string }>(UNDER_WAY)).rows.map(({ id }) => id)
  const before = new Set(await look())
  for (let left: readonly string[] = [...before]; left.length > 0; left = (await look()).filter((id) => before.has(id))) {
    if (Date.now() >= until) return false
    await setTimeout(BETWEEN_LOOKS)
  }
  return true
}
