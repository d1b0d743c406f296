// The rows of tables, network by network, as PostgreSQL's JSON: what a backup and an export are written from.
import type { Id } from '@lykta/incident'
import type pg from 'pg'
import { readBatches } from '../record/read-batches.ts'
import type { Register } from '../register.ts'
import { enterNetwork } from '../transaction.ts'
import { ROW_ORDER } from './backup-tables.ts'
import type { Row } from './container.ts'

export type DumpedTable = keyof typeof ROW_ORDER

/** What of a table is wanted; without a word about it, all of it. */
export type Wanted = {
  /** A column that is left out. */
  readonly without?: string | undefined
  /** Only rows of this member. */
  readonly member?: Id | undefined
}

/** A sealed text is some kilobytes: so many rows at once stay small in memory. */
const ROWS_A_BATCH = 500

export async function* dumpTables(
  register: Register,
  client: pg.ClientBase,
  networks: readonly Id[],
  tables: readonly DumpedTable[],
  wanted: Readonly<Partial<Record<DumpedTable, Wanted>>> = {},
): AsyncGenerator<readonly Row[]> {
  // Before a migration the schema is an older program's, which lacks what came later.
  const { rows: [found] } = await client.query<{ readonly present: readonly string[] }>(
    `select array(select name from unnest($1::text[]) name where to_regclass('lykta.' || name) is not null) as present`, [tables])
  for (const network of networks) {
    const transaction = await enterNetwork(register, client, network)
    for (const table of tables.filter((name) => found!.present.includes(name))) {
      const { without, member } = wanted[table] ?? {}
      const sql = `select (to_jsonb(t)${without === undefined ? '' : ` - '${without}'`})::text as json from lykta.${table} t
        where network_id = $1${member === undefined ? '' : ' and member_id = $2'} order by ${ROW_ORDER[table]}`
      const parameters = member === undefined ? [network] : [network, member]
      for await (const rows of readBatches<{ readonly json: string }>(transaction, { sql, parameters }, ROWS_A_BATCH)) {
        yield rows.map(({ json }) => ({ table, json }))
      }
    }
  }
}
