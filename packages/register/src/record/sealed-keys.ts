// The small key files of sealed texts, for sealing them to a new epoch.
import type { Id } from '@lykta/incident'
import { sql } from 'kysely'
import type { ReadTransaction, WriteTransaction } from '../transaction.ts'
import { insertRows } from './insert-rows.ts'
import { KEY_FILES } from './key-files.ts'

/** `sealedId`: the text's, whatever it is a text of. */
export type SealedKey = { readonly sealedId: Id; readonly epoch: number; readonly key: Uint8Array }

/** Those of earlier epochs, by id, behind `after`; and how many there are beside this page. */
export async function readStaleKeys(
  { db, network }: ReadTransaction, currentEpoch: number, after: Id | null, limit: number,
): Promise<{ readonly keys: readonly SealedKey[]; readonly left: number }> {
  const stale = sql.join(KEY_FILES.map(([table, id]) => sql`select ${sql.ref(id)} as "sealedId", epoch, key from ${sql.table(`lykta.${table}`)}
    where network_id = ${network} and epoch < ${currentEpoch}`), sql` union all `)
  const { rows: [all] } = await sql<{ readonly rows: number }>`select count(*) as rows from (${stale}) s`.execute(db)
  const { rows: keys } = await sql<SealedKey & { readonly key: Buffer }>`select * from (${stale}) s where ${after}::uuid is null or "sealedId" > ${after}::uuid
    order by "sealedId" limit ${limit}`.execute(db)
  return { keys, left: all!.rows - keys.length }
}

/**
 * Each in the place of the one of an earlier epoch, which is erased. What has been erased meanwhile, or is as new, stays as it
 * is. Gives how many were replaced.
 */
export async function replaceSealedKeys(transaction: WriteTransaction, keys: readonly SealedKey[]): Promise<number> {
  const { client, network } = transaction
  let replaced = 0
  for (const [table, id] of KEY_FILES) {
    const { rows } = await client.query<Readonly<Record<string, unknown>>>(
      `delete from lykta.${table} k using unnest($2::uuid[], $3::integer[]) as n(id, epoch)
       where k.network_id = $1 and k.${id} = n.id and k.epoch < n.epoch returning k.*`,
      [network, keys.map(({ sealedId }) => sealedId), keys.map(({ epoch }) => epoch)],
    )
    const erased = new Map(rows.map((row) => [row[id], row]))
    const renewed = keys.filter(({ sealedId }) => erased.has(sealedId)).map(({ sealedId, epoch, key }) => ({ ...erased.get(sealedId), epoch, key: Buffer.from(key) }))
    await insertRows(transaction, table, renewed as never)
    replaced += rows.length
  }
  return replaced
}
