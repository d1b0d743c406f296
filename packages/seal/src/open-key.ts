// The first half of opening: the epoch's identity opens the key file, which holds the text's own identity.
import { ProblemError, problem } from '@lykta/incident'
import { openWithIdentity } from './age-file.ts'
import { findIdentity } from './identity.ts'

/** Throws a ProblemError: `seal.key-of-other-epoch` or `seal.key-damaged`. */
export async function openKey(key: Uint8Array, epochIdentity: string): Promise<string> {
  const damaged = 'seal.key-damaged'
  const identity = findIdentity(await openWithIdentity(key, epochIdentity, { notOpened: 'seal.key-of-other-epoch', damaged }))
  if (identity === undefined) throw new ProblemError([problem(damaged)])
  return identity
}
