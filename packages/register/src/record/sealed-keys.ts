// The small key files of sealed texts, for sealing them to a new epoch.
import type { Id } from '@lykta/incident'
import type { ReadTransaction, WriteTransaction } from '../transaction.ts'
import { insertRows } from './insert-rows.ts'

export type SealedKey = { readonly sealedId: Id; readonly epoch: number; readonly key: Uint8Array }

/** Those of earlier epochs, by id, behind `after`; and how many there are beside this page. */
export async function readStaleKeys(
  { db, network }: ReadTransaction, currentEpoch: number, after: Id | null, limit: number,
): Promise<{ readonly keys: readonly SealedKey[]; readonly left: number }> {
  const stale = db.selectFrom('sealed_key').where('network_id', '=', network).where('epoch', '<', currentEpoch)
  const { all } = await stale.select((eb) => eb.fn.countAll<number>().as('all')).executeTakeFirstOrThrow()
  const behind = after === null ? stale : stale.where('sealed_id', '>', after)
  const rows = await behind.selectAll().orderBy('sealed_id').limit(limit).execute()
  return { keys: rows.map(({ sealed_id: sealedId, epoch, key }) => ({ sealedId, epoch, key })), left: all - rows.length }
}

/**
 * Each in the place of the one of an earlier epoch, which is erased. What has been erased meanwhile, or is as new, stays as it
 * is. Gives how many were replaced.
 */
export async function replaceSealedKeys(transaction: WriteTransaction, keys: readonly SealedKey[]): Promise<number> {
  const { client, network } = transaction
  const { rows } = await client.query<{ readonly sealed_id: Id }>(
    `delete from lykta.sealed_key k using unnest($2::uuid[], $3::integer[]) as n(sealed_id, epoch)
     where k.network_id = $1 and k.sealed_id = n.sealed_id and k.epoch < n.epoch returning k.sealed_id`,
    [network, keys.map(({ sealedId }) => sealedId), keys.map(({ epoch }) => epoch)],
  )
  const erased = new Set(rows.map((row) => row.sealed_id))
  await insertRows(transaction, 'sealed_key', keys.filter(({ sealedId }) => erased.has(sealedId)).map(({ sealedId, epoch, key }) =>
    ({ network_id: network, sealed_id: sealedId, epoch, key: Buffer.from(key) })))
  return rows.length
}
