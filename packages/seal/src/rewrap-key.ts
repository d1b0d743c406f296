// Rotation: the small key file goes from one epoch to the next; the body stays as it is.
import { sealToRecipient } from './age-file.ts'
import { renderIdentityFile } from './identity.ts'
import { openKey } from './open-key.ts'

export type KeyToRewrap = {
  readonly key: Uint8Array
  /** Of the epoch that the key is sealed to now. */
  readonly identity: string
  readonly newRecipient: string
}

/** The new key file. Throws a ProblemError like `openText` does when the key cannot be opened. */
export async function rewrapKey({ key, identity, newRecipient }: KeyToRewrap): Promise<Uint8Array> {
  return await sealToRecipient(renderIdentityFile(await openKey(key, identity)), newRecipient)
}
