// Statements that each connection prepares once: planned once instead of every time, for what is asked with every incident.
import type pg from 'pg'
import type { CompiledQuery } from 'kysely'
import type { ReadTransaction } from '../transaction.ts'

const names = new Map<string, string>()

/** `text` is one of the program's own few, never made from what is asked: each stays in the connection's memory. */
export function prepared(text: string, values: readonly unknown[]): pg.QueryConfig {
  let name = names.get(text)
  if (name === undefined) names.set(text, (name = `lykta_p${names.size}`))
  return { name, text, values: [...values] }
}

export async function fetchPrepared<Row>({ client }: Pick<ReadTransaction, 'client'>, { sql, parameters }: CompiledQuery<Row>): Promise<readonly Row[]> {
  return (await client.query<Row & pg.QueryResultRow>(prepared(sql, parameters))).rows
}
