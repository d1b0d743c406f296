// Whether an authority runs the network, as its settings say.
import type { ReadTransaction } from '@lykta/register'
import type { AuthoritySetting } from '../../api/authority-types.ts'
import { findSettings } from '../network-settings.ts'

/** Undefined where none does. */
export async function findAuthority(transaction: ReadTransaction): Promise<AuthoritySetting | undefined> {
  const setting = (await findSettings(transaction))?.authority
  return setting?.on ? setting : undefined
}
