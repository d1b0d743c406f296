// The epochs whose keys `lykta init` made: their files under the passphrase it showed, while texts are left in them.
import { findCurrentEpoch, findEpoch, inNetwork, readGrants, readKeyEpochs } from '@lykta/register'
import type { ServerMadeKeys } from '../api/member-types.ts'
import { textOf } from './base64url.ts'
import type { Desk } from './desk.ts'

/** Before anybody has founded: all of them, so that the founder's browser can try the passphrase first. */
export async function readServerMade(desk: Desk): Promise<ServerMadeKeys> {
  return inNetwork(desk.register, desk.context, async (transaction) => {
    const current = await findCurrentEpoch(transaction)
    const left = await readKeyEpochs(transaction)
    const epochs = []
    for (const { epoch, wrapped } of await readGrants(transaction, 'passphrase')) {
      const known = await findEpoch(transaction, epoch)
      if (known?.madeOn === 'server' && (left.has(epoch) || epoch === current?.epoch)) epochs.push({ epoch, recipient: known.recipient, file: textOf(wrapped) })
    }
    return { epochs }
  })
}
