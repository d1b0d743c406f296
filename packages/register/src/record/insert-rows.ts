// Inserts many rows of one table with few messages.
import type pg from 'pg'
import type { Insertable } from 'kysely'
import type { Tables } from '../tables.ts'
import type { WriteTransaction } from '../transaction.ts'
import { prepared } from './prepared.ts'

const ROWS_A_MESSAGE = 2000

/** All rows have the same columns. PostgreSQL reads each value by its column's type; bytes travel as hexadecimal. */
export async function insertRows<Table extends keyof Tables>(
  { client }: Pick<WriteTransaction, 'client'>,
  table: Table,
  rows: readonly Insertable<Tables[Table]>[],
): Promise<void> {
  for (let start = 0; start < rows.length; start += ROWS_A_MESSAGE) {
    const part = rows.slice(start, start + ROWS_A_MESSAGE)
    await client.query(prepared(insertion(client, 'lykta', table, Object.keys(part[0]!)), [JSON.stringify(part, bytesAsText)]))
  }
}

/** `json` is an array of objects, keyed by column. */
export async function insertJson(client: pg.ClientBase, table: string, columns: readonly string[], json: string, schema: 'lykta' | 'sign_in' = 'lykta'): Promise<void> {
  await client.query(insertion(client, schema, table, columns), [json])
}

function insertion(client: pg.ClientBase, schema: string, table: string, columns: readonly string[]): string {
  const list = columns.map((column) => client.escapeIdentifier(column)).join(', ')
  const name = `${schema}.${client.escapeIdentifier(table)}`
  return `insert into ${name} (${list}) select ${list} from json_populate_recordset(null::${name}, $1)`
}

/** A Buffer has already become what its toJSON gives when the replacer sees it. */
function bytesAsText(this: Record<string, unknown>, key: string, value: unknown): unknown {
  const original = this[key]
  return Buffer.isBuffer(original) ? `\\x${original.toString('hex')}` : value
}
