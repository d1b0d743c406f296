// The number of the next revision of what is stored as revisions.
import { sql } from 'kysely'
import type { Tables } from '../tables.ts'
import type { ReadTransaction } from '../transaction.ts'

type Revisioned = 'member' | 'member_key' | 'device' | 'quiet_month' | 'network_setting' | 'yearly_answer'

/** One more than the last of those that have the columns' values; a write in between makes the number one that is taken. */
export async function nextRevision<Table extends Revisioned>(
  { db, network }: ReadTransaction,
  table: Table,
  key: Readonly<Partial<Record<keyof Tables[Table] & string, string>>>,
): Promise<number> {
  const matches = Object.entries(key).map(([column, value]) => sql`and ${sql.ref(column)}::text = ${value}`)
  const { rows } = await sql<{ readonly next: number }>`select coalesce(max(revision), 0) + 1 as next from ${sql.table(`lykta.${table}`)}
    where network_id = ${network} ${sql.join(matches, sql` `)}`.execute(db)
  return rows[0]!.next
}
