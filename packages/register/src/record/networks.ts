// Networks: founding one, and which there are.
import type { Network } from '@lykta/incident'
import type { Register } from '../register.ts'
import type { Instant } from '../tables.ts'
import { type ReadTransaction, type WriteTransaction, type Written, write } from '../transaction.ts'
import { fetchPrepared } from './prepared.ts'

/** Its first audit line vouches for what is founded here. `also` is written with it: a network is never seen without its keys. */
export async function foundNetwork(
  register: Register,
  member: string,
  network: Network,
  createdAt: Instant,
  also: (transaction: WriteTransaction) => Promise<void> = async () => {},
): Promise<Written<void>> {
  const act = { action: 'network.found', object: `network:${network.id}` }
  return write(register, { network: network.id, member }, act, async (transaction) => {
    await transaction.db.insertInto('network').values({
      network_id: network.id,
      name: network.name,
      municipality: network.municipality,
      collection_start: network.collectionStart,
      time_zone: network.timeZone,
      languages: [...network.languages],
      sample: network.sample,
      created_at: createdAt,
    }).execute()
    await also(transaction)
  })
}

export type NetworkName = Pick<Network, 'id' | 'name' | 'municipality' | 'sample'>

/** All of the installation, oldest first. */
export async function listNetworks(register: Register): Promise<readonly NetworkName[]> {
  const { rows } = await register.app.query<NetworkName>('select network_id as id, name, municipality, sample from lykta.list_networks()')
  return rows
}

export type NetworkState = {
  readonly network: Network
  /** The register's clock. */
  readonly position: number
  /** The newest position that brought anything but incidents: what they are taken in by is as it was then. */
  readonly basis: number
}

/** Throws when the network in context is not there. */
export async function getNetwork(transaction: ReadTransaction): Promise<NetworkState> {
  const [row] = await fetchPrepared(transaction, transaction.db.selectFrom('network').selectAll().where('network_id', '=', transaction.network).compile())
  if (!row) throw new Error('getNetwork: the network in context is not there')
  return {
    position: row.position,
    basis: row.basis_position,
    network: {
      id: row.network_id,
      name: row.name,
      municipality: row.municipality,
      collectionStart: row.collection_start,
      timeZone: row.time_zone,
      languages: row.languages as Network['languages'],
      sample: row.sample,
    },
  }
}
