// Reads a long answer in parts, through a cursor of the transaction that is open.
import type { CompiledQuery } from 'kysely'
import type { ReadTransaction } from '../transaction.ts'

const ROWS = 5000
let cursors = 0

/** The rows are not copied: a batch may be let go before the next. */
export async function* readBatches<Row>(
  { client }: Pick<ReadTransaction, 'client'>,
  query: Pick<CompiledQuery, 'sql' | 'parameters'>,
  rowsABatch = ROWS,
): AsyncGenerator<readonly Row[]> {
  cursors += 1
  const cursor = `lykta_${cursors}`
  await client.query(`declare ${cursor} no scroll cursor for ${query.sql}`, [...query.parameters])
  for (;;) {
    const { rows } = await client.query(`fetch ${rowsABatch} from ${cursor}`)
    if (rows.length > 0) yield rows as readonly Row[]
    if (rows.length < rowsABatch) break
  }
  await client.query(`close ${cursor}`)
}
