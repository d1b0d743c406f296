// Heads: the newest line of a network's audit, which vouches for every line before it, and finding a line again.
import type { Id } from '@lykta/incident'
import { listNetworks } from '../record/networks.ts'
import type { Register } from '../register.ts'
import { inNetwork, type ReadTransaction } from '../transaction.ts'

export type Head = {
  readonly network: Id
  readonly position: number
  /** Of the line at that position, in hexadecimal. */
  readonly hash: string
}

/** Throws when the network in context is not there. */
export async function readHead({ db, network }: ReadTransaction): Promise<Head> {
  const { position, head_hash } = await db.selectFrom('network').select(['position', 'head_hash']).where('network_id', '=', network).executeTakeFirstOrThrow()
  return { network, position, hash: head_hash.toString('hex') }
}

/** Whether the line stands in any network's audit, at that position when it is given; `verifyRegister` tells whether the chain holds. */
export async function containsLine(register: Register, { hash, position }: { readonly hash: string; readonly position?: number | undefined }): Promise<boolean> {
  for (const { id } of await listNetworks(register)) {
    const found = await inNetwork(register, { network: id, member: 'operator' }, async ({ db, network }) =>
      db.selectFrom('audit').select('position').where('network_id', '=', network).where('hash', '=', Buffer.from(hash, 'hex')).executeTakeFirst())
    if (found && (position === undefined || found.position === position)) return true
  }
  return false
}
