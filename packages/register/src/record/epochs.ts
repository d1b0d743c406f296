// Epochs: the keys that free text is sealed to, and to whom each is granted. Only wrapped keys come here.
import type { StoredGrant } from '@lykta/seal'
import type { Instant, Stored } from '../tables.ts'
import type { ReadTransaction, WriteTransaction } from '../transaction.ts'
import { insertRows } from './insert-rows.ts'
import { fetchPrepared } from './prepared.ts'

export type Epoch = {
  /** From 1. */
  readonly epoch: number
  /** Public age recipient. */
  readonly recipient: string
  readonly madeOn: 'server' | 'browser'
  readonly createdAt: Instant
}

export type EpochGrant = {
  readonly epoch: number
  /** 'passphrase', 'recovery', or a member's id. */
  readonly holder: string
  /** The epoch's identity as an age file to that holder. */
  readonly wrapped: Uint8Array
}

export async function appendEpoch(transaction: WriteTransaction, epoch: Epoch, grants: readonly EpochGrant[]): Promise<void> {
  const { db, network } = transaction
  await db.insertInto('epoch').values({
    network_id: network,
    epoch: epoch.epoch,
    recipient: epoch.recipient,
    made_on: epoch.madeOn,
    created_at: epoch.createdAt,
  }).execute()
  await appendGrants(transaction, grants.map(({ wrapped, ...grant }) => ({ ...grant, file: wrapped })))
}

export async function appendGrants(transaction: WriteTransaction, grants: readonly StoredGrant[]): Promise<void> {
  await insertRows(transaction, 'epoch_grant', grants.map(({ epoch, holder, file }) =>
    ({ network_id: transaction.network, epoch, holder, wrapped: Buffer.from(file) })))
}

/** Those of earlier epochs, or of a holder who has left. Gives how many there were. */
export async function deleteGrants({ db, network }: WriteTransaction, which: { readonly beforeEpoch: number } | { readonly holder: string }): Promise<number> {
  const all = db.deleteFrom('epoch_grant').where('network_id', '=', network)
  const { numDeletedRows } = await ('holder' in which ? all.where('holder', '=', which.holder) : all.where('epoch', '<', which.beforeEpoch)).executeTakeFirst()
  return Number(numDeletedRows)
}

/** The newest, to which new text is sealed; undefined before the first. */
export async function findCurrentEpoch(transaction: ReadTransaction): Promise<Epoch | undefined> {
  const newest = transaction.db.selectFrom('epoch').selectAll().where('network_id', '=', transaction.network).orderBy('epoch', 'desc').limit(1)
  const [row] = await fetchPrepared(transaction, newest.compile())
  return row && epochOf(row)
}

export async function findEpoch({ db, network }: ReadTransaction, epoch: number): Promise<Epoch | undefined> {
  const row = await db.selectFrom('epoch').selectAll().where('network_id', '=', network).where('epoch', '=', epoch).executeTakeFirst()
  return row && epochOf(row)
}

/** All, oldest first. */
export async function readEpochs(transaction: ReadTransaction): Promise<readonly Epoch[]> {
  const rows = await fetchPrepared(transaction, transaction.db.selectFrom('epoch').selectAll().where('network_id', '=', transaction.network).orderBy('epoch').compile())
  return rows.map(epochOf)
}

function epochOf({ epoch, recipient, made_on, created_at }: Stored<'epoch'>): Epoch {
  return { epoch, recipient, madeOn: made_on, createdAt: created_at }
}

/** Of all epochs to one holder, oldest first. */
export async function readGrants({ db, network }: ReadTransaction, holder: string): Promise<readonly EpochGrant[]> {
  const rows = await db.selectFrom('epoch_grant').selectAll()
    .where('network_id', '=', network).where('holder', '=', holder).orderBy('epoch').execute()
  return rows.map(({ epoch, wrapped }) => ({ epoch, holder, wrapped }))
}
