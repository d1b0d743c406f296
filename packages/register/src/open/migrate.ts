// Brings the schema to what this program knows, a file at a time; forward only.
import type pg from 'pg'
import type { Migration } from '../migrations/index.ts'
import { refuse } from '../refuse.ts'

/** The number of the last migration the database has been through; 0 for an empty one. */
export async function findVersion(owner: pg.ClientBase): Promise<number> {
  return (await appliedTo(owner)).at(-1)?.number ?? 0
}

type Applied = Pick<Migration, 'number' | 'checksum'>

async function appliedTo(owner: pg.ClientBase): Promise<readonly Applied[]> {
  const { rows: found } = await owner.query<{ readonly exists: boolean }>(`select to_regclass('lykta.migration') is not null as exists`)
  if (!found[0]?.exists) return []
  const { rows } = await owner.query<Applied>('select number, checksum from lykta.migration order by number')
  return rows
}

/**
 * Refuses with `register.schema-newer` a database that a later program has written, and with `register.schema-foreign`
 * one whose migrations were others than this program's; both stay as they are.
 */
export async function checkVersion(owner: pg.ClientBase, known: readonly Migration[]): Promise<number> {
  const applied = await appliedTo(owner)
  const found = applied.at(-1)?.number ?? 0
  if (found > known.length) refuse('register.schema-newer', { found, known: known.length })
  for (const [index, { number, checksum }] of applied.entries()) {
    const own = known[index]
    if (own?.number !== number || own.checksum !== checksum) refuse('register.schema-foreign', { number })
  }
  return found
}

/** Inside the caller's transaction: applies what lies after the database's version, up to `target`. */
export async function migrate(owner: pg.ClientBase, known: readonly Migration[], target = known.length): Promise<void> {
  // Two programs that start at once: the second waits here and then finds nothing left to do.
  await owner.query(`select pg_advisory_xact_lock(hashtext('lykta.migration'))`)
  const from = await checkVersion(owner, known)
  for (const { number, name, sql, checksum } of known.slice(from, target)) {
    await owner.query(sql)
    await owner.query('insert into lykta.migration (number, name, checksum, applied_at) values ($1, $2, $3, now())', [number, name, checksum])
  }
}
