// The public keys that free text is sealed to, as the data folder remembers them: whoever puts one of their own into the
// database, to read what is written from then on, does not reach them there.
import type { Id } from '@lykta/incident'
import { type KnownKeys, readKnownKeys, writeKnownKeys } from '../embedded/data-folder.ts'
import { sha256 } from '../hash.ts'
import { type Epoch, readEpochs } from '../record/epochs.ts'
import { listNetworks } from '../record/networks.ts'
import type { Register } from '../register.ts'
import { inNetwork } from '../transaction.ts'

type Key = Pick<Epoch, 'epoch' | 'recipient'>

/**
 * 'new': the folder remembers nothing of the network, as one whose database is shared with another folder. 'other': it
 * remembers another key, or others of the network and none of that epoch.
 */
export type KeyStanding = 'known' | 'new' | 'other'

export function standingOfKey({ dataFolder }: Register, network: Id, { epoch, recipient }: Key): KeyStanding {
  const known = readKnownKeys(dataFolder)?.[network]
  if (!known) return 'new'
  return known[epoch] === fingerprintOf(recipient) ? 'known' : 'other'
}

/** In the place of what was remembered of that epoch: for a key just made, or one that the passphrase has proven. */
export function rememberKey({ dataFolder }: Register, network: Id, { epoch, recipient }: Key): void {
  const known = readKnownKeys(dataFolder) ?? {}
  writeKnownKeys(dataFolder, { ...known, [network]: { ...known[network], [epoch]: fingerprintOf(recipient) } })
}

/** Of all networks as they stand, those of which nothing is remembered; what is remembered stays. */
export async function rememberKeys(register: Register): Promise<void> {
  const found: Record<Id, Record<string, string>> = {}
  for (const { id } of await listNetworks(register)) {
    const epochs = await inNetwork(register, { network: id, member: 'operator' }, readEpochs)
    found[id] = Object.fromEntries(epochs.map(({ epoch, recipient }) => [epoch, fingerprintOf(recipient)]))
  }
  const known: KnownKeys = readKnownKeys(register.dataFolder) ?? {}
  const all = Object.entries(found).map(([network, epochs]) => [network, { ...epochs, ...known[network] }] as const)
  writeKnownKeys(register.dataFolder, { ...known, ...Object.fromEntries(all) })
}

/** SHA-256 of the recipient's text, in hexadecimal. */
function fingerprintOf(recipient: string): string {
  return sha256(recipient).toString('hex')
}
