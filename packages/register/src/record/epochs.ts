// Epochs: the keys that free text is sealed to, and to whom each is granted. Only wrapped keys come here.
import type { Instant, Stored } from '../tables.ts'
import type { ReadTransaction, WriteTransaction } from '../transaction.ts'

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
  /** 'passphrase', or a member's id. */
  readonly holder: string
  /** The epoch's identity as an age file to that holder. */
  readonly wrapped: Uint8Array
}

export async function appendEpoch({ db, network }: WriteTransaction, epoch: Epoch, grants: readonly EpochGrant[]): Promise<void> {
  await db.insertInto('epoch').values({
    network_id: network,
    epoch: epoch.epoch,
    recipient: epoch.recipient,
    made_on: epoch.madeOn,
    created_at: epoch.createdAt,
  }).execute()
  for (const { holder, wrapped } of grants) {
    await db.insertInto('epoch_grant').values({ network_id: network, epoch: epoch.epoch, holder, wrapped: Buffer.from(wrapped) }).execute()
  }
}

/** The newest, to which new text is sealed; undefined before the first. */
export async function findCurrentEpoch({ db, network }: ReadTransaction): Promise<Epoch | undefined> {
  const row = await db.selectFrom('epoch').selectAll().where('network_id', '=', network).orderBy('epoch', 'desc').executeTakeFirst()
  return row && epochOf(row)
}

export async function findEpoch({ db, network }: ReadTransaction, epoch: number): Promise<Epoch | undefined> {
  const row = await db.selectFrom('epoch').selectAll().where('network_id', '=', network).where('epoch', '=', epoch).executeTakeFirst()
  return row && epochOf(row)
}

/** All, oldest first. */
export async function readEpochs({ db, network }: ReadTransaction): Promise<readonly Epoch[]> {
  const rows = await db.selectFrom('epoch').selectAll().where('network_id', '=', network).orderBy('epoch').execute()
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
