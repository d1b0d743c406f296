// A member's public keys as she made them, and the files in which her own keys lie: bytes that this program cannot open.
import type { Id } from '@lykta/incident'
import type { ReadTransaction, WriteTransaction } from '../transaction.ts'
import { insertRows } from './insert-rows.ts'
import { nextRevision } from './next-revision.ts'

export type PublicKeys = {
  readonly member: Id
  /** Age recipient; null for one who only writes. */
  readonly recipient: string | null
  /** In hexadecimal. */
  readonly verifyKey: string
}

/** Whether they are hers is said by the membership log alone. */
export async function putPublicKeys(transaction: WriteTransaction, member: Id, { recipient, verifyKey }: Omit<PublicKeys, 'member'>): Promise<void> {
  const revision = await nextRevision(transaction, 'member_key', { member_id: member })
  await insertRows(transaction, 'member_key', [{ network_id: transaction.network, member_id: member, revision, recipient, verify_key: verifyKey, created_at: new Date().toISOString() }])
}

/** Of every member that has made some (of the caller alone, unless she coordinates). */
export async function readPublicKeys({ db, network }: ReadTransaction): Promise<readonly PublicKeys[]> {
  const rows = await db.selectFrom('member_key').selectAll().where('network_id', '=', network)
    .where('from_position', 'is not', null).where('until_position', 'is', null).orderBy('member_id').execute()
  return rows.map(({ member_id: member, recipient, verify_key: verifyKey }) => ({ member, recipient, verifyKey }))
}

export type Bundle = {
  readonly id: Id
  readonly way: 'passphrase' | 'passkey' | 'sheet'
  /** The passkey's credential id in base64url; null for other ways. */
  readonly credential: string | null
  readonly file: Uint8Array
}

/** All files of those ways go, and these come in their place. Only the member herself may. */
export async function replaceBundles(
  transaction: WriteTransaction, member: Id, ways: readonly Bundle['way'][], files: readonly Bundle[],
): Promise<void> {
  const { db, network } = transaction
  await db.deleteFrom('member_bundle').where('network_id', '=', network).where('member_id', '=', member).where('way', 'in', [...ways]).execute()
  await insertRows(transaction, 'member_bundle', files.map(({ id, way, credential, file }) =>
    ({ network_id: network, member_id: member, bundle_id: id, way, credential, file: Buffer.from(file), created_at: new Date().toISOString() })))
}

/** All files of a member whom this transaction, or an earlier one, has made inactive. A coordinator's to do; only the member could read them. */
export async function eraseBundles({ run }: WriteTransaction, member: Id): Promise<void> {
  await run('select lykta.erase_bundles($1)', [member])
}

/** Nobody's but the caller's own are seen. */
export async function readBundles({ db, network }: ReadTransaction, member: Id): Promise<readonly Bundle[]> {
  const rows = await db.selectFrom('member_bundle').selectAll().where('network_id', '=', network).where('member_id', '=', member)
    .orderBy('created_at').orderBy('bundle_id').execute()
  return rows.map(({ bundle_id: id, way, credential, file }) => ({ id, way, credential, file }))
}
