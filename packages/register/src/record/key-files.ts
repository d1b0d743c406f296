// Every table of small key files: what a change of keys writes anew, wherever its text lies.
import { sql } from 'kysely'
import type { Tables } from '../tables.ts'
import type { ReadTransaction } from '../transaction.ts'

/** The table, and the column that names the text. */
export const KEY_FILES = [['sealed_key', 'sealed_id'], ['meeting_key', 'text_id'], ['case_note_key', 'note_id'], ['breach_key', 'text_id']] as const satisfies readonly (readonly [keyof Tables, string])[]

/** The epochs that any key file is sealed to. */
export async function readKeyEpochs({ db, network }: ReadTransaction): Promise<ReadonlySet<number>> {
  const each = KEY_FILES.map(([table]) => sql`select epoch from ${sql.table(`lykta.${table}`)} where network_id = ${network}`)
  const { rows } = await sql<{ readonly epoch: number }>`${sql.join(each, sql` union `)}`.execute(db)
  return new Set(rows.map(({ epoch }) => epoch))
}
