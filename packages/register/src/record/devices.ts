// Devices as revisions: an organisation's telephone or computer that may write, known by a random token.
import type { Id } from '@lykta/incident'
import type { Register } from '../register.ts'
import type { Instant, Stored } from '../tables.ts'
import type { ReadTransaction, WriteTransaction } from '../transaction.ts'
import { insertRows } from './insert-rows.ts'
import { nextRevision } from './next-revision.ts'
import { bytesOfHash } from './token-hash.ts'

export type Device = {
  readonly id: Id
  readonly organisation: Id
  readonly name: string
  /** SHA-256 of the token, in hexadecimal. */
  readonly tokenHash: string
  readonly verifyKey: string
  readonly proof: string
  /** The one that it was enrolled with. */
  readonly invitation: Id
  /** False when it has been removed. */
  readonly active: boolean
  readonly createdAt: Instant
}

/** A new device, or what is now true of one. */
export async function appendDevice(transaction: WriteTransaction, device: Device): Promise<void> {
  await insertRows(transaction, 'device', [{
    network_id: transaction.network,
    device_id: device.id,
    revision: await nextRevision(transaction, 'device', { device_id: device.id }),
    organisation_id: device.organisation,
    name: device.name,
    token_hash: bytesOfHash(device.tokenHash),
    verify_key: device.verifyKey,
    proof: device.proof,
    invitation_id: device.invitation,
    active: device.active,
    created_at: device.createdAt,
  }])
}

/** As they stand, removed ones too, in the order of their enrolment. */
export async function readDevices({ db, network }: ReadTransaction): Promise<readonly Device[]> {
  const rows = await db.selectFrom('device').selectAll().where('network_id', '=', network)
    .where('from_position', 'is not', null).where('until_position', 'is', null).orderBy('created_at').orderBy('device_id').execute()
  return rows.map(deviceOf)
}

function deviceOf(row: Stored<'device'>): Device {
  return {
    id: row.device_id,
    organisation: row.organisation_id,
    name: row.name,
    tokenHash: row.token_hash.toString('hex'),
    verifyKey: row.verify_key,
    proof: row.proof,
    invitation: row.invitation_id,
    active: row.active,
    createdAt: row.created_at,
  }
}

export type FoundDevice = { readonly network: Id; readonly device: Id; readonly organisation: Id; readonly active: boolean }

/** Whose token this is, in any network; asked before there is one in context. */
export async function findDevice({ app }: Register, tokenHash: string): Promise<FoundDevice | undefined> {
  const { rows } = await app.query<FoundDevice>(
    'select network_id as network, device_id as device, organisation_id as organisation, active from lykta.find_device($1)', [bytesOfHash(tokenHash)])
  return rows[0]
}
